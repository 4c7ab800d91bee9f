package meeting

import (
	"context"
	"errors"

	"foyer/services/fault"
)

// DefaultChunk is how many attendees go into one request when nobody says otherwise.
const DefaultChunk = 100

// Invite calls rows into a meeting, in requests of chunk rows each (0 for DefaultChunk, MaxInvite at most)
// and one after the other. It stops at the first request that is not accepted, and sends nothing twice.
// When no answer came, or none that tells what was done, it asks once who is in the meeting, unless ctx
// has ended. tell may be nil; it is called after each request, on the same goroutine.
func Invite(ctx context.Context, h Host, a Access, rows []Attendee, chunk int, tell func(Progress)) Report {
	switch {
	case chunk <= 0:
		chunk = DefaultChunk
	case chunk > MaxInvite:
		chunk = MaxInvite
	}
	if tell == nil {
		tell = func(Progress) {}
	}
	report := Report{Fates: make([]Fate, len(rows))}
	report.set(0, len(rows), FateNotSent)
	for from := 0; from < len(rows); from += chunk {
		to := min(from+chunk, len(rows))
		if err := ctx.Err(); err != nil {
			report.Err = &fault.Error{Op: "inviting attendees", Kind: fault.Cancelled, Err: err}
			break
		}
		report.Err = h.Invite(ctx, a, rows[from:to:to])
		fate := fateOf(report.Err)
		report.set(from, to, fate)
		if fate == FateUnclear {
			report.look(ctx, h, a, rows, from, to)
		}
		progress := Progress{Sent: to, Accepted: report.Count(FateAccepted), Total: len(rows)}
		if fate == FateNotSent {
			progress.Sent = from
		}
		tell(progress)
		if report.Err != nil {
			break
		}
	}
	return report
}

// fateOf tells what became of the rows of a request that ended with err. What is not known to be harmless
// is unclear: an error of another kind, too, may come from behind the moment of sending.
func fateOf(err error) Fate {
	if err == nil {
		return FateAccepted
	}
	switch fault.KindOf(err) {
	case fault.Refused, fault.Invalid:
		return FateRefused
	case fault.Faulty:
		if isTurnedAway(err) {
			return FateNotSent
		}
		return FateUnclear
	case fault.NotConfigured, fault.Unreachable, fault.Cancelled:
		return FateNotSent
	default:
		return FateUnclear
	}
}

// isTurnedAway tells whether a request did not get past the door: there were too many of them (429), which
// is also what a request ends with that was not even made, or the service said when to come back (503).
func isTurnedAway(err error) bool {
	const tooMany, unavailable = 429, 503
	e, ok := errors.AsType[*fault.Error](err)
	return ok && (e.Status == tooMany || e.Status == unavailable && e.RetryAfter > 0)
}

// set gives rows a fate.
func (r *Report) set(from, to int, f Fate) {
	for i := from; i < to; i++ {
		r.Fates[i] = f
	}
}

// look asks who is in the meeting, and finds rows whose fate is unclear among them.
func (r *Report) look(ctx context.Context, h Host, a Access, rows []Attendee, from, to int) {
	if ctx.Err() != nil {
		return
	}
	p, err := h.Presence(ctx, a)
	if err != nil {
		return
	}
	r.Looked = &p
	m := newMatcher(rows)
	found := make(map[int]bool)
	for _, row := range m.learn(p) {
		found[row] = true
	}
	for _, of := range m.participants(p, make(map[string][]int)) {
		for _, row := range of {
			found[row] = true
		}
	}
	for i := from; i < to; i++ {
		if found[i] {
			r.Fates[i] = FateSeen
		}
	}
}
