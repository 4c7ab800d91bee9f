package messages_test

import (
	"testing"
	"time"

	"foyer/services/agent"
	"foyer/ui/style"
)

func TestWithoutAServiceThePageSaysHowToBegin(t *testing.T) {
	o := newOfficeWith(t, style.Light, 100, usual, &box{})
	o.page.SetService(agent.ServiceState{Health: agent.Unset})
	if !o.page.FirstUse() {
		t.Fatal("the page does not say how to begin")
	}
	o.page.Primary()
	if o.connects != 1 {
		t.Error("the filled button does not lead to the settings")
	}
	o.page.SetService(agent.ServiceState{Health: agent.Connected, Demo: true})
	if o.page.FirstUse() {
		t.Error("the page still says how to begin")
	}
}

func TestWhatWasWrittenStaysWhenTheServiceIsTakenAway(t *testing.T) {
	o := newOfficeWith(t, style.Light, 100, usual, &box{})
	o.page.TypeText("Hello")
	o.page.SetService(agent.ServiceState{Health: agent.Unset})
	if o.page.FirstUse() {
		t.Fatal("what was written is gone")
	}
	expect(t, "the banner", o.page.Banner(), "No account of Chat&Messenger is connected. Messages wait in the outbox until there is one.")
}

func TestTheBannerSaysWhatIsWrongWithTheService(t *testing.T) {
	since, next := at(10, 13, 0), monday.Add(40*time.Second)
	for _, c := range []struct {
		state agent.ServiceState
		want  string
	}{
		{agent.ServiceState{Health: agent.Connected}, ""},
		{agent.ServiceState{Health: agent.Untried}, ""},
		{agent.ServiceState{Health: agent.Unreachable, Since: since, Next: next}, "Chat&Messenger has been unreachable since 10:13. Trying again in 40 s."},
		{agent.ServiceState{Health: agent.Unreachable, Since: since.AddDate(0, 0, -1), Next: monday.Add(12 * time.Minute)}, "Chat&Messenger has been unreachable since yesterday 10:13. Trying again in 12 min."},
		{agent.ServiceState{Health: agent.Unreachable, Since: since}, "Chat&Messenger has been unreachable since 10:13. The next message tries again."},
		{agent.ServiceState{Health: agent.Faulty, Since: since, Next: monday}, "Chat&Messenger has answered with faults since 10:13. Trying again now."},
		{agent.ServiceState{Health: agent.Refused, Since: since}, "Chat&Messenger has refused the token since 10:13. Messages would fail: check the token first."},
	} {
		o := open(t)
		o.page.SetService(c.state)
		expect(t, "the banner for "+string(c.state.Health), o.page.Banner(), c.want)
	}
}

func TestTheSecondsUntilTheNextTryPass(t *testing.T) {
	o := open(t)
	o.unreachable()
	o.now = o.now.Add(10 * time.Second)
	o.tick()
	expect(t, "the banner", o.page.Banner(), "Chat&Messenger has been unreachable since 10:13. Trying again in 30 s.")
	o.page.Leave()
	for _, f := range o.timers {
		if f != nil {
			t.Error("the page ticks out of sight")
		}
	}
}

func TestAMessageWaitsAlthoughTheServiceIsUnreachable(t *testing.T) {
	o := open(t)
	o.unreachable()
	write(o)
	o.page.Primary()
	o.settle()
	expect(t, "the message", o.box.last().Text, "The lift is out of order.")
}
