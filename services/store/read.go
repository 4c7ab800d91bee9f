package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"foyer/services/link"
)

// Links returns every saved link: pinned ones first, then the latest used or saved first, then in
// the order in which they were saved. It returns nil when there is none.
func (s *Store) Links(ctx context.Context) ([]link.Saved, error) {
	const op = "reading the saved links"
	rows, err := s.reader.QueryContext(ctx, `SELECT `+columns+` FROM links WHERE deleted = 0
		ORDER BY pinned DESC, max(saved, used) DESC, ref`)
	if err != nil {
		return nil, s.fail(ctx, op, err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err below says what went wrong
	var links []link.Saved
	r := newRow()
	for rows.Next() {
		l, err := r.read(rows)
		if err != nil {
			return nil, s.fail(ctx, op, err)
		}
		links = append(links, l)
	}
	if err := rows.Err(); err != nil {
		return nil, s.fail(ctx, op, err)
	}
	return links, nil
}

// Link returns the saved link with that ref. The error matches ErrNotFound when there is none or
// when it was deleted.
func (s *Store) Link(ctx context.Context, ref int64) (link.Saved, error) {
	op := fmt.Sprintf("reading saved link %d", ref)
	return s.one(ctx, op, `SELECT `+columns+` FROM links WHERE ref = ? AND deleted = 0`, ref)
}

// FindLink returns the saved link whose target has that key; ErrNotFound as for Link.
func (s *Store) FindLink(ctx context.Context, key string) (link.Saved, error) {
	return s.one(ctx, "looking for a saved link", `SELECT `+columns+` FROM links WHERE key = ? AND deleted = 0`, key)
}

func (s *Store) one(ctx context.Context, op, query string, arg any) (link.Saved, error) {
	l, err := scan(s.reader.QueryRowContext(ctx, query, arg))
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	return l, s.fail(ctx, op, err)
}

// Revision returns a number that grows with every change that any process made.
func (s *Store) Revision(ctx context.Context) (int64, error) {
	var n int64
	err := s.reader.QueryRowContext(ctx, "SELECT number FROM revision").Scan(&n)
	return n, s.fail(ctx, "reading the revision", err)
}
