package store

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/link"
)

func TestSameTargetIsKeptOnceAndLearns(t *testing.T) {
	s, c := opened(t)
	first := save(t, s, space("a", "Marketing"))
	if err := s.PinLink(t.Context(), first.Ref, true); err != nil {
		t.Fatal(err)
	}
	c.pass(time.Hour)
	twelve := 12
	again, isNew, err := s.SaveLink(t.Context(), link.Target{Kind: link.Space, ID: "a", Participants: &twelve, Type: "group"}, "link")
	if err != nil || isNew {
		t.Fatalf("new %v, error %v", isNew, err)
	}
	want := first
	want.Pinned, want.Participants, want.Type, want.Source, want.Saved = true, &twelve, "group", "link", c.at
	if d := cmp.Diff(want, again); d != "" {
		t.Errorf("SaveLink (-want +got):\n%s", d)
	}
	if kept, _ := s.Link(t.Context(), first.Ref); !cmp.Equal(want, kept) {
		t.Errorf("kept (-want +got):\n%s", cmp.Diff(want, kept))
	}
}

func TestMessagesOfOneSpaceAreSeparateLinks(t *testing.T) {
	s, _ := opened(t)
	save(t, s, space("a", "the space"))
	message := space("a", "a message")
	message.Message = "m"
	save(t, s, message)
	if got := names(t, s); len(got) != 2 {
		t.Errorf("kept %v", got)
	}
}

func TestMerge(t *testing.T) {
	one, two := 1, 2
	old := link.Saved{Target: link.Target{
		Kind: link.Space, ID: "a", Name: "Old", Email: "o@x", SIP: "o@s", URL: "u", Participants: &one, ExternalParticipants: &one,
		Type: "group", Cluster: "us", Extras: []string{"old"}, Warnings: []link.Warning{link.WarnUnofficial},
	}, Ref: 7, Label: "L", Template: "T", Phone: "1", Pinned: true, Source: "typed"}
	for _, c := range []struct {
		rule  string
		fresh link.Target
		named bool
		want  func(l *link.Saved)
	}{
		{"nothing new forgets nothing but warnings", link.Target{}, false, func(l *link.Saved) { l.Warnings = nil }},
		{"a new name wins", link.Target{Name: "New"}, false, func(l *link.Saved) { l.Name, l.Warnings = "New", nil }},
		{"a typed name stays", link.Target{Name: "New"}, true, func(l *link.Saved) { l.Warnings = nil }},
		{"new parts win", link.Target{
			Email: "n@x", SIP: "n@s", URL: "n", Participants: &two, ExternalParticipants: &two, Type: "direct", Cluster: "eu",
			Extras: []string{"new"}, Warnings: []link.Warning{link.WarnIDMismatch},
		}, false, func(l *link.Saved) {
			l.Email, l.SIP, l.URL, l.Participants, l.ExternalParticipants, l.Type, l.Cluster = "n@x", "n@s", "n", &two, &two, "direct", "eu"
			l.Extras, l.Warnings = []string{"new"}, []link.Warning{link.WarnIDMismatch}
		}},
	} {
		want := old
		c.want(&want)
		if d := cmp.Diff(want, merge(old, link.Saved{Target: c.fresh}, c.named)); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.rule, d)
		}
	}
}

