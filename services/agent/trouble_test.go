package agent

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/message"
)

func TestWhatACallSaysOfTheService(t *testing.T) {
	for _, c := range []struct {
		name    string
		err     error
		trouble trouble
		health  Health
	}{
		{"accepted", nil, noTrouble, Connected},
		{"refused for what it is", errRefused, noTrouble, Connected},
		{"the token is refused", errToken, denied, Refused},
		{"the token is refused in a 200", &fault.Error{Kind: fault.Refused, Status: 200, Code: "token-refused"}, denied, Refused},
		{"forbidden", &fault.Error{Kind: fault.Refused, Status: 403}, denied, Refused},
		{"no such function", &fault.Error{Kind: fault.Refused, Status: 404}, doubtful, Faulty},
		{"too many, as a refusal", &fault.Error{Kind: fault.Refused, Status: 429}, doubtful, Faulty},
		{"too many, come back in a minute", errBusy(time.Minute), away, Faulty},
		{"too many", errBusy(0), doubtful, Faulty},
		{"a fault with Retry-After", &fault.Error{Kind: fault.Faulty, Status: 500, RetryAfter: time.Minute}, doubtful, Faulty},
		{"a fault", errFault, doubtful, Faulty},
		{"silent", errSilent, doubtful, Faulty},
		{"no connection", errDead, away, Unreachable},
		{"no token", errUnset, away, Unset},
		{"wrong in itself", &fault.Error{Kind: fault.Invalid}, ownTrouble, ""},
		{"given up", &fault.Error{Kind: fault.Cancelled}, ownTrouble, ""},
		{"anything else", errors.New("odd"), doubtful, Faulty},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := troubleOf(c.err); got != c.trouble {
				t.Errorf("trouble %d, want %d", got, c.trouble)
			}
			if got, _ := healthOf(c.err); got != c.health {
				t.Errorf("health %q, want %q", got, c.health)
			}
		})
	}
}

func TestAServiceThatIsDownIsTriedWithOneMessageAtLongerAndLongerTimes(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.answer(errDead)
		p.outbox.queue(people(200)...)
	}, func(t *testing.T, p *post) {
		pass(8 * time.Hour)
		calls := p.service.made()
		// Those at once in the beginning, some ten until a quarter of an hour lies between two, and four an hour.
		if n := len(calls); n < 35 || n > 50 {
			t.Errorf("%d tries in eight hours", n)
		}
		for i, c := range calls[DefaultConcurrency+1:] {
			pause := c.at.Sub(calls[DefaultConcurrency+i].at)
			if pause > message.MaxBackoff+time.Minute {
				t.Errorf("nothing was tried for %v", pause)
			}
			if pause < time.Second {
				t.Errorf("two messages were tried within %v", pause)
			}
		}
		wantHealth(t, p, Unreachable)
		if next := p.State().Next; !next.After(time.Now()) || next.After(time.Now().Add(message.MaxBackoff)) {
			t.Errorf("the next try is said to be at %v, and it is %v", next, time.Now())
		}
		p.service.answer(nil)
		pass(message.MaxBackoff + time.Minute)
		if n := p.outbox.count(message.Sent); n != 200 {
			t.Errorf("%d were sent when the service was back, want 200", n)
		}
		wantHealth(t, p, Connected)
		if diff := cmp.Diff([]Health{Unreachable, Connected}, p.healths); diff != "" {
			t.Errorf("healths (-want +got):\n%s", diff)
		}
	})
}

func TestAMessageIsGivenUpAfterADayAndThoseThatWereNotTriedAreNot(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.answer(errDead)
		p.outbox.queue(people(30)...)
	}, func(t *testing.T, p *post) {
		pass(25 * time.Hour)
		failed := p.outbox.count(message.Failed)
		if failed == 0 || failed > 15 {
			t.Errorf("%d messages were given up", failed)
		}
		if n := p.outbox.count(message.Queued); n != 30-failed {
			t.Errorf("%d still wait, want %d", n, 30-failed)
		}
		if p.bad == nil {
			t.Error("nobody was told")
		}
	})
}

func TestAServiceThatAsksForAPauseGetsIt(t *testing.T) {
	const wait = 10 * time.Minute
	delivering(t, func(t *testing.T, p *post) {
		p.service.answer(errBusy(wait))
		p.outbox.queue(people(100)...)
	}, func(t *testing.T, p *post) {
		pass(2 * time.Hour)
		if n := len(p.service.made()); n < DefaultConcurrency+5 || n > DefaultConcurrency+12 {
			t.Errorf("%d tries in two hours", n)
		}
		p.Reconfigure() // such as by a new theme
		before, next := len(p.service.made()), p.outbox.item(1).Next
		pass(time.Second)
		if n := len(p.service.made()) - before; n != 0 {
			t.Errorf("%d tries in the pause", n)
		}
		if got := p.outbox.item(1).Next; !got.Equal(next) {
			t.Errorf("the message waits until %v, want %v", got, next)
		}
		p.service.answer(nil)
		pass(wait + time.Minute)
		if n := p.outbox.count(message.Sent); n != 100 {
			t.Errorf("%d were sent after the last pause, want 100", n)
		}
	})
}

