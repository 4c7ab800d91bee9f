package secrets

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"foyer/services/fault"
)

func (k *Keeper) path(name string) string { return filepath.Join(k.config.Dir, name) }

// readFile returns the secret in a file, CodeNone without one. A file that others can read is not
// used, because whoever wrote to it or read it would not be noticed.
func readFile(op, path string) (string, error) {
	f, err := openOwn(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", failure(op, fault.NotConfigured, CodeNone, "", nil)
	}
	if errors.Is(err, errShared) {
		return "", failure(op, fault.NotConfigured, CodeOpenFile, path, nil)
	}
	if err != nil {
		return "", failure(op, fault.NotConfigured, CodeFile, path, err)
	}
	defer f.Close() //nolint:errcheck // read only
	content, err := io.ReadAll(io.LimitReader(f, valueLimit+2))
	if err != nil {
		return "", failure(op, fault.NotConfigured, CodeFile, path, err)
	}
	value := strings.TrimSpace(string(content))
	return value, checkValue(op, fault.NotConfigured, value)
}

// errShared: the file is not the user's alone.
var errShared = errors.New("others can read or change it")

// errNoFile: what is there is no file.
var errNoFile = errors.New("not a file")

// openOwn opens a file that belongs to the user alone. What is opened is what was looked at.
func openOwn(path string) (*os.File, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNoFile // a pipe would block, a link could lead anywhere
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err = f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errNoFile
	}
	if err == nil && !isPrivate(info) {
		err = errShared
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// writeFile writes the secret whole or not at all, for the user alone.
func writeFile(op, path, value string) error {
	if err := write(path, value); err != nil {
		return failure(op, fault.Other, diskCode(err), "", err)
	}
	return nil
}

func write(path, value string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*") // for the user alone
	if err != nil {
		return err
	}
	_, err = f.WriteString(value + "\n")
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

func removeFile(op, path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return failure(op, fault.Other, diskCode(err), "", err)
	}
	return nil
}
