package demo

import (
	"time"
)

const (
	// hwInviteMost is how many people one request may invite, hwInvitedMost how many a meeting, and
	// hwInvitedAll how many all meetings.
	//
	// undocumented: all three.
	hwInviteMost  = 500
	hwInvitedMost = 3000
	hwInvitedAll  = 20_000
)

// hwSuccess is the answer to what controls a meeting: 39 bytes, as in the vendor's samples.
//
// undocumented: that it is this. Only its length is.
type hwSuccess struct {
	Code  int    `json:"returnCode"`
	Words string `json:"returnDesc"`
}

var hwDone = hwSuccess{0, "Success"}

// hwInvited is an entry of the list of those who were invited.
type hwInvited struct {
	hwAttendee
}

// readInvite reads the body of InviteParticipant.
func readInvite(c *hwCall) *hwCode {
	in, refused := c.object()
	if refused != nil {
		return refused
	}
	all, refused := readAttendees(in)
	switch {
	case refused != nil:
		return refused
	case len(all) == 0:
		return &hwParameter
	}
	for _, a := range all {
		if refused := a.check(); refused != nil {
			return refused // undocumented: that one of them stops all
		}
	}
	c.in = all
	return nil
}

// invite is InviteParticipant, D0030. It says yes before anybody has been called.
func (h *huawei) invite(c *hwCall) (any, *hwCode) {
	all := c.in.([]hwAttendee)
	if h.full(c.meeting, len(all)) {
		return nil, &hwTooManyInside
	}
	for _, a := range all {
		c.meeting.add(a)
		c.meeting.call(a, c.now)
	}
	return hwDone, nil
}

// full reports whether there is no room for so many more on a meeting's list.
func (h *huawei) full(m *hwMeeting, more int) bool {
	all := 0
	for _, other := range h.meetings {
		all += len(other.invited)
	}
	return len(m.invited)+more > hwInvitedMost || all+more > hwInvitedAll
}

// add puts somebody on the list of the invited, once.
func (m *hwMeeting) add(a hwAttendee) {
	for _, old := range m.invited {
		if old.Phone == a.Phone && (a.Phone != "" || old.Email == a.Email && old.SMS == a.SMS) {
			*old = hwInvited{a}
			return
		}
	}
	m.invited = append(m.invited, &hwInvited{a})
}

// call rings at somebody's, unless that number rings or is in already.
//
// undocumented: what becomes of a number that is there already.
func (m *hwMeeting) call(a hwAttendee, now time.Time) {
	if a.Phone == "" {
		return // the platform notifies nobody by e-mail or text message during a meeting
	}
	for _, old := range m.called {
		if old.Phone == a.Phone && old.stage(now) != hwGone {
			return
		}
	}
	m.called = append(m.called, newCalled(a, now))
	if over := len(m.called) - hwCalledKept; over > 0 {
		m.forget(now, over)
	}
}
