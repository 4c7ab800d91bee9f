package demo

import (
	"slices"
	"strings"
	"time"
)

// Calls go out into the air, and this is what becomes of them. It depends on the last digit of the
// number alone, so that everybody can try everything:
//
//	0 to 4  rings for as many seconds and two more, then joins, then is in
//	5       rings for half a minute and is not answered
//	6       does not exist, which is known after a second
//	7       is offline, which is known after a second
//	8       is busy, which is known after two seconds
//	9       rings for four seconds and refuses
//
// Where a call fails, the digit is the last one of the vendor's code for that. A number without any
// digit is one that ends in 0.
//
// undocumented: all times.
var hwFailures = map[byte]hwFailure{
	'5': {30 * time.Second, "11076005", "not answered"},
	'6': {time.Second, "11076006", "no such user"},
	'7': {time.Second, "11076007", "offline"},
	'8': {2 * time.Second, "11076008", "busy"},
	'9': {4 * time.Second, "11076009", "refused"},
}

// hwFailure is how a call ends that does not lead into the meeting.
type hwFailure struct {
	after       time.Duration
	code, words string
}

const (
	hwRings = 2 * time.Second
	hwJoins = 2 * time.Second
	// hwCalledKept is how many calls of a meeting are remembered.
	hwCalledKept = 4000
)

// hwStage is where a call has got to. Its numbers are the vendor's, but for hwGone.
type hwStage int

const (
	hwIn      hwStage = 0
	hwCalling hwStage = 1
	hwJoining hwStage = 2
	hwGone    hwStage = -1
)

// hwCalled is one call to one number.
type hwCalled struct {
	hwAttendee
	pid   string
	began time.Time
	rings time.Duration
	// fails is nil for somebody who comes.
	fails *hwFailure
	// ended says that the call was ended by a host, and when.
	ended   bool
	endedAt time.Time
}

func newCalled(a hwAttendee, now time.Time) *hwCalled {
	c := &hwCalled{hwAttendee: a, pid: hwHex(16), began: now}
	digit := lastDigit(a.Phone)
	if f, found := hwFailures[digit]; found {
		c.fails = &f
		return c
	}
	c.rings = hwRings + time.Duration(digit-'0')*time.Second
	return c
}

// lastDigit returns the last digit of a number, without the host of a SIP address.
func lastDigit(number string) byte {
	user, _, _ := strings.Cut(number, "@")
	for i := len(user) - 1; i >= 0; i-- {
		if user[i] >= '0' && user[i] <= '9' {
			return user[i]
		}
	}
	return '0'
}

// stage is where the call has got to at a moment.
func (c *hwCalled) stage(now time.Time) hwStage {
	since := now.Sub(c.began)
	switch {
	case c.ended:
		return hwGone
	case c.fails != nil && since < c.fails.after:
		return hwCalling
	case c.fails != nil:
		return hwGone
	case since < c.rings:
		return hwCalling
	case since < c.rings+hwJoins:
		return hwJoining
	default:
		return hwIn
	}
}

// present are those who are in, called or joining.
func (m *hwMeeting) present(now time.Time) []*hwCalled {
	return m.at(now, func(s hwStage) bool { return s != hwGone })
}

// inside are those who are in.
func (m *hwMeeting) inside(now time.Time) []*hwCalled {
	return m.at(now, func(s hwStage) bool { return s == hwIn })
}

func (m *hwMeeting) at(now time.Time, wanted func(hwStage) bool) []*hwCalled {
	var all []*hwCalled
	for _, c := range m.called {
		if wanted(c.stage(now)) {
			all = append(all, c)
		}
	}
	return all
}

// forget drops so many calls that are over, the oldest first.
func (m *hwMeeting) forget(now time.Time, many int) {
	m.called = slices.DeleteFunc(m.called, func(c *hwCalled) bool {
		if many > 0 && c.stage(now) == hwGone {
			many--
			return true
		}
		return false
	})
}
