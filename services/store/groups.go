package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"foyer/services/fault"
	"foyer/services/meeting"
)

// Groups returns the saved groups of attendees by name. One that cannot be read any more has a name and
// nobody in it.
func (s *Store) Groups(ctx context.Context) ([]meeting.Group, error) {
	var all []meeting.Group
	err := each(ctx, s.reader, "SELECT name, saved, attendees FROM attendee_groups", nil, func(from scanner) error {
		var g meeting.Group
		var saved int64
		var attendees string
		if err := from.Scan(&g.Name, &saved, &attendees); err != nil {
			return err
		}
		g.Saved = fromNanos(saved)
		if json.Unmarshal([]byte(attendees), &g.Attendees) != nil {
			g.Attendees = nil
		}
		all = append(all, g)
		return nil
	})
	slices.SortFunc(all, func(a, b meeting.Group) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	return all, s.fail(ctx, "reading groups", err)
}

// SaveGroup keeps a group, in place of the one of that name. Letter case makes no other name.
func (s *Store) SaveGroup(ctx context.Context, g meeting.Group) error {
	const op = "saving a group"
	name := strings.TrimSpace(g.Name)
	if name == "" {
		return &fault.Error{Op: op, Service: service, Kind: fault.Invalid, Code: CodeNoName}
	}
	if g.Attendees == nil {
		g.Attendees = []meeting.Attendee{}
	}
	attendees, err := json.Marshal(g.Attendees)
	if err != nil {
		return s.fail(ctx, op, err)
	}
	return s.change(ctx, op, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO attendee_groups (name, saved, attendees) VALUES (?, ?, ?)
			ON CONFLICT (name) DO UPDATE SET name = excluded.name, saved = excluded.saved, attendees = excluded.attendees`,
			name, nanos(s.now()), string(attendees))
		return err
	})
}

// RemoveGroup removes a group. One that is not there is removed already.
func (s *Store) RemoveGroup(ctx context.Context, name string) error {
	return s.change(ctx, "removing a group", func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, "DELETE FROM attendee_groups WHERE name = ?", strings.TrimSpace(name))
		return affected(result, err)
	})
}

// affected is errSame when a statement changed nothing.
func affected(result sql.Result, err error) error {
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	if err == nil && n == 0 {
		return errSame
	}
	return err
}
