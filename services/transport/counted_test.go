package transport

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"sync"
	"syscall"
	"testing"
	"time"

	"foyer/services/fault"
)

// peer is a connection that takes everything, or nothing.
type peer struct {
	net.Conn
	took int
	err  error
}

func (p *peer) Write(b []byte) (int, error) {
	if p.err != nil {
		return 0, p.err
	}
	p.took += len(b)
	return len(b), nil
}

func TestASealedConnectionTakesNothing(t *testing.T) {
	p := &peer{}
	c := &counted{Conn: p}
	if _, err := c.Write([]byte("of the call before")); err != nil {
		t.Fatal(err)
	}
	if c.seal(c.count()) {
		t.Error("something left")
	}
	if n, err := c.Write([]byte("late")); n != 0 || !errors.Is(err, errSealed) || p.took != len("of the call before") {
		t.Errorf("%d bytes, %v, %d taken", n, err, p.took)
	}
}

func TestWhatLeftIsNotSealed(t *testing.T) {
	p := &peer{}
	c := &counted{Conn: p}
	since := c.count()
	if _, err := c.Write([]byte("h")); err != nil || !c.seal(since) || !c.seal(since) {
		t.Errorf("nothing left, %v", err)
	}
	if _, err := c.Write([]byte("ello")); err != nil || p.took != 5 {
		t.Errorf("%v, %d taken", err, p.took)
	}
}

func TestWhatADeadConnectionDidNotTakeDidNotLeave(t *testing.T) {
	c := &counted{Conn: &peer{err: syscall.EPIPE}}
	since := c.count()
	if _, err := c.Write([]byte("hello")); !errors.Is(err, syscall.EPIPE) || c.seal(since) {
		t.Errorf("it left, %v", err)
	}
}

func TestOnASharedConnectionNothingIsCertain(t *testing.T) {
	here, there := net.Pipe()
	defer here.Close()
	defer there.Close()
	if _, ok := marked(here); ok {
		t.Error("a connection that nobody counts is counted")
	}
	if m, ok := marked(&counted{Conn: here, left: 7}); !ok || m.since != 7 {
		t.Errorf("%+v", m)
	}
	if m, ok := marked(tls.Client(&counted{Conn: here, left: 9}, &tls.Config{})); !ok || m.since != 9 { //nolint:gosec // it is not used
		t.Errorf("%+v", m)
	}
}

// TestNoMessageArrivesThatWasSaidNotToHaveLeft gives calls up at any moment. Whatever the moment, the
// server has seen no body of which the client says that it did not leave.
func TestNoMessageArrivesThatWasSaidNotToHaveLeft(t *testing.T) {
	const calls, together = 600, 8
	var lock sync.Mutex
	arrived := map[string]bool{}
	server := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		body := received(r)
		lock.Lock()
		defer lock.Unlock()
		arrived[body] = true
	})
	c := client(t, Config{})
	kinds := make([]fault.Kind, calls)
	var group sync.WaitGroup
	for worker := range together {
		group.Go(func() {
			for i := worker; i < calls; i += together {
				ctx, cancel := context.WithCancel(t.Context())
				moment := time.Duration(rand.IntN(600)) * time.Microsecond //nolint:gosec // any will do
				if i%2 == 0 {
					ctx, cancel = context.WithTimeout(t.Context(), moment)
				}
				timer := time.AfterFunc(moment, cancel)
				r := post(server.URL + base)
				r.Body = fmt.Appendf(nil, "message %d", i)
				kinds[i] = -1
				if _, err := c.Do(ctx, r); err != nil {
					kinds[i] = fault.KindOf(err)
				}
				timer.Stop()
				cancel()
			}
		})
	}
	group.Wait()
	server.Close() // waits for what is under way
	count := map[fault.Kind]int{}
	for i, kind := range kinds {
		count[kind]++
		if (kind == fault.Cancelled || kind == fault.Unreachable) && arrived[fmt.Sprintf("message %d", i)] {
			t.Errorf("message %d arrived and is called %v", i, kind)
		}
	}
	t.Logf("%v", count)
	if count[fault.Cancelled]+count[fault.Unreachable] == 0 || count[-1]+count[fault.UnknownOutcome] == 0 {
		t.Errorf("the moments were all alike: %v", count)
	}
}
