package huaweimeeting

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"foyer/services/fault"
	"foyer/services/meeting"
	"foyer/services/transport"
)

func TestATypedControlTokenIsUsedAsItIs(t *testing.T) {
	address, calls := serve(t, office(map[string]http.HandlerFunc{pathInvite: refuses(401, "MMC.111070004", "CONF_AUTH_FAIL")}))
	s := service(t, address, nil)
	both := meeting.Access{ID: meetingNumber, Token: " Basic " + controlValue + "\n", Password: hostPassword}
	want(t, "invite", s.Invite(t.Context(), both, people), fault.Refused, "MMC.111070004")
	if got := calls.all(); len(got) != 1 || got[0].Header.Get("X-Conference-Authorization") != "Basic "+controlValue || got[0].Header.Get("X-Access-Token") != "" {
		t.Errorf("%+v", got)
	}
}

func TestOpeningWithATokenTriesIt(t *testing.T) {
	address, calls := serve(t, office(nil))
	got, err := service(t, address, nil).Open(t.Context(), byToken)
	if err != nil || got != (meeting.Control{Host: true}) || calls.count(pathPresence) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
	address, _ = serve(t, office(map[string]http.HandlerFunc{pathPresence: refuses(400, "MMC.111072065", "x")}))
	got, err = service(t, address, nil).Open(t.Context(), byToken)
	want(t, "a wrong one", err, fault.Refused, "MMC.111072065")
	if got != (meeting.Control{}) {
		t.Errorf("%+v", got)
	}
}

func TestOpeningWithAPasswordAlwaysAsks(t *testing.T) {
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	address, calls := serve(t, office(nil))
	s := service(t, address, func(c *Config) { c.Now = func() time.Time { return now } })
	for range 2 {
		got, err := s.Open(t.Context(), byHost)
		if err != nil || got != (meeting.Control{Host: true, Expires: now.Add(30 * time.Minute)}) {
			t.Errorf("%+v, %v", got, err)
		}
	}
	if err := s.Invite(t.Context(), byHost, people); err != nil || calls.count(pathControl) != 2 {
		t.Errorf("%v, %d control tokens", err, calls.count(pathControl))
	}
	other := byHost
	other.Password = "guess"
	if err := s.Invite(t.Context(), other, people); err != nil || calls.count(pathControl) != 3 {
		t.Errorf("another password uses the same token: %v", err)
	}
}

func TestAGuestsTokenIsNoHosts(t *testing.T) {
	for body, host := range map[string]bool{
		`{"data":{"token":"t","role":1}}`: true, `{"data":{"token":"t","role":0}}`: false, `{"data":{"token":"t","role":"0"}}`: false, `{"data":{"token":"t"}}`: true,
	} {
		address, _ := serve(t, says(200, body))
		if got, err := service(t, address, nil).Open(t.Context(), byHost); err != nil || got.Host != host || got.Expires.IsZero() {
			t.Errorf("%s: %+v, %v", body, got, err)
		}
	}
	for _, body := range []string{"", "{}", "null", "[]", `{"data":null}`, `{"data":{"token":""}}`, `{"data":{"token":"a\nb"}}`, `{"data":[{"token":"t"}]}`} {
		address, _ := serve(t, says(200, body))
		_, err := service(t, address, nil).Open(t.Context(), byHost)
		want(t, body, err, fault.Faulty, CodeNoAnswer)
	}
}

func TestAPasswordIsNotRepeatedByALaterCall(t *testing.T) {
	n := &numbered{}
	answers := n.answers()
	answers[pathPresence] = refuses(400, "MMC.199999999", "NOT WITH "+byHost.Password)
	answers[pathInvite] = answers[pathPresence]
	address, _ := serve(t, office(answers))
	s := service(t, address, nil)
	_, presence := s.Presence(t.Context(), byHost)
	for where, err := range map[string]error{"presence": presence, "invite": s.Invite(t.Context(), byHost, people)} {
		if e := asFault(t, err); strings.Contains(e.Error(), byHost.Password) || !strings.Contains(e.Words, "NOT WITH") {
			t.Errorf("%s: %v", where, err)
		}
	}
}

