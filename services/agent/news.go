package agent

import (
	"time"

	"foyer/services/message"
)

// news is what others are to be told: not at once, when there is more to come.
type news struct {
	changed  bool
	told     time.Time
	bad      []message.Item // failed, or unknown
	badSince time.Time      // when the first of them became so
}

const (
	// tellEvery is how often others are told of changes at most.
	tellEvery = 200 * time.Millisecond
	// tellBad is how long failures are gathered while more is delivered.
	tellBad = 10 * time.Second
	// muchBad failures are told at once.
	muchBad = 1000
)

// learn keeps an item that came to rest without having been delivered.
func (n *news) learn(item message.Item, now time.Time) {
	if item.State != message.Failed && item.State != message.Unknown {
		return
	}
	if len(n.bad) == 0 {
		n.badSince = now
	}
	n.bad = append(n.bad, item)
}

// at is when something is to be told next; zero for nothing.
func (n *news) at(idle bool) time.Time {
	var at time.Time
	if n.changed {
		at = n.told.Add(tellEvery)
	}
	if len(n.bad) > 0 && !idle {
		at = sooner(at, n.badSince.Add(tellBad))
	}
	return at
}

// tell tells what is to be told now. In the end everything is.
func (r *delivery) tell(end bool) {
	n, now, idle := &r.news, r.now(), r.idle()
	if n.changed && (end || now.Sub(n.told) >= tellEvery || now.Before(n.told)) {
		n.changed, n.told = false, now
		if r.Changed != nil {
			r.Changed()
		}
	}
	if len(n.bad) > 0 && (end || idle || len(n.bad) >= muchBad || now.Sub(n.badSince) >= tellBad) {
		bad := n.bad
		n.bad = nil
		if r.Failed != nil {
			r.Failed(bad)
		}
	}
}
