package demo

import (
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"time"
)

// The people of the office who matter here, by their number.
const (
	hwOwner  = 1  // Barbara, whose account people try
	hwOther  = 2  // Ludwig, whose meeting is somebody else's
	hwBarred = 12 // Carol, whose account is disabled
)

// hwEarly is how long before a meeting its own people were called.
const hwEarly = time.Minute

// newHuawei is the service on its first day.
func newHuawei(keys hwKeys, now time.Time) *huawei {
	h := &huawei{keys: keys, users: map[string]*hwUser{}, controls: map[string]*hwControlToken{}}
	for i, p := range office.People {
		u := &hwUser{id: hwID(p.Address), account: p.Address, name: p.Name, number: hwSIP(i, hwDigit(i))}
		if i == hwOwner || i == hwBarred {
			u.password = keys.Password
		}
		u.admin, u.disabled = i == hwOwner, i == hwBarred
		h.users[p.Address] = u
	}
	half := now.Truncate(30 * time.Minute)
	h.meetings = []*hwMeeting{
		h.seeded("914083136", "Weekly with the sites", "318204", "640917", hwOwner, half.Add(-30*time.Minute), 2*time.Hour, []int{1, 2, 3, 6, 7, 9}),
		h.seeded("915627408", "Move of the second floor", "772150", "205883", hwOther, half, time.Hour, []int{2, 4, 14, 16}),
		h.seeded("916350271", "Budget round", "459036", "118642", hwOwner, half.Add(time.Hour), time.Hour, []int{1, 10, 11, 30, 31}),
	}
	for _, m := range h.meetings[:2] {
		m.phase = hwRunning
		for _, a := range m.invited {
			m.call(a.hwAttendee, m.start.Add(-hwEarly))
		}
	}
	return h
}

// seeded makes a meeting of the office's own people, the first of whom is the host.
func (h *huawei) seeded(id, subject, chair, guest string, owner int, start time.Time, length time.Duration, people []int) *hwMeeting {
	m := &hwMeeting{
		id: id, subject: subject, chair: chair, guest: guest, owner: h.users[office.People[owner].Address],
		start: start, end: start.Add(length), media: "HDVideo", kind: "FUTURE", language: "en-US", rolls: true,
	}
	for i, n := range people {
		u := h.users[office.People[n].Address]
		a := hwAttendee{UserUUID: u.id, AccountID: u.account, Name: u.name, Phone: u.number, Type: "normal", AutoInvite: 1}
		if i == 0 {
			a.Role = 1
		}
		m.add(a)
	}
	return m
}

// hwDigit is the last digit of somebody's numbers, which decides what becomes of calls: most come.
func hwDigit(person int) int {
	switch person % 8 {
	case 5:
		return 5 + person/8%5
	default:
		return person % 5
	}
}

// hwSIP is a SIP number in the shape of the vendor's samples.
func hwSIP(n, digit int) string { return fmt.Sprintf("+991112835234%04d%d", n, digit) }

// hwAccountName is the account that people try.
func hwAccountName() string { return office.People[hwOwner].Address }

// newKeys makes what clients log in with.
func newKeys() hwKeys { return hwKeys{Password: rand.Text()[:16], AppKey: rand.Text()} }

// same compares secrets.
func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }
