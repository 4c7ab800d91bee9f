package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
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

func TestTheLogIsPutAsideBeforeItGrowsLarge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	l, err := openLog(path)
	if err != nil {
		t.Fatal(err)
	}
	row := []byte(strings.Repeat("x", 1023) + "\n")
	for range 3 * maxLog / len(row) {
		if _, err := l.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Write(row); err == nil {
		t.Error("a closed log was written")
	}
	for _, name := range []string{path, path + ".1"} {
		info, err := os.Stat(name)
		if err != nil || info.Size() > maxLog || info.Size() == 0 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
	again, err := openLog(path)
	if err != nil {
		t.Fatal(err)
	}
	if again.size == 0 {
		t.Error("an old log is begun anew instead of continued")
	}
	if err := again.Close(); err != nil {
		t.Fatal(err)
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
