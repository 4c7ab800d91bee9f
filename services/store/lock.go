package store

import (
	"context"
	"errors"
	"time"

	"github.com/gofrs/flock"
	"modernc.org/sqlite"
)

var errBusy = errors.New("another process is opening the database")

// lock lets one process at a time open the database at path, so that two never create, migrate or
// set aside the same file. It waits at most for the given time and returns the way to unlock.
func lock(ctx context.Context, path string, wait time.Duration) (unlock func(), err error) {
	limited, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	l := flock.New(path+".lock", flock.SetPermissions(0o600))
	if _, err := l.TryLockContext(limited, 3*time.Millisecond); err != nil {
		if limited.Err() != nil && ctx.Err() == nil {
			return nil, errBusy
		}
		return nil, err
	}
	// The file stays: removing it would let two processes lock two files of the same name.
	return func() { _ = l.Close() }, nil
}

// patience is how long the writing connection waits for another process in one turn. SQLite does
// not notice a cancelled context while it waits, so the turns are short and we count them.
const patience = 100 * time.Millisecond

// patiently repeats f while it finds the database busy, at most for the given time.
func patiently(ctx context.Context, wait time.Duration, f func() error) error {
	deadline := time.NewTimer(wait)
	defer deadline.Stop()
	for {
		err := f()
		if !isBusy(err) || ctx.Err() != nil {
			return err
		}
		select {
		case <-deadline.C:
			return err
		default: // f itself has waited
		}
	}
}

func isBusy(err error) bool {
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return false
	}
	_, code := resultCode(e.Code())
	return code == CodeBusy
}
