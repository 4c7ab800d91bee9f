package agent

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"foyer/services/message"
)

func TestChangesAreToldFiveTimesASecondAtMostAndTheLastOneToo(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.behave(takes(20 * time.Millisecond))
		p.outbox.queue(people(400)...) // two seconds
	}, func(t *testing.T, p *post) {
		pass(time.Minute)
		if n := len(p.changes); n < 5 || n > 13 {
			t.Errorf("changes were told %d times in two seconds", n)
		}
		for i, at := range p.changes[1:] {
			if d := at.Sub(p.changes[i]); d < tellEvery {
				t.Errorf("two changes were told within %v", d)
			}
		}
		last := p.service.made()
		if p.changes[len(p.changes)-1].Before(last[len(last)-1].at) {
			t.Error("the last change was not told")
		}
	})
}

func TestFailuresAreToldTogether(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.behave(func(_ context.Context, m []message.Message) error {
			time.Sleep(time.Second)
			if strings.HasSuffix(m[0].Text, "3") {
				return errRefused
			}
			return nil
		})
		p.outbox.queue(people(200)...) // fifty seconds
	}, func(t *testing.T, p *post) {
		pass(time.Hour)
		if n := len(p.bad); n != 20 {
			t.Errorf("%d failures were told, want 20", n)
		}
		if n := len(p.badAt); n < 3 || n > 6 {
			t.Errorf("they were told in %d parts", n)
		}
	})
}

func TestOneFailureIsToldAtOnce(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.answer(errRefused)
		p.outbox.queue("barbara@example.com")
	}, func(t *testing.T, p *post) {
		synctest.Wait()
		if len(p.bad) != 1 {
			t.Errorf("told of %d failures", len(p.bad))
		}
	})
}

func TestAHealthThatStaysIsNotToldAgain(t *testing.T) {
	var told atomic.Int64
	delivering(t, func(t *testing.T, p *post) {
		told.Store(0)
		p.line.told = func() { told.Add(1) }
		p.outbox.queue(people(500)...)
	}, func(t *testing.T, p *post) {
		pass(time.Second)
		if n := told.Load(); n != 1 {
			t.Errorf("told %d times, want once", n)
		}
	})
}
