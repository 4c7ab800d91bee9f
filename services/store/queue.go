package store

import (
	"cmp"
	"context"
	"database/sql"

	"foyer/services/message"
)

// QueueMessages puts messages for a service, "" for the first one, at the end of the outbox, all of them or, after an error, none, and
// returns their ids in that order. It remembers recipients, mentions and chat rooms for suggestions.
// It does not check what the messages say; message.Message.Check does.
func (s *Store) QueueMessages(ctx context.Context, service string, messages []message.Message) ([]int64, error) {
	if len(messages) == 0 {
		return nil, nil
	}
	ids := make([]int64, len(messages))
	err := s.changeOutbox(ctx, "queueing messages", func(o *outbox) error {
		q, err := o.queuer(service, 0, false)
		if err != nil {
			return err
		}
		m := suggestions{o: o, service: q.service}
		for i := range messages {
			if ids[i], err = q.add(message.Row{Message: messages[i]}); err != nil {
				return err
			}
			if err := m.remember(messages[i]); err != nil {
				return err
			}
		}
		return q.finish()
	})
	if err != nil {
		return nil, err
	}
	return ids, nil
}

// queuer inserts messages at the end of the queue.
type queuer struct {
	o           *outbox
	service     string
	batch       int64
	bulk        bool
	first, last int64 // the numbers before and of the message that was added last
	insert, put *sql.Stmt
}

const (
	insertMessage = `INSERT INTO messages (id, batch, row, seq, destination, state, open, front, bulk, created, queued, service)
		VALUES (?1, ?2, ?3, ?1, ?4, 'queued', 1, NOT EXISTS (SELECT 1 FROM messages WHERE destination = ?4 AND open = 1), ?5, ?6, ?6, ?7)`

	insertContent = `INSERT INTO contents (message, recipients, room, mentions, text, envelope, extra) VALUES (?, ?, ?, ?, ?, ?, ?)`
)

func (o *outbox) queuer(service string, batch int64, bulk bool) (*queuer, error) {
	q := &queuer{o: o, service: cmp.Or(service, firstService), batch: batch, bulk: bulk}
	var err error
	if q.first, err = o.numbers(0); err != nil {
		return nil, err
	}
	q.last = q.first
	if q.insert, err = o.tx.PrepareContext(o.ctx, insertMessage); err != nil {
		return nil, err
	}
	q.put, err = o.tx.PrepareContext(o.ctx, insertContent)
	return q, err
}

// add returns the message's id.
func (q *queuer) add(r message.Row) (int64, error) {
	id := q.last + 1
	_, err := q.insert.ExecContext(q.o.ctx, id, q.batch, r.Number, destination(q.service, r.Message), q.bulk && r.Message.IsDirect(), q.o.now, q.service)
	if err != nil {
		return 0, err
	}
	if _, err := q.put.ExecContext(q.o.ctx, append([]any{id}, contentValues(r.Message, r.Extra)...)...); err != nil {
		return 0, err
	}
	q.last = id
	return id, nil
}

// finish writes what add only counted.
func (q *queuer) finish() error {
	n := int(q.last - q.first)
	q.o.tally.move(q.batch, "", message.Queued, n)
	_, err := q.o.numbers(n)
	return err
}

// contentValues are the values of the content's columns, from recipients to extra.
func contentValues(m message.Message, extra []string) []any {
	return []any{joinLines(m.To), m.Room, joinLines(m.Mentions), m.Text, m.Envelope, asJSON(extra)}
}
