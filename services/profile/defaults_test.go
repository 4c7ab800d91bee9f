package profile

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDefaultsAreWhatAMissingFileMeans(t *testing.T) {
	file, err := Open(filepath.Join(folder(t), "settings.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(file.Values(), Defaults()); diff != "" {
		t.Error(diff)
	}
}
