package demo_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"foyer/services/demo"
	"foyer/services/fault"
)

// open serves an office until the returned function is called.
func open(t *testing.T, o *demo.Office, addr string) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	if err := o.Listen(ctx, addr); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error)
	go func() { ended <- o.Serve(ctx, addr) }()
	return func() {
		t.Helper()
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		if o.URL() != "" {
			t.Errorf("after its end the URL is %s", o.URL())
		}
	}
}

func newOffice(t *testing.T, c demo.Config) *demo.Office {
	t.Helper()
	o, err := demo.New(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := o.Close(); err != nil {
			t.Error(err)
		}
	})
	return o
}

func TestTheOfficeServesItsOwnComputerOnly(t *testing.T) {
	o := newOffice(t, demo.Config{})
	for _, addr := range []string{":0", "0.0.0.0:0", "[::]:0", "192.0.2.1:80", "example.com:80", "127.0.0.1", ""} {
		err := o.Listen(t.Context(), addr)
		f, ok := errors.AsType[*fault.Error](err)
		if !ok || f.Kind != fault.Invalid {
			t.Errorf("%q: error %v", addr, err)
		}
	}
	if o.URL() != "" {
		t.Errorf("the URL is %s", o.URL())
	}
}

func TestTheOfficeServesUntilItsContextEnds(t *testing.T) {
	o := newOffice(t, demo.Config{Token: token, Prefix: "/cam/"})
	stop := open(t, o, "localhost:0")
	c := client{t, o.URL(), http.DefaultClient}
	if !strings.HasPrefix(c.url, "http://127.0.0.1:") || !strings.HasSuffix(c.url, "/cam") {
		t.Errorf("the URL is %s", c.url)
	}
	if got := c.end("sendMessage", calls["sendMessage"]); got.status != http.StatusOK {
		t.Errorf("%+v", got)
	}
	o.SetFault("sendMessage", demo.Fault{Kind: demo.Delay, Wait: time.Hour}, 0)
	ended := make(chan outcome)
	go func() { ended <- c.end("sendMessage", calls["sendMessage"]) }()
	if err := o.WaitSent(t.Context(), 2); err != nil {
		t.Fatal(err)
	}
	stop()
	if got := <-ended; got.status != 0 {
		t.Errorf("what was running: %+v", got)
	}
	if _, err := net.Dial("tcp", strings.TrimSuffix(strings.TrimPrefix(c.url, "http://"), "/cam")); err == nil {
		t.Error("somebody still answers")
	}
}

func TestThePortIsTheSameAfterARestart(t *testing.T) {
	dir := t.TempDir()
	var first string
	for range 2 {
		o, err := demo.New(demo.Config{Dir: dir})
		if err != nil {
			t.Fatal(err)
		}
		stop := open(t, o, "127.0.0.1:0")
		if first == "" {
			first = o.URL()
		}
		if o.URL() != first {
			t.Errorf("first %s, then %s", first, o.URL())
		}
		stop()
		if err := o.Close(); err != nil {
			t.Fatal(err)
		}
	}
	taken, err := net.Listen("tcp", strings.TrimPrefix(first, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	o := newOffice(t, demo.Config{Dir: dir})
	err = o.Listen(t.Context(), taken.Addr().String())
	if f, ok := errors.AsType[*fault.Error](err); !ok || f.Code != demo.CodePort {
		t.Errorf("error %v", err)
	}
	stop := open(t, o, "127.0.0.1:0")
	if o.URL() == first {
		t.Errorf("the URL is %s, which is taken", first)
	}
	stop()
}

func TestAnotherNameForTheComputerIsRefused(t *testing.T) {
	o := newOffice(t, demo.Config{})
	stop := open(t, o, "127.0.0.1:0")
	defer stop()
	for host, want := range map[string]int{"localhost": 200, "127.0.0.1": 200, "[::1]:80": 200, "rebound.example:80": 403, "192.0.2.1": 403} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, o.URL()+"/", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != want {
			t.Errorf("%s: %d", host, response.StatusCode)
		}
	}
}

func TestAPortThatNobodyServesIsFreeAfterClose(t *testing.T) {
	o := newOffice(t, demo.Config{})
	if err := o.Listen(t.Context(), "127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	addr := strings.TrimPrefix(o.URL(), "http://")
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
}
