package demo

import (
	"slices"
	"time"
)

// hwPhase is how far a meeting has come.
type hwPhase int

const (
	hwScheduled hwPhase = iota
	hwRunning
	hwOver
)

// hwProlong is by how much a meeting goes on that has reached its end with people in it.
//
// undocumented: whether and for how long meetings go on by themselves.
const hwProlong = 15 * time.Minute

// hwMeeting is one meeting.
type hwMeeting struct {
	id, subject string
	start, end  time.Time
	phase       hwPhase
	// chair and guest are the passwords.
	chair, guest string
	owner        *hwUser
	media        string
	kind         string // FUTURE, IMMEDIATELY or CYCLE
	language     string
	zone         string // timeZoneID
	guestsStart  bool
	// rolls says that the meeting is one of the demo office's own, which is always about to begin.
	rolls   bool
	tries   hwTries
	invited []*hwInvited
	// called are those who were called, in that order, whatever became of it.
	called []*hwCalled
}

// settle lets time pass: meetings end and go on.
func (h *huawei) settle(now time.Time) {
	for _, m := range h.meetings {
		switch {
		case m.phase == hwRunning && !now.Before(m.end):
			if len(m.inside(now)) == 0 {
				m.phase = hwOver
				continue
			}
			m.end = m.end.Add((now.Sub(m.end)/hwProlong + 1) * hwProlong)
		case m.phase == hwScheduled && m.rolls && !now.Before(m.start):
			length := m.end.Sub(m.start)
			m.start = now.Truncate(30 * time.Minute).Add(time.Hour)
			m.end = m.start.Add(length)
		case m.phase == hwScheduled && !now.Before(m.end):
			m.phase = hwOver
		}
	}
}

// meeting returns the meeting with an ID, nil for none.
func (h *huawei) meeting(id string) *hwMeeting {
	at := slices.IndexFunc(h.meetings, func(m *hwMeeting) bool { return m.id == id })
	if at < 0 {
		return nil
	}
	return h.meetings[at]
}

// entered checks a password that lets people into a running meeting. Unknown meetings and wrong
// passwords look the same.
func (h *huawei) entered(id string, now time.Time, right func(*hwMeeting) bool) (*hwMeeting, *hwCode) {
	m := h.meeting(id)
	if m == nil {
		return nil, &hwWrongPassword
	}
	if m.tries.locked(now) {
		return nil, &hwControlLocked
	}
	if !right(m) {
		m.tries.failed(now)
		return nil, &hwWrongPassword
	}
	m.tries.succeeded()
	return m, m.notRunning()
}

// notRunning is the refusal of what is for running meetings only, nil for those.
func (m *hwMeeting) notRunning() *hwCode {
	switch m.phase {
	case hwScheduled:
		return &hwNotStarted
	case hwOver:
		return &hwClosed
	default:
		return nil
	}
}
