package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"os"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID is what the first migration writes into the file's header.
const applicationID = 1181710693

// state is what the file's first page says.
type state struct {
	version, application, tables int
	journal                      string
}

func inspect(ctx context.Context, db *sql.DB) (state, error) {
	var s state
	err := db.QueryRowContext(ctx, `SELECT
		(SELECT user_version FROM pragma_user_version),
		(SELECT application_id FROM pragma_application_id),
		(SELECT count(*) FROM sqlite_schema),
		(SELECT journal_mode FROM pragma_journal_mode)`).Scan(&s.version, &s.application, &s.tables, &s.journal)
	return s, err
}

// prepare refuses a database that is not ours to change, switches to the write-ahead log, and
// applies the migrations that are missing. The caller holds the lock.
func (s *Store) prepare(ctx context.Context) error {
	now, err := inspect(ctx, s.writer)
	if err != nil {
		return err
	}
	steps, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	switch {
	case now.tables > 0 && now.application != applicationID:
		return &ForeignError{Path: s.path}
	case now.version > len(steps):
		return &NewerError{Path: s.path, Version: now.version, Known: len(steps)}
	}
	if now.tables == 0 {
		// So that the file can become smaller again; it has to be said before anything is in it.
		if _, err := s.writer.ExecContext(ctx, "PRAGMA auto_vacuum = INCREMENTAL"); err != nil {
			return err
		}
	}
	if now.journal != "wal" {
		// On a disk that cannot do it SQLite stays with its older journal, which is slower but as safe.
		if _, err := s.writer.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil {
			return err
		}
	}
	return s.migrate(ctx, steps, now.version)
}

// migrate copies a database of an older schema, and applies the steps that it lacks.
func (s *Store) migrate(ctx context.Context, steps []string, version int) (err error) {
	if version == len(steps) {
		return nil
	}
	kept := ""
	if version > 0 && !s.unkept {
		if kept, err = s.keepBefore(ctx, version); err != nil {
			return err
		}
	}
	for n := version; n < len(steps); n++ {
		if err := s.apply(ctx, steps[n], n+1); err != nil {
			if kept != "" && n == version {
				_ = os.Remove(kept) // nothing has changed, so it is of no use
			}
			return fmt.Errorf("%s: %w", steps[n], err)
		}
	}
	s.dropBefore()
	return nil
}

// Schema is the number of the newest schema that this Foyer knows.
func Schema() int {
	steps, _ := fs.Glob(migrations, "migrations/*.sql") // the pattern is sound
	return len(steps)
}

func (s *Store) apply(ctx context.Context, name string, version int) error {
	script, err := migrations.ReadFile(name)
	if err != nil {
		return err
	}
	return inTransaction(ctx, s.writer, s.busy, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, string(script)); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version))
		return err
	})
}