func TestAServiceWithAFaultCostsFewMessagesAndIsAskedBeforeTheNextIsRisked(t *testing.T) {
	for name, err := range map[string]error{"fault": errFault, "silence": errSilent, "too many": errBusy(0)} {
		t.Run(name, func(t *testing.T) {
			delivering(t, func(t *testing.T, p *post) {
				p.service.answer(err)
				p.service.answerQuestions(err)
				p.outbox.queue(people(1000)...)
			}, func(t *testing.T, p *post) {
				pass(time.Hour)
				// Those at once, and one after each row of questions in vain.
				if n := p.outbox.count(message.Unknown); n < 2 || n > DefaultConcurrency+4 {
					t.Errorf("%d messages became unknown in an hour", n)
				}
				if p.service.asked() < 4 {
					t.Errorf("the service was asked %d times", p.service.asked())
				}
				wantHealth(t, p, Faulty)
				unknown := p.outbox.count(message.Unknown)
				p.service.answer(nil)
				p.service.answerQuestions(nil)
				pass(message.MaxBackoff + time.Minute)
				if n := p.outbox.count(message.Sent); n != 1000-unknown {
					t.Errorf("%d were sent in the end, want %d", n, 1000-unknown)
				}
			})
		})
	}
}

func TestOneMessageThatGoesAstrayStopsNothing(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.behave(func(_ context.Context, m []message.Message) error {
			if strings.HasSuffix(m[0].Text, "7") {
				return errSilent
			}
			return nil
		})
		p.outbox.queue(people(50)...)
	}, func(t *testing.T, p *post) {
		synctest.Wait() // no time passes
		if n := p.outbox.count(message.Unknown); n != 5 {
			t.Errorf("%d are unknown, want 5", n)
		}
		if n := p.outbox.count(message.Sent); n != 45 {
			t.Errorf("%d were sent, want 45", n)
		}
	})
}

func TestMessagesThatAreRefusedStopNothing(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.answer(errRefused)
		p.outbox.queue(people(50)...)
	}, func(t *testing.T, p *post) {
		synctest.Wait()
		if n := p.outbox.count(message.Failed); n != 50 {
			t.Errorf("%d failed, want 50", n)
		}
		wantHealth(t, p, Connected)
		if f := p.outbox.item(1).Failure; f == nil || f.Words != "no such user" {
			t.Errorf("the reason is %+v", f)
		}
	})
}

func TestARefusedTokenFailsWhatWasOnItsWayAndHoldsTheRestUntilItIsRight(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.answer(errToken)
		p.service.answerQuestions(errToken)
		p.outbox.queue(people(100)...)
	}, func(t *testing.T, p *post) {
		pass(20 * time.Second)
		if n := p.outbox.count(message.Failed); n < 1 || n > DefaultConcurrency {
			t.Errorf("%d failed, want those that were on their way", n)
		}
		wantHealth(t, p, Refused)
		if f := p.State().Failure; f == nil || f.Words != "invalid apiToken" {
			t.Errorf("the reason is %+v", f)
		}
		failed := p.outbox.count(message.Failed)
		p.service.answer(nil)
		p.service.answerQuestions(nil)
		p.Reconfigure()
		synctest.Wait() // no time passes
		if n := p.outbox.count(message.Sent); n != 100-failed {
			t.Errorf("%d were sent at once with the right token, want %d", n, 100-failed)
		}
		wantHealth(t, p, Connected)
	})
}

func TestAServiceThatRefusesTheQuestionIsStillTriedWithAMessage(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.answer(errToken)
		p.service.answerQuestions(errToken)
		p.outbox.queue(people(50)...)
	}, func(t *testing.T, p *post) {
		pass(time.Second)
		p.service.answer(nil)
		pass(time.Hour)
		if n := p.outbox.count(message.Queued); n != 0 {
			t.Errorf("%d wait for a service that takes messages", n)
		}
	})
}

func TestAServiceIsNotAskedWhenNothingWaits(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.answer(errToken)
		p.service.answerQuestions(errToken)
		p.outbox.queue("barbara@example.com")
	}, func(t *testing.T, p *post) {
		pass(time.Minute)
		asked, calls := p.service.asked(), p.outbox.asked()
		pass(24 * time.Hour)
		if p.service.asked() != asked || p.outbox.asked() != calls {
			t.Errorf("the service was asked %d times, the outbox %d times", p.service.asked()-asked, p.outbox.asked()-calls)
		}
		if next := p.State().Next; !next.IsZero() {
			t.Errorf("a next try is said to be at %v", next)
		}
		p.service.answerQuestions(nil)
		p.Reconfigure()
		synctest.Wait()
		wantHealth(t, p, Connected) // settings that changed are worth a question
	})
}

func TestAMessageThatIsWrittenWhileTheServiceRestsIsTriedAtOnce(t *testing.T) {
	for name, c := range map[string]struct {
		err  error
		want message.State
	}{"down": {errDead, message.Sent}, "asked for": {errBusy(time.Hour), message.Queued}, "token": {errToken, message.Queued}} {
		t.Run(name, func(t *testing.T) {
			delivering(t, func(t *testing.T, p *post) {
				p.service.answer(c.err)
				p.service.answerQuestions(c.err)
				p.outbox.queue(people(20)...)
			}, func(t *testing.T, p *post) {
				pass(45 * time.Minute)
				p.service.answer(nil)
				id := p.outbox.queue("barbara@example.com")[0]
				p.Wake()
				synctest.Wait()
				if got := p.outbox.item(id).State; got != c.want {
					t.Errorf("it is %s, want %s", got, c.want)
				}
			})
		})
	}
}

func TestManyWhoWriteDoNotMakeAServiceThatIsDownBusy(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.answer(errDead)
		p.outbox.queue(people(100)...)
	}, func(t *testing.T, p *post) {
		pass(time.Hour)
		before := len(p.service.made())
		for range 600 {
			p.outbox.queue("chen@example.com")
			p.Wake()
			pass(100 * time.Millisecond)
		}
		if n := len(p.service.made()) - before; n > 7 {
			t.Errorf("%d tries in a minute", n)
		}
	})
}
