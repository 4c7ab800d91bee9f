package store

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
)

const opCopy = "copying the database"

// CopyTo writes what the database holds at one moment to a new file, which only the user can read, syncs
// it, and returns how much that is. Others go on reading and writing meanwhile. The file must not exist;
// after an error there is none. Deleted rows leave nothing behind in it.
func (s *Store) CopyTo(ctx context.Context, to string) (Holdings, error) {
	if err := copyDatabase(ctx, s.path, to); err != nil {
		return Holdings{}, s.fail(ctx, opCopy, err)
	}
	db, err := connectReader(to, busyWait)
	if err != nil {
		return Holdings{}, wrap(ctx, opCopy, err)
	}
	defer db.Close() //nolint:errcheck // read only
	h, err := holdings(ctx, db)
	return h, wrap(ctx, opCopy, err)
}

// Copy is CopyTo for a database that is not open, and may be of an older Foyer. It changes nothing there
// but may leave the files of a log.
func Copy(ctx context.Context, from, to string) error {
	return wrap(ctx, opCopy, copyDatabase(ctx, from, to))
}

func copyDatabase(ctx context.Context, from, to string) (err error) {
	// Made here, since SQLite would let others read it.
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, f.Close())
		if err != nil {
			err = errors.Join(err, ignoreAbsent(os.Remove(to)))
		}
	}()
	db, err := connectCopying(from)
	if err != nil {
		return err
	}
	defer db.Close() //nolint:errcheck // read only
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", to); err != nil {
		return err
	}
	return f.Sync()
}

func ignoreAbsent(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// connectCopying returns a handle that cannot write the database, but another file.
func connectCopying(path string) (*sql.DB, error) {
	db, err := connect(path, url.Values{"mode": {"ro"}, "_pragma": {busyPragma(busyWait), cachePragma, "trusted_schema(0)", "cell_size_check(1)"}})
	if err == nil {
		db.SetMaxOpenConns(1)
	}
	return db, err
}

// Holdings is how much a database holds.
type Holdings struct {
	Links, Messages, Batches, Groups, People, Drafts int
	// Waiting are the Messages that were queued or being sent.
	Waiting int
}

// Holdings counts what the database holds, without what was deleted or discarded.
func (s *Store) Holdings(ctx context.Context) (Holdings, error) {
	h, err := holdings(ctx, s.reader)
	return h, s.fail(ctx, "counting what the database holds", err)
}

func holdings(ctx context.Context, db *sql.DB) (h Holdings, err error) {
	err = db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM links WHERE deleted = 0),
		(SELECT ifnull(sum(queued + sending + sent + failed + unknown), 0) FROM batches), (SELECT ifnull(sum(queued + sending), 0) FROM batches),
		(SELECT count(*) FROM batches WHERE id > 0 AND queued + sending + sent + failed + unknown > 0),
		(SELECT count(*) FROM attendee_groups), (SELECT count(*) FROM people) + (SELECT count(*) FROM invited), (SELECT count(*) FROM drafts)`).
		Scan(&h.Links, &h.Messages, &h.Waiting, &h.Batches, &h.Groups, &h.People, &h.Drafts)
	return h, err
}
