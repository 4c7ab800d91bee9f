package atomicfile_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"foyer/services/atomicfile"
	"foyer/services/fault"
)

func TestWriteLeavesNothingBesideTheFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "links.csv")
	for _, content := range []string{"first", "second, longer", ""} {
		if err := atomicfile.Write(name, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != content {
			t.Fatalf("read %q, %v, want %q", got, err, content)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Fatalf("the folder holds %v, %v, want the file alone", entries, err)
	}
}

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

func TestWriteSaysWhatIsInTheWay(t *testing.T) {
	dir := t.TempDir()
	for name, want := range map[string]string{
		dir:                                "is-a-folder",
		filepath.Join(dir, "none", "file"): "no-folder",
	} {
		err := atomicfile.Write(name, []byte("x"))
		if f, ok := errors.AsType[*fault.Error](err); !ok || f.Code != want {
			t.Errorf("Write(%s) = %v, want code %s", name, err, want)
		}
	}
}
