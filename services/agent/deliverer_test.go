package agent

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/message"
)

// post is a deliverer with everything faked.
type post struct {
	*Deliverer
	outbox  *fakeOutbox
	service *fakeMessenger

	mu      sync.Mutex
	config  error           // of making the messenger
	made    int             // messengers
	changes []time.Time     // when Changed was called
	bad     []message.State // of the items that Failed was told of
	badAt   []time.Time
	healths []Health // each that was told of
}

// newPost must be called inside a bubble, and its folder made outside.
func newPost(dir string) *post {
	p := &post{outbox: newOutbox(), service: &fakeMessenger{}}
	p.Deliverer = NewDeliverer(DelivererConfig{
		Outbox: p.outbox, Lock: filepath.Join(dir, "delivery.lock"),
		Messenger: p.messenger,
		Jitter:    func() float64 { return 0 },
		Changed:   func() { p.note(func() { p.changes = append(p.changes, time.Now()) }) },
		Failed: func(items []message.Item) {
			p.note(func() {
				p.badAt = append(p.badAt, time.Now())
				for _, i := range items {
					p.bad = append(p.bad, i.State)
				}
			})
		},
		Health: func() {
			h := p.State().Health
			p.note(func() {
				if n := len(p.healths); n == 0 || p.healths[n-1] != h {
					p.healths = append(p.healths, h)
				}
			})
		},
	})
	return p
}

func (p *post) note(f func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	f()
}

func (p *post) messenger(context.Context) (Messenger, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.config != nil {
		return nil, p.config
	}
	p.made++
	return p.service, nil
}

// run starts delivery; the returned function ends it and waits.
func (p *post) run(t *testing.T) (stop func()) {
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- p.Run(ctx) }()
	synctest.Wait()
	return func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("delivery ended with %v", err)
		}
		if p.outbox.wrong != "" {
			t.Error(p.outbox.wrong)
		}
		seen := make(map[string]bool)
		for _, text := range p.service.texts() {
			if seen[text] && text != "" {
				t.Errorf("%q was sent twice", text)
			}
			seen[text] = true
		}
	}
}

// delivering runs f beside a delivery, in a bubble where time takes none.
func delivering(t *testing.T, prepare, f func(t *testing.T, p *post)) {
	t.Helper()
	dir := scratch(t)
	synctest.Test(t, func(t *testing.T) {
		p := newPost(dir)
		prepare(t, p)
		stop := p.run(t)
		f(t, p)
		stop()
	})
}

// nap is for the inside of a bubble, where it takes no time.
func nap(d time.Duration) { time.Sleep(d) }

// takes is a service that accepts everything after that time.
func takes(d time.Duration) func(context.Context, []message.Message) error {
	return func(context.Context, []message.Message) error {
		nap(d)
		return nil
	}
}

func pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func wantStates(t *testing.T, p *post, want ...message.State) {
	t.Helper()
	if diff := cmp.Diff(want, p.outbox.states()); diff != "" {
		t.Errorf("states (-want +got):\n%s", diff)
	}
}

func wantHealth(t *testing.T, p *post, want Health) {
	t.Helper()
	if got := p.State().Health; got != want {
		t.Errorf("the service is %s, want %s", got, want)
	}
}

// people returns that many addresses.
func people(n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("p%d@example.com", i)
	}
	return all
}

func TestWhatIsQueuedIsSentAtOnce(t *testing.T) {
	delivering(t, func(*testing.T, *post) {}, func(t *testing.T, p *post) {
		p.outbox.queue("barbara@example.com", "ludwig@example.com")
		p.Wake()
		synctest.Wait()
		wantStates(t, p, message.Sent, message.Sent)
		wantHealth(t, p, Connected)
	})
}

