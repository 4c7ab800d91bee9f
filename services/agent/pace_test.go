package agent

import (
	"testing"
	"time"
)

func TestPace(t *testing.T) {
	start := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	at := func(d time.Duration) time.Time { return start.Add(d) }
	for _, c := range []struct {
		name string
		do   func(p *pace)
		now  time.Duration
		want move
	}{
		{"in the beginning", func(*pace) {}, 0, run},
		{"while it is down", func(p *pace) { p.sent(0, errDead, at(0), at(time.Second)) }, 999 * time.Millisecond, rest},
		{"after the rest", func(p *pace) { p.sent(0, errDead, at(0), at(time.Second)) }, time.Second, try},
		{"not before the message's time", func(p *pace) { p.sent(0, errDead, at(0), at(time.Minute)) }, 59 * time.Second, rest},
		{"one that was on its way does not end a rest", func(p *pace) {
			p.sent(0, errBusy(time.Minute), at(0), at(time.Minute))
			p.sent(0, nil, at(time.Second), time.Time{})
		}, 2 * time.Second, rest},
		{"one that was on its way makes a rest longer", func(p *pace) {
			p.sent(0, errBusy(time.Minute), at(0), at(time.Minute))
			p.sent(0, errBusy(time.Hour), at(time.Second), at(time.Hour))
		}, 59 * time.Minute, rest},
		{"several that were on their way are one trouble", func(p *pace) {
			for range 16 {
				p.sent(0, errDead, at(0), at(time.Second))
			}
		}, time.Second, try},
		{"one that succeeds after the rest", func(p *pace) {
			p.sent(0, errDead, at(0), at(time.Second))
			p.sent(1, nil, at(2*time.Second), time.Time{})
		}, 2 * time.Second, run},
		{"one fault", func(p *pace) { p.sent(0, errFault, at(0), time.Time{}) }, 0, run},
		{"two faults", func(p *pace) { p.sent(0, errFault, at(0), time.Time{}); p.sent(0, errFault, at(0), time.Time{}) }, 0, rest},
		{"the question after two faults", func(p *pace) { p.sent(0, errFault, at(0), time.Time{}); p.sent(0, errFault, at(0), time.Time{}) }, time.Minute, ask},
		{"a fault between successes", func(p *pace) {
			p.sent(0, errFault, at(0), time.Time{})
			p.sent(0, nil, at(0), time.Time{})
			p.sent(0, errFault, at(0), time.Time{})
		}, 0, run},
		{"a refused token", func(p *pace) { p.sent(0, errToken, at(0), time.Time{}) }, time.Minute, ask},
		{"after a good answer to the question", func(p *pace) {
			p.sent(0, errToken, at(0), time.Time{})
			p.answered(nil, at(time.Minute))
		}, time.Minute, try},
		{"after a bad answer to the question", func(p *pace) {
			p.sent(0, errToken, at(0), time.Time{})
			p.answered(errToken, at(time.Minute))
		}, time.Minute + time.Second, rest},
		{"an own trouble", func(p *pace) { p.sent(0, errCancelled, at(0), time.Time{}) }, 0, run},
		{"a clock that was set back", func(p *pace) { p.sent(0, errBusy(time.Hour), at(0), at(time.Hour)) }, -time.Minute, try},
		{"others' settings", func(p *pace) { p.sent(0, errDead, at(0), at(time.Hour)); p.end(false) }, time.Minute, try},
		{"others' settings in a pause that was asked for", func(p *pace) { p.sent(0, errBusy(time.Hour), at(0), at(time.Hour)); p.end(false) }, time.Minute, rest},
		{"the user's wish", func(p *pace) { p.sent(0, errToken, at(0), time.Time{}); p.end(true) }, 0, try},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := &pace{jitter: func() float64 { return 0 }}
			c.do(p)
			if got, _ := p.next(at(c.now)); got != c.want {
				t.Errorf("move %d, want %d", got, c.want)
			}
			if _, ok := p.begin(at(c.now)); ok != (c.want != rest) {
				t.Errorf("a call may begin: %v", ok)
			}
		})
	}
}
