package store

import (
	"context"
	"database/sql"
	"strings"
)

// rescueMeetings takes over groups, people and drafts that can be read. The first and the last are the
// user's work, so pages that are damaged are stepped over.
func (s *Store) rescueMeetings(ctx context.Context, old *sql.DB) {
	_ = s.changeOutbox(ctx, "rescuing groups", func(o *outbox) error {
		r := rescuer{outbox: o, old: old, prepared: map[string]*sql.Stmt{}}
		n := 0
		for _, t := range []struct{ table, columns string }{
			{"attendee_groups", "id, name, saved, attendees"},
			{"invited", "id, key, used, count, attendee"},
		} {
			count := strings.Count(t.columns, ",") + 1
			r.salvage(t.table, t.columns, "id", count, func(values []any) {
				r.write("INSERT OR IGNORE INTO "+t.table+" ("+t.columns+") VALUES (?"+strings.Repeat(", ?", count-1)+")", values...)
				n++
			})
		}
		_ = each(ctx, old, "SELECT name, saved, content FROM drafts", nil, func(from scanner) error {
			values, err := scanAny(from, 3)
			if err != nil {
				return err
			}
			r.write("INSERT OR IGNORE INTO drafts (name, saved, content) VALUES (?, ?, ?)", values...)
			n++
			return r.err
		})
		if r.err != nil {
			return r.err
		}
		return changed(n, nil)
	})
}
