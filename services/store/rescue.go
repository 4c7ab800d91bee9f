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

// rescue takes over what can still be read of the database that was set aside. It works on a copy,
// for the evidence stays as it was found, and it is a bonus: its failure is no failure of Open. Damage
// to one of the few pages through which all others are found hides everything.
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
	defer old.Close() //nolint:errcheck // a copy that goes now
	// One reads on while another looks something up.
	old.SetMaxOpenConns(2)
	var tables int
	if err := old.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil || tables == 0 {
		return
	}
	s.rescueLinks(ctx, old)
	s.rescueOutbox(ctx, old)
	s.rescueRooms(ctx, old)
	s.rescueMeetings(ctx, old)
}

func (s *Store) rescueLinks(ctx context.Context, old *sql.DB) {
	n := 0
	err := s.change(ctx, "rescuing links", func(tx *sql.Tx) error {
		k := keeper{ctx: ctx, tx: tx, now: s.now()}
		for _, r := range readable(ctx, old) {
			if err := k.takeOver(r); err != nil {
				return err
			}
			n++
		}
		return changed(n, nil)
	})
	if err == nil {
		s.damage.Rescued = n
	}
}

// readable reads the links one by one, stepping over those that lie on damaged pages.
func readable(ctx context.Context, db *sql.DB) []rescued {
	var rows []rescued
	seen := map[string]bool{}
	salvage(ctx, func(s span) (keys, error) {
		var k keys
		err := each(ctx, db, s.query(columns+", named, deleted", "links", "ref"), []any{s.low, s.high}, func(from scanner) error {
			var r rescued
			var err error
			if r.Saved, err = scan(from, &r.named, &r.deleted); err != nil {
				return err
			}
			if !k.seen(s, r.Ref) {
				return errBadKey
			}
			if key, err := keyOf(r.Target); err == nil && !seen[key] {
				seen[key] = true
				rows = append(rows, r)
			}
			return nil
		})
		return k, err
	})
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
