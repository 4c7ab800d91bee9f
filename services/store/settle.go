package store

import (
	"foyer/services/fault"
	"foyer/services/message"
)

// taken is what is known of a message that is being sent.
type taken struct {
	id, batch, destination int64
	began, queued          int64
	tries                  int
	cancelled              int64 // when its batch was
}

// settle stores outcomes, and returns how many there were of messages that were being sent.
func (o *outbox) settle(settled []message.Settled) (int, error) {
	if len(settled) == 0 {
		return 0, nil
	}
	sending, err := o.taken(settled)
	if err != nil {
		return 0, err
	}
	var raised []int64
	var rested []restedRow
	n := 0
	for _, s := range settled {
		t, ok := sending[s.ID]
		if !ok {
			continue
		}
		delete(sending, s.ID)
		n++
		if s.At.IsZero() {
			s.At = fromNanos(o.now)
		}
		if s.State == message.Queued && t.cancelled <= t.queued {
			if err := o.requeue(t, s.Outcome); err != nil {
				return 0, err
			}
			continue
		}
		rested = append(rested, o.rest(t, s.Outcome))
		raised = append(raised, t.destination)
	}
	if len(rested) > 0 {
		if _, err := o.exec(restMessages, asJSON(rested)); err != nil {
			return 0, err
		}
	}
	return n, o.raise(raised)
}

func (o *outbox) taken(settled []message.Settled) (map[int64]taken, error) {
	ids := make([]int64, len(settled))
	for i, s := range settled {
		ids[i] = s.ID
	}
	sending := make(map[int64]taken, len(settled))
	err := each(o.ctx, o, takenQuery, []any{asList(ids)}, func(from scanner) error {
		var t taken
		err := from.Scan(&t.id, &t.batch, &t.destination, &t.began, &t.queued, &t.tries, &t.cancelled)
		sending[t.id] = t
		return err
	})
	return sending, err
}

const takenQuery = `SELECT m.id, m.batch, m.destination, m.began, m.queued, m.tries, b.cancelled
	FROM json_each(?) j CROSS JOIN messages m JOIN batches b ON b.id = m.batch WHERE m.id = j.value AND m.state = 'sending'`

// restMessages takes a list of restedRows: one statement is much faster than one for each.
const restMessages = `UPDATE messages SET state = r.state, open = 0, front = 0, ended = r.ended, failure = r.failure
	FROM (SELECT value ->> 0 AS id, value ->> 1 AS state, value ->> 2 AS ended, value ->> 3 AS failure FROM json_each(?)) r
	WHERE messages.id = r.id`

// restedRow is the id, state, ended and failure of a message at rest.
type restedRow [4]any

// rest says how the way of a message ends.
func (o *outbox) rest(t taken, out message.Outcome) restedRow {
	state, failure := out.State, out.Failure
	switch state {
	case message.Sent, message.Failed, message.Unknown:
	case message.Queued:
		// The batch was cancelled while this row was away.
		state, failure = message.Failed, &message.Failure{Kind: fault.Cancelled, Code: message.CodeCancelled}
	default:
		state = message.Unknown
	}
	o.tally.move(t.batch, message.Sending, state, 1)
	return restedRow{t.id, string(state), nanos(out.At), writeFailure(failure)}
}

// requeue puts a message back to the place that it had.
func (o *outbox) requeue(t taken, out message.Outcome) error {
	o.tally.move(t.batch, message.Sending, message.Queued, 1)
	if out.Untried {
		// It began when it was tried before, if it was.
		_, err := o.exec(`UPDATE messages SET state = 'queued', tries = tries - 1, next = CASE WHEN ?1 > 0 THEN ?1 ELSE next END,
			began = ifnull((SELECT max(at) FROM events WHERE message = ?2 AND state = 'sending' AND at >= messages.queued), 0) WHERE id = ?2`,
			nanos(out.Next), t.id)
		if err != nil {
			return err
		}
		return o.note(t.id, out.At, message.Queued, message.EventReturned, nil)
	}
	_, err := o.exec(`UPDATE messages SET state = 'queued', next = ?, failure = ? WHERE id = ?`, nanos(out.Next), writeFailure(out.Failure), t.id)
	if err != nil {
		return err
	}
	if err := o.note(t.id, fromNanos(t.began), message.Sending, "", nil); err != nil {
		return err
	}
	return o.note(t.id, out.At, message.Queued, message.EventRetry, out.Failure)
}
