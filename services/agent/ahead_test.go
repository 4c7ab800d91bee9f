package agent

import (
	"testing"
	"testing/synctest"
	"time"

	"foyer/services/message"
)

func TestAsMuchIsTakenAheadAsIsSentWhileTheDiskWrites(t *testing.T) {
	for _, c := range []struct {
		name       string
		call, disk time.Duration
		want       int
	}{
		{"nothing is known", 0, 10 * time.Millisecond, 0},
		{"as over a network", 100 * time.Millisecond, 10 * time.Millisecond, 0},
		{"nearby", 10 * time.Millisecond, 5 * time.Millisecond, 4},
		{"on this computer", 200 * time.Microsecond, 2 * time.Millisecond, 80},
		{"a disk that sleeps", time.Millisecond, 10 * time.Second, maxAhead},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s tempo
			s.stored(c.disk)
			if c.call > 0 {
				s.called(c.call)
			}
			if got := s.ahead(4); got != c.want {
				t.Errorf("%d messages ahead, want %d", got, c.want)
			}
		})
	}
}

// fast are calls of a millisecond and a disk of ten.
func fast(_ *testing.T, p *post) {
	p.service.behave(takes(time.Millisecond))
	p.outbox.disk = 10 * time.Millisecond
}

func TestAFastServiceDoesNotWaitForTheDisk(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		fast(t, p)
		p.outbox.queue(people(2000)...)
	}, func(t *testing.T, p *post) {
		pass(10 * time.Second)
		calls := p.service.made()
		// Half a second would do if the disk took no time, and five if nothing were taken ahead.
		if took := calls[len(calls)-1].at.Sub(calls[0].at); took > 800*time.Millisecond {
			t.Errorf("it took %v", took)
		}
		if n := p.outbox.count(message.Sent); n != 2000 {
			t.Errorf("%d were sent, want 2000", n)
		}
		if p.outbox.claimed() > 200 {
			t.Errorf("the disk wrote %d times", p.outbox.claimed())
		}
	})
}

func TestOutcomesAreStoredSoonEvenWhenTheServiceFallsSilent(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		fast(t, p)
		p.outbox.queue(people(2000)...)
	}, func(t *testing.T, p *post) {
		pass(200 * time.Millisecond)
		p.service.behave(takes(30 * time.Second))
		pass(45 * time.Millisecond) // the last answer, gathering, and twice the disk
		answered := len(p.service.texts())
		if n := p.outbox.count(message.Sent); n != answered {
			t.Errorf("%d are stored as sent of %d that were answered", n, answered)
		}
	})
}

func TestWhatWasTakenAheadIsGivenBack(t *testing.T) {
	for name, stop := range map[string]func(t *testing.T, p *post, end func()){
		"when the outbox fails": func(t *testing.T, p *post, end func()) {
			p.outbox.change(func() { p.outbox.lose = true })
			for p.Problem() == "" {
				pass(time.Millisecond)
			}
			calls := len(p.service.made())
			pass(500 * time.Millisecond) // before it is tried again
			if n := len(p.service.made()) - calls; n > DefaultConcurrency {
				t.Errorf("%d calls were begun while the outbox did not work", n)
			}
			pass(time.Minute)
			end()
		},
		"when the service rests": func(_ *testing.T, p *post, end func()) {
			p.service.answer(errBusy(time.Hour))
			pass(100 * time.Millisecond)
			end()
		},
		"in the end": func(t *testing.T, p *post, end func()) {
			calls := len(p.service.made())
			end()
			if n := len(p.service.made()) - calls; n > DefaultConcurrency {
				t.Errorf("%d calls were begun in the end", n)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := scratch(t)
			synctest.Test(t, func(t *testing.T) {
				p := newPost(dir)
				fast(t, p)
				p.outbox.queue(people(3000)...)
				end := p.run(t)
				pass(200 * time.Millisecond)
				if n := p.outbox.count(message.Sending); n <= 2*DefaultConcurrency {
					t.Fatalf("only %d were taken ahead", n)
				}
				stop(t, p, end)
				if n := p.outbox.count(message.Sending); n != 0 {
					t.Errorf("%d are left as being sent", n)
				}
				if n := p.outbox.count(message.Unknown); n != 0 {
					t.Errorf("%d are unknown", n)
				}
				if sent, calls := len(p.service.texts()), len(p.service.made()); calls > sent+DefaultConcurrency {
					t.Errorf("%d calls, and %d messages arrived", calls, sent)
				}
			})
		})
	}
}

func TestAfterABulkBatchNoMoreIsTakenThanTheWorkersSend(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.service.behave(takes(10 * time.Second))
		p.outbox.batches[1] = message.Batch{ID: 1, Bulk: true}
		for i, to := range people(8) {
			p.outbox.add(message.Item{Batch: 1, Row: i + 1, Message: message.Message{To: []string{to}, Text: to}})
		}
		for _, to := range people(200)[8:] {
			p.outbox.add(message.Item{Message: message.Message{To: []string{to}, Text: to}})
		}
	}, func(t *testing.T, p *post) {
		for range 6 {
			pass(5 * time.Second)
			singles := 0
			p.outbox.change(func() {
				for _, r := range p.outbox.rows {
					if r.State == message.Sending && r.Batch == 0 {
						singles++
					}
				}
			})
			if singles > DefaultConcurrency {
				t.Errorf("%d messages of one call each are marked as being sent", singles)
			}
		}
	})
}
