package huaweimeeting

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"

	"foyer/services/fault"
	"foyer/services/meeting"
	"foyer/services/transport"
)

// prefix is a path that a gateway of an enterprise may have.
const prefix = "/meeting/api"

// The canaries: no error, log or String may repeat them.
const (
	accountName   = "zhangsan@huawei"
	password      = "Passw0rd!\"<&"
	hostPassword  = "hostpw123456"
	accessValue   = "stbo3vX1pyduWpSFsjMCmR93mJkfQGnohjvQ"
	controlValue  = "stbaf8fa2ea8a1b0e3ab2e007a85a75f88c55d5f6d5c1912dfb"
	appKey        = "appkey-for-test"
	meetingNumber = "914083136"
)

// seen is a request that arrived.
type seen struct {
	Method, Path, Query, Body string
	Header                    http.Header
}

// log keeps what arrives.
type log struct {
	lock  sync.Mutex
	calls []seen
}

func (l *log) all() []seen {
	l.lock.Lock()
	defer l.lock.Unlock()
	return append([]seen(nil), l.calls...)
}

// count is how often a path was called.
func (l *log) count(path string) (n int) {
	for _, c := range l.all() {
		if c.Path == prefix+path {
			n++
		}
	}
	return n
}

func (l *log) last() seen {
	all := l.all()
	if len(all) == 0 {
		return seen{}
	}
	return all[len(all)-1]
}

