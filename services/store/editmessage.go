package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"foyer/services/message"
)

// EditMessage writes m in place of a queued or failed message. A queued one keeps its place unless its
// destination changes, and goes to the end then; a failed one stays failed until it is put back. The
// error matches ErrNotFound when there is no such message, and has CodeNotEditable when it is being
// sent, was sent, or may have been.
func (s *Store) EditMessage(ctx context.Context, id int64, m message.Message) error {
	return s.changeOutbox(ctx, fmt.Sprintf("changing message %d", id), func(o *outbox) error {
		var state message.State
		var from int64
		var bulk bool
		var service string
		err := o.tx.QueryRowContext(ctx, `SELECT m.state, m.destination, m.service, b.bulk FROM messages m JOIN batches b ON b.id = m.batch
			WHERE m.id = ? AND m.discarded = 0`, id).Scan((*string)(&state), &from, &service, &bulk)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return errNoMessage
		case err != nil:
			return err
		case state != message.Queued && state != message.Failed:
			return errNotEditable
		}
		_, err = o.exec(`UPDATE contents SET recipients = ?, room = ?, mentions = ?, text = ?, envelope = ? WHERE message = ?`,
			joinLines(m.To), m.Room, joinLines(m.Mentions), m.Text, m.Envelope, id)
		if err != nil {
			return err
		}
		if err := o.note(id, fromNanos(o.now), state, message.EventEdited, nil); err != nil {
			return err
		}
		if err := (&suggestions{o: o, service: service}).remember(m); err != nil {
			return err
		}
		return o.redirect(id, from, destination(service, m), bulk && m.IsDirect())
	})
}

// redirect moves a message that went to from behind the others to its destination, if that is another.
func (o *outbox) redirect(id, from, to int64, bulk bool) error {
	if to == from {
		return nil
	}
	last, err := o.numbers(1)
	if err != nil {
		return err
	}
	_, err = o.exec("UPDATE messages SET destination = ?, seq = ?, front = 0, bulk = ? WHERE id = ?", to, last+1, bulk, id)
	if err != nil {
		return err
	}
	return o.raise([]int64{from, to})
}
