package main

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/profile"
)

func TestExitCodesFollowTheKindOfFailure(t *testing.T) {
	for _, c := range []struct {
		err  error
		want int
	}{
		{nil, exitDone},
		{errors.New("odd"), exitFailed},
		{&fault.Error{Kind: fault.Invalid}, exitWrong},
		{wrong{"no"}, exitWrong},
		{&fault.Error{Kind: fault.NotConfigured}, exitNotConfigured},
		{&fault.Error{Kind: fault.Refused}, exitRefused},
		{&fault.Error{Kind: fault.Unreachable, Service: "Chat&Messenger"}, exitUnreachable},
		{&fault.Error{Kind: fault.Faulty}, exitUnreachable},
		{&fault.Error{Kind: fault.Unreachable, Service: "clipboard"}, exitFailed},
		{&fault.Error{Kind: fault.Other}, exitFailed},
		{partly{}, exitPartly},
		{errors.Join(partly{}, &fault.Error{Kind: fault.Invalid}), exitPartly},
		{context.Canceled, exitFailed},
	} {
		if got := exitCode(c.err); got != c.want {
			t.Errorf("%v: exit %d, want %d", c.err, got, c.want)
		}
	}
}

func TestTheDefaultTemplateIsTheOneWithoutAName(t *testing.T) {
	mine := link.Template{Name: "mine", Space: "Come to {name}"}
	other := link.Template{Name: "other", Space: "Other"}
	target := link.Saved{Target: link.Target{Kind: link.Space, ID: marketing, Name: "Marketing"}}
	for _, c := range []struct{ chosen, saved, want string }{
		{"", "", "Join me in the Marketing Webex space"},
		{"mine", "", "Come to Marketing"},
		{"mine", "other", "Other"},
		{"gone", "", "Join me in the Marketing Webex space"},
	} {
		target.Template = c.saved
		all := labels(profile.Settings{Template: c.chosen, Templates: []link.Template{mine, other}})
		if got := link.Label(target, all); got != c.want {
			t.Errorf("chosen %q, saved with %q: %q, want %q", c.chosen, c.saved, got, c.want)
		}
	}
}

func TestAStoreThatIsStillOpeningIsWaitedFor(t *testing.T) {
	late := newLateStore()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := late.Link(ctx, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("a caller who gave up got %v", err)
	}
	got := make(chan error, 1)
	go func() {
		_, _, err := late.SaveLink(t.Context(), link.Target{Kind: link.Person, Email: "a@example.com"}, "typed")
		got <- err
	}()
	late.open(t.Context(), filepath.Join(t.TempDir(), "db"))
	if err := <-got; err != nil {
		t.Error(err)
	}
	links, err := late.links(t.Context())
	if err != nil || len(links) != 1 {
		t.Errorf("%v, %v", links, err)
	}
	if err := errors.Join(late.UseLink(t.Context(), links[0].Ref), late.DeleteLink(t.Context(), links[0].Ref), late.close()); err != nil {
		t.Error(err)
	}
}

func TestAStoreThatCannotOpenSaysWhyEachTime(t *testing.T) {
	late := newLateStore()
	dir := t.TempDir()
	late.open(t.Context(), dir)
	_, _, saving := late.SaveLink(t.Context(), link.Target{}, "")
	_, reading := late.Link(t.Context(), 1)
	_, listing := late.links(t.Context())
	for _, err := range []error{saving, reading, listing, late.UseLink(t.Context(), 1), late.DeleteLink(t.Context(), 1)} {
		if e, ok := errors.AsType[*fault.Error](err); !ok || e.Code != "is-a-folder" {
			t.Errorf("%v, want code is-a-folder", err)
		}
	}
	if err := late.close(); err != nil {
		t.Error(err)
	}
}
