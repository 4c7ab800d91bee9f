// Package atomicfile writes files whole or not at all. It knows nothing of what is in them.
package atomicfile

import (
	"errors"
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
	if err := write(name, data); err != nil {
		return &fault.Error{Op: "writing " + filepath.Base(name), Service: "file", Kind: fault.Other, Code: code(err), Err: err}
	}
	return nil
}

func write(name string, data []byte) error {
	mode := os.FileMode(0o644)
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	if info, err := os.Stat(name); err == nil {
		if info.IsDir() {
			return &fs.PathError{Op: "write", Path: name, Err: syscall.EISDIR}
		}
		if !info.Mode().IsRegular() {
			return writeInto(name, data)
		}
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

func writeInto(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
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
