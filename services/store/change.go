package store

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// errSame rolls a change back because it would change nothing.
var errSame = errors.New("nothing to change")

// change runs f in one transaction and counts the revision up. When it returns nil, the change is
// on the disk. f returns errSame when there was nothing to do.
func (s *Store) change(ctx context.Context, op string, f func(tx *sql.Tx) error) error {
	err := inTransaction(ctx, s.writer, s.busy, func(tx *sql.Tx) error {
		if err := f(tx); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "UPDATE revision SET number = number + 1")
		return err
	})
	if errors.Is(err, errSame) {
		return nil
	}
	return s.fail(ctx, op, err)
}

func inTransaction(ctx context.Context, db *sql.DB, wait time.Duration, f func(tx *sql.Tx) error) error {
	// The write lock is taken here; nothing later in the transaction has to wait for anybody.
	var tx *sql.Tx
	err := patiently(ctx, wait, func() (err error) {
		tx, err = db.BeginTx(ctx, nil)
		return err
	})
	if err != nil {
		return err
	}
	if err := f(tx); err != nil {
		// SQLite has rolled back by itself after some failures; the first error is the one that matters.
		_ = tx.Rollback()
		return err
	}
	return tx.Commit()
}