// serve answers below prefix and keeps what arrives.
func serve(t testing.TB, h http.HandlerFunc) (address string, calls *log) {
	t.Helper()
	calls = &log{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		calls.lock.Lock()
		calls.calls = append(calls.calls, seen{r.Method, r.URL.Path, r.URL.RawQuery, string(body), r.Header.Clone()})
		calls.lock.Unlock()
		h(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL + prefix, calls
}

const (
	pathLogin   = "/v1/usg/acs/auth/account"
	pathAppID   = "/v2/usg/acs/auth/appauth"
	pathLogout  = "/v1/usg/acs/token"
	pathControl = "/v1/mmc/control/conferences/token"
	pathInvite  = "/v1/mmc/control/conferences/participants"
	pathNumber  = "/v1/mmc/control/conferences/inviteWithPwd"
	pathStop    = "/v1/mmc/control/conferences/stop"
	pathUsers   = "/v1/usg/abs/users"

	loginGrant   = `{"accessToken":"` + accessValue + `","validPeriod":56326,"expireTime":1627768613,"createTime":1627712287360,"user":{"name":"Zhang San","alias1":null}}`
	controlGrant = `{"data":{"token":"` + controlValue + `","role":1,"expireTime":1774448090909,"confTokenExpireTime":1800,"vmrCurrentConfID":""},"addressToken":"x"}`
	accepted     = `{"returnCode":0,"returnDesc":"Success"}`
)

// office answers as the service does where nothing goes wrong; answers overrides it for some paths.
func office(answers map[string]http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		path := r.URL.Path[len(prefix):]
		if h, ok := answers[path]; ok {
			h(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/json;charset=UTF-8")
		switch path {
		case pathLogin, pathAppID:
			_, _ = io.WriteString(w, loginGrant)
		case pathControl:
			_, _ = io.WriteString(w, controlGrant)
		case pathPresence, pathUsers:
			_, _ = io.WriteString(w, `{}`)
		case pathMeetings + "/confDetail", pathMeetings + "/online/confDetail":
			_, _ = io.WriteString(w, `{"conferenceData":{"conferenceID":"914083136"}}`)
		case pathMeetings:
			if r.Method == http.MethodPost {
				_, _ = io.WriteString(w, `[{"conferenceID":"914673889"}]`)
				return
			}
			_, _ = io.WriteString(w, `{"count":0,"data":[]}`)
		default:
			_, _ = io.WriteString(w, accepted)
		}
	}
}

// says answers every call in the same way.
func says(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json;charset=UTF-8")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// refuses answers as the service refuses.
func refuses(status int, code, words string) http.HandlerFunc {
	return says(status, `{"error_code" : "`+code+`", "error_msg" : "`+words+`"}`)
}

func direct(*http.Request) (*url.URL, error) { return nil, nil }

func client(t testing.TB, c transport.Config) *transport.Client {
	t.Helper()
	c.Proxy = direct
	made, err := transport.New(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(made.Close)
	return made
}

func fixed(secret string) func(context.Context) (string, error) {
	return func(context.Context) (string, error) { return secret, nil }
}

var byPassword = Auth{Account: accountName, Password: fixed(password)}

// service is a Service for a server; change may be nil.
func service(t testing.TB, address string, change func(*Config)) *Service {
	t.Helper()
	c := Config{URL: address, Auth: byPassword, Language: "en-GB"}
	if change != nil {
		change(&c)
	}
	s, err := New(client(t, transport.Config{}), c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func asFault(t *testing.T, err error) *fault.Error {
	t.Helper()
	e, ok := errors.AsType[*fault.Error](err)
	if !ok {
		t.Fatalf("%v is no *fault.Error", err)
	}
	return e
}

func want(t *testing.T, where string, err error, kind fault.Kind, code string) {
	t.Helper()
	if err == nil {
		t.Errorf("%s: succeeds; want %v, %q", where, kind, code)
		return
	}
	if e := asFault(t, err); e.Kind != kind || e.Code != code {
		t.Errorf("%s: %v: kind %v, code %q; want %v, %q", where, e, e.Kind, e.Code, kind, code)
	}
}

var (
	byHost  = meeting.Access{ID: meetingNumber, Password: hostPassword}
	byToken = meeting.Access{ID: meetingNumber, Token: controlValue}

	people = []meeting.Attendee{
		{UserUUID: "067f692ed2ce492182a44579f6bc82aa", Name: "user01", Role: meeting.Participant, Phone: "+99111283523475338", Type: meeting.Normal},
		{Name: "张三 & <李四>", Phone: "+8613800000000", Type: meeting.Mobile},
	}
)

// function is something that a Service can be asked.
type function struct {
	name string
	// path is where it asks, control whether with a control token, reads whether it changes nothing.
	path           string
	control, reads bool
	call           func(context.Context, *Service) error
}

// functions are all of them, without what they return.
var functions = []function{
	{"Open", pathControl, false, true, func(ctx context.Context, s *Service) error { _, err := s.Open(ctx, byHost); return err }},
	{"Presence", pathPresence, true, true, func(ctx context.Context, s *Service) error { _, err := s.Presence(ctx, byHost); return err }},
	{"Invite", pathInvite, true, false, func(ctx context.Context, s *Service) error { return s.Invite(ctx, byHost, people) }},
	{"InviteNumber", pathNumber, false, false, func(ctx context.Context, s *Service) error { return s.InviteNumber(ctx, byHost, "+991") }},
	{"HangUp", pathInvite + "/delete", true, false, func(ctx context.Context, s *Service) error { return s.HangUp(ctx, byHost, []string{"a6b4"}) }},
	{"Remove", "/v1/mmc/control/conferences/attendees/delete", true, false, func(ctx context.Context, s *Service) error {
		return s.Remove(ctx, byHost, []meeting.Removal{{Number: "+99111283523475338"}})
	}},
	{"List", pathMeetings, false, true, func(ctx context.Context, s *Service) error { _, err := s.List(ctx, meeting.Query{}); return err }},
	{"Detail", pathMeetings + "/confDetail", false, true, func(ctx context.Context, s *Service) error { _, err := s.Detail(ctx, meetingNumber); return err }},
	{"Create", pathMeetings, false, false, func(ctx context.Context, s *Service) error { _, err := s.Create(ctx, meeting.Draft{}); return err }},
	{"Start", pathMeetings + "/start", false, false, func(ctx context.Context, s *Service) error { return s.Start(ctx, byHost) }},
	{"End", pathStop, true, false, func(ctx context.Context, s *Service) error { return s.End(ctx, byHost) }},
	{"Cancel", pathMeetings, false, false, func(ctx context.Context, s *Service) error { return s.Cancel(ctx, meetingNumber) }},
	{"Search", pathUsers, false, true, func(ctx context.Context, s *Service) error { _, err := s.Search(ctx, meeting.Query{}); return err }},
	{"Check", pathLogin, false, true, func(ctx context.Context, s *Service) error { _, err := s.Check(ctx); return err }},
}

// needsAccount are the functions that log in first.
func (f function) needsAccount() bool {
	return !f.control && f.path != pathControl && f.path != pathNumber && f.path != pathLogin
}
