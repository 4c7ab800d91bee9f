package transport

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"sync"
	"testing"
	"time"

	"foyer/services/fault"
)

// doing are the methods that change something, with and without a body.
func doing(address string) map[string]Request {
	all := map[string]Request{}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete} {
		r := post(address)
		r.Method = method
		all[method] = r
		r.Body = nil
		all[method+" without body"] = r
	}
	return all
}

func TestEveryMethodArrivesAsItIs(t *testing.T) {
	var got *http.Request
	var body string
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		got, body = r, received(r)
		w.Header().Set("X-Request-Id", "r-18")
	})
	for name, r := range doing(server.URL + base + "?id=7") {
		r.Header = http.Header{"X-Request-Id": {"r-17"}}
		answer, err := client(t, Config{}).Do(t.Context(), r)
		if err != nil || got.Method != r.Method || body != string(r.Body) || got.URL.RawQuery != "id=7" || got.Header.Get("X-Request-Id") != "r-17" {
			t.Errorf("%s: %s %s %q, %v", name, got.Method, got.URL, body, err)
		}
		// A server that waits for a body of unknown length would never answer.
		if got.ContentLength != int64(len(r.Body)) || len(got.TransferEncoding) > 0 {
			t.Errorf("%s: %d bytes, %v", name, got.ContentLength, got.TransferEncoding)
		}
		if answer.Header.Get("X-Request-Id") != "r-18" {
			t.Errorf("%s: %v", name, answer.Header)
		}
	}
}

func TestEveryErrorKeepsTheIDOfItsRequest(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		received(r)
		w.Header().Set("X-Request-Id", "r-18")
		w.WriteHeader(500)
	})
	for name, r := range doing(server.URL + base) {
		if e := fails(t, client(t, Config{}), r); e.RequestID != "r-18" {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

func TestNoMethodThatDoesSomethingIsRedirected(t *testing.T) {
	for status, kind := range map[int]fault.Kind{
		301: fault.Faulty, 302: fault.Faulty, 303: fault.Faulty, 307: fault.Refused, 308: fault.Refused,
	} {
		calls := 0
		server := serve(t, func(w http.ResponseWriter, r *http.Request) {
			calls++
			http.Redirect(w, r, base+"/elsewhere", status)
		})
		for name, r := range doing(server.URL + base) {
			calls = 0
			want(t, fails(t, client(t, Config{}), r), kind, CodeRedirected)
			if calls != 1 {
				t.Errorf("%s, %d: %d calls", name, status, calls)
			}
		}
	}
}

func TestNoMethodThatDoesSomethingIsRepeated(t *testing.T) {
	for name, r := range doing(inside) {
		for _, status := range []int{429, 503, 0} {
			calls := 0
			bubble(t, func(w http.ResponseWriter, r *http.Request) {
				received(r)
				calls++
				if status == 0 {
					panic(http.ErrAbortHandler)
				}
				w.Header().Set("Retry-After", "1")
				w.WriteHeader(status)
			}, func(t *testing.T, c *Client) {
				r.Retry = true
				e := fails(t, c, r)
				if calls != 1 {
					t.Errorf("%s, %d: %d calls", name, status, calls)
				}
				if status == 0 {
					want(t, e, fault.UnknownOutcome, CodeConnectionLost)
				}
			})
		}
	}
}

func TestALostAnswerOfAnyMethodIsUnknownUnlessTheCallIsSafe(t *testing.T) {
	for name, r := range doing(inside) {
		for safe, kind := range map[bool]fault.Kind{false: fault.UnknownOutcome, true: fault.Unreachable} {
			r.Safe = safe
			bubble(t, func(_ http.ResponseWriter, r *http.Request) {
				received(r)
				<-r.Context().Done()
			}, func(t *testing.T, c *Client) {
				e := fails(t, c, r)
				if e.Kind != kind || e.Code != CodeTimeout {
					t.Errorf("%s, safe %v: %v", name, safe, e)
				}
			})
		}
	}
}

func TestARestingConnectionThatTheServerEndedCostsNoMethodASecondArrival(t *testing.T) {
	for name := range doing("") {
		var lock sync.Mutex
		arrived := map[string]int{}
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			received(r)
			lock.Lock()
			arrived[r.URL.RawQuery]++
			n := len(arrived)
			lock.Unlock()
			if n%2 == 0 { // read it, and end the connection without a word
				panic(http.ErrAbortHandler)
			}
		}))
		c := client(t, Config{})
		for i := range 20 {
			r := doing(fmt.Sprintf("%s%s?%d", server.URL, base, i))[name]
			_, err := c.Do(t.Context(), r)
			if kind := fault.KindOf(err); err != nil && kind != fault.UnknownOutcome {
				t.Errorf("%s: %v", name, err)
			}
		}
		server.Close()
		for i, n := range arrived {
			if n != 1 {
				t.Errorf("%s: call %s arrived %d times", name, i, n)
			}
		}
	}
}

func TestNoMethodLeavesForAPublicNetworkUnencrypted(t *testing.T) {
	server := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("it does") })
	c := client(t, Config{})
	c.private = func(netip.Addr) bool { return false }
	for name, r := range doing(server.URL + base) {
		if e := fails(t, c, r); e.Kind != fault.NotConfigured || e.Code != CodePlainHTTP {
			t.Errorf("%s: %v", name, e)
		}
	}
}

// TestNoMethodArrivesThatWasSaidNotToHaveLeft gives calls without a body up at any moment: then their
// header is all that can arrive.
func TestNoMethodArrivesThatWasSaidNotToHaveLeft(t *testing.T) {
	var lock sync.Mutex
	arrived := map[string]bool{}
	server := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		lock.Lock()
		defer lock.Unlock()
		arrived[r.URL.RawQuery] = true
	})
	c, said := client(t, Config{}), map[string]fault.Kind{}
	var group sync.WaitGroup
	for _, method := range []string{http.MethodPut, http.MethodDelete} {
		for worker := range 4 {
			group.Go(func() {
				for i := range 60 {
					ctx, cancel := context.WithCancel(t.Context())
					timer := time.AfterFunc(time.Duration(rand.IntN(600))*time.Microsecond, cancel) //nolint:gosec // any will do
					name := fmt.Sprintf("%s-%d-%d", method, worker, i)
					r := post(server.URL + base + "?" + name)
					r.Method, r.Body = method, nil
					_, err := c.Do(ctx, r)
					timer.Stop()
					cancel()
					if err != nil {
						lock.Lock()
						said[name] = fault.KindOf(err)
						lock.Unlock()
					}
				}
			})
		}
	}
	group.Wait()
	server.Close()
	for name, kind := range said {
		if (kind == fault.Cancelled || kind == fault.Unreachable) && arrived[name] {
			t.Errorf("%s arrived and is called %v", name, kind)
		}
	}
	if len(said) == 0 {
		t.Error("none was given up")
	}
}
