package store

import "foyer/services/message"

// tally is by how much the counts of batches change.
type tally map[int64]*message.Counts

// move counts n messages of a batch that went from one state to another; "" is off the list.
func (t tally) move(batch int64, from, to message.State, n int) {
	c := t[batch]
	if c == nil {
		c = &message.Counts{}
		t[batch] = c
	}
	if p := counter(c, from); p != nil {
		*p -= n
	}
	if p := counter(c, to); p != nil {
		*p += n
	}
}

func counter(c *message.Counts, s message.State) *int {
	switch s {
	case message.Queued:
		return &c.Queued
	case message.Sending:
		return &c.Sending
	case message.Sent:
		return &c.Sent
	case message.Failed:
		return &c.Failed
	case message.Unknown:
		return &c.Unknown
	default:
		return nil
	}
}

// become is for moveGroups: messages leave their state for another, "" takes them off the list.
func become(to message.State) func(from message.State) (gone, come message.State) {
	return func(from message.State) (gone, come message.State) { return from, to }
}

// comeBack is for moveGroups: messages come back to the list, in the state that they have.
func comeBack(state message.State) (gone, come message.State) { return "", state }

// moveGroups counts the messages that the condition chooses, and returns how many those are. to says
// between which counts those of a state move.
func (o *outbox) moveGroups(where string, args []any, to func(from message.State) (gone, come message.State)) (int, error) {
	total := 0
	err := each(o.ctx, o, `SELECT batch, state, count(*) FROM messages WHERE `+where+` GROUP BY batch, state`, args, func(from scanner) error {
		var batch int64
		var state message.State
		var n int
		if err := from.Scan(&batch, (*string)(&state), &n); err != nil {
			return err
		}
		gone, come := to(state)
		o.tally.move(batch, gone, come, n)
		total += n
		return nil
	})
	return total, err
}

const countMessages = `UPDATE batches SET queued = queued + ?, sending = sending + ?, sent = sent + ?, failed = failed + ?, unknown = unknown + ?
	WHERE id = ?`

// count writes the tally and begins a new one.
func (o *outbox) count() error {
	for batch, c := range o.tally {
		if *c == (message.Counts{}) {
			continue
		}
		_, err := o.exec(countMessages, c.Queued, c.Sending, c.Sent, c.Failed, c.Unknown, batch)
		if err != nil {
			return err
		}
	}
	clear(o.tally)
	return nil
}
