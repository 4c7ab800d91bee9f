package demo

import (
	"crypto/rand"
	"slices"
	"time"
)

const (
	// hwSessionsEach is how many tokens of one account live at once; the next one ends the oldest.
	hwSessionsEach = 64
	// hwSessionsAll is how many the office remembers altogether.
	hwSessionsAll = 10_000
	hwRefreshFor  = 30 * 24 * time.Hour
	// hwKickedKept is how many ended tokens are remembered, so that their owners hear why.
	hwKickedKept = 1000
)

// hwSession is one log-in.
type hwSession struct {
	token, refresh string
	user           *hwUser
	clientType     int
	created        time.Time
	valid          time.Duration
}

func (s *hwSession) expires() time.Time { return s.created.Add(s.valid) }

// hwSessions are all log-ins, the oldest first.
type hwSessions struct {
	all       []*hwSession
	byToken   map[string]*hwSession
	byRefresh map[string]*hwSession
	kicked    []string
	made      int
}

// open makes the tokens of a log-in. Programs have 64 of them, everybody else one.
//
// undocumented: how long exactly a token lives; it is 12 to 24 hours, and other ones each time.
func (l *hwSessions) open(u *hwUser, clientType int, now time.Time) *hwSession {
	l.made++
	s := &hwSession{
		token: hwToken(), refresh: hwToken(), user: u, clientType: clientType, created: now,
		valid: 12*time.Hour + time.Duration(l.made*7919%(12*60*60+1))*time.Second,
	}
	most := hwSessionsEach
	if clientType != hwClientAPI {
		most = 1
	}
	l.drop(func(old *hwSession) bool { return !now.Before(old.created.Add(hwRefreshFor)) })
	var same []*hwSession
	for _, old := range l.all {
		if old.user == u && (old.clientType == hwClientAPI) == (clientType == hwClientAPI) {
			same = append(same, old)
		}
	}
	if over := len(same) - most + 1; over > 0 {
		for _, old := range same[:over] {
			l.kick(old)
		}
	}
	if len(l.all) >= hwSessionsAll {
		l.kick(l.all[0])
	}
	if l.byToken == nil {
		l.byToken, l.byRefresh = map[string]*hwSession{}, map[string]*hwSession{}
	}
	l.all = append(l.all, s)
	l.byToken[s.token], l.byRefresh[s.refresh] = s, s
	return s
}

// end forgets a log-in.
func (l *hwSessions) end(s *hwSession) {
	l.drop(func(other *hwSession) bool { return other == s })
}

func (l *hwSessions) drop(which func(*hwSession) bool) {
	l.all = slices.DeleteFunc(l.all, func(s *hwSession) bool {
		if !which(s) {
			return false
		}
		delete(l.byToken, s.token)
		delete(l.byRefresh, s.refresh)
		return true
	})
}

// kick ends a log-in because of another one.
func (l *hwSessions) kick(s *hwSession) {
	l.end(s)
	l.kicked = append(l.kicked, s.token)
	if over := len(l.kicked) - hwKickedKept; over > 0 {
		l.kicked = slices.Clone(l.kicked[over:])
	}
}

// find returns the session of an access token that lives, or why there is none.
func (l *hwSessions) find(token string, now time.Time) (*hwSession, *hwCode) {
	s := l.byToken[token]
	switch {
	case s == nil && slices.Contains(l.kicked, token):
		return nil, &hwKicked
	case s == nil:
		return nil, &hwIllegal
	case !now.Before(s.expires()):
		// undocumented: the code of a token that has expired.
		return nil, &hwTokenOld
	}
	return s, nil
}

// userOf returns who has the call's access token.
func (h *huawei) userOf(c *hwCall) (*hwUser, *hwCode) {
	s, refused := h.sessions.find(c.r.Header.Get("X-Access-Token"), c.now)
	if refused != nil {
		return nil, refused
	}
	return s.user, nil
}

// hwToken makes a token in the shape of the vendor's samples: cnr and 37 letters and digits.
func hwToken() string { return "cnr" + rand.Text() + rand.Text()[:11] }
