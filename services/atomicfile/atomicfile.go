// Package atomicfile writes files whole or not at all. It knows nothing of what is in them.
package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"foyer/services/fault"
)

// Write writes a file beside its place, syncs it and renames it, so that nobody ever finds half of
// it. A file that was there keeps its permissions, and a link stays one. What is no regular file,
// such as a pipe, is written to. Errors are *fault.Error with the Code "disk-full",
// "no-permission", "no-folder", "is-a-folder", or none.
func Write(name string, data []byte) error {
	return WriteWith(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// WriteWith is Write for what is made while it is written. When content fails, the file stays as it
// was; an error of its own that is a *fault.Error is returned as it is.
func WriteWith(name string, content func(io.Writer) error) error {
	return writeAs(name, content, false)
}

func writeAs(name string, content func(io.Writer) error, private bool) error {
	err := write(name, content, private)
	if _, known := errors.AsType[*fault.Error](err); known || err == nil {
		return err
	}
	return &fault.Error{Op: "writing " + filepath.Base(name), Service: "file", Kind: fault.Other, Code: code(err), Err: err}
}

// WritePrivate is WriteChosen for a file that only the user may read, whatever it was before.
func WritePrivate(name string, content func(io.Writer) error) error {
	return chosen(name, writeAs(name, content, true))
}

// WriteChosen is WriteWith for a file whose place was chosen in a dialog. Such dialogs make an empty file
// of what they are given; when content fails, an empty file does not stay.
func WriteChosen(name string, content func(io.Writer) error) error {
	return chosen(name, WriteWith(name, content))
}

func chosen(name string, err error) error {
	if err != nil {
		if info, statErr := os.Lstat(name); statErr == nil && info.Mode().IsRegular() && info.Size() == 0 {
			_ = os.Remove(name) // it holds nothing; why nothing was written is what counts
		}
	}
	return err
}

func write(name string, content func(io.Writer) error, private bool) error {
	mode := os.FileMode(0o644)
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	if info, err := os.Stat(name); err == nil {
		if info.IsDir() {
			return &fs.PathError{Op: "write", Path: name, Err: syscall.EISDIR}
		}
		if !info.Mode().IsRegular() {
			return writeInto(name, content)
		}
		mode = info.Mode().Perm()
	}
	if private {
		mode = 0o600
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	err = content(f)
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Chmod(mode), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

func writeInto(name string, content func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(content(f), f.Close())
}

func code(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return "disk-full"
	case errors.Is(err, fs.ErrPermission):
		return "no-permission"
	case errors.Is(err, fs.ErrNotExist):
		return "no-folder"
	case errors.Is(err, syscall.EISDIR):
		return "is-a-folder"
	}
	return ""
}
