package store

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"strconv"

	"foyer/services/fault"
	"foyer/services/message"
)

// QueueBatch puts the rows of a batch at the end of the outbox, all of them or, after an error, none.
// Of b the name, Service, Bulk and Columns count. An error in rows ends it and comes back; so does a row with
// problems, with CodeBadRow and its number in Words, and a batch without rows, with
// message.CodeBatchEmpty. No row is kept in memory. Other processes cannot write meanwhile and wait
// for five seconds at most, so rows have to come from a file and not from a network or a pipe.
func (s *Store) QueueBatch(ctx context.Context, b message.Batch, rows iter.Seq2[message.Row, error]) (message.Batch, error) {
	var queued message.Batch
	err := s.changeOutbox(ctx, opBatch, func(o *outbox) error {
		var id int64
		b.Service = cmp.Or(b.Service, firstService)
		err := o.tx.QueryRowContext(ctx, `INSERT INTO batches (name, service, started, bulk, columns) VALUES (?, ?, ?, ?, ?) RETURNING id`,
			b.Name, b.Service, o.now, b.Bulk, asJSON(b.Columns)).Scan(&id)
		if err != nil {
			return err
		}
		q, err := o.queuer(b.Service, id, b.Bulk)
		if err != nil {
			return err
		}
		n, err := q.addRows(rows)
		if err != nil {
			return err
		}
		if _, err := o.exec("UPDATE batches SET rows = ? WHERE id = ?", n, id); err != nil {
			return err
		}
		queued = message.Batch{
			ID: id, Name: b.Name, Service: b.Service, Started: fromNanos(o.now), Rows: n, Bulk: b.Bulk, Columns: b.Columns,
			Counts: message.Counts{Queued: n},
		}
		return q.finish()
	})
	if err != nil {
		return message.Batch{}, err
	}
	return queued, nil
}

const opBatch = "queueing a batch"

// addRows returns how many rows there were.
func (q *queuer) addRows(rows iter.Seq2[message.Row, error]) (int, error) {
	n := 0
	for r, err := range rows {
		if err != nil {
			return 0, err
		}
		n++
		if r.Number == 0 {
			r.Number = n
		}
		if len(r.Problems) > 0 {
			return 0, &fault.Error{
				Op: opBatch, Service: service, Kind: fault.Invalid, Code: CodeBadRow, Words: strconv.Itoa(r.Number),
				Err: fmt.Errorf("row %d in line %d: %s", r.Number, r.Line, r.Problems[0].Code),
			}
		}
		if _, err := q.add(r); err != nil {
			return 0, fmt.Errorf("row %d: %w", r.Number, err)
		}
	}
	if n == 0 {
		return 0, &fault.Error{Op: opBatch, Service: service, Kind: fault.Invalid, Code: message.CodeBatchEmpty}
	}
	return n, nil
}
