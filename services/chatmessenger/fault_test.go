package chatmessenger

import (
	"context"
	"net/http"
	"sync"
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

// check compares an error with what the fault has to be called.
func (o outcome) check(t *testing.T, kind demo.Kind, name string, reads bool, err error) {
	t.Helper()
	if err == nil {
		t.Errorf("%s, %s: succeeds", kind, name)
		return
	}
	e, want := asFault(t, err), o.sends
	if reads {
		want = o.reads
	}
	// Who is refused before anything left knows that nothing has.
	unsent := kind == demo.Refuse && e.Kind == fault.Unreachable
	if e.Kind != want && !unsent || e.Code != o.code {
		t.Errorf("%s, %s: %v; want %v, %s", kind, name, e, want, o.code)
	}
	checkPrivate(t, string(kind)+", "+name, err)
}

func TestEveryFaultOfEveryFunctionHasItsKind(t *testing.T) {
	office, address := opened(t, demo.Form{})
	s := service(t, address, nil)
	for _, kind := range demo.Kinds() {
		if slow(kind) {
			continue
		}
		for _, f := range functions {
			office.Reset()
			office.SetFault(f.name, demo.Fault{Kind: kind, RetryAfter: 7 * time.Second, Size: 9 << 20}, 1)
			err := f.call(t.Context(), s)
			outcomes[kind].check(t, kind, f.name, f.reads, err)
			if wait := asFault(t, err).RetryAfter; (outcomes[kind].code == transport.CodeRateLimited) != (wait == 7*time.Second) {
				t.Errorf("%s, %s: again after %v", kind, f.name, wait)
			}
			if office.Calls(f.name) != 1 {
				t.Errorf("%s, %s: %d calls", kind, f.name, office.Calls(f.name))
			}
		}
	}
}

func TestEverySlowAnswerOfEveryFunctionIsWaitedForInVain(t *testing.T) {
	network := client(t, transport.Config{Whole: 2 * time.Second})
	for _, kind := range []demo.Kind{demo.Delay, demo.SlowDrip} {
		office, address := opened(t, demo.Form{})
		office.SetFault("", demo.Fault{Kind: kind, Wait: time.Hour}, 0)
		s, err := New(network, Config{URL: address, Token: fixed(token)})
		if err != nil {
			t.Fatal(err)
		}
		errs := make([]error, len(functions))
		var group sync.WaitGroup
		for i, f := range functions {
			group.Go(func() { errs[i] = f.call(t.Context(), s) })
		}
		group.Wait()
		for i, f := range functions {
			outcomes[kind].check(t, kind, f.name, f.reads, errs[i])
		}
	}
}

func TestEveryLastingFaultOfAReadByGetHasItsKind(t *testing.T) {
	office, address := opened(t, demo.Form{})
	s := service(t, address, func(c *Config) { c.Reads = Get })
	for _, kind := range []demo.Kind{
		demo.HTMLPage, demo.ServerError, demo.Unauthorized, demo.Redirect, demo.Truncate, demo.HalfJSON, demo.NotJSON, demo.Oversized, demo.GzipBomb, demo.DropAfter,
	} {
		office.SetFault("", demo.Fault{Kind: kind, Size: 9 << 20}, 0)
		outcomes[kind].check(t, kind, "getConferenceMaster", true, second(s.Master(t.Context())))
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
