package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"foyer/services/message"
)

var (
	errNoMessage   = fmt.Errorf("message: %w", ErrNotFound)
	errNoBatch     = fmt.Errorf("batch: %w", ErrNotFound)
	errNotEditable = errors.New("the message may be on its way")
)

// outbox changes messages inside one transaction. It keeps the numbers and the counts, and writes
// them once.
type outbox struct {
	ctx   context.Context //nolint:containedctx // lives for one call
	tx    *sql.Tx
	now   int64
	tally tally
	hot   map[string]*sql.Stmt // may be nil
}

// changeOutbox is change with an outbox. The counts are written when f returns nil.
func (s *Store) changeOutbox(ctx context.Context, op string, f func(o *outbox) error) error {
	return s.changeHot(ctx, op, nil, f)
}

// changeHot is changeOutbox with prepared statements.
func (s *Store) changeHot(ctx context.Context, op string, hot map[string]*sql.Stmt, f func(o *outbox) error) error {
	return s.change(ctx, op, func(tx *sql.Tx) error {
		o := &outbox{ctx: ctx, tx: tx, now: nanos(s.now()), tally: tally{}, hot: hot}
		if err := f(o); err != nil {
			return err
		}
		return o.count()
	})
}

func (o *outbox) exec(statement string, args ...any) (int, error) {
	exec := o.tx.ExecContext
	if hot := o.hot[statement]; hot != nil {
		exec = func(ctx context.Context, _ string, args ...any) (sql.Result, error) {
			return o.tx.StmtContext(ctx, hot).ExecContext(ctx, args...)
		}
	}
	result, err := exec(o.ctx, statement, args...)
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	return int(n), err
}

// QueryContext reads inside the transaction.
func (o *outbox) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if hot := o.hot[query]; hot != nil {
		return o.tx.StmtContext(ctx, hot).QueryContext(ctx, args...)
	}
	return o.tx.QueryContext(ctx, query, args...)
}

// numbers returns the last number that was given, and counts it up by n.
func (o *outbox) numbers(n int) (last int64, err error) {
	err = o.tx.QueryRowContext(o.ctx, "UPDATE numbers SET last = last + ? RETURNING last - ?", n, n).Scan(&last)
	return last, err
}

// list reads rows of numbers.
func (o *outbox) list(query string, args ...any) ([]int64, error) {
	var list []int64
	err := each(o.ctx, o, query, args, func(from scanner) error {
		var n int64
		err := from.Scan(&n)
		list = append(list, n)
		return err
	})
	return list, err
}

// inLine is the condition of the first open message of a destination, which alone may leave.
const inLine = `(SELECT f.id FROM messages f WHERE f.destination = %s AND f.open = 1 ORDER BY f.seq LIMIT 1)`

// raise lets the first open message of each of the destinations come to the front. Nothing else of
// them may be there.
func (o *outbox) raise(destinations []int64) error {
	if len(destinations) == 0 {
		return nil
	}
	_, err := o.exec(raise, asList(destinations))
	return err
}

var raise = `UPDATE messages SET front = 1 WHERE front = 0 AND id IN (SELECT ` +
	fmt.Sprintf(inLine, "d.value") + ` FROM json_each(?) d)`

// firstService is the ID of the first messaging service, which an empty one stands for.
const firstService = "chat-messenger"

// destination is the hash of where m goes through a service. It is short, whatever the number of recipients.
// The first service is not in it, as there was no other when the oldest messages were queued.
func destination(service string, m message.Message) int64 {
	to := m.Destination()
	if service != firstService {
		to = service + "\x00" + to
	}
	sum := sha256.Sum256([]byte(to))
	return int64(binary.BigEndian.Uint64(sum[:8]))
}

// asList writes numbers as JSON, for "IN (SELECT value FROM json_each(?))".
func asList(numbers []int64) string {
	if len(numbers) == 0 {
		return "[]"
	}
	// Numbers cannot fail to be written.
	list, _ := json.Marshal(numbers)
	return string(list)
}

const listed = `id IN (SELECT value FROM json_each(?))`

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// each calls f at every row of the answer.
func each(ctx context.Context, from querier, query string, args []any, f func(from scanner) error) error {
	rows, err := from.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // rows.Err below says what went wrong
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// snapshot reads with f what the database holds at one moment.
func (s *Store) snapshot(ctx context.Context, f func(from querier) error) error {
	tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	// Nothing was written.
	defer tx.Rollback() //nolint:errcheck // see above
	return f(tx)
}
