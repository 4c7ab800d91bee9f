package huaweimeeting

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"foyer/services/fault"
	"foyer/services/transport"
)

// broken are servers whose answers are none, with what such a call has to be called: one that does
// something, and one that reads.
var broken = map[string]struct {
	answer      http.HandlerFunc
	does, reads fault.Kind
	code        string
}{
	"a web page":    {says(200, "<html><title>Log in to this network</title>"), fault.Faulty, fault.Faulty, transport.CodeHTMLPage},
	"text":          {says(200, "OK"), fault.Faulty, fault.Faulty, transport.CodeNotJSON},
	"half JSON":     {says(200, `{"data":{"tok`), fault.Faulty, fault.Faulty, transport.CodeTruncated},
	"two documents": {says(200, `{}{}`), fault.Faulty, fault.Faulty, transport.CodeNotJSON},
	"a failure":     {says(500, "{}"), fault.Faulty, fault.Faulty, transport.CodeServerFault},
	"not there":     {says(404, "<html>"), fault.Refused, fault.Refused, transport.CodeNotFound},
	"a lost answer": {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, fault.UnknownOutcome, fault.Unreachable, transport.CodeConnectionLost},
	"a broken stream": {func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100")
		_, _ = io.WriteString(w, "{")
	}, fault.Faulty, fault.Faulty, transport.CodeTruncated},
	"too much": {func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write(bytes.Repeat([]byte(" "), transport.MaxAnswer+1))
	}, fault.Faulty, fault.Faulty, transport.CodeTooLarge},
}

func TestEveryBrokenAnswerOfEveryFunctionHasItsKind(t *testing.T) {
	for name, b := range broken {
		for _, f := range functions {
			t.Run(name+", "+f.name, func(t *testing.T) {
				t.Parallel()
				answers := map[string]http.HandlerFunc{f.path: b.answer}
				if f.name == "Detail" {
					answers[pathMeetings+"/online/confDetail"] = b.answer
				}
				address, calls := serve(t, office(answers))
				err := f.call(t.Context(), service(t, address, nil))
				kind := b.does
				if f.reads {
					kind = b.reads
				}
				want(t, f.path, err, kind, b.code)
				if !f.reads && calls.count(f.path) != 1 {
					t.Errorf("%d calls", calls.count(f.path))
				}
				checkPrivate(t, f.path, err)
			})
		}
	}
}

func TestNothingIsDoneWithoutAToken(t *testing.T) {
	for name, b := range broken {
		for _, f := range functions {
			if f.path == pathNumber {
				continue // it needs none
			}
			t.Run(name+", "+f.name, func(t *testing.T) {
				t.Parallel()
				address, calls := serve(t, office(map[string]http.HandlerFunc{pathLogin: b.answer, pathControl: b.answer}))
				err := f.call(t.Context(), service(t, address, nil))
				if kind := fault.KindOf(err); err == nil || kind == fault.UnknownOutcome {
					t.Error(err)
				}
				for _, c := range calls.all() {
					if path := strings.TrimPrefix(c.Path, prefix); path != pathLogin && path != pathControl {
						t.Errorf("%s %s", c.Method, path)
					}
				}
			})
		}
	}
}

func TestASlowAnswerIsWaitedForInVain(t *testing.T) {
	network := client(t, transport.Config{Whole: 400 * time.Millisecond})
	errs := make([]error, len(functions))
	var group sync.WaitGroup
	for i, f := range functions {
		group.Go(func() {
			address, _ := serve(t, office(map[string]http.HandlerFunc{f.path: func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }}))
			s, err := New(network, Config{URL: address, Auth: byPassword})
			if err != nil {
				t.Error(err)
				return
			}
			errs[i] = f.call(t.Context(), s)
		})
	}
	group.Wait()
	for i, f := range functions {
		kind := fault.UnknownOutcome
		if f.reads {
			kind = fault.Unreachable
		}
		want(t, f.name, errs[i], kind, transport.CodeTimeout)
		if e := asFault(t, errs[i]); !uuid.MatchString(e.RequestID) {
			t.Errorf("%s: no ID to ask the service's operator about: %+v", f.name, e)
		}
	}
}

func TestACallThatIsGivenUpIsCancelledOnlyIfItReads(t *testing.T) {
	for _, f := range functions {
		ctx, cancel := context.WithCancel(t.Context())
		address, _ := serve(t, office(map[string]http.HandlerFunc{f.path: func(_ http.ResponseWriter, r *http.Request) {
			cancel()
			<-r.Context().Done()
		}}))
		kind := fault.UnknownOutcome
		if f.reads {
			kind = fault.Cancelled
		}
		want(t, f.name, f.call(ctx, service(t, address, nil)), kind, "")
	}
}

func TestACallThatWasGivenUpBeforeItBeganSendsNothing(t *testing.T) {
	address, calls := serve(t, office(nil))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := service(t, address, nil)
	for _, f := range functions {
		want(t, f.name, f.call(ctx, s), fault.Cancelled, "")
	}
	if len(calls.all()) > 0 {
		t.Errorf("%v", calls.all())
	}
}

func TestADeadServerIsUnreachable(t *testing.T) {
	address, _ := serve(t, office(nil))
	s := service(t, strings.Replace(address, "127.0.0.1", "127.0.0.2", 1), nil) // nobody listens there
	for _, f := range functions {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			want(t, f.name, f.call(t.Context(), s), fault.Unreachable, transport.CodeNoConnection)
		})
	}
}
