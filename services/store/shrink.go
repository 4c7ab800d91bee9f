package store

import (
	"context"
	"database/sql"
)

// The file gives free pages back in small steps, once it is made so that it can. Databases from before
// that are rewritten once for it, when what is in them is little enough to be written in an instant.
const (
	shrinkFrom    = 256      // free pages that are worth it: 1 MiB
	rewriteUpTo   = 16 << 20 // bytes in use
	incrementally = 2        // SQLite's number for it
)

// usage is how the file's pages are used.
type usage struct{ pages, free, size, vacuum int64 }

// Size returns the bytes that the database takes on the disk, and how many of those are free to be used
// again or to be given back by Shrink.
func (s *Store) Size(ctx context.Context) (bytes, free int64, err error) {
	u, err := s.usage(ctx, s.reader)
	return u.pages * u.size, u.free * u.size, s.fail(ctx, "measuring the database", err)
}

func (s *Store) usage(ctx context.Context, db *sql.DB) (u usage, err error) {
	err = db.QueryRowContext(ctx, `SELECT (SELECT page_count FROM pragma_page_count), (SELECT freelist_count FROM pragma_freelist_count),
		(SELECT page_size FROM pragma_page_size), (SELECT auto_vacuum FROM pragma_auto_vacuum)`).Scan(&u.pages, &u.free, &u.size, &u.vacuum)
	return u, err
}

// Shrink gives what is free in the file back to the disk, when that is much. It does so in small steps,
// calls rest after each, and ends early when that fails.
func (s *Store) Shrink(ctx context.Context, rest func(context.Context) error) error {
	const op = "making the database smaller"
	u, err := s.usage(ctx, s.reader)
	if err == nil && u.free >= shrinkFrom && u.vacuum != incrementally {
		if (u.pages-u.free)*u.size > rewriteUpTo {
			return nil // what is free is used again; rewriting all would keep others waiting
		}
		return s.fail(ctx, op, s.rewrite(ctx))
	}
	for err == nil && u.free >= shrinkFrom {
		if _, err = s.writer.ExecContext(ctx, "PRAGMA incremental_vacuum(64)"); err != nil {
			break
		}
		before := u.free
		if u, err = s.usage(ctx, s.reader); err != nil || u.free >= before {
			break
		}
		err = rest(ctx)
	}
	return s.fail(ctx, op, err)
}

// rewrite makes the file one that can shrink in steps, which shrinks it too.
func (s *Store) rewrite(ctx context.Context) error {
	connection, err := s.writer.Conn(ctx)
	if err != nil {
		return err
	}
	defer connection.Close() //nolint:errcheck // goes back to its pool
	if _, err := connection.ExecContext(ctx, "PRAGMA auto_vacuum = INCREMENTAL"); err != nil {
		return err
	}
	return patiently(ctx, s.busy, func() error {
		_, err := connection.ExecContext(ctx, "VACUUM")
		return err
	})
}