// TestARefusedControlTokenIsRenewedOnce: only after the documented answers, and the call is repeated only
// if the refusal proves that it did nothing.
func TestARefusedControlTokenIsRenewedOnce(t *testing.T) {
	for name, test := range map[string]struct {
		refusal http.HandlerFunc
		renewed bool
	}{
		"401":                       {says(401, ""), true},
		"111070004":                 {refuses(401, "MMC.111070004", "x"), true},
		"111070111":                 {refuses(400, "MMC.111070111", "x"), true},
		"111072065":                 {refuses(400, "MMC.111072065", "x"), true},
		"118000001":                 {refuses(403, "MMC.118000001", "x"), true},
		"another code":              {refuses(400, "MMC.111072050", "x"), false},
		"no code":                   {says(400, "{}"), false},
		"a failure of the server":   {refuses(500, "MMC.111072065", "x"), false},
		"a complaint in a success":  {says(200, `{"error_code":"MMC.111072065"}`), false},
		"a lost answer":             {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, false},
		"an answer of nobody knows": {says(200, "<html>"), false},
	} {
		n := &numbered{}
		answers := n.answers()
		answers[pathInvite] = func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("X-Conference-Authorization") == "control1" && n.count() > 0 {
				test.refusal(w, r)
				return
			}
			_, _ = io.WriteString(w, accepted)
		}
		address, calls := serve(t, office(answers))
		s := service(t, address, nil)
		if _, err := s.Presence(t.Context(), byHost); err != nil { // the token holds
			t.Fatal(err)
		}
		err := s.Invite(t.Context(), byHost, people)
		if (err == nil) != test.renewed {
			t.Errorf("%s: %v", name, err)
		}
		tries := map[bool]int{true: 2, false: 1}[test.renewed]
		if calls.count(pathInvite) != tries || calls.count(pathControl) != tries {
			t.Errorf("%s: %d invitations, %d control tokens", name, calls.count(pathInvite), calls.count(pathControl))
		}
	}
}

func (n *numbered) count() int {
	n.lock.Lock()
	defer n.lock.Unlock()
	return n.control
}

func TestAReadIsRepeatedWithANewTokenWhateverTheStatus(t *testing.T) {
	n := &numbered{}
	answers := n.answers()
	var ended atomic.Bool
	answers[pathPresence] = func(w http.ResponseWriter, r *http.Request) {
		if ended.Load() && r.Header.Get("X-Conference-Authorization") == "control1" {
			refuses(500, "MMC.111070004", "x")(w, r)
			return
		}
		_, _ = io.WriteString(w, "{}")
	}
	address, _ := serve(t, office(answers))
	s := service(t, address, nil)
	for range 2 {
		if _, err := s.Presence(t.Context(), byHost); err != nil {
			t.Error(err)
		}
		ended.Store(true)
	}
	if n.count() != 2 {
		t.Errorf("%d control tokens", n.count())
	}
}

func TestANewControlTokenThatIsRefusedIsNotRenewed(t *testing.T) {
	address, calls := serve(t, office(map[string]http.HandlerFunc{pathInvite: refuses(401, "MMC.111070004", "x")}))
	want(t, "invite", service(t, address, nil).Invite(t.Context(), byHost, people), fault.Refused, "MMC.111070004")
	if calls.count(pathControl) != 1 || calls.count(pathInvite) != 1 {
		t.Errorf("%d control tokens, %d invitations", calls.count(pathControl), calls.count(pathInvite))
	}
}

