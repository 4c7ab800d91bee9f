package agent

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

func TestWithoutSettingsNothingIsTaken(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.config = errUnset
		p.outbox.queue(people(10)...)
	}, func(t *testing.T, p *post) {
		pass(48 * time.Hour)
		if p.outbox.claimed() != 0 {
			t.Errorf("messages were taken %d times", p.outbox.claimed())
		}
		wantHealth(t, p, Unset)
		if f := p.State().Failure; f == nil || f.Code != "no-token" {
			t.Errorf("the reason is %+v", f)
		}
		p.note(func() { p.config = nil })
		p.Reconfigure()
		synctest.Wait()
		if n := p.outbox.count(message.Sent); n != 10 {
			t.Errorf("%d were sent with settings, want 10", n)
		}
	})
}

func TestAKeyringThatDoesNotAnswerIsAskedAgainOnlyWhileSomethingWaits(t *testing.T) {
	var asked atomic.Int64
	delivering(t, func(t *testing.T, p *post) {
		make := p.line.build
		p.line.build = func(ctx context.Context) (Messenger, error) { asked.Add(1); return make(ctx) }
		p.config = &fault.Error{Op: "reading the token", Kind: fault.Other, Code: "keyring-locked", Err: errors.New("locked")}
	}, func(t *testing.T, p *post) {
		pass(24 * time.Hour)
		if asked.Load() != 1 {
			t.Errorf("the keyring was asked %d times for nothing", asked.Load())
		}
		p.outbox.queue("barbara@example.com")
		p.Wake()
		pass(time.Minute)
		if n := asked.Load(); n < 2 || n > 6 {
			t.Errorf("the keyring was asked %d times", n)
		}
		p.note(func() { p.config = nil })
		pass(5 * time.Minute)
		wantStates(t, p, message.Sent)
	})
}

func TestOtherSettingsMakeAnotherMessenger(t *testing.T) {
	delivering(t, func(*testing.T, *post) {}, func(t *testing.T, p *post) {
		other := &fakeMessenger{}
		before := p.service
		p.note(func() { p.service = other })
		p.Reconfigure()
		p.outbox.queue("chen@example.com")
		p.Wake()
		synctest.Wait()
		if len(before.made()) != 0 || len(other.made()) != 1 {
			t.Errorf("%d calls to the messenger before, %d to the other one", len(before.made()), len(other.made()))
		}
	})
}

func TestAnAnswerToOldSettingsSaysNothingOfTheNewOnes(t *testing.T) {
	answer := make(chan error)
	delivering(t, func(t *testing.T, p *post) {
		answer = make(chan error)
		p.service.behave(func(context.Context, []message.Message) error { return <-answer })
		p.outbox.queue("maurice@example.com")
	}, func(t *testing.T, p *post) {
		p.service.behave(nil)
		p.Reconfigure()
		synctest.Wait()
		answer <- errToken
		synctest.Wait()
		wantHealth(t, p, Untried)
		wantStates(t, p, message.Failed)
	})
}

func TestTryNowEndsEveryRest(t *testing.T) {
	for name, err := range map[string]error{"down": errDead, "asked for": errBusy(time.Hour), "token": errToken, "silent": errSilent} {
		t.Run(name, func(t *testing.T) {
			delivering(t, func(t *testing.T, p *post) {
				p.service.answer(err)
				p.service.answerQuestions(err)
				p.outbox.queue(people(20)...)
			}, func(t *testing.T, p *post) {
				pass(30 * time.Minute)
				waiting := p.outbox.count(message.Queued)
				p.service.answer(nil)
				if err := p.Hurry(t.Context()); err != nil {
					t.Fatal(err)
				}
				synctest.Wait()
				if n := p.outbox.count(message.Sent); n != waiting {
					t.Errorf("%d were sent at once, want %d", n, waiting)
				}
			})
		})
	}
}

func TestTryNowOfOneMessageLeavesTheOthersTimes(t *testing.T) {
	later := time.Hour
	delivering(t, func(t *testing.T, p *post) {
		for _, to := range people(3) {
			p.outbox.add(message.Item{Next: time.Now().Add(later), Tries: 1, Message: message.Message{To: []string{to}}})
		}
		p.outbox.add(message.Item{State: message.Unknown, Next: time.Now(), Message: message.Message{Room: "Lobby"}})
	}, func(t *testing.T, p *post) {
		if err := p.Hurry(t.Context(), 2, 4); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		wantStates(t, p, message.Queued, message.Sent, message.Queued, message.Unknown)
	})
}

func TestMoreCallsAtOnceAreMadeWhenTheSettingsSaySo(t *testing.T) {
	var limit atomic.Int64
	delivering(t, func(t *testing.T, p *post) {
		limit.Store(1)
		p.Concurrency = func() int { return int(limit.Load()) }
		p.service.behave(takes(time.Second))
		p.outbox.queue(people(60)...)
	}, func(t *testing.T, p *post) {
		pass(10 * time.Second)
		if p.service.crowd() != 1 {
			t.Errorf("%d calls at once, want 1", p.service.crowd())
		}
		limit.Store(9)
		pass(10 * time.Second)
		if p.service.crowd() != 9 {
			t.Errorf("%d calls at once, want 9", p.service.crowd())
		}
	})
}
