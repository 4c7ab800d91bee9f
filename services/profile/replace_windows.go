package profile

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sys/windows"
)

// replace writes the whole file or nothing: beside, synced, renamed. The library that does this
// elsewhere does not promise it on Windows.
func replace(path string, text []byte) error {
	path = target(path)
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	if errClose := f.Close(); err == nil {
		err = errClose
	}
	if err == nil {
		err = rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// rename tries for a second: Windows refuses while anybody, a virus scanner for one, reads the old file.
func rename(from, to string) error {
	deadline := time.NewTimer(time.Second)
	defer deadline.Stop()
	for {
		err := os.Rename(from, to)
		if !errors.Is(err, windows.ERROR_ACCESS_DENIED) && !errors.Is(err, windows.ERROR_SHARING_VIOLATION) {
			return err
		}
		select {
		case <-deadline.C:
			return err
		case <-time.After(10 * time.Millisecond):
		}
	}
}