func TestAControlTokenIsKeptAliveBeforeItEnds(t *testing.T) {
	n := &numbered{}
	address, calls := serve(t, office(n.answers()))
	now := time.Now()
	s := service(t, address, func(c *Config) { c.Now = func() time.Time { return now } })
	for i, step := range []struct {
		after time.Duration
		alive string // the token that is sent to be kept alive
		total int
	}{{0, "", 1}, {24 * time.Minute, "", 1}, {2 * time.Minute, "control1", 2}, {26 * time.Minute, "control2", 3}, {31 * time.Minute, "", 4}} {
		now = now.Add(step.after)
		if err := s.Invite(t.Context(), byHost, people); err != nil {
			t.Fatal(err)
		}
		if n.count() != step.total {
			t.Errorf("step %d: %d control tokens", i, n.count())
		}
		all := calls.all()
		if got := all[len(all)-1].Header.Get("X-Conference-Authorization"); got != fmt.Sprintf("control%d", step.total) {
			t.Errorf("step %d: invited with %s", i, got)
		}
		if renewal := all[len(all)-2]; step.alive != "" && (renewal.Path != prefix+pathControl || renewal.Header.Get("X-Conference-Authorization") != step.alive || renewal.Header.Get("X-Password") != hostPassword) {
			t.Errorf("step %d: %+v", i, renewal)
		}
	}
}

func TestATokenThatCannotBeRenewedIsUsedToItsEnd(t *testing.T) {
	for name, failure := range map[string]http.HandlerFunc{
		"a faulty server": says(500, "{}"), "a lost answer": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"a refusal": refuses(400, "MMC.111072064", "CONF_CTR_LOGIN_LOCKED"),
	} {
		n := &numbered{}
		grant := n.answers()
		var broken atomic.Bool
		answers := map[string]http.HandlerFunc{}
		for _, path := range []string{pathLogin, pathControl} {
			answers[path] = func(w http.ResponseWriter, r *http.Request) {
				if broken.Load() {
					failure(w, r)
					return
				}
				grant[path](w, r)
			}
		}
		address, calls := serve(t, office(answers))
		now := time.Now()
		s := service(t, address, func(c *Config) { c.Now = func() time.Time { return now } })
		invite := func() error { return s.Invite(t.Context(), byHost, people) }
		search := func() error { _, err := s.Search(t.Context(), meeting.Query{}); return err }
		for path, call := range map[string]func() error{pathControl: invite, pathLogin: search} {
			broken.Store(false)
			if err := call(); err != nil {
				t.Fatal(err)
			}
			life := map[string]time.Duration{pathControl: 30 * time.Minute, pathLogin: 12 * time.Hour}[path]
			began := now
			now = began.Add(life - 4*time.Minute)
			broken.Store(true)
			for range 3 {
				if err := call(); err != nil {
					t.Errorf("%s, %s: %v", name, path, err)
				}
			}
			tried := calls.count(path)
			now = began.Add(life - time.Minute)
			if err := call(); err != nil {
				t.Errorf("%s, %s: %v", name, path, err)
			}
			if again := calls.count(path) > tried; again == (name == "a refusal") {
				t.Errorf("%s, %s: tried again %v", name, path, again)
			}
			now = began.Add(life)
			if err := call(); err == nil {
				t.Errorf("%s, %s: an ended token is used", name, path)
			}
		}
	}
}

func TestARenewalThatIsRefusedIsTriedWithThePasswordAlone(t *testing.T) {
	n := &numbered{}
	grant := n.answers()
	address, calls := serve(t, office(map[string]http.HandlerFunc{pathControl: func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Conference-Authorization") != "" {
			refuses(401, "MMC.111070004", "x")(w, r)
			return
		}
		grant[pathControl](w, r)
	}}))
	now := time.Now()
	s := service(t, address, func(c *Config) { c.Now = func() time.Time { return now } })
	for range 2 {
		if err := s.Invite(t.Context(), byHost, people); err != nil {
			t.Fatal(err)
		}
		now = now.Add(28 * time.Minute)
	}
	if calls.count(pathControl) != 3 || n.count() != 2 {
		t.Errorf("%d calls, %d tokens", calls.count(pathControl), n.count())
	}
}

func TestEndedControlTokensAreNotKept(t *testing.T) {
	address, _ := serve(t, office(nil))
	now := time.Now()
	s := service(t, address, func(c *Config) { c.Now = func() time.Time { return now } })
	for i := range 20 {
		if err := s.Invite(t.Context(), meeting.Access{ID: fmt.Sprint(914083000 + i), Password: hostPassword}, people); err != nil {
			t.Fatal(err)
		}
		now = now.Add(10 * time.Minute)
	}
	if n := len(s.kept.control); n > 3 {
		t.Errorf("%d tokens are kept", n)
	}
}

