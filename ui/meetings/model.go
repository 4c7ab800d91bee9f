package meetings

import (
	"time"

	"foyer/services/agent"
	"foyer/services/meeting"
)

// model is what the page shows. It is read and changed on the UI goroutine only.
type model struct {
	service agent.ServiceState
	// accounts are all that there are.
	accounts []agent.ServiceState
	without  bool // somebody goes on without an account

	table *meeting.Table
	// sent has one for each row of the table, nil for rows that were not invited as they are.
	sent   []*sentRow
	rounds []*round
	past   []change // what can be taken back, oldest first
	undone []change // what can be done again

	byToken bool
	phase   phase
	// asked is the access that the phase is about; other words in the fields make it void.
	asked    meeting.Access
	trouble  error            // why the meeting cannot be looked at
	meeting  *meeting.Meeting // as the service describes it, nil when it does not
	presence *meeting.Presence
	unread   error                // why the presence could not be read lately
	next     time.Time            // when it is read again after that
	seen     map[string]firstSeen // by PID

	rejected *meeting.Reading // what could not be read of the last paste or file
	source   string           // the file that it was in
	outcome  *outcome
	run      *run
}

// firstSeen is when a participant came to a state.
type firstSeen struct {
	state meeting.State
	since time.Time
}

// round is one invitation of rows.
type round struct {
	rows   []meeting.Attendee
	follow *meeting.Follow
	fates  []meeting.Fate
	// again marks rows that were invited once more in a later round.
	again []bool
}

// sentRow is a row's place in the invitation that it was last part of.
type sentRow struct {
	round *round
	at    int
}

// fate is what became of a row, "" for one that was not invited.
func (s *sentRow) fate() meeting.Fate {
	if s == nil || s.at >= len(s.round.fates) {
		return ""
	}
	return s.round.fates[s.at]
}

// called reports whether the service took the row, or may have taken it.
func (s *sentRow) called() bool {
	f := s.fate()
	return f == meeting.FateAccepted || f == meeting.FateSeen || f == meeting.FateUnclear
}

// standing is where a row that was accepted stands in the meeting.
func (s *sentRow) standing() meeting.Standing {
	if s == nil || s.round.follow == nil {
		return meeting.Standing{}
	}
	return s.round.follow.Standing(s.at)
}

// missing reports whether somebody was called and is not there.
func (s *sentRow) missing() bool {
	if f := s.fate(); f != meeting.FateAccepted && f != meeting.FateSeen {
		return false
	}
	state := s.standing().State
	return state == meeting.SeenNoAnswer || state == meeting.SeenLeft
}

// ready returns the rows that are sent next: those that can be, and were not yet.
func (m *model) ready() (rows []meeting.Attendee, at []int) {
	all, places := m.table.Ready()
	for i, a := range all {
		if !m.sent[places[i]].called() {
			rows, at = append(rows, a), append(at, places[i])
		}
	}
	return rows, at
}

// missing returns the rows whose people were called and are not there.
func (m *model) missing() (rows []meeting.Attendee, at []int) {
	for i, s := range m.sent {
		if s.missing() {
			rows, at = append(rows, s.round.rows[s.at]), append(at, i)
		}
	}
	return rows, at
}

// summary counts the rows that are still to be invited.
type summary struct {
	ready, wrong, notCalled, invited, in, missing, unclear int
}

func (m *model) summary() (s summary) {
	all := m.table.Summary()
	s.ready, s.wrong, s.notCalled = all.Ready, all.Wrong, all.NotCalled
	for _, row := range m.sent {
		if !row.called() {
			continue
		}
		s.ready--
		s.invited++
		switch {
		case row.fate() == meeting.FateUnclear:
			s.unclear++
		case row.standing().State == meeting.SeenIn:
			s.in++
		case row.missing():
			s.missing++
		}
	}
	return s
}

// notCalled returns the rows without a phone.
func (m *model) notCalled() (rows []meeting.Attendee) {
	for i := range m.table.Len() {
		if m.table.Status(i) == meeting.StatusNotCalled {
			rows = append(rows, m.table.Row(i))
		}
	}
	return rows
}
