package demo

import (
	"crypto/rand"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"time"
)

const (
	// hwMeetingsMost is how many meetings there may be at once, and hwOverKept how many are remembered
	// that have ended.
	//
	// undocumented: both, and how far ahead a meeting may be.
	hwMeetingsMost = 200
	hwOverKept     = 200
	hwFarAhead     = 366 * 24 * time.Hour
)

// hwDraft is the body of CreateMeeting.
type hwDraft struct {
	subject, media, language, zone, guest string
	start                                 time.Time // zero for now
	length                                time.Duration
	attendees                             []hwAttendee
	cycle, guestsStart, guestsFree        bool
}

var hwGuestPasswords = regexp.MustCompile(`^[0-9]{4,16}$`)

// readCreate reads D0014. What the demo office has no use for is only looked at for its range.
func readCreate(c *hwCall) *hwCode {
	in, refused := c.object()
	if refused != nil {
		return refused
	}
	d := hwDraft{subject: in.text("subject"), media: in.text("mediaTypes"), language: in.text("language"), zone: in.text("timeZoneID"), cycle: in.has("cycleParams")}
	start, minutes := in.text("startTime"), 30
	in.read("length", &minutes, "a number")
	d.length = time.Duration(minutes) * time.Minute
	config := in.object("confConfigInfo")
	d.guest, d.guestsStart, d.guestsFree = config.text("guestPwd"), config.flag("allowGuestStartConf"), config.flag("isGuestFreePwd")
	ranges := within(in, map[string]int{"encryptMode": 2, "isAutoRecord": 1, "recordType": 3, "recordAuthType": 2, "recordAuxStream": 1, "confResType": 3}) &&
		within(config, map[string]int{"callInRestriction": 3, "vmrIDType": 1, "prolongLength": 60}) && within(in, map[string]int{"vmrFlag": 0})
	if d.attendees, refused = readAttendees(in); refused != nil {
		return refused
	}
	var wrong error
	if start != "" {
		d.start, wrong = time.Parse(hwMinute, start)
	}
	for _, rule := range []struct {
		broken bool
		code   *hwCode
	}{
		{len(in.wrong)+len(config.wrong) > 0, &hwNotJSON},
		{d.media != "Voice" && d.media != "HDVideo", &hwMediaUnknown},
		{longer(d.subject, 128), &hwSubjectLong},
		{minutes < 15 || minutes > 24*60, &hwLength},
		{d.guest != "" && !hwGuestPasswords.MatchString(d.guest), &hwGuestPassword},
		{!slices.Contains([]string{"", "zh-CN", "en-US"}, d.language), &hwParameter},
		{wrong != nil || !ranges || longer(d.zone, 8), &hwParameter},
	} {
		if rule.broken {
			return rule.code
		}
	}
	c.in = d
	return nil
}

// within reports whether numbers are from 0 to their highest.
func within(in *camObject, highest map[string]int) bool {
	for key, most := range highest {
		var n int
		in.read(key, &n, "a number")
		if n < 0 || n > most {
			return false
		}
	}
	return true
}

// create is CreateMeeting, D0014. Without a start it runs at once. The answer is a list of one.
//
// undocumented: that an attendee whom the directory knows needs no number, and the words of a subject
// that is missing.
func (h *huawei) create(c *hwCall) (any, *hwCode) {
	d := c.in.(hwDraft)
	begins := d.start
	if begins.IsZero() {
		begins = c.now.Truncate(time.Minute)
	}
	switch {
	case begins.Before(c.now.Truncate(time.Minute)):
		return nil, &hwPast
	case begins.After(c.now.Add(hwFarAhead)):
		return nil, &hwTooFar
	case h.count(func(m *hwMeeting) bool { return m.phase != hwOver }) >= hwMeetingsMost:
		return nil, &hwTooManyMeetings
	}
	m := &hwMeeting{
		id: h.newID(), subject: d.subject, start: begins, end: begins.Add(d.length), owner: c.user, media: d.media, kind: "FUTURE",
		language: "zh-CN", zone: "56", chair: sixDigits(), guest: d.guest, guestsStart: d.guestsStart,
	}
	if m.subject == "" {
		m.subject = c.user.name + "'s Meeting"
	}
	if d.language != "" {
		m.language = d.language
	}
	if d.zone != "" {
		m.zone = d.zone
	}
	if m.guest == "" && !d.guestsFree {
		m.guest = sixDigits()
	}
	if h.full(m, len(d.attendees)) {
		return nil, &hwTooManyInvited
	}
	for _, a := range d.attendees {
		a = h.known(a)
		if refused := a.check(); refused != nil {
			return nil, refused
		}
		m.add(a)
	}
	switch {
	case d.start.IsZero():
		m.kind = "IMMEDIATELY"
		m.begin(c.now)
	case d.cycle:
		m.kind = "CYCLE"
	}
	h.meetings = append(h.meetings, m)
	return []hwConference{m.shown(c)}, nil
}

// known completes an attendee of the directory, and gives a name to one who has none.
func (h *huawei) known(a hwAttendee) hwAttendee {
	for _, u := range h.users {
		if a.UserUUID == u.id || a.UserUUID == "" && a.AccountID == u.account {
			if a.Phone == "" {
				a.Phone = u.number
			}
			if a.Name == "" {
				a.Name = u.name
			}
		}
	}
	if a.Name == "" {
		a.Name = a.Phone
	}
	return a
}

func (h *huawei) count(which func(*hwMeeting) bool) int {
	n := 0
	for _, m := range h.meetings {
		if which(m) {
			n++
		}
	}
	return n
}

// newID makes the ID of a meeting: nine digits. It also forgets meetings that ended long ago.
func (h *huawei) newID() string {
	over := h.count(func(m *hwMeeting) bool { return m.phase == hwOver }) - hwOverKept
	h.meetings = slices.DeleteFunc(h.meetings, func(m *hwMeeting) bool {
		if over > 0 && m.phase == hwOver {
			over--
			return true
		}
		return false
	})
	h.made++
	return fmt.Sprint(917_000_000 + h.made*1237%80_000_000)
}

// sixDigits makes a password as the server chooses them.
func sixDigits() string {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		panic("demo: " + err.Error()) // never: the reader does not fail
	}
	return fmt.Sprintf("%06d", n)
}
