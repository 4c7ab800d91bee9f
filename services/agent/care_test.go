package agent

import (
	"context"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/message"
)

func TestOutcomesThatCannotBeStoredAreKeptUntilTheyCan(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.behave(takes(time.Second))
		p.outbox.queue(people(20)...)
	}, func(t *testing.T, p *post) {
		p.outbox.change(func() { p.outbox.err = errFull })
		pass(time.Hour)
		if n := len(p.service.made()); n != DefaultConcurrency {
			t.Errorf("%d calls were made while nothing could be stored, want those on their way", n)
		}
		if got := p.Problem(); got != "disk-full" {
			t.Errorf("the problem is %q", got)
		}
		p.outbox.change(func() { p.outbox.err = nil })
		pass(time.Minute)
		if got := p.Problem(); got != "" {
			t.Errorf("the problem is still %q", got)
		}
		if n := p.outbox.count(message.Sent); n != 20 {
			t.Errorf("%d are sent, want 20", n)
		}
		if n := len(p.service.made()); n != 20 {
			t.Errorf("%d calls for 20 messages", n)
		}
	})
}

func TestWhatAFailedCallTookWithoutTellingIsGivenBack(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.behave(takes(time.Second))
		p.outbox.queue(people(12)...)
	}, func(t *testing.T, p *post) {
		p.outbox.change(func() { p.outbox.lose = true })
		pass(2 * time.Minute)
		if n := p.outbox.count(message.Sent); n != 12 {
			t.Errorf("states %v", p.outbox.states())
		}
		if n := len(p.service.made()); n != 12 {
			t.Errorf("%d calls for 12 messages", n)
		}
	})
}

func TestAnOutboxThatCannotBeReadInTheBeginningIsReadLater(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.outbox.err = errFull
		p.outbox.add(message.Item{State: message.Sending, Message: message.Message{Room: "Lobby"}})
		p.outbox.queue("barbara@example.com")
	}, func(t *testing.T, p *post) {
		pass(time.Hour)
		p.outbox.change(func() { p.outbox.err = nil })
		pass(message.MaxBackoff)
		wantStates(t, p, message.Unknown, message.Sent)
	})
}

func TestAnOutboxThatIsBrokenIsRarelyAskedButWhenSomebodyWrites(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.outbox.err = errFull
		p.outbox.queue("barbara@example.com")
	}, func(t *testing.T, p *post) {
		pass(time.Hour)
		calls := p.outbox.asked()
		pass(24 * time.Hour)
		if n := p.outbox.asked() - calls; n > 100 {
			t.Errorf("it was asked %d times in a day", n)
		}
		p.outbox.change(func() { p.outbox.err = nil })
		p.Wake()
		synctest.Wait()
		wantStates(t, p, message.Sent)
	})
}

func TestTheEndGivesBackWhatHasNotBegunAndWaitsForTheRest(t *testing.T) {
	dir := scratch(t)
	synctest.Test(t, func(t *testing.T) {
		p := newPost(dir)
		slow := takes(20 * time.Second)
		p.service.behave(slow)
		p.outbox.queue(people(30)...)
		stop := p.run(t)
		pass(time.Second)
		stop()
		if n := p.outbox.count(message.Sent); n != DefaultConcurrency {
			t.Errorf("%d are sent, want those on their way", n)
		}
		if n := p.outbox.count(message.Queued); n != 30-DefaultConcurrency {
			t.Errorf("%d wait, want the others", n)
		}
		if tries := p.outbox.item(30).Tries; tries != 0 {
			t.Errorf("a message that was not begun counts %d tries", tries)
		}
	})
}

func TestTheEndOfASilentCallIsUnknownAfterHalfAMinute(t *testing.T) {
	dir := scratch(t)
	synctest.Test(t, func(t *testing.T) {
		p := newPost(dir)
		p.service.behave(func(ctx context.Context, _ []message.Message) error { <-ctx.Done(); return errSilent })
		p.outbox.queue("barbara@example.com", "ludwig@example.com")
		stop := p.run(t)
		began := time.Now()
		stop()
		if took := time.Since(began); took != lastCalls {
			t.Errorf("it took %v, want %v", took, lastCalls)
		}
		wantStates(t, p, message.Unknown, message.Unknown)
		if diff := cmp.Diff([]message.State{message.Unknown, message.Unknown}, p.bad); diff != "" {
			t.Errorf("told as not delivered (-want +got):\n%s", diff)
		}
	})
}

func TestAnEndWhileTheDiskIsFullLosesNoTruth(t *testing.T) {
	dir := scratch(t)
	synctest.Test(t, func(t *testing.T) {
		p := newPost(dir)
		p.service.behave(takes(time.Second))
		p.outbox.queue("barbara@example.com")
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- p.Run(ctx) }()
		synctest.Wait()
		p.outbox.change(func() { p.outbox.err = errFull })
		cancel()
		if err := <-ended; codeOf(err) != "disk-full" {
			t.Errorf("it ended with %v, want code disk-full", err)
		}
		p.outbox.change(func() { p.outbox.err = nil })
		pass(time.Second)
		stop := p.run(t) // as the next agent
		stop()
		wantStates(t, p, message.Unknown)
	})
}

func TestAClockThatIsSetBackMakesNobodyWaitForIt(t *testing.T) {
	var shift atomic.Int64
	delivering(t, func(t *testing.T, p *post) {
		shift.Store(0)
		now := func() time.Time { return time.Now().Add(time.Duration(shift.Load())) }
		p.Now, p.outbox.now = now, now
		p.service.answer(errDead)
		p.outbox.queue("barbara@example.com")
	}, func(t *testing.T, p *post) {
		pass(30 * time.Second)
		shift.Store(int64(-48 * time.Hour))
		p.service.answer(nil)
		pass(5 * time.Minute)
		wantStates(t, p, message.Sent)
	})
}

func TestTimeThatPassedInSleepCounts(t *testing.T) {
	var shift atomic.Int64
	delivering(t, func(t *testing.T, p *post) {
		shift.Store(0)
		now := func() time.Time { return time.Now().Add(time.Duration(shift.Load())) }
		p.Now, p.outbox.now = now, now
		p.service.answer(errBusy(10 * time.Hour))
		p.outbox.queue("barbara@example.com")
	}, func(t *testing.T, p *post) {
		pass(time.Minute)
		p.service.answer(nil)
		shift.Store(int64(10 * time.Hour)) // the computer slept, and its timers did
		pass(longestWait + time.Second)
		wantStates(t, p, message.Sent)
	})
}

func TestAnOutboxThatContradictsItselfIsNotAskedWithoutEnd(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.outbox.queue("barbara@example.com")
		p.outbox.rows[0].Next = time.Now().Add(100 * 24 * time.Hour)
		real := p.Deliverer.Outbox
		p.Deliverer.Outbox = contradicting{real}
	}, func(t *testing.T, p *post) {
		pass(time.Hour)
		if p.outbox.claimed() > 500 {
			t.Errorf("it was asked %d times in an hour", p.outbox.claimed())
		}
	})
}

// contradicting always says that something is due.
type contradicting struct{ Outbox }

func (contradicting) Due(context.Context, string) (time.Time, error) {
	return time.Now().Add(-time.Hour), nil
}
