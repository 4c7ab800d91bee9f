package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"foyer/services/message"
)

// History returns what happened to a message, oldest first. The error matches ErrNotFound when there
// is no such message; a discarded one still has its history.
func (s *Store) History(ctx context.Context, id int64) ([]message.Event, error) {
	events, err := s.history(ctx, id)
	return events, s.fail(ctx, fmt.Sprintf("reading the history of message %d", id), err)
}

// The usual course is not written as events but follows from the message's columns.
func (s *Store) history(ctx context.Context, id int64) ([]message.Event, error) {
	var events []message.Event
	err := each(ctx, s.reader, `SELECT 1 AS part, 0 AS number, created, 'queued', '', '' FROM messages WHERE id = ?1
		UNION ALL SELECT 2, id, at, state, code, failure FROM events WHERE message = ?1
		UNION ALL SELECT 3, 0, began, 'sending', '', '' FROM messages WHERE id = ?1 AND began > 0
		UNION ALL SELECT 4, 0, ended, state, '', failure FROM messages WHERE id = ?1 AND ended > 0
		ORDER BY part, number`, []any{id}, func(from scanner) error {
		var e message.Event
		var part, number, at int64
		var failure string
		if err := from.Scan(&part, &number, &at, (*string)(&e.State), &e.Code, &failure); err != nil {
			return err
		}
		e.At = fromNanos(at)
		var err error
		e.Failure, err = readFailure(failure)
		if !slices.ContainsFunc(events, func(o message.Event) bool { return part > 2 && o.State == e.State && o.At.Equal(e.At) }) {
			events = append(events, e)
		}
		return err
	})
	if err == nil && len(events) == 0 {
		return nil, errNoMessage
	}
	slices.SortStableFunc(events, func(a, b message.Event) int { return cmp.Compare(nanos(a.At), nanos(b.At)) })
	return events, err
}

// note writes one event.
func (o *outbox) note(id int64, at time.Time, state message.State, code string, f *message.Failure) error {
	_, err := o.exec(`INSERT INTO events (message, at, state, code, failure) VALUES (?, ?, ?, ?, ?)`,
		id, nanos(at), string(state), code, writeFailure(f))
	return err
}

// noteAll writes one event for each message that the condition chooses. state is an expression.
func (o *outbox) noteAll(where, list, state, code string) error {
	_, err := o.exec(`INSERT INTO events (message, at, state, code) SELECT id, ?, `+state+`, ? FROM messages WHERE `+where+` ORDER BY id`, o.now, code, list)
	return err
}

// keepCourse writes as events what the columns say of messages that the condition chooses, before
// the columns say something else.
func (o *outbox) keepCourse(where, list string) error {
	const absent = ` AND NOT EXISTS (SELECT 1 FROM events e WHERE e.message = messages.id AND e.at = messages.%s AND e.state = %s)`
	_, err := o.exec(`INSERT INTO events (message, at, state, code) SELECT id, began, 'sending', '' FROM messages WHERE began > 0 AND `+
		where+fmt.Sprintf(absent, "began", "'sending'"), list)
	if err != nil {
		return err
	}
	_, err = o.exec(`INSERT INTO events (message, at, state, code, failure) SELECT id, ended, state, '', failure FROM messages WHERE ended > 0 AND `+
		where+fmt.Sprintf(absent, "ended", "messages.state"), list)
	return err
}
