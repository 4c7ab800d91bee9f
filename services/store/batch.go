package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"foyer/services/fault"
	"foyer/services/message"
)

const batchColumns = `id, name, service, started, rows, bulk, paused, cancelled > 0, columns, queued, sending, sent, failed, unknown`

func scanBatch(from scanner) (message.Batch, error) {
	var b message.Batch
	var started int64
	var columns string
	c := &b.Counts
	err := from.Scan(&b.ID, &b.Name, &b.Service, &started, &b.Rows, &b.Bulk, &b.Paused, &b.Cancelled, &columns,
		&c.Queued, &c.Sending, &c.Sent, &c.Failed, &c.Unknown)
	if err != nil {
		return b, err
	}
	b.Started = fromNanos(started)
	if b.Paused {
		c.Held = c.Queued
	}
	b.Columns, err = fromJSON[[]string](columns)
	return b, err
}

// Batches returns the batches, newest first, without those of which every row was discarded.
func (s *Store) Batches(ctx context.Context) ([]message.Batch, error) {
	var all []message.Batch
	err := each(ctx, s.reader, `SELECT `+batchColumns+` FROM batches WHERE id > 0 AND queued + sending + sent + failed + unknown > 0
		ORDER BY id DESC`, nil, func(from scanner) error {
		b, err := scanBatch(from)
		all = append(all, b)
		return err
	})
	return all, s.fail(ctx, "reading the batches", err)
}

// Batch returns one batch. The error matches ErrNotFound when there is none.
func (s *Store) Batch(ctx context.Context, id int64) (message.Batch, error) {
	b, err := scanBatch(s.reader.QueryRowContext(ctx, `SELECT `+batchColumns+` FROM batches WHERE id = ? AND id > 0`, id))
	if errors.Is(err, sql.ErrNoRows) {
		err = errNoBatch
	}
	return b, s.fail(ctx, fmt.Sprintf("reading batch %d", id), err)
}

// PauseBatch holds back the queued rows of a batch, and what comes later for the same destinations.
// What is being sent goes on. The error matches ErrNotFound when there is no such batch.
func (s *Store) PauseBatch(ctx context.Context, id int64) error {
	return s.setPaused(ctx, fmt.Sprintf("pausing batch %d", id), id, true)
}

// ResumeBatch ends what PauseBatch began. The error matches ErrNotFound when there is no such batch.
func (s *Store) ResumeBatch(ctx context.Context, id int64) error {
	return s.setPaused(ctx, fmt.Sprintf("resuming batch %d", id), id, false)
}

func (s *Store) setPaused(ctx context.Context, op string, id int64, paused bool) error {
	return s.changeOutbox(ctx, op, func(o *outbox) error {
		n, err := o.exec("UPDATE batches SET paused = ? WHERE id = ? AND id > 0", paused, id)
		if err == nil && n == 0 {
			return errNoBatch
		}
		return err
	})
}

// CancelBatch makes the queued rows of a batch failed, with message.CodeCancelled, and those that are
// being sent too if they come back unsent. A row that is put back later is sent all the same. The error
// matches ErrNotFound when there is no such batch.
func (s *Store) CancelBatch(ctx context.Context, id int64) error {
	return s.changeOutbox(ctx, fmt.Sprintf("cancelling batch %d", id), func(o *outbox) error {
		n, err := o.exec("UPDATE batches SET cancelled = ?, paused = 0 WHERE id = ? AND id > 0", o.now, id)
		if err != nil {
			return err
		}
		if n == 0 {
			return errNoBatch
		}
		const waiting = "state = 'queued' AND batch = ? AND batch > 0"
		_, err = o.moveGroups(waiting+" AND discarded = 0", []any{id}, become(message.Failed))
		if err != nil {
			return err
		}
		destinations, err := o.list("SELECT destination FROM messages WHERE batch = ? AND front = 1 AND state = 'queued'", id)
		if err != nil {
			return err
		}
		why := writeFailure(&message.Failure{Kind: fault.Cancelled, Code: message.CodeCancelled})
		// Discarded rows too: restored, they would be sent.
		if _, err := o.exec("UPDATE messages SET state = 'failed', open = 0, front = 0, ended = ?, failure = ? WHERE "+waiting, o.now, why, id); err != nil {
			return err
		}
		return o.raise(destinations)
	})
}
