package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"modernc.org/sqlite"

	"foyer/services/fault"
	"foyer/services/message"
)

// Adopted is what became of a database that was adopted.
type Adopted struct {
	// Holdings is what it holds; of its messages none waits.
	Holdings
	// Doubtful is how many messages were waiting in it, and are unknown now.
	Doubtful int
}

// Adopt makes a database that was copied some time ago fit to be used in place of another: it checks
// every page, brings it up to date, and makes unknown, with CodeRestored, what was queued or being sent
// in it. Those messages may have been sent since, and nothing is sent twice without asking. What is
// paused stays, and so do discarded messages; restored, they would not be sent either.
//
// The file is the caller's own copy, which it discards after an error. The error's Code is CodeDamaged,
// CodeNewer, CodeForeign, or one of the disk's.
func Adopt(ctx context.Context, path string, now func() time.Time) (Adopted, error) {
	const op = "reading the copy of a database"
	if err := check(ctx, path); err != nil {
		return Adopted{}, wrap(ctx, op, err)
	}
	s := &Store{path: path, now: now, busy: busyWait, unkept: true}
	if err := s.tryConnect(ctx); err != nil {
		return Adopted{}, wrap(ctx, op, err)
	}
	a, err := s.adopt(ctx)
	if err := errors.Join(err, s.Close()); err != nil {
		return Adopted{}, wrap(ctx, op, err)
	}
	return a, nil
}

func (s *Store) adopt(ctx context.Context) (a Adopted, err error) {
	if err := s.checkSchema(ctx); err != nil {
		return a, err
	}
	if a.Doubtful, err = s.doubtAll(ctx); err != nil {
		return a, err
	}
	a.Holdings, err = holdings(ctx, s.writer)
	if err == nil {
		// One file without a log can be renamed as a whole.
		_, err = s.writer.ExecContext(ctx, "PRAGMA journal_mode = DELETE")
	}
	return a, err
}

// check reads every page, without writing.
func check(ctx context.Context, path string) error {
	db, err := connectReader(path, busyWait)
	if err != nil {
		return err
	}
	defer db.Close() //nolint:errcheck // read only
	now, err := inspect(ctx, db)
	switch {
	case err != nil:
		return err
	case now.application != applicationID || now.tables == 0:
		return &ForeignError{Path: path}
	case now.version > Schema():
		return &NewerError{Path: path, Version: now.version, Known: Schema()}
	}
	var verdict string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return &pagesError{verdict}
	}
	broken := false
	err = each(ctx, db, "PRAGMA foreign_key_check", nil, func(scanner) error { broken = true; return nil })
	if err == nil && broken {
		return &pagesError{"rows refer to others that are missing"}
	}
	return err
}

// checkSchema refuses a database with anything in it that no migration made, such as a trigger: its
// file came from elsewhere.
func (s *Store) checkSchema(ctx context.Context) error {
	connector, err := sqlite.NewConnector(":memory:")
	if err != nil {
		return err
	}
	fresh := sql.OpenDB(connector)
	defer fresh.Close() //nolint:errcheck // in memory
	fresh.SetMaxOpenConns(1)
	clean := &Store{path: s.path, now: s.now, busy: s.busy, writer: fresh, unkept: true}
	if err := clean.prepare(ctx); err != nil {
		return err
	}
	want, err := clean.schema(ctx)
	if err != nil {
		return err
	}
	got, err := s.schema(ctx)
	if err == nil && !slices.Equal(got, want) {
		return &ForeignError{Path: s.path}
	}
	return err
}

// schema is everything that was ever created in the database.
func (s *Store) schema(ctx context.Context) ([]string, error) {
	var all []string
	err := each(ctx, s.writer, `SELECT type, name, ifnull(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY type, name`, nil, func(from scanner) error {
		var kind, name, statement string
		err := from.Scan(&kind, &name, &statement)
		all = append(all, fmt.Sprint(kind, " ", name, ": ", statement))
		return err
	})
	return all, err
}

// doubtAll makes unknown what waits, and returns how many messages those were.
func (s *Store) doubtAll(ctx context.Context) (n int, err error) {
	err = s.changeOutbox(ctx, "checking the outbox", func(o *outbox) error {
		const waiting = "state IN ('queued', 'sending')"
		if n, err = o.moveGroups(waiting+" AND discarded = 0", nil, become(message.Unknown)); err != nil {
			return err
		}
		why := writeFailure(&message.Failure{Kind: fault.UnknownOutcome, Code: CodeRestored})
		_, err := o.exec("UPDATE messages SET state = 'unknown', open = 0, front = 0, ended = ?, failure = ? WHERE "+waiting, o.now, why)
		return err
	})
	return n, err
}
