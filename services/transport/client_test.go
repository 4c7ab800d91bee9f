package transport

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

func direct(*http.Request) (*url.URL, error) { return nil, nil }

func TestACallGoesOutAsAsked(t *testing.T) {
	type seen struct{ Method, Path, Query, Body, Token, Kind, Agent string }
	var got []seen
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		got = append(got, seen{r.Method, r.URL.Path, r.URL.RawQuery, received(r), r.Header.Get("X-Token"), r.Header.Get("Content-Type"), r.UserAgent()})
		w.Header().Set("X-Seen", "yes")
		_, _ = io.WriteString(w, `{"ok":true}`)
	})
	c := client(t, Config{UserAgent: "Foyer/1.0"})
	sending := post(server.URL + base + "/send")
	sending.Header = http.Header{"X-Token": {"secret"}, "Content-Type": {"application/x-www-form-urlencoded"}}
	reading := get(server.URL + base + "/rooms?day=20261122")
	for _, r := range []Request{sending, reading} {
		answer, err := c.Do(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		if answer.Status != 200 || string(answer.Body) != `{"ok":true}` || answer.Header.Get("X-Seen") != "yes" || answer.Took <= 0 || answer.OpenLock {
			t.Errorf("%s: %+v", r.Method, answer)
		}
	}
	if diff := cmp.Diff([]seen{
		{"POST", base + "/send", "", "message=hello", "secret", "application/x-www-form-urlencoded", "Foyer/1.0"},
		{"GET", base + "/rooms", "day=20261122", "", "", "", "Foyer/1.0"},
	}, got); diff != "" {
		t.Error(diff)
	}
	if got := sending.Header.Get("User-Agent"); got != "" {
		t.Errorf("the caller's header was changed: %q", got)
	}
}

func TestWithoutServerNothingLeaves(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := "http://" + listener.Addr().String() + base
	listener.Close() //nolint:errcheck // it only lent its port
	want(t, fails(t, client(t, Config{}), post(address)), fault.Unreachable, CodeNoConnection)
	want(t, fails(t, client(t, Config{}), get(address)), fault.Unreachable, CodeNoConnection)
}

func TestAnAddressThatIsNoneIsASettingToMend(t *testing.T) {
	for _, address := range []string{"", "cam.example.com", "ftp://cam.example.com/x", "http://", "https://user:pass@cam.example.com/", "http://a b/", "://", "http://[::1"} {
		e := fails(t, client(t, Config{}), post(address))
		want(t, e, fault.NotConfigured, CodeBadURL)
		if strings.Contains(e.Error(), "pass") {
			t.Errorf("%v repeats the URL", e)
		}
	}
}

func TestACallThatIsCancelledBeforeItBeginsIsCancelled(t *testing.T) {
	calls := 0
	server := serve(t, func(http.ResponseWriter, *http.Request) { calls++ })
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, r := range []Request{post(server.URL + base), get(server.URL + base)} {
		_, err := client(t, Config{}).Do(ctx, r)
		want(t, asFault(t, err), fault.Cancelled, "")
	}
	if calls > 0 {
		t.Errorf("%d calls arrived", calls)
	}
}

func TestWhoGivesUpAfterTheBodyLeftDoesNotKnow(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	server := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		received(r)
		cancel()
		<-r.Context().Done()
	})
	_, err := client(t, Config{}).Do(ctx, post(server.URL+base))
	want(t, asFault(t, err), fault.UnknownOutcome, "")
}

func TestWhoGivesUpReadingIsCancelled(t *testing.T) {
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		ctx, cancel := context.WithCancel(t.Context())
		server := serve(t, func(_ http.ResponseWriter, r *http.Request) {
			cancel()
			<-r.Context().Done()
		})
		_, err := client(t, Config{}).Do(ctx, Request{Method: method, URL: server.URL + base, Safe: true, Retry: true})
		want(t, asFault(t, err), fault.Cancelled, "")
	}
}

func TestALostConnectionIsUnknownUnlessTheCallOnlyReads(t *testing.T) {
	for name, read := range map[string]bool{"after reading": true, "before reading": false} {
		server := serve(t, func(_ http.ResponseWriter, r *http.Request) {
			if read {
				received(r)
			}
			panic(http.ErrAbortHandler)
		})
		c := client(t, Config{})
		t.Log(name)
		want(t, fails(t, c, post(server.URL+base)), fault.UnknownOutcome, CodeConnectionLost)
		want(t, fails(t, c, get(server.URL+base)), fault.Unreachable, CodeConnectionLost)
	}
}

func TestAServerThatStopsInTheMiddleOfItsAnswer(t *testing.T) {
	status := 200
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		received(r)
		w.Header().Set("Content-Length", "100")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, `{"conf`)
		http.NewResponseController(w).Flush() //nolint:errcheck // the client sees what it sees
		panic(http.ErrAbortHandler)
	})
	c := client(t, Config{})
	e := fails(t, c, post(server.URL+base))
	want(t, e, fault.Faulty, CodeTruncated)
	if e.Status != 200 {
		t.Errorf("status %d", e.Status)
	}
	status = 400 // is a refusal, however its words end
	want(t, fails(t, c, post(server.URL+base)), fault.Refused, CodeRefused)
}
