package transport

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"sync"
	"testing"
	"time"

	"foyer/services/fault"
)

func TestAGateThatIsShutUnopenedStaysSo(t *testing.T) {
	g := newGate([]byte("hello"))
	if g.shut() {
		t.Error("it was opened")
	}
	if n, err := g.Read(make([]byte, 9)); n != 0 || !errors.Is(err, errShut) {
		t.Errorf("%d bytes, %v", n, err)
	}
}

func TestAGateRemembersThatItWasOpened(t *testing.T) {
	g := newGate([]byte("hello"))
	if body, err := io.ReadAll(g); string(body) != "hello" || err != nil {
		t.Errorf("%q, %v", body, err)
	}
	if g.Close() != nil || !g.shut() || !g.shut() {
		t.Error("it forgot")
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
