package atomicfile_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"foyer/services/atomicfile"
)

func TestAnEmptyFileOfADialogDoesNotStay(t *testing.T) {
	fails := func(w io.Writer) error {
		_, err := io.WriteString(w, "half of it")
		return errors.Join(err, io.ErrUnexpectedEOF)
	}
	for before, stays := range map[string]bool{"": false, "something": true} {
		name := filepath.Join(t.TempDir(), "rooms.pdf")
		if err := os.WriteFile(name, []byte(before), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := atomicfile.WriteChosen(name, fails); !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("got %v", err)
		}
		got, err := os.ReadFile(name)
		if stays != (err == nil) || string(got) != before {
			t.Errorf("a file with %q holds %q, %v", before, got, err)
		}
	}
}

func TestAChosenFileIsWritten(t *testing.T) {
	name := filepath.Join(t.TempDir(), "rooms.pdf")
	err := atomicfile.WriteChosen(name, func(w io.Writer) error { _, err := io.WriteString(w, "all"); return err })
	if got, readErr := os.ReadFile(name); err != nil || string(got) != "all" {
		t.Errorf("the file holds %q, %v, %v", got, err, readErr)
	}
	err = atomicfile.WriteChosen(filepath.Join(name, "none", "rooms.pdf"), func(io.Writer) error { return nil })
	if err == nil || errors.Is(err, fs.ErrExist) {
		t.Errorf("a file in no folder: %v", err)
	}
}
