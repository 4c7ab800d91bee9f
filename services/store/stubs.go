package store

import (
	"context"
	"iter"
	"time"

	"foyer/services/message"
)

// Recover implements message.Queue.
func (s *Store) Recover(ctx context.Context) (int, error) { return 0, nil }

// Advance implements message.Queue.
func (s *Store) Advance(ctx context.Context, settled []message.Settled, n int) ([]message.Item, error) {
	return nil, nil
}

// Due implements message.Queue.
func (s *Store) Due(ctx context.Context) (time.Time, error) { return time.Time{}, nil }

// QueueMessages puts messages at the end of the outbox, all of them or, after an error, none, and
// returns their ids in that order. It remembers recipients, mentions and chat rooms for suggestions.
func (s *Store) QueueMessages(ctx context.Context, messages []message.Message) ([]int64, error) {
	return nil, nil
}

// QueueBatch puts the rows of a batch at the end of the outbox, all of them or, after an error, none.
// Of b the name, Bulk and Columns count. An error in rows, or a row with problems, ends it: the error
// then has CodeBadRow and names the row. The writing of others waits meanwhile, so rows must not be slow.
func (s *Store) QueueBatch(ctx context.Context, b message.Batch, rows iter.Seq2[message.Row, error]) (message.Batch, error) {
	return b, nil
}

// Message returns one message; the error matches ErrNotFound when there is none or when it was discarded.
func (s *Store) Message(ctx context.Context, id int64) (message.Item, error) {
	return message.Item{}, nil
}

// Messages returns these messages in that order, without those that are not there.
func (s *Store) Messages(ctx context.Context, ids []int64) ([]message.Item, error) { return nil, nil }

// MessageIDs returns which messages f chooses, in the order in which people look at them.
func (s *Store) MessageIDs(ctx context.Context, f message.Filter) ([]int64, error) { return nil, nil }

// EachMessage reads the messages that f chooses one by one, in the order in which they were queued.
func (s *Store) EachMessage(ctx context.Context, f message.Filter) iter.Seq2[message.Item, error] {
	return func(func(message.Item, error) bool) {}
}

// Counts returns how many of the messages that f chooses are in which state.
func (s *Store) Counts(ctx context.Context, f message.Filter) (message.Counts, error) {
	return message.Counts{}, nil
}

// History returns what happened to a message, oldest first.
func (s *Store) History(ctx context.Context, id int64) ([]message.Event, error) { return nil, nil }

// RetryMessages puts failed and unknown messages back, at the end of the queue, and lets queued ones
// be tried at once. It returns how many that changed.
func (s *Store) RetryMessages(ctx context.Context, ids ...int64) (int, error) { return 0, nil }

// ArrivedMessages makes unknown messages sent, and returns how many.
func (s *Store) ArrivedMessages(ctx context.Context, ids ...int64) (int, error) { return 0, nil }

// DiscardMessages takes messages off the list, but for those that are being sent, and returns how many.
func (s *Store) DiscardMessages(ctx context.Context, ids ...int64) (int, error) { return 0, nil }

// RestoreMessages brings discarded messages back as they were, for as long as Kept, and returns how many.
func (s *Store) RestoreMessages(ctx context.Context, ids ...int64) (int, error) { return 0, nil }

// EditMessage changes a queued or failed message. The error has CodeNotEditable in another state.
func (s *Store) EditMessage(ctx context.Context, id int64, m message.Message) error { return nil }

// PauseBatch holds a batch's queued rows back, and what comes later for the same destinations.
func (s *Store) PauseBatch(ctx context.Context, id int64) error { return nil }

// ResumeBatch ends PauseBatch.
func (s *Store) ResumeBatch(ctx context.Context, id int64) error { return nil }

// CancelBatch makes a batch's queued rows failed, with message.CodeCancelled.
func (s *Store) CancelBatch(ctx context.Context, id int64) error { return nil }

// Batches returns the batches of which something is on the list, newest first.
func (s *Store) Batches(ctx context.Context) ([]message.Batch, error) { return nil, nil }

// Batch returns one batch; the error matches ErrNotFound when there is none.
func (s *Store) Batch(ctx context.Context, id int64) (message.Batch, error) {
	return message.Batch{}, nil
}

// People suggests people for words of a name or address.
func (s *Store) People(ctx context.Context, query string, limit int) ([]message.Correspondent, error) {
	return nil, nil
}

// ForgetPerson takes an address off the suggestions.
func (s *Store) ForgetPerson(ctx context.Context, address string) error { return nil }

// RememberRoom keeps a chat room for suggestions; room is what the service returned, or nil.
func (s *Store) RememberRoom(ctx context.Context, name string, room *message.ChatRoom) error {
	return nil
}

// Rooms returns the chat rooms that are known, newest first.
func (s *Store) Rooms(ctx context.Context) ([]message.KnownRoom, error) { return nil, nil }
