package huaweimeeting

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"foyer/services/demo"
	"foyer/services/fault"
	"foyer/services/meeting"
	"foyer/services/transport"
)

// clock is a clock that both sides share.
type clock struct{ nanos atomic.Int64 }

func (c *clock) now() time.Time       { return time.Unix(0, c.nanos.Load()) }
func (c *clock) set(to time.Time)     { c.nanos.Store(to.UnixNano()) }
func (c *clock) pass(d time.Duration) { c.nanos.Add(int64(d)) }

// opened is a demo office behind a server with a path, on a clock of its own.
func opened(t testing.TB) (office *demo.Office, address string, time *clock) {
	t.Helper()
	time = &clock{}
	time.set(begin)
	office, err := demo.New(demo.Config{Token: "unused", Prefix: prefix, Now: time.now})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Connection", "close") // a connection at rest would keep a bubble's time from passing
		office.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return office, server.URL + prefix, time
}

var begin = time.Date(2026, 11, 23, 9, 5, 0, 0, time.UTC)

func accountOf(office *demo.Office) Auth {
	return Auth{Account: office.Account(), Password: fixed(office.AccountPassword())}
}

// running is the access to a meeting of the office that takes place.
func running(t testing.TB, office *demo.Office) meeting.Access {
	t.Helper()
	for _, m := range office.Meetings() {
		if m.Running {
			return meeting.Access{ID: m.ID, Password: m.HostPassword}
		}
	}
	t.Fatal("no meeting takes place")
	return meeting.Access{}
}

// TestTheWholeFlowAtTheDemoOffice is what a host does, from the log-in to the end of the meeting.
func TestTheWholeFlowAtTheDemoOffice(t *testing.T) {
	office, address, clock := opened(t)
	s := service(t, address, func(c *Config) { c.Auth, c.Now = accountOf(office), clock.now })
	checked, err := s.Check(t.Context())
	if err != nil || checked.Account == "" || checked.Expires.Sub(clock.now()) < 12*time.Hour {
		t.Fatalf("%+v, %v", checked, err)
	}
	found, err := s.Search(t.Context(), meeting.Query{Words: "example", Limit: 3})
	if err != nil || len(found.People) != 3 || found.Count < 30 {
		t.Fatalf("%+v, %v", found, err)
	}
	h := &host{t, s, clock, meeting.Access{}}
	h.begins()
	h.invites(found.People)
	h.sendsAway()
	h.looks()
	h.ends()
	if err := s.LogOut(t.Context()); err != nil {
		t.Error(err)
	}
}

// host is who has a meeting at the demo office.
type host struct {
	t      *testing.T
	s      *Service
	clock  *clock
	access meeting.Access
}

