package agent

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// drain returns what a subscription holds without waiting.
func drain(s *Subscription) []Event {
	var all []Event
	for {
		e, ok := s.take()
		if !ok {
			return all
		}
		all = append(all, e)
	}
}

func TestASlowSubscriberGetsEachKindOfEventOnceAndTheLatestPage(t *testing.T) {
	var h hub
	s := h.subscribe(RoleWindow)
	for _, e := range []Event{{What: LinksChanged}, {What: ShowPage, Page: "links"}, {What: LinksChanged}, {What: SettingsChanged},
		{What: ShowPage, Page: "settings"}} {
		h.publish(e)
	}
	want := []Event{{What: LinksChanged}, {What: SettingsChanged}, {What: ShowPage, Page: "settings"}}
	if diff := cmp.Diff(want, drain(s)); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

func TestAPageGoesToTheLastWindowOnly(t *testing.T) {
	var h hub
	if h.publishTo(RoleWindow, Event{What: ShowPage}) {
		t.Error("an event went to a window that does not exist")
	}
	first, watcher, last := h.subscribe(RoleWindow), h.subscribe(RoleWatcher), h.subscribe(RoleWindow)
	if !h.publishTo(RoleWindow, Event{What: ShowPage, Page: "links"}) {
		t.Error("the event found no window")
	}
	got := [][]Event{drain(first), drain(watcher), drain(last)}
	if diff := cmp.Diff([][]Event{nil, nil, {{What: ShowPage, Page: "links"}}}, got); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
	last.Close()
	if !h.publishTo(RoleWindow, Event{What: ShowPage}) || len(drain(first)) != 1 {
		t.Error("the event did not go to the window that is left")
	}
}

func TestWhatWasPublishedBeforeTheEndIsStillRead(t *testing.T) {
	var h hub
	s := h.subscribe(RoleWatcher)
	h.publish(Event{What: Quitting})
	h.close()
	if e, ok := s.Next(t.Context()); !ok || e.What != Quitting {
		t.Errorf("got %v, %t", e, ok)
	}
	if e, ok := s.Next(t.Context()); ok {
		t.Errorf("got %v after the end", e)
	}
	if _, ok := h.subscribe(RoleWatcher).Next(t.Context()); ok {
		t.Error("a subscription to a closed hub waits")
	}
}

func TestNextEndsWithItsContext(t *testing.T) {
	var h hub
	s := h.subscribe(RoleWatcher)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, ok := s.Next(ctx); ok {
		t.Error("an event came from nowhere")
	}
	s.Close()
	s.Close()
	if n := h.count(RoleWatcher); n != 0 {
		t.Errorf("%d subscribers are left", n)
	}
}
