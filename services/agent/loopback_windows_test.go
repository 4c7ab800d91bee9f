package agent

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestWhatAReaderPreventsIsTriedAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "agent.sock")
	if err := os.WriteFile(path, []byte("where it is"), 0o600); err != nil {
		t.Fatal(err)
	}
	reader, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	var refused []error
	err = insist(func() error {
		err := os.Remove(path)
		if err != nil {
			refused = append(refused, errors.Join(err, reader.Close()))
		}
		return err
	})
	if err != nil || len(refused) != 1 {
		t.Errorf("removed: %v, refused before: %v", err, refused)
	}
	tries := 0
	err = insist(func() error { tries++; return os.Remove(path) })
	if !errors.Is(err, fs.ErrNotExist) || tries != 1 {
		t.Errorf("what is not there: %v after %d tries", err, tries)
	}
}
