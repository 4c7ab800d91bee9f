package transport

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"foyer/services/fault"
)

// pipes is a network inside of a test's bubble, in which time is the test's own.
type pipes struct {
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once
}

func newPipes() *pipes { return &pipes{conns: make(chan net.Conn), closed: make(chan struct{})} }

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case conn := <-p.conns:
		return conn, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	p.once.Do(func() { close(p.closed) })
	return nil
}

func (p *pipes) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 80} }

func (p *pipes) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	here, there := net.Pipe()
	select {
	case p.conns <- there:
		return here, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// bubble runs a test against a server in a bubble.
func bubble(t *testing.T, answer http.HandlerFunc, test func(*testing.T, *Client)) {
	synctest.Test(t, func(t *testing.T) {
		network := newPipes()
		server := &http.Server{Handler: answer, ReadHeaderTimeout: time.Hour}
		ended := make(chan error)
		go func() { ended <- server.Serve(network) }()
		c := client(t, Config{})
		c.pool.DialContext = network.dial
		test(t, c)
		c.Close()
		server.Close() //nolint:errcheck // what it says comes from Serve, too
		if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
			t.Error(err)
		}
	})
}

const inside = "http://10.0.0.1/cam"

func TestAReadIsRepeatedAfterAPassingFault(t *testing.T) {
	for _, status := range []int{429, 502, 503, 504} {
		calls := 0
		bubble(t, func(w http.ResponseWriter, _ *http.Request) {
			if calls++; calls < maxTries {
				w.WriteHeader(status)
			}
		}, func(t *testing.T, c *Client) {
			r := get(inside)
			r.Retry = true
			answer, err := c.Do(t.Context(), r)
			if err != nil || calls != maxTries || answer.Took < firstPause || answer.Took > 5*time.Second {
				t.Errorf("%d: %v after %d calls and %v", status, err, calls, answer.Took)
			}
		})
	}
}

func TestAReadWaitsAsLongAsItIsAsked(t *testing.T) {
	var at []time.Time
	bubble(t, func(w http.ResponseWriter, _ *http.Request) {
		if at = append(at, time.Now()); len(at) == 1 {
			w.Header().Set("Retry-After", "12")
			w.WriteHeader(503)
		}
	}, func(t *testing.T, c *Client) {
		r := get(inside)
		r.Retry = true
		if _, err := c.Do(t.Context(), r); err != nil {
			t.Fatal(err)
		}
		if d := at[1].Sub(at[0]); d < 12*time.Second || d > 13*time.Second {
			t.Errorf("it waited for %v", d)
		}
	})
}

func TestAReadDoesNotWaitLongerThanItMayTake(t *testing.T) {
	calls := 0
	bubble(t, func(w http.ResponseWriter, _ *http.Request) {
		calls++
		w.Header().Set("Retry-After", "60")
		w.WriteHeader(503)
	}, func(t *testing.T, c *Client) {
		r := get(inside)
		r.Retry = true
		answer, err := c.Do(t.Context(), r)
		e := asFault(t, err)
		want(t, e, fault.Faulty, CodeRateLimited)
		if e.RetryAfter != time.Minute || calls != 1 || answer.Took > time.Second {
			t.Errorf("%v after %d calls and %v", e, calls, answer.Took)
		}
	})
}

func TestWhatIsNoPassingFaultIsNotRepeated(t *testing.T) {
	for _, status := range []int{400, 401, 404, 408, 500, 501} {
		calls := 0
		bubble(t, func(w http.ResponseWriter, _ *http.Request) {
			calls++
			w.WriteHeader(status)
		}, func(t *testing.T, c *Client) {
			r := get(inside)
			r.Retry = true
			if e := fails(t, c, r); e.Status != status || calls != 1 {
				t.Errorf("%v after %d calls", e, calls)
			}
		})
	}
}

func TestALostReadIsRepeated(t *testing.T) {
	calls := 0
	bubble(t, func(w http.ResponseWriter, _ *http.Request) {
		if calls++; calls < maxTries {
			panic(http.ErrAbortHandler)
		}
		_, _ = io.WriteString(w, "here")
	}, func(t *testing.T, c *Client) {
		r := get(inside)
		r.Retry = true
		if answer, err := c.Do(t.Context(), r); err != nil || string(answer.Body) != "here" || calls != maxTries {
			t.Errorf("%q, %v after %d calls", answer.Body, err, calls)
		}
	})
}

func TestWhatIsNotARepeatableReadIsCalledOnce(t *testing.T) {
	unasked, sending, safe := get(inside), post(inside), post(inside)
	sending.Retry, safe.Retry, safe.Safe = true, true, true
	for name, r := range map[string]Request{"a read that does not ask for it": unasked, "a message": sending, "a read by POST": safe} {
		for _, status := range []int{503, 0} {
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
				fails(t, c, r)
				if calls != 1 {
					t.Errorf("%s, %d: %d calls", name, status, calls)
				}
			})
		}
	}
}

func TestWhoGivesUpInAPauseIsCancelled(t *testing.T) {
	bubble(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "20")
		w.WriteHeader(503)
	}, func(t *testing.T, c *Client) {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(5*time.Second, cancel)
		r := get(inside)
		r.Retry = true
		answer, err := c.Do(ctx, r)
		want(t, asFault(t, err), fault.Cancelled, "")
		if answer.Took < 5*time.Second || answer.Took > 6*time.Second {
			t.Errorf("after %v", answer.Took)
		}
	})
}

func TestACallTakesThirtySecondsAtMost(t *testing.T) {

	bubble(t, func(_ http.ResponseWriter, r *http.Request) {
		received(r)
		<-r.Context().Done()
	}, func(t *testing.T, c *Client) {
		answer, err := c.Do(t.Context(), post(inside))
		want(t, asFault(t, err), fault.UnknownOutcome, CodeTimeout)
		if answer.Took != DefaultWhole {
			t.Errorf("after %v", answer.Took)
		}
	})
}

func TestACallerMayHaveLessTime(t *testing.T) {

	bubble(t, func(_ http.ResponseWriter, r *http.Request) {
		received(r)
		<-r.Context().Done()
	}, func(t *testing.T, c *Client) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		answer, err := c.Do(ctx, post(inside))
		want(t, asFault(t, err), fault.UnknownOutcome, CodeTimeout)
		if answer.Took != time.Second {
			t.Errorf("after %v", answer.Took)
		}
	})
}

func TestAConnectionThatDoesNotComeAboutInTimeLetsNothingLeave(t *testing.T) {
	bubble(t, func(http.ResponseWriter, *http.Request) {}, func(t *testing.T, c *Client) {
		c.pool.DialContext = func(ctx context.Context, _, _ string) (net.Conn, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}
		want(t, fails(t, c, post(inside)), fault.Unreachable, CodeTimeout)
	})
}

func TestAConnectionDoesNotRestForLong(t *testing.T) {
	var peers []net.Conn
	bubble(t, func(http.ResponseWriter, *http.Request) {}, func(t *testing.T, c *Client) {
		dial := c.pool.DialContext
		c.pool.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
			conn, err := dial(ctx, network, address)
			peers = append(peers, conn)
			return conn, err
		}
		for _, pause := range []time.Duration{0, idle / 2, idle / 2, 2 * idle} {
			time.Sleep(pause)
			if _, err := c.Do(t.Context(), post(inside)); err != nil {
				t.Fatal(err)
			}
		}
		if len(peers) != 2 {
			t.Errorf("%d connections", len(peers))
		}
	})
}
