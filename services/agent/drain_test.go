package agent

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

// draining calls f in a bubble with a deliverer that nobody runs.
func draining(t *testing.T, f func(t *testing.T, p *post)) {
	t.Helper()
	dir := scratch(t)
	synctest.Test(t, func(t *testing.T) { f(t, newPost(dir)) })
}

func TestADrainDeliversWhatIsDueAndReturns(t *testing.T) {
	draining(t, func(t *testing.T, p *post) {
		p.service.behave(takes(time.Second))
		p.outbox.queue(people(10)...)
		p.outbox.add(message.Item{Next: time.Now().Add(time.Hour), Message: message.Message{Room: "Lobby"}})
		if err := p.Drain(t.Context()); err != nil {
			t.Fatal(err)
		}
		if n := p.outbox.count(message.Sent); n != 10 {
			t.Errorf("%d were sent, want 10", n)
		}
		if err := p.Drain(t.Context()); err != nil {
			t.Errorf("with nothing due: %v", err)
		}
	})
}

func TestADrainOfOneMessageEndsWithIt(t *testing.T) {
	draining(t, func(t *testing.T, p *post) {
		p.service.behave(func(_ context.Context, m []message.Message) error {
			if m[0].Room == "Lobby" {
				return nil
			}
			time.Sleep(time.Minute)
			return nil
		})
		p.outbox.add(message.Item{Message: message.Message{Room: "Lobby", Text: "now"}})
		p.outbox.queue(people(20)...)
		if err := p.Drain(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		if s := p.outbox.item(1).State; s != message.Sent {
			t.Errorf("the message is %s", s)
		}
		if n := p.outbox.count(message.Queued); n < 10 {
			t.Errorf("only %d of the others wait", n)
		}
		if n := p.outbox.count(message.Sending); n > 0 {
			t.Errorf("%d are left as being sent", n)
		}
		began := time.Now()
		if err := p.Drain(t.Context(), 1); err != nil || !time.Now().Equal(began) {
			t.Errorf("a message at rest took %v, %v", time.Since(began), err)
		}
	})
}

func TestADrainDoesNotWaitForAServiceThatIsDown(t *testing.T) {
	for name, c := range map[string]struct {
		err    error
		health Health
	}{"down": {errDead, Unreachable}, "pause": {errBusy(time.Minute), Faulty}, "token": {errToken, Refused}} {
		t.Run(name, func(t *testing.T) {
			draining(t, func(t *testing.T, p *post) {
				p.service.answer(c.err)
				p.service.answerQuestions(c.err)
				ids := p.outbox.queue(people(50)...)
				began := time.Now()
				if err := p.Drain(t.Context(), ids...); err != nil {
					t.Fatal(err)
				}
				if took := time.Since(began); took > 10*time.Second {
					t.Errorf("it took %v", took)
				}
				wantHealth(t, p, c.health)
				if n := p.outbox.count(message.Queued); n < 50-DefaultConcurrency {
					t.Errorf("only %d are left in the queue", n)
				}
			})
		})
	}
}

func TestADrainWithoutSettingsSaysSo(t *testing.T) {
	draining(t, func(t *testing.T, p *post) {
		p.config = errUnset
		if err := p.Drain(t.Context()); err != nil {
			t.Errorf("with nothing to deliver: %v", err)
		}
		ids := p.outbox.queue("barbara@example.com")
		if err := p.Drain(t.Context(), ids...); !errors.Is(err, errUnset) {
			t.Errorf("drain: %v, want what is missing", err)
		}
		wantStates(t, p, message.Queued)
	})
}

func TestADrainGivesUpOnAFullDisk(t *testing.T) {
	draining(t, func(t *testing.T, p *post) {
		ids := p.outbox.queue("barbara@example.com")
		p.outbox.err = errFull
		if err := p.Drain(t.Context(), ids...); codeOf(err) != "disk-full" {
			t.Errorf("drain: %v, want code disk-full", err)
		}
	})
}

func TestADrainEndsWithItsContext(t *testing.T) {
	draining(t, func(t *testing.T, p *post) {
		p.service.behave(takes(10 * time.Second))
		ids := p.outbox.queue(people(10)...)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := p.Drain(ctx, ids...); fault.KindOf(err) != fault.Cancelled {
			t.Errorf("drain: %v, want cancelled", err)
		}
		if n := p.outbox.count(message.Sending); n > 0 {
			t.Errorf("%d are left as being sent", n)
		}
	})
}

func TestTheSecondToDeliverWaitsForTheFirst(t *testing.T) {
	dir := scratch(t)
	synctest.Test(t, func(t *testing.T) {
		first, second := newPost(dir), newPost(dir)
		second.outbox, second.Outbox = first.outbox, first.outbox
		first.service.behave(takes(time.Second))
		first.outbox.queue(people(8)...)
		firsts := make(chan error, 1)
		go func() { firsts <- first.Drain(t.Context()) }()
		pass(100 * time.Millisecond)
		ids := first.outbox.queue("late@example.com")
		seconds := make(chan error, 1)
		go func() { seconds <- second.Drain(t.Context(), ids...) }()
		pass(500 * time.Millisecond)
		if n := len(second.service.made()); n != 0 {
			t.Errorf("the second made %d calls while the first had the lock", n)
		}
		if err := errors.Join(<-firsts, <-seconds); err != nil {
			t.Fatal(err)
		}
		if n := first.outbox.count(message.Sent); n != 9 {
			t.Errorf("%d were sent, want 9", n)
		}
		if n := len(first.service.made()) + len(second.service.made()); n != 9 {
			t.Errorf("%d calls for 9 messages", n)
		}
	})
}

func TestADrainReturnsWhenAnotherProcessHasDelivered(t *testing.T) {
	dir := scratch(t)
	synctest.Test(t, func(t *testing.T) {
		agent, command := newPost(dir), newPost(dir)
		command.outbox, command.Outbox = agent.outbox, agent.outbox
		stop := agent.run(t)
		agent.service.behave(takes(20 * time.Second))
		ids := agent.outbox.queue(people(200)...)
		agent.Wake()
		if err := command.Drain(t.Context(), ids...); err != nil {
			t.Fatal(err)
		}
		if n := agent.outbox.count(message.Sent); n != 200 {
			t.Errorf("%d were sent, want 200", n)
		}
		stop()
	})
}
