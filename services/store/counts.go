package store

import (
	"context"

	"foyer/services/message"
)

// Counts returns how many of the messages that f chooses are in which state. Without words and
// a service it reads no message but the counts that every change keeps.
func (s *Store) Counts(ctx context.Context, f message.Filter) (message.Counts, error) {
	count := s.countBatches
	switch {
	case len(wordsOf(f.Words)) > 0:
		count = s.countWords
	case f.Service != "":
		count = s.countService
	}
	c, err := count(ctx, f)
	if f.State != "" {
		c = only(c, f.State)
	}
	return c, s.fail(ctx, "counting messages", err)
}

// only leaves the count of one state.
func only(c message.Counts, s message.State) message.Counts {
	var one message.Counts
	if p := counter(&one, s); p != nil {
		*p = *counter(&c, s)
	}
	if s == message.Queued {
		one.Held = c.Held
	}
	return one
}

func (s *Store) countBatches(ctx context.Context, f message.Filter) (message.Counts, error) {
	var c message.Counts
	where, args := "id >= 0", []any(nil)
	if f.Batch != 0 {
		where, args = "id > 0 AND id = ?", []any{f.Batch}
	}
	query := `SELECT ifnull(sum(queued), 0), ifnull(sum(sending), 0), ifnull(sum(sent), 0), ifnull(sum(failed), 0),
		ifnull(sum(unknown), 0), ifnull(sum(queued * paused), 0) FROM batches WHERE ` + where
	err := s.reader.QueryRowContext(ctx, query, args...).Scan(&c.Queued, &c.Sending, &c.Sent, &c.Failed, &c.Unknown, &c.Held)
	return c, err
}

func (s *Store) countWords(ctx context.Context, f message.Filter) (message.Counts, error) {
	var c message.Counts
	where, args := chosen(f)
	look := newLook(f.Words)
	var state message.State
	var paused bool
	err := each(ctx, s.reader, `SELECT `+lookColumns+`, m.state, b.paused FROM `+itemTables+` WHERE `+where, args, func(from scanner) error {
		found, err := look.at(from, (*string)(&state), &paused)
		if !found || err != nil {
			return err
		}
		if p := counter(&c, state); p != nil {
			*p++
		}
		if paused && state == message.Queued {
			c.Held++
		}
		return nil
	})
	return c, err
}
