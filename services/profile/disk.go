package profile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// brokenError says that a file was read and is no settings file.
type brokenError struct{ err error }

func (e *brokenError) Error() string { return e.err.Error() }

func (e *brokenError) Unwrap() error { return e.err }

func isBroken(err error) bool {
	_, ok := errors.AsType[*brokenError](err)
	return ok
}

// read returns the file's content and how the file looked; an empty document and nil when there is
// no file.
func read(path string) (document, fs.FileInfo, error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		d, err := parse(nil)
		return d, nil, err
	}
	if err != nil {
		return document{}, nil, err
	}
	defer file.Close() //nolint:errcheck // read only
	info, err := file.Stat()
	if err != nil {
		return document{}, nil, err
	}
	text, err := io.ReadAll(io.LimitReader(file, sizeLimit+1))
	if err != nil {
		return document{}, nil, err
	}
	d, err := parse(text)
	if err != nil {
		return document{}, nil, &brokenError{err}
	}
	return d, info, nil
}

// setAside renames the broken file after the time of its last change, and remembers the warning.
func (f *File) setAside(cause error) error {
	info, err := os.Stat(f.path)
	if err != nil {
		return err
	}
	name := f.path + ".broken-" + info.ModTime().UTC().Format("20060102T150405.000Z")
	if err := os.Rename(f.path, name); err != nil {
		return err
	}
	f.warnings = []Warning{{Code: CodeBroken, Path: name, Err: cause}}
	return nil
}

// courtesy lies between two changes of one process, so that another one that wants the lock gets it in
// between: it tries a few times in that while.
const courtesy = 10 * time.Millisecond

// lockWait is far longer than any Foyer holds the lock.
const lockWait = 3 * time.Second

var errBusy = errors.New("another process holds the settings")

// locked runs f while no other process changes the file at path.
func locked(path string, f func() error) error { return lockedWithin(path, lockWait, f) }

func lockedWithin(path string, wait time.Duration, f func() error) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	l := flock.New(path+".lock", flock.SetPermissions(0o600))
	deadline := time.NewTimer(wait)
	defer deadline.Stop()
	for {
		ok, err := l.TryLock()
		if err != nil {
			return err
		}
		if ok {
			break
		}
		select {
		case <-deadline.C:
			return errBusy
		case <-time.After(3 * time.Millisecond):
		}
	}
	defer l.Close() //nolint:errcheck // closing an unlocked file cannot lose anything
	return f()
}

// target resolves symbolic links, because people keep their settings in a repository of dot files.
func target(path string) string {
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		return resolved
	}
	return path
}

func codeOf(err error) string {
	switch {
	case errors.Is(err, errBusy):
		return CodeBusy
	case isBroken(err):
		return CodeBroken
	case errors.Is(err, errUnsafe):
		return CodeUneditable
	}
	return folderCode(err)
}
