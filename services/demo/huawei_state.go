package demo

import "time"

// huawei is what the service knows while it runs; nothing of it is kept. The office's mutex guards it.
type huawei struct {
	keys     hwKeys
	users    map[string]*hwUser // by account
	sessions hwSessions
	meetings []*hwMeeting
	made     int // meetings, for their IDs
	controls map[string]*hwControlToken
	form     HuaweiForm
	rates    map[string]*hwRate // by function
	received []Received
	// heard counts calls, and receivedBytes what is long about those that are remembered.
	heard, receivedBytes int
}

// hwKeys are what clients log in with. They are kept with the office's data.
type hwKeys struct {
	Password string `json:"password"`
	AppKey   string `json:"appKey"`
}

// hwTries counts wrong passwords. After hwMostTries in a row nothing is let in for hwLockedFor, the
// right password neither.
//
// undocumented: how many, and whether a meeting's lock is as long as an account's, of which the
// vendor's words say 60 s.
type hwTries struct {
	wrong int
	until time.Time
}

const (
	hwMostTries = 5
	hwLockedFor = time.Minute
)

// locked reports whether the door is closed now.
func (t *hwTries) locked(now time.Time) bool { return now.Before(t.until) }

// failed counts one wrong try.
func (t *hwTries) failed(now time.Time) {
	if t.wrong++; t.wrong >= hwMostTries {
		*t = hwTries{until: now.Add(hwLockedFor)}
	}
}

// succeeded forgets the wrong ones.
func (t *hwTries) succeeded() { *t = hwTries{} }
