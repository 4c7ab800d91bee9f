package demo

import (
	"slices"
	"time"
)

// HuaweiURL returns the server URL for clients of Huawei Cloud Meeting; "" before Listen.
func (o *Office) HuaweiURL() string { return o.URL() }

// Account returns the account that can log in. It is the administrator's.
func (o *Office) Account() string { return hwAccountName() }

// DisabledAccount returns an account with the same password that is told that it is disabled.
func (o *Office) DisabledAccount() string { return office.People[hwBarred].Address }

// AccountPassword returns the account's password, which stays the same as long as Dir does.
func (o *Office) AccountPassword() string {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.huawei.keys.Password
}

// AppID returns the application that can log in.
func (o *Office) AppID() string { return hwAppID }

// AppKey returns its key, which stays the same as long as Dir does.
func (o *Office) AppKey() string {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.huawei.keys.AppKey
}

// Enterprise returns the corpId that service providers sign.
func (o *Office) Enterprise() string { return hwCorp }

// Meeting is a meeting of the demo office, with everything that its clients have to find out.
type Meeting struct {
	ID            string    `json:"id"`
	Subject       string    `json:"subject"`
	Start         time.Time `json:"start"`
	End           time.Time `json:"end"`
	HostPassword  string    `json:"hostPassword"`
	GuestPassword string    `json:"guestPassword,omitempty"`
	// Host is the account of who made it.
	Host    string `json:"host"`
	Running bool   `json:"running"`
	// Invited is how many are on the list of the invited.
	Invited int `json:"invited"`
	// Calls are all calls that went out, the oldest first; a number can be among them several times.
	Calls []MeetingCall `json:"calls"`
}

// MeetingCall is a call from a meeting to somebody.
type MeetingCall struct {
	PID   string    `json:"pid"`
	Name  string    `json:"name"`
	Phone string    `json:"phone"`
	Began time.Time `json:"began"`
	// State is "calling", "joining", "in", or why it is over: "not answered", "no such user", "offline",
	// "busy", "refused", "hung up".
	State string `json:"state"`
	// Code is the vendor's result code of a call that failed.
	Code string `json:"code,omitempty"`
}

// Meetings returns the meetings that have not ended: the office's own, two of which run, and then those
// that were made.
func (o *Office) Meetings() []Meeting {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	now := o.now()
	o.huawei.settle(now)
	var all []Meeting
	for _, m := range o.huawei.meetings {
		if m.phase == hwOver {
			continue
		}
		shown := Meeting{
			ID: m.id, Subject: m.subject, Start: m.start, End: m.end, HostPassword: m.chair, GuestPassword: m.guest,
			Host: m.owner.account, Running: m.phase == hwRunning, Invited: len(m.invited), Calls: []MeetingCall{},
		}
		for _, c := range m.called {
			shown.Calls = append(shown.Calls, c.shown(now))
		}
		all = append(all, shown)
	}
	return slices.Clip(all)
}

// shown is the call in words.
func (c *hwCalled) shown(now time.Time) MeetingCall {
	s := MeetingCall{PID: c.pid, Name: c.Name, Phone: c.Phone, Began: c.began}
	switch c.stage(now) {
	case hwCalling:
		s.State = "calling"
	case hwJoining:
		s.State = "joining"
	case hwIn:
		s.State = "in"
	default:
		s.State = "hung up"
		if !c.ended {
			s.State, s.Code = c.fails.words, c.fails.code
		}
	}
	return s
}
