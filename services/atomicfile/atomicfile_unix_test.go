//go:build !windows

package atomicfile_test

import (
	"os"
	"path/filepath"
	"testing"

	"foyer/services/atomicfile"
)

func TestWriteKeepsPermissionsAndLinks(t *testing.T) {
	dir := t.TempDir()
	name, alias := filepath.Join(dir, "real"), filepath.Join(dir, "alias")
	if err := os.WriteFile(name, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(name, alias); err != nil {
		t.Fatal(err)
	}
	if err := atomicfile.Write(alias, []byte("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(name)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("the file is %v, %v, want 0600 as before", info.Mode(), err)
	}
	if got, _ := os.ReadFile(name); string(got) != "new" {
		t.Fatalf("the linked file holds %q", got)
	}
	if info, err := os.Lstat(alias); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Fatalf("the link is %v, %v now", info.Mode(), err)
	}
}
