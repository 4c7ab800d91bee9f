package transport

import (
	"context"
	"io"
	"net"
	"net/http"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"foyer/services/fault"
)

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

func TestNoAnswerInTimeIsUnknownUnlessTheCallOnlyReads(t *testing.T) {
	safe, empty := post(inside), post(inside)
	safe.Safe, empty.Body = true, nil
	for name, test := range map[string]struct {
		call Request
		kind fault.Kind
	}{
		"a message":           {post(inside), fault.UnknownOutcome},
		"a call without body": {empty, fault.UnknownOutcome},
		"a read":              {get(inside), fault.Unreachable},
		"a read by POST":      {safe, fault.Unreachable},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, func(_ http.ResponseWriter, r *http.Request) {
				received(r)
				<-r.Context().Done()
			}, func(t *testing.T, c *Client) {
				want(t, fails(t, c, test.call), test.kind, CodeTimeout)
			})
		})
	}
}

func TestAServerThatNeverEndsItsAnswer(t *testing.T) {
	bubble(t, func(w http.ResponseWriter, r *http.Request) {
		received(r)
		for range 3600 {
			_, _ = io.WriteString(w, " ")
			http.NewResponseController(w).Flush() //nolint:errcheck // the client sees what it sees
			select {
			case <-time.After(time.Second):
			case <-r.Context().Done():
				return
			}
		}
	}, func(t *testing.T, c *Client) {
		answer, err := c.Do(t.Context(), post(inside))
		e := asFault(t, err)
		want(t, e, fault.UnknownOutcome, CodeTimeout)
		if e.Status != 200 || answer.Took != DefaultWhole {
			t.Errorf("status %d after %v", e.Status, answer.Took)
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
			pass(pause)
			if _, err := c.Do(t.Context(), post(inside)); err != nil {
				t.Fatal(err)
			}
		}
		if len(peers) != 2 {
			t.Errorf("%d connections", len(peers))
		}
	})
}

// frail is a connection that takes nothing any more once it is dead, which nobody notices before.
type frail struct {
	net.Conn
	dead *atomic.Bool
}

func (f frail) Write(p []byte) (int, error) {
	if f.dead.Load() {
		return 0, syscall.EPIPE
	}
	return f.Conn.Write(p)
}

func TestAConnectionThatDiedAtRestCostsNothing(t *testing.T) {
	var got []string
	bubble(t, func(_ http.ResponseWriter, r *http.Request) { got = append(got, received(r)) }, func(t *testing.T, c *Client) {
		dial, made := c.pool.DialContext, []*atomic.Bool{}
		c.pool.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
			conn, err := dial(ctx, network, address)
			made = append(made, new(atomic.Bool))
			return &counted{Conn: frail{conn, made[len(made)-1]}}, err
		}
		for range 2 {
			if _, err := c.Do(t.Context(), post(inside)); err != nil {
				t.Fatal(err)
			}
			made[0].Store(true)
		}
		if len(made) != 2 || len(got) != 2 {
			t.Errorf("%d connections, %q", len(made), got)
		}
	})
}

func TestAConnectionThatIsDeadFromTheStartLetsNothingLeave(t *testing.T) {
	bubble(t, func(http.ResponseWriter, *http.Request) {}, func(t *testing.T, c *Client) {
		dial, dead := c.pool.DialContext, new(atomic.Bool)
		dead.Store(true)
		c.pool.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
			conn, err := dial(ctx, network, address)
			return &counted{Conn: frail{conn, dead}}, err
		}
		if e := fails(t, c, post(inside)); e.Kind != fault.Unreachable {
			t.Errorf("%v", e)
		}
	})
}
