package atomicfile_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"foyer/services/atomicfile"
	"foyer/services/fault"
)

func TestContentThatFailsHalfwayLeavesTheFileAsItWas(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "results.csv")
	if err := atomicfile.Write(name, []byte("before")); err != nil {
		t.Fatal(err)
	}
	own := &fault.Error{Op: "reading", Code: "busy"}
	for _, failing := range []error{io.ErrUnexpectedEOF, own} {
		err := atomicfile.WriteWith(name, func(w io.Writer) error {
			_, err := io.WriteString(w, "half of it")
			return errors.Join(err, failing)
		})
		if !errors.Is(err, failing) {
			t.Errorf("got %v, want %v", err, failing)
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != "before" {
			t.Errorf("the file holds %q, %v", got, err)
		}
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v, want the file alone", entries, err)
	}
}