func (h *host) does(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// begins creates a meeting, and starts it before its time.
func (h *host) begins() {
	ctx := h.t.Context()
	made, err := h.s.Create(ctx, meeting.Draft{Subject: "Parking, week 49", Start: h.clock.now().Add(time.Hour), Length: 45 * time.Minute})
	h.does(err)
	if made.HostPassword == "" || made.Phase != meeting.Scheduled || !made.Start.Equal(begin.Add(time.Hour)) || made.End.Sub(made.Start) != 45*time.Minute {
		h.t.Fatalf("%+v", made)
	}
	h.access = meeting.Access{ID: made.ID, Password: made.HostPassword}
	_, err = h.s.Open(ctx, h.access)
	want(h.t, "before the start", err, fault.Refused, "MMC.111072005")
	h.does(h.s.Start(ctx, h.access))
	control, err := h.s.Open(ctx, h.access)
	h.does(err)
	if !control.Host || control.Expires.Sub(h.clock.now()) != 30*time.Minute {
		h.t.Fatalf("%+v", control)
	}
}

// invites calls three people and a number, of whom one is busy.
func (h *host) invites(people []meeting.Entry) {
	var attendees []meeting.Attendee
	for i, e := range people { // what becomes of a call follows from the last digit: 0, 4 and 8 here
		attendees = append(attendees, meeting.Attendee{UserUUID: e.UserUUID, AccountID: e.Account, Name: e.Name, Phone: fmt.Sprintf("+9911128352349%d%d", i, i*4), Type: meeting.Normal})
	}
	h.does(h.s.Invite(h.t.Context(), h.access, attendees))
	h.does(h.s.InviteNumber(h.t.Context(), h.access, "+9911128352349500"))
	h.sees(meeting.Calling, 4)
	h.clock.pass(time.Minute)
	h.sees(meeting.In, 3)
}

// sees fails unless so many are in one state, and nobody in another.
func (h *host) sees(state meeting.State, many int) meeting.Presence {
	h.t.Helper()
	p, err := h.s.Presence(h.t.Context(), h.access)
	h.does(err)
	if len(p.Participants) != many || slices.ContainsFunc(p.Participants, func(one meeting.Participation) bool { return one.State != state }) {
		h.t.Errorf("%+v; want %d of %s", p, many, state)
	}
	return p
}

// sendsAway hangs up on one and removes another.
func (h *host) sendsAway() {
	p := h.sees(meeting.In, 3)
	h.does(h.s.HangUp(h.t.Context(), h.access, []string{p.Participants[0].PID}))
	h.does(h.s.Remove(h.t.Context(), h.access, []meeting.Removal{{Number: p.Participants[1].Phone, PID: p.Participants[1].PID}}))
	if left := h.sees(meeting.In, 1); len(left.Invited) != len(p.Invited)-1 {
		h.t.Errorf("%d were invited, %d still are", len(p.Invited), len(left.Invited))
	}
}

// looks reads the meeting, and what else takes place.
func (h *host) looks() {
	detail, err := h.s.Detail(h.t.Context(), h.access.ID)
	h.does(err)
	if detail.Phase != meeting.Running || detail.Subject != "Parking, week 49" || detail.HostPassword != h.access.Password {
		h.t.Errorf("%+v", detail)
	}
	online, err := h.s.List(h.t.Context(), meeting.Query{Running: true})
	h.does(err)
	if len(online.Meetings) != 3 || online.Count != 3 {
		h.t.Errorf("%+v", online)
	}
}

func (h *host) ends() {
	want(h.t, "cancelling", h.s.Cancel(h.t.Context(), h.access.ID), fault.Refused, "MMC.111071067")
	h.does(h.s.End(h.t.Context(), h.access))
	if err := h.s.Invite(h.t.Context(), h.access, people); fault.KindOf(err) != fault.Refused {
		h.t.Errorf("after the end: %v", err)
	}
}

func TestTheDemoOfficeKnowsOurSignatures(t *testing.T) {
	office, address, clock := opened(t)
	for _, form := range []Form{NewForm, OldForm} {
		for _, corp := range []string{"", office.Enterprise()} {
			if err := office.SetHuaweiForm(demo.HuaweiForm{SP: corp != ""}); err != nil {
				t.Fatal(err)
			}
			key := office.AppKey()
			auth := Auth{AppID: office.AppID(), AppKey: func(context.Context) (string, error) { return key, nil }, Form: form, CorpID: corp}
			s := service(t, address, func(c *Config) { c.Auth, c.Now = auth, clock.now })
			if got, err := s.Check(t.Context()); err != nil || got.Account == "" {
				t.Errorf("%s, %q: %+v, %v", form, corp, got, err)
			}
			key = "another"
			_, err := s.Check(t.Context())
			want(t, "a wrong key", err, fault.Refused, "USG.206010025")
		}
	}
}

func TestTheDirectoryIsReadPageByPage(t *testing.T) {
	office, address, clock := opened(t)
	s := service(t, address, func(c *Config) { c.Auth, c.Now = accountOf(office), clock.now })
	seen := map[string]bool{}
	for {
		page, err := s.Search(t.Context(), meeting.Query{Offset: len(seen), Limit: 7})
		if err != nil {
			t.Fatal(err)
		}
		if len(page.People) == 0 {
			break // past the end the service repeats its last page
		}
		for _, e := range page.People {
			if seen[e.UserUUID] || e.UserUUID == "" || e.Name == "" {
				t.Errorf("%+v", e)
			}
			seen[e.UserUUID] = true
		}
		if page.Offset+len(page.People) > page.Count {
			t.Errorf("%d and %d of %d", page.Offset, len(page.People), page.Count)
		}
	}
	if len(seen) < 30 {
		t.Errorf("%d people", len(seen))
	}
}

// TestNoInvitationIsLostWhileTokensEnd: the office's tokens really end, and so does this computer's
// patience with each.
func TestNoInvitationIsLostWhileTokensEnd(t *testing.T) {
	for _, test := range []struct {
		hours int
		every time.Duration
		// skew is how far this computer's clock is from the office's.
		skew time.Duration
	}{{8, time.Minute, 0}, {8, 29 * time.Minute, 5 * time.Hour}, {8, 4 * time.Minute, -5 * time.Hour}, {48, 47 * time.Minute, 0}} {
		t.Run(fmt.Sprint(test.hours, " hours, every ", test.every), func(t *testing.T) {
			office, address, clock := opened(t)
			invited, controls := 0, 0
			synctest.Test(t, func(t *testing.T) {
				began := time.Now()
				network := client(t, transport.Config{})
				s, err := New(network, Config{URL: address, Auth: accountOf(office), Now: func() time.Time { return time.Now().Add(test.skew) }})
				if err != nil {
					t.Fatal(err)
				}
				made, err := s.Create(t.Context(), meeting.Draft{Subject: "A long day", Length: 24 * time.Hour})
				if err != nil {
					t.Fatal(err)
				}
				access := meeting.Access{ID: made.ID, Password: made.HostPassword}
				if err := s.Start(t.Context(), access); err != nil && !strings.Contains(err.Error(), "MMC.") {
					t.Fatal(err)
				}
				for end := began.Add(time.Duration(test.hours) * time.Hour); time.Now().Before(end); time.Sleep(test.every) {
					clock.set(begin.Add(time.Since(began)))
					if test.hours > 24 { // longer than a meeting lasts, but a log-in must not end
						if _, err := s.Search(t.Context(), meeting.Query{Limit: 1}); err != nil {
							t.Errorf("after %v: %v", time.Since(began), err)
						}
						continue
					}
					if err := s.Invite(t.Context(), access, []meeting.Attendee{{Name: "n", Phone: fmt.Sprintf("+99111283523%05d5", invited), Type: meeting.Normal}}); err != nil {
						t.Errorf("after %v: %v", time.Since(began), err)
					}
					invited++
				}
				controls = office.Calls(demo.CreateConfToken)
			})
			logIns := office.Calls(demo.CreateToken)
			t.Logf("%d invitations, %d control tokens, %d log-ins", invited, controls, logIns)
			if office.Calls(demo.InviteParticipant) != invited {
				t.Errorf("%d invitations left, %d were made", office.Calls(demo.InviteParticipant), invited)
			}
			if controls > test.hours*60/24+2 || logIns > test.hours/11+1 {
				t.Errorf("%d control tokens, %d log-ins", controls, logIns)
			}
		})
	}
}

func TestTheDemoOfficeRefusesAndThrottles(t *testing.T) {
	office, address, clock := opened(t)
	s := service(t, address, func(c *Config) { c.Auth, c.Now = accountOf(office), clock.now })
	access := running(t, office)
	wrong := access
	wrong.Password = "000000"
	_, err := s.Open(t.Context(), wrong)
	want(t, "a wrong password", err, fault.Refused, "MMC.111072065")
	if err := office.SetHuaweiForm(demo.HuaweiForm{PerMinute: 1}); err != nil {
		t.Fatal(err)
	}
	if err := s.Invite(t.Context(), access, people); err != nil {
		t.Fatal(err)
	}
	calls := 0
	for _, after := range []time.Duration{0, 20 * time.Second, 39 * time.Second} {
		clock.pass(after)
		err = s.Invite(t.Context(), access, people)
		want(t, "another one within a minute", err, fault.Faulty, "APIG.0308")
		if e := asFault(t, err); e.RetryAfter > time.Minute-after || e.RetryAfter <= 0 || e.Op != "inviting attendees" {
			t.Errorf("%+v", e)
		}
		if calls == 0 {
			calls = office.Calls(demo.InviteParticipant)
		}
	}
	if _, err := s.Presence(t.Context(), access); err != nil { // the gateway counts each function for itself
		t.Error(err)
	}
	if office.Calls(demo.InviteParticipant) != calls {
		t.Errorf("%d calls, and %d before", office.Calls(demo.InviteParticipant), calls)
	}
	clock.pass(time.Second)
	if err := s.Invite(t.Context(), access, people); err != nil {
		t.Error(err)
	}
}

// outcomes is what a fault has to be called: of a call that does something, and of one that reads.
var outcomes = map[demo.Kind]struct {
	does, reads fault.Kind
	code        string
}{
	demo.Refuse:       {fault.UnknownOutcome, fault.Unreachable, transport.CodeConnectionLost},
	demo.DropBefore:   {fault.UnknownOutcome, fault.Unreachable, transport.CodeConnectionLost},
	demo.DropAfter:    {fault.UnknownOutcome, fault.Unreachable, transport.CodeConnectionLost},
	demo.HTMLPage:     {fault.Faulty, fault.Faulty, transport.CodeHTMLPage},
	demo.TooMany:      {fault.Faulty, fault.Faulty, "APIG.0308"},
	demo.Unavailable:  {fault.Faulty, fault.Faulty, "USG.000000001"},
	demo.ServerError:  {fault.Faulty, fault.Faulty, transport.CodeServerFault},
	demo.Unauthorized: {fault.Refused, fault.Refused, ""},
	demo.Redirect:     {fault.Refused, fault.Refused, transport.CodeRedirected},
	demo.Truncate:     {fault.Faulty, fault.Faulty, transport.CodeTruncated},
	demo.HalfJSON:     {fault.Faulty, fault.Faulty, transport.CodeTruncated},
	demo.NotJSON:      {fault.Faulty, fault.Faulty, transport.CodeNotJSON},
	demo.Oversized:    {fault.Faulty, fault.Faulty, transport.CodeTooLarge},
	demo.GzipBomb:     {fault.Faulty, fault.Faulty, transport.CodeTooLarge},
}

// TestEveryFaultOfTheDemoOfficeHasItsKind asks for one that does something, and for one that reads.
func TestEveryFaultOfTheDemoOfficeHasItsKind(t *testing.T) {
	for _, kind := range demo.Kinds() {
		if kind == demo.Delay || kind == demo.SlowDrip {
			continue // they end with a time limit, which has a test of its own
		}
		t.Run(string(kind), func(t *testing.T) {
			t.Parallel()
			office, address, clock := opened(t)
			s := service(t, address, func(c *Config) { c.Auth, c.Now = accountOf(office), clock.now })
			access := running(t, office)
			if _, err := s.Open(t.Context(), access); err != nil {
				t.Fatal(err)
			}
			wanted, known := outcomes[kind]
			office.SetFault("", demo.Fault{Kind: kind, Size: 9 << 20}, 0)
			_, reads := s.Presence(t.Context(), access)
			for err, want := range map[error]fault.Kind{s.Invite(t.Context(), access, people): wanted.does, reads: wanted.reads} {
				if err == nil {
					t.Error("accepted")
					continue
				}
				e := asFault(t, err)
				// Who is refused before anything left knows that nothing has.
				unsent := kind == demo.Refuse && e.Kind == fault.Unreachable
				if !known || e.Kind != want && !unsent || e.Code != wanted.code && wanted.code != "" {
					t.Errorf("%v; want %v, %s", e, want, wanted.code)
				}
				checkPrivate(t, string(kind), err)
			}
		})
	}
}
