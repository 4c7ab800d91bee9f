package store

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

var errInUse = errors.New("another process has the database open")

// Replace puts the database file with, which Adopt has made fit, in the place of the one at path, and
// keeps what was there in the folder before. At every moment one of the two is in the place, whenever the
// process is killed; called again with the same arguments it goes on, and when with is gone it has been
// done and Replace does nothing. All three have to lie on one disk, and before has to exist.
//
// A database that any process has open is not replaced: the error's Code is CodeInUse then, after wait.
func Replace(ctx context.Context, path, with, before string, wait time.Duration) error {
	const op = "replacing the database"
	if _, err := os.Lstat(with); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		path = resolved
	}
	unlock, err := lock(ctx, path, wait)
	if err != nil {
		return wrap(ctx, op, err)
	}
	defer unlock()
	if err := vacate(ctx, path, wait); err != nil {
		return wrap(ctx, op, err)
	}
	if err := keepAs(path, filepath.Join(before, filepath.Base(path))); err != nil {
		return wrap(ctx, op, err)
	}
	if err := os.Rename(with, path); err != nil {
		return wrap(ctx, op, err)
	}
	return wrap(ctx, op, errors.Join(syncFolder(filepath.Dir(path)), syncFolder(before)))
}

// Unused fails with CodeInUse when any process has the database at path open, after wait.
func Unused(ctx context.Context, path string, wait time.Duration) error {
	const op = "looking who uses the database"
	unlock, err := lock(ctx, path, wait)
	if err != nil {
		return wrap(ctx, op, err)
	}
	defer unlock()
	return wrap(ctx, op, vacate(ctx, path, wait))
}

// vacate folds the log into the database, which succeeds only when nobody else has it open. The log of
// a database that is too damaged for that stays beside it, and is moved with it by keepAs: SQLite would
// remove it.
func vacate(ctx context.Context, path string, wait time.Duration) error {
	begins, err := beginning(path)
	if err != nil || begins != fileHeader || brokenLog(path+"-wal", path) {
		return ignoreAbsent(err)
	}
	db, err := connectWriter(path)
	if err != nil {
		return err
	}
	err = patiently(ctx, wait, func() error {
		_, err := db.ExecContext(ctx, "PRAGMA journal_mode = DELETE")
		return err
	})
	err = errors.Join(err, db.Close())
	switch {
	case isBusy(err):
		return errInUse
	case damaged(err):
		return nil
	}
	return err
}

// fileHeader is how every SQLite database begins.
const fileHeader = "SQLite format 3\x00"

func beginning(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close() //nolint:errcheck // read only
	b := make([]byte, len(fileHeader))
	n, err := io.ReadFull(f, b)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return string(b[:n]), err
}

// keepAs gives the database at path a second name, with which it stays when the first one is given to
// another. Where a disk knows no second names it is copied.
func keepAs(path, name string) error {
	info, err := os.Lstat(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if kept, err := os.Lstat(name); err == nil {
		if os.SameFile(info, kept) {
			return nil
		}
		// From a try that was cut short, before another process wrote to the database.
		if err := os.Rename(name, name+".older"); err != nil {
			return err
		}
	}
	for _, side := range sidecars[1:] {
		if err := os.Rename(path+side, name+side); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	if err := os.Link(path, name); err == nil {
		return nil
	}
	if err := copyFile(path, name); err != nil {
		return errors.Join(err, ignoreAbsent(os.Remove(name)))
	}
	return nil
}

// syncFolder makes renames last. Not every system can do so, or needs it.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, os.ErrPermission) {
		err = nil
	}
	return errors.Join(err, f.Close())
}
