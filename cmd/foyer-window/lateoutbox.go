package main

import (
	"context"
	"iter"

	"foyer/services/message"
	"foyer/services/store"
	"foyer/ui/messages"
	"foyer/ui/outbox"
)

// lateOutbox is the outbox of a window that is drawn before the database is open. Every method waits
// until it is.
type lateOutbox struct{ *lateBook }

var (
	_ messages.Outbox  = lateOutbox{}
	_ messages.Batches = lateOutbox{}
	_ outbox.Box       = lateOutbox{}
)

// QueueMessages implements messages.Outbox.
func (o lateOutbox) QueueMessages(ctx context.Context, service string, messages []message.Message) (ids []int64, err error) {
	err = o.do(ctx, func(s *store.Store) error { ids, err = s.QueueMessages(ctx, service, messages); return err })
	return ids, err
}

// Message implements outbox.Box.
func (o lateOutbox) Message(ctx context.Context, id int64) (item message.Item, err error) {
	err = o.do(ctx, func(s *store.Store) error { item, err = s.Message(ctx, id); return err })
	return item, err
}

// Messages implements messages.Outbox.
func (o lateOutbox) Messages(ctx context.Context, ids []int64) (items []message.Item, err error) {
	err = o.do(ctx, func(s *store.Store) error { items, err = s.Messages(ctx, ids); return err })
	return items, err
}

// MessageIDs implements outbox.Box.
func (o lateOutbox) MessageIDs(ctx context.Context, f message.Filter) (ids []int64, err error) {
	err = o.do(ctx, func(s *store.Store) error { ids, err = s.MessageIDs(ctx, f); return err })
	return ids, err
}

// Counts implements outbox.Box.
func (o lateOutbox) Counts(ctx context.Context, f message.Filter) (counts message.Counts, err error) {
	err = o.do(ctx, func(s *store.Store) error { counts, err = s.Counts(ctx, f); return err })
	return counts, err
}

// History implements messages.Outbox.
func (o lateOutbox) History(ctx context.Context, id int64) (events []message.Event, err error) {
	err = o.do(ctx, func(s *store.Store) error { events, err = s.History(ctx, id); return err })
	return events, err
}

// RetryMessages implements messages.Outbox.
func (o lateOutbox) RetryMessages(ctx context.Context, ids ...int64) (n int, err error) {
	err = o.do(ctx, func(s *store.Store) error { n, err = s.RetryMessages(ctx, ids...); return err })
	return n, err
}

// ArrivedMessages implements messages.Outbox.
func (o lateOutbox) ArrivedMessages(ctx context.Context, ids ...int64) (n int, err error) {
	err = o.do(ctx, func(s *store.Store) error { n, err = s.ArrivedMessages(ctx, ids...); return err })
	return n, err
}

// DiscardMessages implements messages.Outbox.
func (o lateOutbox) DiscardMessages(ctx context.Context, ids ...int64) (n int, err error) {
	err = o.do(ctx, func(s *store.Store) error { n, err = s.DiscardMessages(ctx, ids...); return err })
	return n, err
}

// RestoreMessages implements messages.Outbox.
func (o lateOutbox) RestoreMessages(ctx context.Context, ids ...int64) (n int, err error) {
	err = o.do(ctx, func(s *store.Store) error { n, err = s.RestoreMessages(ctx, ids...); return err })
	return n, err
}

// MoveMessages implements outbox.Box.
func (o lateOutbox) MoveMessages(ctx context.Context, service string, ids ...int64) (n int, err error) {
	err = o.do(ctx, func(s *store.Store) error { n, err = s.MoveMessages(ctx, service, ids...); return err })
	return n, err
}

// EditMessage implements outbox.Box.
func (o lateOutbox) EditMessage(ctx context.Context, id int64, m message.Message) error {
	return o.do(ctx, func(s *store.Store) error { return s.EditMessage(ctx, id, m) })
}

// QueueBatch implements messages.Batches.
func (o lateOutbox) QueueBatch(ctx context.Context, b message.Batch, rows iter.Seq2[message.Row, error]) (queued message.Batch, err error) {
	err = o.do(ctx, func(s *store.Store) error { queued, err = s.QueueBatch(ctx, b, rows); return err })
	return queued, err
}

// Batch implements messages.Batches.
func (o lateOutbox) Batch(ctx context.Context, id int64) (b message.Batch, err error) {
	err = o.do(ctx, func(s *store.Store) error { b, err = s.Batch(ctx, id); return err })
	return b, err
}

// Batches implements messages.Batches.
func (o lateOutbox) Batches(ctx context.Context) (all []message.Batch, err error) {
	err = o.do(ctx, func(s *store.Store) error { all, err = s.Batches(ctx); return err })
	return all, err
}

// PauseBatch implements messages.Batches.
func (o lateOutbox) PauseBatch(ctx context.Context, id int64) error {
	return o.do(ctx, func(s *store.Store) error { return s.PauseBatch(ctx, id) })
}

// ResumeBatch implements messages.Batches.
func (o lateOutbox) ResumeBatch(ctx context.Context, id int64) error {
	return o.do(ctx, func(s *store.Store) error { return s.ResumeBatch(ctx, id) })
}

// CancelBatch implements messages.Batches.
func (o lateOutbox) CancelBatch(ctx context.Context, id int64) error {
	return o.do(ctx, func(s *store.Store) error { return s.CancelBatch(ctx, id) })
}

// People implements messages.Outbox.
func (o lateOutbox) People(ctx context.Context, query string, limit int) (people []message.Correspondent, err error) {
	err = o.do(ctx, func(s *store.Store) error { people, err = s.People(ctx, query, limit); return err })
	return people, err
}

// Rooms implements messages.Outbox.
func (o lateOutbox) Rooms(ctx context.Context, service string) (rooms []message.KnownRoom, err error) {
	err = o.do(ctx, func(s *store.Store) error { rooms, err = s.Rooms(ctx, service); return err })
	return rooms, err
}

// RememberRoom implements messages.Outbox.
func (o lateOutbox) RememberRoom(ctx context.Context, service, name string, room *message.ChatRoom) error {
	return o.do(ctx, func(s *store.Store) error { return s.RememberRoom(ctx, service, name, room) })
}

// Recent implements messages.Outbox.
func (o lateOutbox) Recent(ctx context.Context, limit int) (items []message.Item, err error) {
	err = o.do(ctx, func(s *store.Store) error { items, err = s.Recent(ctx, limit); return err })
	return items, err
}

// EachMessage implements outbox.Box.
func (o lateOutbox) EachMessage(ctx context.Context, f message.Filter) iter.Seq2[message.Item, error] {
	return func(yield func(message.Item, error) bool) {
		err := o.do(ctx, func(s *store.Store) error {
			for item, err := range s.EachMessage(ctx, f) {
				if !yield(item, err) {
					return nil
				}
			}
			return nil
		})
		if err != nil {
			yield(message.Item{}, err)
		}
	}
}
