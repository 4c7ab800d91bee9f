package store

import (
	"cmp"
	"slices"

	"foyer/services/message"
)

// candidate is a message that may be taken.
type candidate struct {
	id, seq, destination, next, batch int64
	bulk                              bool
}

const candidateColumns = "m.id, m.seq, m.destination, m.next, m.batch, m.bulk"

// What was tried before goes first, the longest due one at the top: it is older, and there are few.
const (
	freshQuery = `SELECT ` + candidateColumns + ` FROM messages m WHERE m.service = ? AND m.batch = ? AND m.next = 0 AND ` + isReady + ` ORDER BY m.seq LIMIT ?`
	triedQuery = `SELECT ` + candidateColumns + ` FROM messages m WHERE m.service = ? AND m.batch = ? AND m.next > 0 AND m.next <= ? AND ` + isReady + ` ORDER BY m.next, m.seq LIMIT ?`
	runQuery   = `SELECT ` + candidateColumns + `, m.state FROM messages m WHERE m.destination = ? AND m.open = 1 AND m.seq > ? ORDER BY m.seq LIMIT ?`
)

// claim chooses up to n messages of a service to be taken, in the order of the queue. Its cost depends on n and on
// the number of batches that wait, not on how many messages there are.
func (o *outbox) claim(service string, n int) ([]candidate, error) {
	if n <= 0 {
		return nil, nil
	}
	waiting, err := o.list(lanes)
	if err != nil {
		return nil, err
	}
	var all []candidate
	for _, batch := range waiting {
		tried, err := o.candidates(triedQuery, service, batch, o.now, n)
		if err != nil {
			return nil, err
		}
		fresh, err := o.candidates(freshQuery, service, batch, n)
		if err != nil {
			return nil, err
		}
		all = append(append(all, tried...), fresh...)
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b2i(a.next == 0), b2i(b.next == 0)), cmp.Compare(a.next, b.next), cmp.Compare(a.seq, b.seq))
	})
	taken := all[:min(n, len(all))]
	for _, c := range slices.Clone(taken) {
		run, err := o.run(c, n-len(taken))
		if err != nil {
			return nil, err
		}
		taken = append(taken, run...)
	}
	slices.SortFunc(taken, func(a, b candidate) int { return cmp.Compare(a.seq, b.seq) })
	return taken, nil
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (o *outbox) candidates(query string, args ...any) ([]candidate, error) {
	var found []candidate
	err := each(o.ctx, o, query, args, func(from scanner) error {
		var c candidate
		err := from.Scan(&c.id, &c.seq, &c.destination, &c.next, &c.batch, &c.bulk)
		found = append(found, c)
		return err
	})
	return found, err
}

// run returns up to n messages that follow directly on a bulk batch's row, to the same destination
// and in the same batch: they leave in the same call.
func (o *outbox) run(first candidate, n int) ([]candidate, error) {
	if !first.bulk || n <= 0 {
		return nil, nil
	}
	var run []candidate
	broken := false
	err := each(o.ctx, o, runQuery, []any{first.destination, first.seq, n}, func(from scanner) error {
		var c candidate
		var state message.State
		if err := from.Scan(&c.id, &c.seq, &c.destination, &c.next, &c.batch, &c.bulk, (*string)(&state)); err != nil {
			return err
		}
		broken = broken || !c.bulk || c.batch != first.batch || state != message.Queued || c.next > o.now
		if !broken {
			run = append(run, c)
		}
		return nil
	})
	return run, err
}

const markMessages = `UPDATE messages SET state = 'sending', began = ?, tries = tries + 1 WHERE ` + listed

// mark makes the candidates sending, and reads them.
func (o *outbox) mark(taken []candidate) ([]message.Item, error) {
	if len(taken) == 0 {
		return nil, nil
	}
	ids := make([]int64, len(taken))
	for i, c := range taken {
		ids[i] = c.id
		o.tally.move(c.batch, message.Queued, message.Sending, 1)
	}
	if _, err := o.exec(markMessages, o.now, asList(ids)); err != nil {
		return nil, err
	}
	return readItems(o.ctx, o, ids)
}