func TestMessagesToOneDestinationLeaveInOrderAndOthersSideBySide(t *testing.T) {
	var to []string
	for i := range 40 {
		to = append(to, fmt.Sprintf("p%d@example.com", i%8))
	}
	delivering(t, func(t *testing.T, p *post) {
		p.service.behave(takes(time.Second))
		p.outbox.queue(to...)
	}, func(t *testing.T, p *post) {
		pass(time.Minute)
		last := make(map[string]int)
		for _, text := range p.service.texts() {
			who, number, _ := strings.Cut(text, " ")
			var n int
			if _, err := fmt.Sscan(number, &n); err != nil {
				t.Fatal(err)
			}
			if before, ok := last[who]; ok && before > n {
				t.Errorf("message %d to %s came after message %d", n, who, before)
			}
			last[who] = n
		}
		if n := p.outbox.count(message.Sent); n != len(to) {
			t.Errorf("%d were sent, want %d", n, len(to))
		}
		if p.service.crowd() != DefaultConcurrency {
			t.Errorf("%d calls at once, want %d", p.service.crowd(), DefaultConcurrency)
		}
	})
}

func TestASlowServiceIsTakenForNoMoreThanItsWorkersSend(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.behave(takes(30 * time.Second))
		p.outbox.queue(people(50)...)
	}, func(t *testing.T, p *post) {
		pass(10 * time.Minute)
		if p.outbox.crowd() > DefaultConcurrency {
			t.Errorf("%d messages were marked as sending at once, want %d", p.outbox.crowd(), DefaultConcurrency)
		}
		if n := p.outbox.count(message.Sent); n != 50 {
			t.Errorf("%d were sent, want 50", n)
		}
	})
}

func TestAnIdleDelivererAsksNobody(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.outbox.queue(people(9)...)
		p.outbox.batches[1] = message.Batch{ID: 1, Paused: true}
		p.outbox.add(message.Item{Batch: 1, Row: 1, Message: message.Message{Room: "Lobby"}})
	}, func(t *testing.T, p *post) {
		pass(time.Minute)
		calls := p.outbox.asked()
		pass(48 * time.Hour)
		if p.outbox.asked() != calls {
			t.Errorf("the outbox was asked %d times in two days in which nothing happened", p.outbox.asked()-calls)
		}
		if n := p.service.asked(); n != 0 {
			t.Errorf("the service was asked %d times", n)
		}
	})
}

func TestABatchThatIsPausedWaitsUntilItIsResumed(t *testing.T) {
	pause := func(p *post, paused bool) {
		p.outbox.change(func() { p.outbox.batches[1] = message.Batch{ID: 1, Paused: paused} })
		p.Wake()
	}
	delivering(t, func(t *testing.T, p *post) {
		p.service.behave(takes(time.Second))
		for i := range 20 {
			p.outbox.add(message.Item{Batch: 1, Row: i + 1, Message: message.Message{To: people(20)[i : i+1]}})
		}
	}, func(t *testing.T, p *post) {
		pass(1500 * time.Millisecond)
		pause(p, true)
		pass(time.Hour)
		if n := p.outbox.count(message.Sent); n != 2*DefaultConcurrency {
			t.Errorf("%d rows were sent, want those that had begun: %d", n, 2*DefaultConcurrency)
		}
		pause(p, false)
		pass(time.Minute)
		if n := p.outbox.count(message.Sent); n != 20 {
			t.Errorf("%d rows were sent after all, want 20", n)
		}
	})
}

func TestWhatAKilledProcessWasSendingIsUnknownAndTold(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.outbox.add(message.Item{State: message.Sending, Message: message.Message{Room: "Lobby"}})
		p.outbox.queue("chen@example.com")
	}, func(t *testing.T, p *post) {
		pass(time.Second)
		wantStates(t, p, message.Unknown, message.Sent)
		if diff := cmp.Diff([]message.State{message.Unknown}, p.bad); diff != "" {
			t.Errorf("told as not delivered (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]string{"chen@example.com 0"}, p.service.texts()); diff != "" {
			t.Errorf("sent (-want +got):\n%s", diff)
		}
	})
}