func TestWhatCannotBeSentIsSaidBefore(t *testing.T) {
	address, calls := serve(t, office(nil))
	s := service(t, address, nil)
	many := make([]meeting.Attendee, meeting.MaxInvite+1)
	invite := func(a meeting.Access, people []meeting.Attendee) error { return s.Invite(t.Context(), a, people) }
	for name, test := range map[string]struct {
		err  error
		code string
	}{
		"no ID":              {invite(meeting.Access{ID: " - ", Token: "t"}, people), CodeNoMeetingID},
		"a link":             {invite(meeting.Access{ID: "https://example.com/1", Token: "t"}, people), CodeBadMeetingID},
		"neither":            {invite(meeting.Access{ID: "1"}, people), CodeNoHostPassword},
		"a broken password":  {invite(meeting.Access{ID: "1", Password: "a\nb"}, people), CodeBadHostPassword},
		"a broken token":     {invite(meeting.Access{ID: "1", Token: "a\x00b"}, people), CodeBadControlToken},
		"nobody":             {invite(byToken, nil), CodeNobody},
		"too many":           {invite(byToken, many), CodeTooMany},
		"no number":          {s.InviteNumber(t.Context(), byHost, ""), CodeNobody},
		"a number, a token":  {s.InviteNumber(t.Context(), byToken, "+991"), CodeNoHostPassword},
		"nobody to hang up":  {s.HangUp(t.Context(), byToken, nil), CodeNobody},
		"nobody to remove":   {s.Remove(t.Context(), byToken, nil), CodeNobody},
		"a start by token":   {s.Start(t.Context(), byToken), CodeNoHostPassword},
		"a cancelled nobody": {s.Cancel(t.Context(), ""), CodeNoMeetingID},
		"a short meeting":    {second(s.Create(t.Context(), meeting.Draft{Length: 14 * time.Minute})), CodeBadLength},
		"a long meeting":     {second(s.Create(t.Context(), meeting.Draft{Length: 25 * time.Hour})), CodeBadLength},
		"a long subject":     {second(s.Create(t.Context(), meeting.Draft{Subject: string(make([]rune, 129))})), CodeLongSubject},
		"a detail of none":   {second(s.Detail(t.Context(), "会议")), CodeBadMeetingID},
	} {
		want(t, name, test.err, fault.Invalid, test.code)
	}
	if len(calls.all()) > 0 {
		t.Errorf("%v", calls.all())
	}
}

func second[T any](_ T, err error) error { return err }

func TestAMeetingIDIsTakenAsPeopleTypeIt(t *testing.T) {
	s := service(t, "https://meeting.example.com", nil)
	for typed, id := range map[string]string{
		"914083136": "914083136", " 914 083-136\n": "914083136", "914‑083–136": "914083136", "９１４\u00a0０８３\u200b１３６": "914083136", "914−083−136": "914083136", "abcDEF12": "abcDEF12",
	} {
		if got, err := s.meetingID("x", typed); err != nil || got != id {
			t.Errorf("%q: %q, %v", typed, got, err)
		}
	}
}

func TestAURLIsCheckedBeforeItIsUsed(t *testing.T) {
	for address, code := range map[string]string{
		"": transport.CodeNoURL, " \n": transport.CodeNoURL, "meeting.example.com": transport.CodeBadURL, "ftp://meeting.example.com": transport.CodeBadURL,
		"https://user:pw@meeting.example.com": transport.CodeBadURL, "https://meeting.example.com/?x=1": transport.CodeBadURL, "https://meeting.example.com/#x": transport.CodeBadURL,
	} {
		_, err := New(nil, Config{URL: address})
		want(t, address, err, fault.NotConfigured, code)
	}
	for _, address := range []string{HostChina, HostInternational, " https://meeting.example.com:8443/api/ "} {
		if err := CheckURL(address); err != nil {
			t.Error(err)
		}
	}
}
