package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"foyer/services/meeting"
)

// maxInvited is how many people are kept for suggestions; the ones that were not used for longest go.
const maxInvited = 5000

// Invited suggests people who were invited before and have all words of the query in their name,
// address, number or department, the last ones first, limit at most. An empty query finds all.
func (s *Store) Invited(ctx context.Context, query string, limit int) ([]meeting.Attendee, error) {
	var found []meeting.Attendee
	wanted := wordsOf(query)
	err := each(ctx, s.reader, "SELECT attendee FROM invited ORDER BY used DESC, count DESC, id", nil, func(from scanner) error {
		if len(found) >= limit {
			return errEnough
		}
		var kept string
		if err := from.Scan(&kept); err != nil {
			return err
		}
		var a meeting.Attendee
		if json.Unmarshal([]byte(kept), &a) != nil {
			return nil // one that cannot be read is nobody to suggest
		}
		if wanted.inText(a.Name, a.Email, a.Phone, meeting.CanonicalNumber(a.Phone), a.DeptName) {
			found = append(found, a)
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return found, s.fail(ctx, "looking for people", err)
}

var errEnough = errors.New("enough was read")

// RememberInvited keeps people for suggestions: with what is known of them now, under their UUID, their
// number, their address or their name, whichever they have first. Nobody without any of them is kept.
func (s *Store) RememberInvited(ctx context.Context, people []meeting.Attendee) error {
	return s.change(ctx, "remembering people", func(tx *sql.Tx) error {
		statement, err := tx.PrepareContext(ctx, `INSERT INTO invited (key, used, count, attendee) VALUES (?, ?, 1, ?)
			ON CONFLICT (key) DO UPDATE SET used = excluded.used, count = count + 1, attendee = excluded.attendee`)
		if err != nil {
			return err
		}
		defer statement.Close() //nolint:errcheck // ends with the transaction
		now, kept := nanos(s.now()), 0
		for _, a := range slices.Backward(people) { // the first of a list is the first to be suggested
			key := invitedKey(a)
			if key == "" {
				continue
			}
			a.Role = meeting.NoRole // that of another meeting says nothing
			content, err := json.Marshal(a)
			if err != nil {
				return err
			}
			if _, err := statement.ExecContext(ctx, key, now+int64(kept), string(content)); err != nil {
				return err
			}
			kept++
		}
		if kept == 0 {
			return errSame
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM invited WHERE id IN (SELECT id FROM invited ORDER BY used DESC, id DESC LIMIT -1 OFFSET ?)`, maxInvited)
		return err
	})
}

func invitedKey(a meeting.Attendee) string {
	for _, k := range []struct{ kind, value string }{
		{"u:", a.UserUUID}, {"p:", meeting.CanonicalNumber(a.Phone)}, {"e:", a.Email}, {"n:", a.Name},
	} {
		if value := strings.ToLower(strings.TrimSpace(k.value)); value != "" {
			return k.kind + value
		}
	}
	return ""
}
