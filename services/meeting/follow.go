package meeting

import (
	"slices"
	"time"
)

// Follow tells what became of those who were invited, from one look at the meeting to the next. Rows are
// found by UUID and account (on the list of the invited), by number, and by a name that only one has.
// It has no clock: time passes from Presence.At to the next. It is not safe for concurrent use.
type Follow struct {
	matcher   *matcher
	invited   time.Time
	last      time.Time
	standings []Standing
	guests    []Participation
	// known are the rows of those who were seen, by PID: a name can change during a meeting.
	known map[string][]int
}

// NewFollow returns a Follow of rows that were accepted at a time.
func NewFollow(rows []Attendee, invited time.Time) *Follow {
	f := &Follow{
		matcher: newMatcher(slices.Clone(rows)), invited: invited,
		standings: make([]Standing, len(rows)), known: make(map[string][]int),
	}
	for i := range f.standings {
		f.standings[i] = Standing{State: SeenWaiting, Since: invited}
	}
	return f
}

// Before tells who was in the meeting, or on the way there, before the rows were invited: somebody of the
// same name is not taken for a row that is being called on another number. It is called before See.
func (f *Follow) Before(p Presence) {
	f.matcher.before = make(map[string]bool)
	for _, one := range p.Participants {
		if one.PID != "" {
			f.matcher.before[one.PID] = true
		}
	}
}

// Standing returns where a row stands, by all that was seen so far.
func (f *Follow) Standing(i int) Standing { return f.standings[i] }

// Guests returns those who are in the meeting, or on their way, and are of no row.
func (f *Follow) Guests() []Participation { return slices.Clone(f.guests) }

// See takes a look at the meeting. One that is older than the last is passed over.
func (f *Follow) See(p Presence) {
	if p.At.Before(f.last) {
		return
	}
	f.last = p.At
	f.matcher.learn(p)
	found := f.matcher.participants(p, f.known)
	best := make(map[int]Participation)
	f.guests = nil
	for i, one := range p.Participants {
		if found[i] == nil {
			f.guests = append(f.guests, one)
		}
		for _, row := range found[i] {
			if now, seen := best[row]; !seen || nearer(one.State, now.State) {
				best[row] = one
			}
		}
	}
	for i := range f.standings {
		one, seen := best[i]
		f.standings[i] = f.next(f.standings[i], one, seen, p.At)
	}
}

// steps are how near to the meeting a state is.
var steps = map[State]int{Unclear: 0, Calling: 1, Joining: 2, In: 3}

// nearer tells whether a is nearer to the meeting than b.
func nearer(a, b State) bool { return steps[a] > steps[b] }

// next returns where a row stands at a time, after it stood at s.
func (f *Follow) next(s Standing, one Participation, seen bool, at time.Time) Standing {
	state := s.State
	if seen {
		state = s.seenAs(one.State)
		s.PID, s.Name = one.PID, one.Name
	} else {
		switch {
		case state == SeenIn:
			state = SeenLeft
		case state == SeenCalling || state == SeenJoining:
			state = SeenNoAnswer
		case state == SeenWaiting && at.Sub(f.invited) >= AnswerTime:
			state = SeenNoAnswer
		}
	}
	if state != s.State {
		s.State, s.Since = state, at
	}
	return s
}

// seenAs returns the step of somebody whom the meeting shows in a state. A state that the service does
// not explain changes nothing for those who are in or on their way.
func (s Standing) seenAs(state State) Seen {
	switch state {
	case In:
		return SeenIn
	case Joining:
		return SeenJoining
	case Calling:
		return SeenCalling
	}
	if s.State == SeenIn || s.State == SeenJoining {
		return s.State
	}
	return SeenCalling
}
