package atomicfile

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestAPrivateFileIsTheUsersOwn(t *testing.T) {
	dir := t.TempDir()
	there := filepath.Join(dir, "there")
	if err := os.WriteFile(there, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{there, filepath.Join(dir, "new")} {
		err := WritePrivate(name, func(w io.Writer) error {
			_, err := io.WriteString(w, "new")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(name)
		if content, _ := os.ReadFile(name); err != nil || string(content) != "new" || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s is %v with %q, %v", name, info.Mode(), content, err)
		}
	}
}

func TestAPrivateFileThatFailsLeavesWhatWasThere(t *testing.T) {
	dir := t.TempDir()
	old, empty := filepath.Join(dir, "old"), filepath.Join(dir, "empty")
	for name, content := range map[string]string{old: "old", empty: ""} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	full := errors.New("full")
	for _, name := range []string{old, empty, filepath.Join(dir, "new")} {
		if err := WritePrivate(name, func(w io.Writer) error {
			_, err := io.WriteString(w, "half")
			return errors.Join(err, full)
		}); !errors.Is(err, full) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left %v", left)
	}
	if content, err := os.ReadFile(old); string(content) != "old" {
		t.Errorf("the old one is %q, %v", content, err)
	}
}
