package main

import (
	"context"
	"time"

	"foyer/services/agent"
	"foyer/services/message"
)

var _ agent.Outbox = (*lateStore)(nil)

// Recover implements agent.Outbox.
func (l *lateStore) Recover(ctx context.Context) (int, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return 0, err
	}
	return s.Recover(ctx)
}

// Advance implements agent.Outbox.
func (l *lateStore) Advance(ctx context.Context, service string, settled []message.Settled, n int) ([]message.Item, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return nil, err
	}
	return s.Advance(ctx, service, settled, n)
}

// Due implements agent.Outbox.
func (l *lateStore) Due(ctx context.Context, service string) (time.Time, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return time.Time{}, err
	}
	return s.Due(ctx, service)
}

// Messages implements agent.Outbox.
func (l *lateStore) Messages(ctx context.Context, ids []int64) ([]message.Item, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return nil, err
	}
	return s.Messages(ctx, ids)
}

// MessageIDs implements agent.Outbox.
func (l *lateStore) MessageIDs(ctx context.Context, f message.Filter) ([]int64, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return nil, err
	}
	return s.MessageIDs(ctx, f)
}

// RetryMessages implements agent.Outbox.
func (l *lateStore) RetryMessages(ctx context.Context, ids ...int64) (int, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return 0, err
	}
	return s.RetryMessages(ctx, ids...)
}

// Batch implements agent.Outbox.
func (l *lateStore) Batch(ctx context.Context, id int64) (message.Batch, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return message.Batch{}, err
	}
	return s.Batch(ctx, id)
}

// counts counts the messages of the whole outbox.
func (l *lateStore) counts(ctx context.Context) (message.Counts, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return message.Counts{}, err
	}
	return s.Counts(ctx, message.Filter{})
}
