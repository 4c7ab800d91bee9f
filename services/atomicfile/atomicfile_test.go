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
