package agent

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/message"
)

// after returns when calls were made, in seconds from a moment.
func (m *fakeMessenger) after(from time.Time) []int {
	all := []int{}
	for _, c := range m.made() {
		if !c.at.Before(from) {
			all = append(all, int(c.at.Sub(from).Seconds()))
		}
	}
	return all
}

func TestANetworkThatComesBackLetsMessagesLeaveThatCouldNotReachTheirService(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.answer(errDead)
		p.outbox.queue("barbara@example.com", "ludwig@example.com")
	}, func(t *testing.T, p *post) {
		pass(2 * time.Hour)
		if at := p.State().Next; time.Until(at) < time.Minute {
			t.Fatalf("the next try comes by itself at %v", at)
		}
		p.service.answer(nil)
		p.reconnect()
		synctest.Wait()
		wantStates(t, p, message.Sent, message.Sent)
		wantHealth(t, p, Connected)
	})
}

func TestANetworkThatComesAndGoesMakesNoStormOfTries(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.answer(errDead)
		p.outbox.queue(people(8)...)
	}, func(t *testing.T, p *post) {
		pass(2 * time.Hour)
		began := time.Now()
		for range 30 {
			p.reconnect()
			pass(time.Second)
		}
		if diff := cmp.Diff([]int{0, 10, 20, 30}, p.service.after(began)); diff != "" {
			t.Errorf("tries (-want +got):\n%s", diff)
		}
	})
}

func TestAServiceThatIsNotOutOfReachIsNotTriedForTheNetwork(t *testing.T) {
	for name, err := range map[string]error{
		"a pause that was asked for": errBusy(time.Hour),
		"a refused token":            errToken,
		"a pause without a network":  &fault.Error{Kind: fault.Unreachable, Status: 503, RetryAfter: time.Hour},
	} {
		t.Run(name, func(t *testing.T) {
			delivering(t, func(t *testing.T, p *post) {
				p.service.answer(err)
				p.service.answerQuestions(err)
				p.outbox.queue("barbara@example.com")
			}, func(t *testing.T, p *post) {
				pass(20 * time.Second)
				questions := p.service.asked()
				began := time.Now()
				for range 20 {
					p.reconnect()
					pass(time.Second)
				}
				if calls := p.service.after(began); len(calls) > 0 {
					t.Errorf("tried %v s after", calls)
				}
				if n := p.service.asked() - questions; n > 2 {
					t.Errorf("asked %d times", n)
				}
			})
		})
	}
}

func TestWhatIsUnknownStaysUnknownWhateverTheNetworkDoes(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.answer(&fault.Error{Kind: fault.UnknownOutcome})
		p.outbox.queue("barbara@example.com")
	}, func(t *testing.T, p *post) {
		pass(time.Second)
		p.service.answer(nil)
		p.reconnect()
		pass(time.Hour)
		wantStates(t, p, message.Unknown)
		if n := len(p.service.made()); n != 1 {
			t.Errorf("sent %d times", n)
		}
	})
}

func TestAMessengerIsNeededForNothingToReconnect(t *testing.T) {
	a := New(Config{})
	a.Reconnect() // neither rooms nor outbox: nothing happens
	if a.couriers != nil {
		t.Error("there is a deliverer")
	}
}
