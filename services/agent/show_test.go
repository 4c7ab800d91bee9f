package agent

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAPageGoesToTheLivingWindow(t *testing.T) {
	s := serve(t)
	defer s.stop()
	events, err := s.Subscribe(t.Context(), RoleWindow)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Show(t.Context(), PageSettings); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Event{What: ShowPage, Page: PageSettings}, <-events); diff != "" {
		t.Errorf("event (-want +got):\n%s", diff)
	}
	if got := s.window.pages(); got != nil {
		t.Errorf("windows were started at %q", got)
	}
}

func TestWithoutAWindowOneIsStarted(t *testing.T) {
	s := serve(t)
	defer s.stop()
	if err := s.Show(t.Context(), PageLinks); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{PageLinks}, s.window.pages()); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
}

func TestAStartingWindowGetsTheLastPageWhenItSubscribes(t *testing.T) {
	s := serve(t)
	defer s.stop()
	for _, page := range []string{PageLinks, PageSettings, PageSearch} {
		if err := s.Show(t.Context(), page); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{PageLinks}, s.window.pages()); diff != "" {
		t.Errorf("started at (-want +got):\n%s", diff)
	}
	events, err := s.Subscribe(t.Context(), RoleWindow)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Event{What: ShowPage, Page: PageSearch}, <-events); diff != "" {
		t.Errorf("event (-want +got):\n%s", diff)
	}
}

func TestAWindowThatCannotStartIsReported(t *testing.T) {
	s := serve(t)
	defer s.stop()
	s.window.err = errFull
	if err := s.Show(t.Context(), ""); codeOf(err) != "disk-full" {
		t.Errorf("show: %v, want the launcher's reason", err)
	}
}
