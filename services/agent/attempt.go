package agent

import (
	"time"

	"foyer/services/message"
)

// attempt makes one call, on a worker's goroutine.
func (r *delivery) attempt(u unit) result {
	messenger, settings, _ := r.line.ready()
	turn, ok := r.pace.begin(r.now())
	if messenger == nil || !ok || r.calls.Err() != nil {
		return result{settled: returned(u, r.now())}
	}
	began := r.Now()
	var err error
	if u.bulk {
		messages := make([]message.Message, len(u.items))
		for i, item := range u.items {
			messages[i] = item.Message
		}
		err = messenger.SendBulk(r.calls, messages)
	} else {
		err = messenger.Send(r.calls, u.items[0].Message)
	}
	took := r.Now().Sub(began)
	settled, next := settle(u, err, r.now(), r.Jitter)
	r.pace.sent(turn, err, r.now(), next)
	r.line.note(settings, err)
	return result{settled: settled, took: max(took, 1)}
}

// settle says what becomes of a unit's messages, and when the first of them is to be tried again.
func settle(u unit, err error, now time.Time, jitter func() float64) (all []message.Settled, next time.Time) {
	all = make([]message.Settled, len(u.items))
	share := jitter() // the same for all of a call, so that they stay together
	for i, item := range u.items {
		o := message.Settle(err, message.Attempt{Tries: item.Tries, Queued: item.Queued, Now: now}, share)
		all[i] = message.Settled{ID: item.ID, Outcome: o}
		if o.State == message.Queued && !o.Untried {
			next = sooner(next, o.Next)
		}
	}
	return all, next
}

func returned(u unit, now time.Time) []message.Settled {
	all := make([]message.Settled, len(u.items))
	for i, item := range u.items {
		all[i] = untried(item.ID, now)
	}
	return all
}
