package store

import (
	"context"
	"database/sql"
	"errors"
	"os"

	"foyer/services/link"
)

// rescued is one row of a damaged database.
type rescued struct {
	link.Saved
	named   bool
	deleted int64
}

// unreadable is how many refs in a row may fail before the rest is given up. A page holds about
// twenty links.
const unreadable = 200

// rescue takes over what can still be read of the database that was set aside. It works on a copy,
// for the evidence stays as it was found, and it is a bonus: its failure is no failure of Open.
func (s *Store) rescue(ctx context.Context) {
	work := s.path + ".rescue"
	defer func() {
		for _, side := range sidecars {
			_ = os.Remove(work + side)
		}
	}()
	for _, side := range sidecars[:2] {
		_ = os.Remove(work + side)
		if err := copyFile(s.damage.Path+side, work+side); err != nil && !errors.Is(err, os.ErrNotExist) {
			return
		}
	}
	old, err := connectWriter(work)
	if err != nil {
		return
	}
	rows := readable(ctx, old)
	_ = old.Close()
	if len(rows) == 0 {
		return
	}
	n := 0
	err = s.change(ctx, "rescuing links", func(tx *sql.Tx) error {
		k := keeper{ctx: ctx, tx: tx, now: s.now()}
		for _, r := range rows {
			if err := k.takeOver(r); err != nil {
				return err
			}
			n++
		}
		return nil
	})
	if err == nil {
		s.damage.Rescued = n
	}
}

// readable reads the links one by one, stepping over those that lie on damaged pages.
func readable(ctx context.Context, db *sql.DB) []rescued {
	var rows []rescued
	seen := map[string]bool{}
	failures := 0
	for ref := int64(1); failures < unreadable && ctx.Err() == nil; ref++ {
		var r rescued
		var err error
		r.Saved, err = scan(db.QueryRowContext(ctx, `SELECT `+columns+`, named, deleted FROM links WHERE ref >= ? ORDER BY ref LIMIT 1`, ref), &r.named, &r.deleted)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return rows
		case err != nil || r.Ref < ref:
			failures++
			continue
		}
		failures = 0
		ref = r.Ref
		if key, err := keyOf(r.Target); err == nil && !seen[key] {
			seen[key] = true
			rows = append(rows, r)
		}
	}
	return rows
}

// takeOver inserts a link as it was, with its ref.
func (k *keeper) takeOver(r rescued) error {
	l, err := k.add(r.Saved, r.Key())
	if err != nil {
		return err
	}
	_, err = k.tx.ExecContext(k.ctx, `UPDATE links SET ref = ?, label = ?, template = ?, pinned = ?, used = ?, named = ?, deleted = ? WHERE ref = ?`,
		r.Ref, r.Label, r.Template, r.Pinned, nanos(r.Used), r.named, r.deleted, l.Ref)
	return err
}