func TestTypedNameSurvivesLaterSaves(t *testing.T) {
	s, _ := opened(t)
	l := save(t, s, space("a", "Marketing"))
	rename := func(name string) {
		t.Helper()
		l.Name = name
		if err := s.UpdateLink(t.Context(), l); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct {
		rule        string
		typed, want string
	}{
		{"typed name stays", "My people", "My people"},
		{"writing the same name again does not give it up", "My people", "My people"},
		{"an empty name gives it up", "", "Marketing"},
	} {
		rename(step.typed)
		if got := save(t, s, space("a", "Marketing")); got.Name != step.want {
			t.Errorf("%s: name is %q, want %q", step.rule, got.Name, step.want)
		}
	}
}

func TestUpdateWritesWhatAUserMayEditAndNothingElse(t *testing.T) {
	s, c := opened(t)
	l := save(t, s, somebody("barbara@example.com"))
	want := l
	want.Name, want.Label, want.Template, want.Email, want.SIP = "Barbara", "Call me", "Sales", "b@example.com", "b@sip.example.com"
	want.URL, want.Phone, want.Pinned = "webexteams://im?email=b@example.com", "+49 1", true
	edited := want
	edited.Kind, edited.ID, edited.Source, edited.Saved, edited.Used = link.Space, "x", "forged", c.at.Add(time.Hour), c.at
	if err := s.UpdateLink(t.Context(), edited); err != nil {
		t.Fatal(err)
	}
	got, err := s.FindLink(t.Context(), "person:b@example.com")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if _, err := s.FindLink(t.Context(), "person:barbara@example.com"); !errors.Is(err, ErrNotFound) {
		t.Errorf("the old address still finds it: %v", err)
	}
}

func TestUpdateRefusesASecondLinkToTheSamePlace(t *testing.T) {
	s, _ := opened(t)
	a, b := save(t, s, somebody("a@example.com")), save(t, s, somebody("b@example.com"))
	b.Email = "A@example.com"
	err := s.UpdateLink(t.Context(), b)
	wantFault(t, err, fault.Invalid, CodeDuplicate)
	if !errors.Is(err, ErrDuplicate) {
		t.Errorf("%v does not match ErrDuplicate", err)
	}
	if err := s.DeleteLink(t.Context(), a.Ref); err != nil {
		t.Fatal(err)
	}
	if err := s.UpdateLink(t.Context(), b); err != nil {
		t.Errorf("a deleted link does not give way: %v", err)
	}
	if err := s.RestoreLink(t.Context(), a.Ref); !errors.Is(err, ErrNotFound) {
		t.Errorf("the link that gave way: %v", err)
	}
}

func TestTargetsWithoutAddressAreRefused(t *testing.T) {
	s, _ := opened(t)
	for _, target := range []link.Target{{}, {Kind: link.Person, Name: "Nobody"}, {Kind: link.Space}, {Kind: "door", URL: "x"}} {
		_, _, err := s.SaveLink(t.Context(), target, "typed")
		wantFault(t, err, fault.Invalid, CodeNoKey)
	}
	l := save(t, s, somebody("a@example.com"))
	l.Email, l.URL = "", ""
	wantFault(t, s.UpdateLink(t.Context(), l), fault.Invalid, CodeNoKey)
}

func TestDeletedLinksCanComeBackForThirtyDays(t *testing.T) {
	s, c := opened(t)
	ctx := t.Context()
	l := save(t, s, space("a", "A"))
	if err := errors.Join(s.PinLink(ctx, l.Ref, true), s.DeleteLink(ctx, l.Ref)); err != nil {
		t.Fatal(err)
	}
	if got := names(t, s); got != nil {
		t.Errorf("the list still shows %v", got)
	}
	c.pass(Kept)
	same := reopened(t, s.Path(), c)
	if err := same.RestoreLink(ctx, l.Ref); err != nil {
		t.Fatalf("on the thirtieth day: %v", err)
	}
	l.Pinned = true
	if got, err := s.Link(ctx, l.Ref); err != nil || !cmp.Equal(l, got) {
		t.Errorf("restored (-want +got):\n%s\nerror %v", cmp.Diff(l, got), err)
	}
	if err := s.DeleteLink(ctx, l.Ref); err != nil {
		t.Fatal(err)
	}
	c.pass(Kept + time.Second)
	if err := s.RestoreLink(ctx, l.Ref); err != nil {
		t.Errorf("purging waits for the next start: %v", err)
	}
	if err := s.DeleteLink(ctx, l.Ref); err != nil {
		t.Fatal(err)
	}
	c.pass(Kept + time.Second)
	if err := reopened(t, s.Path(), c).RestoreLink(ctx, l.Ref); !errors.Is(err, ErrNotFound) {
		t.Errorf("after the thirtieth day: %v", err)
	}
	if fresh := save(t, s, space("a", "A")); fresh.Ref == l.Ref {
		t.Errorf("ref %d was given to another link", l.Ref)
	}
}

func TestSavingBringsADeletedLinkBack(t *testing.T) {
	s, c := opened(t)
	l := save(t, s, space("a", "A"))
	l.Label = "my text"
	if err := errors.Join(s.UpdateLink(t.Context(), l), s.DeleteLink(t.Context(), l.Ref)); err != nil {
		t.Fatal(err)
	}
	c.pass(time.Hour)
	got, isNew, err := s.SaveLink(t.Context(), space("a", ""), "link")
	if err != nil || !isNew {
		t.Fatalf("new %v, error %v", isNew, err)
	}
	l.Saved, l.Source = c.at, "link"
	if d := cmp.Diff(l, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestMissingLinksAreNotFound(t *testing.T) {
	s, _ := opened(t)
	ctx := t.Context()
	gone := save(t, s, space("a", "A"))
	if err := s.DeleteLink(ctx, gone.Ref); err != nil {
		t.Fatal(err)
	}
	for _, ref := range []int64{gone.Ref, 99, -1} {
		_, errLink := s.Link(ctx, ref)
		for name, err := range map[string]error{
			"Link": errLink, "UpdateLink": s.UpdateLink(ctx, link.Saved{Target: space("b", ""), Ref: ref}),
			"PinLink": s.PinLink(ctx, ref, true), "UseLink": s.UseLink(ctx, ref), "DeleteLink": s.DeleteLink(ctx, ref),
		} {
			if !errors.Is(err, ErrNotFound) {
				t.Errorf("%s(%d): %v", name, ref, err)
			}
			wantFault(t, err, fault.Invalid, CodeNotFound)
		}
	}
	if _, err := s.FindLink(ctx, "space:a"); !errors.Is(err, ErrNotFound) {
		t.Errorf("FindLink: %v", err)
	}
}
