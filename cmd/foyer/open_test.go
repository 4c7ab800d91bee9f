package main

import (
	"context"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/cmd/internal/session"
)

func TestOpeningSaysWhenNothingHandlesWebexLinks(t *testing.T) {
	_, p := bareDesktop(t)
	needXdg(t)
	got := p.run(t, "", "link", "open", "barbara@example.com")
	if got.code != exitNotConfigured || !strings.Contains(got.messages, "No program is registered for webexteams links") {
		t.Errorf("%+v", got)
	}
}

func TestOpeningHandsTheLinkToItsProgramAndCountsAsUse(t *testing.T) {
	needXdg(t)
	s, err := session.Start(context.WithoutCancel(t.Context()), session.Options{Bare: true, Handler: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	p := newPlace(t)
	p.env = s.Env()
	p.run(t, spaceInfo, "link", "save", "-")
	for _, argument := range []string{"1", marketing, "webexteams://im?email=b@example.com"} {
		if got := p.run(t, "", "link", "open", argument); got.code != exitDone {
			t.Errorf("open %s: %+v", argument, got)
		}
	}
	opened, err := s.WaitOpened(t.Context(), 3)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{spaceURL, spaceURL, "webexteams://im?email=b@example.com"}, opened); diff != "" {
		t.Errorf("opened (-want +got):\n%s", diff)
	}
	if got := p.run(t, "", "--json", "link", "list"); !strings.Contains(got.out, `"used":"2`) {
		t.Errorf("opening did not count as use: %s", got.out)
	}
}

func needXdg(t testing.TB) {
	t.Helper()
	if _, err := exec.LookPath("xdg-open"); err != nil {
		t.Fatal("xdg-open is missing: install the package xdg-utils")
	}
}
