package chatmessenger

import (
	"context"
	"net/http"
	"testing"
	"time"

	"foyer/services/demo"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/transport"
)

// outcome is what a fault has to be called: of a call that changes something, and of one that reads.
type outcome struct {
	sends, reads fault.Kind
	code         string
}

var outcomes = map[demo.Kind]outcome{
	demo.Refuse:       {fault.UnknownOutcome, fault.Unreachable, transport.CodeConnectionLost},
	demo.DropBefore:   {fault.UnknownOutcome, fault.Unreachable, transport.CodeConnectionLost},
	demo.DropAfter:    {fault.UnknownOutcome, fault.Unreachable, transport.CodeConnectionLost},
	demo.Delay:        {fault.UnknownOutcome, fault.Unreachable, transport.CodeTimeout},
	demo.SlowDrip:     {fault.UnknownOutcome, fault.Unreachable, transport.CodeTimeout},
	demo.HTMLPage:     {fault.Faulty, fault.Faulty, transport.CodeHTMLPage},
	demo.TooMany:      {fault.Faulty, fault.Faulty, transport.CodeRateLimited},
	demo.Unavailable:  {fault.Faulty, fault.Faulty, transport.CodeRateLimited},
	demo.ServerError:  {fault.Faulty, fault.Faulty, transport.CodeServerFault},
	demo.Unauthorized: {fault.Refused, fault.Refused, transport.CodeTokenRefused},
	demo.Redirect:     {fault.Refused, fault.Refused, transport.CodeRedirected},
	demo.Truncate:     {fault.Faulty, fault.Faulty, transport.CodeTruncated},
	demo.HalfJSON:     {fault.Faulty, fault.Faulty, transport.CodeTruncated},
	demo.NotJSON:      {fault.Faulty, fault.Faulty, transport.CodeNotJSON},
	demo.Oversized:    {fault.Faulty, fault.Faulty, transport.CodeTooLarge},
	demo.GzipBomb:     {fault.Faulty, fault.Faulty, transport.CodeTooLarge},
}

// slow are the faults that end with a time limit; the rest have all the time they need.
func slow(kind demo.Kind) bool { return kind == demo.Delay || kind == demo.SlowDrip }

func TestEveryFaultOfEveryFunctionHasItsKind(t *testing.T) {
	office, address := opened(t, demo.Form{})
	patient := service(t, address, nil)
	hasty, err := New(client(t, transport.Config{Whole: 150 * time.Millisecond}), Config{URL: address, Token: fixed(token)})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range demo.Kinds() {
		for _, f := range functions {
			office.Reset()
			office.SetFault(f.name, demo.Fault{Kind: kind, RetryAfter: 7 * time.Second, Wait: time.Hour, Size: 9 << 20}, 1)
			s := patient
			if slow(kind) {
				s = hasty
			}
			err := f.call(t.Context(), s)
			if err == nil {
				t.Errorf("%s, %s: succeeds", kind, f.name)
				continue
			}
			e, want := asFault(t, err), outcomes[kind]
			wantKind := want.sends
			if f.reads {
				wantKind = want.reads
			}
			// Who is refused before the body left knows that nothing has.
			unsent := kind == demo.Refuse && e.Kind == fault.Unreachable
			if e.Kind != wantKind && !unsent || e.Code != want.code {
				t.Errorf("%s, %s: %v; want %v, %s", kind, f.name, e, wantKind, want.code)
			}
			if wait := e.RetryAfter; (want.code == transport.CodeRateLimited) != (wait == 7*time.Second) {
				t.Errorf("%s, %s: again after %v", kind, f.name, wait)
			}
			if office.Calls(f.name) != 1 {
				t.Errorf("%s, %s: %d calls", kind, f.name, office.Calls(f.name))
			}
			checkPrivate(t, string(kind)+", "+f.name, err)
		}
	}
}

func TestTheOutboxLosesNothingAndSendsNothingTwice(t *testing.T) {
	office, address := opened(t, demo.Form{})
	for _, kind := range demo.Kinds() {
		if slow(kind) {
			continue
		}
		for _, again := range []time.Duration{0, 7 * time.Second} {
			office.Reset()
			office.SetFault("", demo.Fault{Kind: kind, RetryAfter: again}, 1)
			now := time.Now()
			o := message.Settle(service(t, address, nil).Send(t.Context(), hello), message.Attempt{Tries: 1, Queued: now, Now: now}, 0)
			arrived := len(office.Sent())
			switch {
			case o.State == message.Sent && arrived != 1:
				t.Errorf("%s: called sent, and did not arrive", kind)
			case (o.State == message.Queued || o.State == message.Failed) && arrived > 0:
				t.Errorf("%s: called %s, and arrived", kind, o.State)
			case o.State == message.Unknown && o.Failure == nil:
				t.Errorf("%s: nobody knows why", kind)
			}
		}
	}
}

func TestARepeatableReadOutlivesPassingFaults(t *testing.T) {
	office, address := opened(t, demo.Form{})
	s := service(t, address, func(c *Config) { c.Reads = Get })
	for _, kind := range []demo.Kind{demo.Unavailable, demo.DropAfter} {
		office.Reset()
		office.SetFault("getConferenceMaster", demo.Fault{Kind: kind}, 2)
		if got, err := s.Master(t.Context()); err != nil || len(got.Rooms) != 12 || office.Calls("getConferenceMaster") != 3 {
			t.Errorf("%s: %d rooms, %v after %d calls", kind, len(got.Rooms), err, office.Calls("getConferenceMaster"))
		}
	}
}

func TestACallThatWasGivenUpBeforeItBeganSendsNothing(t *testing.T) {
	address, calls := serve(t, says(200, jsonKind, `{}`))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := service(t, address, nil)
	for _, f := range functions {
		want(t, f.call(ctx, s), fault.Cancelled, "")
	}
	if len(*calls) > 0 {
		t.Errorf("%v", *calls)
	}
}

func TestACallThatIsGivenUpIsCancelledOnlyIfItReads(t *testing.T) {
	for _, f := range functions {
		ctx, cancel := context.WithCancel(t.Context())
		address, _ := serve(t, func(_ http.ResponseWriter, r *http.Request) {
			cancel()
			<-r.Context().Done()
		})
		kind := fault.UnknownOutcome
		if f.reads {
			kind = fault.Cancelled
		}
		want(t, f.call(ctx, service(t, address, nil)), kind, "")
	}
}

func TestNoFunctionIsRedirectedToAnotherHost(t *testing.T) {
	other, calls := serve(t, says(200, jsonKind, `{}`))
	for _, reads := range []Reads{Post, Get} {
		for _, status := range []int{301, 302, 303, 307, 308} {
			address, _ := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, other, status) })
			s := service(t, address, func(c *Config) { c.Reads = reads })
			for _, f := range functions {
				kind := fault.Faulty
				if status >= 307 {
					kind = fault.Refused
				}
				want(t, f.call(t.Context(), s), kind, transport.CodeRedirected)
			}
		}
	}
	if len(*calls) > 0 {
		t.Errorf("the other host heard %v", *calls)
	}
}
