package room

import (
	"errors"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

// Freshness is how far what was read can be trusted. The values go to JSON.
type Freshness string

// The freshnesses.
const (
	// Unread: the server has never answered.
	Unread Freshness = "unread"
	// Fresh: as the server answered at its last poll.
	Fresh Freshness = "fresh"
	// Stale: two polls in a row brought nothing, or none was made for three intervals.
	Stale Freshness = "stale"
)

// StaleAfter is how many polls in a row have to miss for what was read to be stale.
const StaleAfter = 2

// Reading says when something was read, and how the polls went since. The zero Reading was never read.
type Reading struct {
	// At is when the server gave the answer that is shown; zero for never.
	At time.Time `json:"at,omitzero"`
	// Misses counts the polls since then that brought nothing.
	Misses int `json:"misses,omitempty"`
	// Since is when the first of them missed, Why what the last one met.
	Since time.Time        `json:"since,omitzero"`
	Why   *message.Failure `json:"why,omitempty"`
	// NextTry is when the server will be asked again; zero when nobody has said.
	NextTry time.Time `json:"nextTry,omitzero"`
}

// Freshness tells how far to trust the reading. every is the interval of the polls; with 0 the age does
// not matter: for days that are read once and shown "as of". A reading from the future, left by a
// clock that was wrong, is stale.
func (r Reading) Freshness(now time.Time, every time.Duration) Freshness {
	age := now.Sub(r.At)
	switch {
	case r.At.IsZero():
		return Unread
	case r.Misses >= StaleAfter, every > 0 && (age > (StaleAfter+1)*every || age < -every):
		return Stale
	default:
		return Fresh
	}
}

// Err returns why the last poll brought nothing as a *fault.Error, nil when it brought something.
func (r Reading) Err() error {
	if r.Why == nil {
		return nil
	}
	f := r.Why
	return &fault.Error{Op: "reading the rooms", Service: "chat-messenger", Kind: f.Kind, Status: f.Status, Code: f.Code, Words: f.Words, RequestID: f.RequestID}
}

// Missed returns the reading after a poll that ended with err at a time, and when the next one is. A
// poll that was cancelled is none.
func (r Reading) Missed(err error, at, next time.Time) Reading {
	r.NextTry = next
	var f *fault.Error
	if errors.As(err, &f) && f.Kind == fault.Cancelled {
		return r
	}
	if r.Misses == 0 {
		r.Since = at
	}
	r.Misses++
	r.Why = message.NewFailure(err)
	return r
}

// answered returns the reading after a good answer.
func answered(at, next time.Time) Reading { return Reading{At: at, NextTry: next} }
