package huaweimeeting

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"foyer/services/fault"
	"foyer/services/meeting"
	"foyer/services/transport"
)

// numbered gives another token at every call: "access1", "access2", "control1", …
type numbered struct {
	lock            sync.Mutex
	access, control int
}

func (n *numbered) answers() map[string]http.HandlerFunc {
	return map[string]http.HandlerFunc{
		pathLogin: func(w http.ResponseWriter, _ *http.Request) {
			n.lock.Lock()
			defer n.lock.Unlock()
			n.access++
			_, _ = fmt.Fprintf(w, `{"accessToken":"access%d","validPeriod":43200}`, n.access)
		},
		pathControl: func(w http.ResponseWriter, _ *http.Request) {
			n.lock.Lock()
			defer n.lock.Unlock()
			n.control++
			_, _ = fmt.Fprintf(w, `{"data":{"token":"control%d","role":1,"confTokenExpireTime":1800}}`, n.control)
		},
	}
}

func TestFiftyFirstCallsLogInOnce(t *testing.T) {
	gate := make(chan struct{})
	answers := map[string]http.HandlerFunc{}
	for _, path := range []string{pathLogin, pathControl} {
		answers[path] = func(w http.ResponseWriter, r *http.Request) {
			<-gate
			office(nil)(w, r)
		}
	}
	address, calls := serve(t, office(answers))
	s := service(t, address, nil)
	var group sync.WaitGroup
	var begun sync.WaitGroup
	for i := range 50 {
		begun.Add(1)
		group.Go(func() {
			begun.Done()
			var err error
			if i%2 == 0 {
				_, err = s.Search(t.Context(), meeting.Query{})
			} else {
				err = s.Invite(t.Context(), byHost, people)
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	begun.Wait()
	close(gate)
	group.Wait()
	if calls.count(pathLogin) != 1 || calls.count(pathControl) != 1 || calls.count(pathUsers) != 25 || calls.count(pathInvite) != 25 {
		t.Errorf("%d log-ins, %d control tokens, %d searches, %d invitations", calls.count(pathLogin), calls.count(pathControl), calls.count(pathUsers), calls.count(pathInvite))
	}
}

func TestWhoGivesUpTakesNothingFromTheOthers(t *testing.T) {
	asked, gate := make(chan struct{}, 2), make(chan struct{})
	address, calls := serve(t, office(map[string]http.HandlerFunc{pathLogin: func(w http.ResponseWriter, r *http.Request) {
		asked <- struct{}{}
		<-gate
		office(nil)(w, r)
	}}))
	s := service(t, address, nil)
	ctx, cancel := context.WithCancel(t.Context())
	first := make(chan error)
	go func() { _, err := s.Search(ctx, meeting.Query{}); first <- err }()
	<-asked
	second := make(chan error)
	go func() { _, err := s.Search(t.Context(), meeting.Query{}); second <- err }()
	for !joined(s, 2) {
		select {
		case err := <-second:
			t.Fatal(err)
		case <-time.After(time.Millisecond):
		}
	}
	cancel()
	want(t, "who gave up", <-first, fault.Cancelled, "")
	close(gate)
	if err := <-second; err != nil {
		t.Error(err)
	}
	if calls.count(pathLogin) != 1 {
		t.Errorf("%d log-ins", calls.count(pathLogin))
	}
}

// joined reports whether n callers wait for a log-in.
func joined(s *Service, n int) bool {
	s.logins.lock.Lock()
	defer s.logins.lock.Unlock()
	for _, f := range s.logins.under {
		return f.waiting == n
	}
	return false
}

func TestWhenAllGaveUpTheLogInEnds(t *testing.T) {
	asked, ended := make(chan struct{}), make(chan struct{})
	var stuck atomic.Bool
	stuck.Store(true)
	address, _ := serve(t, office(map[string]http.HandlerFunc{pathLogin: func(w http.ResponseWriter, r *http.Request) {
		if !stuck.Load() {
			office(nil)(w, r)
			return
		}
		asked <- struct{}{}
		<-r.Context().Done()
		close(ended)
	}}))
	s := service(t, address, nil)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-asked
		cancel()
	}()
	_, err := s.Search(ctx, meeting.Query{})
	want(t, "given up", err, fault.Cancelled, "")
	<-ended
	stuck.Store(false)
	if _, err := s.Search(t.Context(), meeting.Query{}); err != nil {
		t.Errorf("who comes next: %v", err)
	}
}

func TestACallerMayHaveLessTimeThanTheLogIn(t *testing.T) {
	gate := make(chan struct{})
	address, _ := serve(t, func(http.ResponseWriter, *http.Request) { <-gate })
	defer close(gate)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	_, err := service(t, address, nil).Search(ctx, meeting.Query{})
	want(t, "little time", err, fault.Unreachable, transport.CodeTimeout)
}

func TestAnEndedLogInIsMadeAnewOnce(t *testing.T) {
	for _, refusal := range []http.HandlerFunc{says(401, ""), refuses(401, "USG.000000004", "x"), refuses(400, "USG.206020000", "x"), refuses(403, "USG.206020002", "x")} {
		n := &numbered{}
		answers := n.answers()
		var valid atomic.Pointer[string]
		now := "access1"
		valid.Store(&now)
		guard := func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("X-Access-Token") != *valid.Load() {
				refusal(w, r)
				return
			}
			office(nil)(w, r)
		}
		answers[pathUsers], answers[pathMeetings] = guard, guard
		address, calls := serve(t, office(answers))
		s := service(t, address, nil)
		for _, then := range []string{"access1", "access2"} {
			valid.Store(&then)
			if _, err := s.Search(t.Context(), meeting.Query{}); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Create(t.Context(), meeting.Draft{}); err != nil {
				t.Fatal(err)
			}
		}
		if calls.count(pathLogin) != 2 || calls.count(pathUsers) != 3 {
			t.Errorf("%d log-ins, %d searches", calls.count(pathLogin), calls.count(pathUsers))
		}
		// A service that accepts no token is asked twice, and no more.
		never := "never"
		valid.Store(&never)
		before := calls.count(pathMeetings)
		_, err := s.Create(t.Context(), meeting.Draft{})
		if err == nil || calls.count(pathMeetings) != before+2 || calls.count(pathLogin) != 3 {
			t.Errorf("%v after %d calls and %d log-ins", err, calls.count(pathMeetings)-before, calls.count(pathLogin))
		}
	}
}

func TestFiftyCallsWithAnEndedLogInMakeOneNewOne(t *testing.T) {
	n := &numbered{}
	answers := n.answers()
	var valid atomic.Bool
	answers[pathUsers] = func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Access-Token") == "access1" && !valid.Load() {
			w.WriteHeader(401)
			return
		}
		_, _ = io.WriteString(w, "{}")
	}
	valid.Store(true)
	address, calls := serve(t, office(answers))
	s := service(t, address, nil)
	if _, err := s.Search(t.Context(), meeting.Query{}); err != nil {
		t.Fatal(err)
	}
	valid.Store(false)
	var group sync.WaitGroup
	for range 50 {
		group.Go(func() {
			if _, err := s.Search(t.Context(), meeting.Query{}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if calls.count(pathLogin) != 2 {
		t.Errorf("%d log-ins", calls.count(pathLogin))
	}
}

func TestARefusedPasswordIsNotTriedAgainAtOnce(t *testing.T) {
	address, calls := serve(t, office(map[string]http.HandlerFunc{pathLogin: refuses(401, "USG.206010000", "no")}))
	now, secret := time.Now(), password
	s := service(t, address, func(c *Config) {
		c.Now = func() time.Time { return now }
		c.Auth.Password = func(context.Context) (string, error) { return secret, nil }
	})
	search := func(logIns int) {
		t.Helper()
		_, err := s.Search(t.Context(), meeting.Query{})
		want(t, "search", err, fault.Refused, "USG.206010000")
		if calls.count(pathLogin) != logIns {
			t.Errorf("%d log-ins, want %d", calls.count(pathLogin), logIns)
		}
	}
	search(1)
	search(1)
	now = now.Add(stubborn)
	search(2)
	secret = "another one"
	search(3)
	s.Forget()
	search(4)
	_, err := s.Check(t.Context()) // who asks for it gets it
	want(t, "check", err, fault.Refused, "USG.206010000")
	if calls.count(pathLogin) != 5 {
		t.Errorf("%d log-ins", calls.count(pathLogin))
	}
}

func TestWhatIsNoWordOfTheServiceIsTriedAgainAtOnce(t *testing.T) {
	for name, answer := range map[string]http.HandlerFunc{
		"a hotel's network": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "https://hotel.example.com/", http.StatusTemporaryRedirect)
		},
		"a faulty server": says(500, "{}"), "a web page": says(200, "<html>"),
	} {
		address, calls := serve(t, office(map[string]http.HandlerFunc{pathLogin: answer}))
		s := service(t, address, nil)
		for n := range 3 {
			if _, err := s.Search(t.Context(), meeting.Query{}); err == nil || calls.count(pathLogin) != n+1 {
				t.Errorf("%s: %v after %d log-ins", name, err, calls.count(pathLogin))
			}
		}
	}
}

func TestWithoutAnAccountOnlyMeetingsAreReached(t *testing.T) {
	address, calls := serve(t, office(nil))
	s := service(t, address, func(c *Config) { c.Auth = Auth{} })
	for _, f := range functions {
		err := f.call(t.Context(), s)
		if f.needsAccount() || f.name == "Check" {
			want(t, f.name, err, fault.NotConfigured, CodeNoAccount)
		} else if err != nil {
			t.Errorf("%s: %v", f.name, err)
		}
	}
	if calls.count(pathLogin) != 0 {
		t.Error("it logs in as nobody")
	}
	if err := s.LogOut(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestASecretThatCannotBeHadIsSaid(t *testing.T) {
	locked := &fault.Error{Op: "reading", Service: "keyring", Kind: fault.Other, Code: "keyring-locked", Words: "w"}
	gone := &fault.Error{Op: "reading", Service: "agent", Kind: fault.Unreachable, Code: "not-running"}
	for name, test := range map[string]struct {
		auth Auth
		kind fault.Kind
		code string
	}{
		"no function":      {Auth{Account: "a"}, fault.NotConfigured, CodeNoAccountSecret},
		"an empty one":     {Auth{Account: "a", Password: fixed("\n")}, fault.NotConfigured, CodeNoAccountSecret},
		"no key":           {Auth{AppID: "a", AppKey: fixed("")}, fault.NotConfigured, CodeNoAccountSecret},
		"a locked keyring": {Auth{Account: "a", Password: func(context.Context) (string, error) { return "", locked }}, fault.NotConfigured, "keyring-locked"},
		"no agent":         {Auth{Account: "a", Password: func(context.Context) (string, error) { return "", gone }}, fault.Unreachable, "not-running"},
		"another error":    {Auth{Account: "a", Password: func(context.Context) (string, error) { return "", io.ErrUnexpectedEOF }}, fault.NotConfigured, CodeNoAccountSecret},
		"a colon":          {Auth{Account: "a:b", Password: fixed("x")}, fault.NotConfigured, CodeBadAccount},
		"a line break":     {Auth{Account: "a\nb", Password: fixed("x")}, fault.NotConfigured, CodeBadAccount},
	} {
		address, calls := serve(t, office(nil))
		_, err := service(t, address, func(c *Config) { c.Auth = test.auth }).Search(t.Context(), meeting.Query{})
		want(t, name, err, test.kind, test.code)
		if len(calls.all()) > 0 || asFault(t, err).Service != serviceName {
			t.Errorf("%s: %v, %+v", name, calls.all(), err)
		}
	}
}

func TestLoggingOutEndsTheLogInAndForgetsAll(t *testing.T) {
	n := &numbered{}
	answers := n.answers()
	status := 200
	answers[pathLogout] = func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }
	address, calls := serve(t, office(answers))
	s := service(t, address, nil)
	for i, test := range []struct {
		status int
		kind   fault.Kind
		fails  bool
	}{{200, 0, false}, {401, 0, false}, {500, fault.Faulty, true}} {
		status = test.status
		if _, err := s.Search(t.Context(), meeting.Query{}); err != nil {
			t.Fatal(err)
		}
		if err := s.Invite(t.Context(), byHost, people); err != nil {
			t.Fatal(err)
		}
		if err := s.LogOut(t.Context()); (err != nil) != test.fails || test.fails && fault.KindOf(err) != test.kind {
			t.Errorf("%d: %v", status, err)
		}
		if got := calls.last(); got.Method != http.MethodDelete || got.Header.Get("X-Access-Token") != fmt.Sprintf("access%d", i+1) {
			t.Errorf("%+v", got)
		}
		before := len(calls.all())
		if err := s.LogOut(t.Context()); err != nil || len(calls.all()) != before {
			t.Errorf("a second time: %v, %d calls", err, len(calls.all())-before)
		}
	}
	if n.access != 3 || n.control != 3 {
		t.Errorf("%d log-ins, %d control tokens", n.access, n.control)
	}
}

func TestALogInUnderWayIsNotKeptOverForget(t *testing.T) {
	asked, gate := make(chan struct{}, 9), make(chan struct{})
	address, calls := serve(t, office(map[string]http.HandlerFunc{pathLogin: func(w http.ResponseWriter, r *http.Request) {
		asked <- struct{}{}
		<-gate
		office(nil)(w, r)
	}}))
	s := service(t, address, nil)
	done := make(chan error)
	go func() { _, err := s.Search(t.Context(), meeting.Query{}); done <- err }()
	<-asked
	s.Forget()
	close(gate)
	if err := <-done; err != nil {
		t.Error(err)
	}
	if _, err := s.Search(t.Context(), meeting.Query{}); err != nil || calls.count(pathLogin) != 2 {
		t.Errorf("%v, %d log-ins", err, calls.count(pathLogin))
	}
}

func TestTheLifeOfATokenIsCountedOnThisComputersClock(t *testing.T) {
	asked := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	some := func(n int64) number { return number{n: n, ok: true} }
	for name, test := range map[string]struct {
		seconds number
		date    time.Time
		want    time.Duration
	}{
		"both, and clocks that agree":    {some(1800), asked.Add(1800 * time.Second), 30 * time.Minute},
		"a clock that is hours ahead":    {some(1800), asked.Add(-5 * time.Hour), 30 * time.Minute},
		"a clock that is hours behind":   {some(1800), asked.Add(5 * time.Hour), 30 * time.Minute},
		"a date alone":                   {number{}, asked.Add(time.Hour), time.Hour},
		"a past date alone":              {number{}, asked.Add(-time.Hour), 12 * time.Hour},
		"nothing":                        {number{}, time.Unix(0, 0), 12 * time.Hour},
		"nonsense":                       {some(-7), time.Unix(1<<60, 0), longest},
		"more seconds than there can be": {some(1 << 52), asked, longest},
	} {
		expires, renewal := lifetime(asked, test.seconds, test.date, 12*time.Hour)
		if got := expires.Sub(asked); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
		if early := expires.Sub(renewal); early <= 0 || early > ahead {
			t.Errorf("%s: renewed %v before", name, early)
		}
	}
}
