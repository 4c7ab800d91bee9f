package store

import (
	"context"
	"fmt"
	"iter"

	"foyer/services/message"
)

// Message returns one message. The error matches ErrNotFound when there is none or when it was
// discarded.
func (s *Store) Message(ctx context.Context, id int64) (message.Item, error) {
	items, err := s.Messages(ctx, []int64{id})
	if err == nil && len(items) == 0 {
		return message.Item{}, s.fail(ctx, fmt.Sprintf("reading message %d", id), errNoMessage)
	}
	if err != nil {
		return message.Item{}, err
	}
	return items[0], nil
}

// Messages returns these messages in that order, without those that do not exist or were discarded.
func (s *Store) Messages(ctx context.Context, ids []int64) ([]message.Item, error) {
	items, err := readItems(ctx, s.reader, ids)
	return items, s.fail(ctx, "reading messages", err)
}

var itemsQuery = `SELECT ` + itemColumns + ` FROM json_each(?) j CROSS JOIN ` + itemTables + `
	WHERE m.id = j.value AND m.discarded = 0 ORDER BY j.key`

func readItems(ctx context.Context, from querier, ids []int64) ([]message.Item, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	items := make([]message.Item, 0, len(ids))
	r := newItemRow()
	err := each(ctx, from, itemsQuery, []any{asList(ids)}, func(from scanner) error {
		item, err := r.read(from)
		items = append(items, item)
		return err
	})
	if err != nil {
		return nil, err
	}
	return items, nil
}

// EachMessage reads the messages that f chooses one by one, as they are at one moment: a batch by its
// rows, else in the order in which they were queued first. An error comes last. While it goes on, the
// log of the database grows with what others write.
func (s *Store) EachMessage(ctx context.Context, f message.Filter) iter.Seq2[message.Item, error] {
	return func(yield func(message.Item, error) bool) {
		const op = "reading the outbox"
		where, args := chosen(f)
		words := wordsOf(f.Words)
		order := " ORDER BY m.id"
		if f.Batch != 0 {
			order = " ORDER BY m.batch, m.row"
		}
		rows, err := s.reader.QueryContext(ctx, `SELECT `+itemColumns+` FROM `+itemTables+` WHERE `+where+order, args...)
		if err != nil {
			yield(message.Item{}, s.fail(ctx, op, err))
			return
		}
		defer rows.Close() //nolint:errcheck // rows.Err below says what went wrong
		r := newItemRow()
		for rows.Next() {
			item, err := r.read(rows)
			if err != nil {
				yield(message.Item{}, s.fail(ctx, op, err))
				return
			}
			if words.in(item.Message) && !yield(item, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(message.Item{}, s.fail(ctx, op, err))
		}
	}
}

// chosen is the condition for what f chooses, but for the words.
func chosen(f message.Filter) (where string, args []any) {
	where = "m.discarded = 0"
	if f.Batch != 0 {
		where += " AND m.batch = ? AND m.batch > 0"
		args = append(args, f.Batch)
	}
	if f.Service != "" {
		where += " AND m.service = ?"
		args = append(args, f.Service)
	}
	if f.State != "" {
		where += " AND m.state = ?"
		args = append(args, string(f.State))
	}
	return where, args
}
