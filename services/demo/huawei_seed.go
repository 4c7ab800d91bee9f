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
	hwBarred = 12 // Carol, whose account is disabled
)

// hwSeed is one of the office's own meetings.
type hwSeed struct {
	ID      string `json:"id"`
	Subject string `json:"subject"`
	// Host and Guest are passwords. They open nothing but the demo.
	Host  string `json:"host"`
	Guest string `json:"guest"`
	// Starts is when it starts, in minutes after the last full or half hour; one above 0 has not started.
	Starts  int `json:"starts"`
	Minutes int `json:"minutes"`
	// People are numbers of people, the host first.
	People []int `json:"people"`
}

// hwEarly is how long before a meeting its own people were called.
const hwEarly = time.Minute

// newHuawei is the service on its first day.
func newHuawei(keys hwKeys, now time.Time) *huawei {
	h := &huawei{keys: keys, users: map[string]*hwUser{}, controls: map[string]*hwControlToken{}, rates: map[string]*hwRate{}}
	for i, p := range office.People {
		u := &hwUser{id: hwID(p.Address), account: p.Address, name: p.Name, number: hwSIP(i, hwDigit(i))}
		if i == hwOwner || i == hwBarred {
			u.password = keys.Password
		}
		u.admin, u.disabled = i == hwOwner, i == hwBarred
		h.users[p.Address] = u
	}
	for _, seed := range office.Meetings {
		h.meetings = append(h.meetings, h.seeded(seed, now))
	}
	return h
}

// seeded makes a meeting of the office's own people. It always goes on, or is always about to begin.
func (h *huawei) seeded(s hwSeed, now time.Time) *hwMeeting {
	start := now.Truncate(30 * time.Minute).Add(time.Duration(s.Starts) * time.Minute)
	m := &hwMeeting{
		id: s.ID, subject: s.Subject, chair: s.Host, guest: s.Guest, owner: h.users[office.People[s.People[0]].Address],
		start: start, end: start.Add(time.Duration(s.Minutes) * time.Minute), media: "HDVideo", kind: "FUTURE", language: "en-US", zone: "26",
		rolls: true,
	}
	for i, n := range s.People {
		u := h.users[office.People[n].Address]
		a := hwAttendee{UserUUID: u.id, AccountID: u.account, Name: u.name, Phone: u.number, Type: "normal", AutoInvite: 1}
		if i == 0 {
			a.Role = 1
		}
		m.add(a)
		if s.Starts <= 0 {
			m.phase = hwRunning
			m.call(a, start.Add(-hwEarly))
		}
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
