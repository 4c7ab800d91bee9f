package secrets

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// folder is t.TempDir, but is emptied file by file: wine 8, on which these tests run as Windows
// programs, cannot do what os.RemoveAll asks of it.
func folder(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "foyer")
	if err != nil {
		t.Fatal(err)
	}
	// One folder has several names on macOS.
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		var all []string
		err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
			all = append(all, path)
			return err
		})
		if err != nil {
			t.Error(err)
		}
		for _, path := range slices.Backward(all) {
			if err := os.Remove(path); err != nil {
				t.Error(err)
			}
		}
	})
	return dir
}
