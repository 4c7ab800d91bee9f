package store

import (
	"cmp"
	"context"

	"foyer/services/message"
)

// countService counts the messages of one service, or those of a batch that leave through it.
func (s *Store) countService(ctx context.Context, f message.Filter) (message.Counts, error) {
	var c message.Counts
	where, args := chosen(message.Filter{Batch: f.Batch, Service: f.Service})
	query := `SELECT m.state, b.paused, count(*) FROM messages m JOIN batches b ON b.id = m.batch WHERE ` + where + ` GROUP BY m.state, b.paused`
	err := each(ctx, s.reader, query, args, func(from scanner) error {
		var state message.State
		var paused bool
		var n int
		if err := from.Scan((*string)(&state), &paused, &n); err != nil {
			return err
		}
		if p := counter(&c, state); p != nil {
			*p += n
		}
		if paused && state == message.Queued {
			c.Held += n
		}
		return nil
	})
	return c, err
}

// OutboxServices returns the IDs of the services that messages or batches in the database are of, be they
// sent or discarded: a new service must have none of these.
func (s *Store) OutboxServices(ctx context.Context) ([]string, error) {
	var all []string
	err := each(ctx, s.reader, "SELECT service FROM messages UNION SELECT service FROM batches WHERE id > 0 ORDER BY service", nil, func(from scanner) error {
		var id string
		err := from.Scan(&id)
		all = append(all, id)
		return err
	})
	return all, s.fail(ctx, "reading the services of the outbox", err)
}

// MoveMessages lets queued and failed messages leave through another service, "" for the first one, and
// returns how many it moved, after an error perhaps some. Queued ones go to the end of the queue there, in
// the order in which they were queued and as if they had never been tried; failed ones stay failed until
// they are put back. Others, and those that leave through it already, are left alone.
func (s *Store) MoveMessages(ctx context.Context, service string, ids ...int64) (int, error) {
	service = cmp.Or(service, firstService)
	return s.changeListed(ctx, "moving messages to another service", ids, func(o *outbox, list string) (int, error) {
		moving, err := o.moving(service, list)
		if err != nil || len(moving) == 0 {
			return 0, err
		}
		last, err := o.numbers(len(moving))
		if err != nil {
			return 0, err
		}
		var places []int64
		for i, m := range moving {
			to := destination(service, m.message)
			places = append(places, m.from, to)
			if err := o.note(m.id, fromNanos(o.now), m.state, message.EventMoved, nil); err != nil {
				return 0, err
			}
			if m.state == message.Failed {
				_, err = o.exec("UPDATE messages SET service = ?, destination = ? WHERE id = ?", service, to, m.id)
			} else {
				_, err = o.exec(`UPDATE messages SET service = ?, destination = ?, seq = ?, front = 0, queued = ?, tries = 0, next = 0, began = 0, failure = ''
					WHERE id = ?`, service, to, last+int64(i)+1, o.now, m.id)
			}
			if err != nil {
				return 0, err
			}
		}
		return len(moving), o.raise(places)
	})
}

// movingMessage is what has to be known of a message that goes to another service.
type movingMessage struct {
	id, from int64 // from is its destination so far
	state    message.State
	message  message.Message
}

func (o *outbox) moving(service, list string) ([]movingMessage, error) {
	var all []movingMessage
	err := each(o.ctx, o, `SELECT m.id, m.destination, m.state, c.recipients, c.room FROM messages m JOIN contents c ON c.message = m.id
		WHERE m.state IN ('queued', 'failed') AND m.discarded = 0 AND m.service <> ? AND m.`+listed+` ORDER BY m.seq`, []any{service, list}, func(from scanner) error {
		var m movingMessage
		var recipients string
		err := from.Scan(&m.id, &m.from, (*string)(&m.state), &recipients, &m.message.Room)
		m.message.To = splitLines[string](recipients)
		all = append(all, m)
		return err
	})
	return all, err
}
