package store

import (
	"context"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

// Recover makes unknown what a process that died was sending, with message.CodeCrashed, and returns
// how many those were. Only the holder of the delivery lock may call it.
func (s *Store) Recover(ctx context.Context) (int, error) {
	n := 0
	err := s.changeOutbox(ctx, "recovering the outbox", func(o *outbox) error {
		const sending = "state = 'sending'"
		var err error
		n, err = o.moveGroups(sending, nil, become(message.Unknown))
		if err != nil {
			return err
		}
		if n == 0 {
			return errSame
		}
		destinations, err := o.list("SELECT DISTINCT destination FROM messages WHERE " + sending)
		if err != nil {
			return err
		}
		why := &message.Failure{Kind: fault.UnknownOutcome, Code: message.CodeCrashed}
		_, err = o.exec(`UPDATE messages SET state = 'unknown', open = 0, front = 0, ended = ?, failure = ? WHERE `+sending, o.now, writeFailure(why))
		if err != nil {
			return err
		}
		return o.raise(destinations)
	})
	return n, err
}

// Advance stores the outcomes of messages that were taken, and takes up to n of a service that are due, as
// message.Queue says. Outcomes of messages that are not being sent are passed over, so that storing
// the same ones again does no harm. The taken ones come in the order of the queue. Where several of
// them have one destination, they are rows of one bulk batch and have to leave together, in that order.
func (s *Store) Advance(ctx context.Context, service string, settled []message.Settled, n int) ([]message.Item, error) {
	var items []message.Item
	err := s.changeHot(ctx, "advancing the outbox", s.hot.ready(ctx, s.writer), func(o *outbox) error {
		changed, err := o.settle(settled)
		if err != nil {
			return err
		}
		// The counts say which batches are waiting.
		if err := o.count(); err != nil {
			return err
		}
		taken, err := o.claim(service, n)
		if err != nil {
			return err
		}
		if changed == 0 && len(taken) == 0 {
			return errSame
		}
		items, err = o.mark(taken)
		return err
	})
	if err != nil {
		return nil, err
	}
	return items, nil
}

// Due returns when the next message of a service may be taken; a time that is not in the future means now. It
// returns the zero time when no message waits but those that are held, or that wait for one that is
// being sent.
func (s *Store) Due(ctx context.Context, service string) (time.Time, error) {
	const op = "asking when the next message is due"
	var next int64
	var found bool
	err := each(ctx, s.reader, dueQuery, []any{service}, func(from scanner) error {
		found = true
		return from.Scan(&next)
	})
	switch {
	case err != nil:
		return time.Time{}, s.fail(ctx, op, err)
	case !found:
		return time.Time{}, nil
	case next == 0:
		return s.now().UTC(), nil
	}
	return fromNanos(next), nil
}

const (
	// lanes are the batches that have something to take, through whatever service; the single messages are
	// one of them.
	lanes = "SELECT b.id FROM batches b WHERE b.queued > 0 AND b.paused = 0"

	// isReady is the condition of a message at the front that could leave if its time had come.
	isReady = `m.front = 1 AND m.state = 'queued' AND NOT EXISTS
		(SELECT 1 FROM messages s WHERE s.destination = m.destination AND s.state = 'sending')`

	dueQuery = `SELECT ifnull((SELECT m.next FROM messages m WHERE m.service = ?1 AND m.batch = b.id AND ` + isReady + ` ORDER BY m.next LIMIT 1), -1) AS due
		FROM batches b WHERE b.queued > 0 AND b.paused = 0 AND due >= 0 ORDER BY due LIMIT 1`
)
