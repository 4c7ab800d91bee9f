package store

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/link"
	"foyer/services/message"
)

func suggested(t testing.TB, s *Store, query string, limit int) []string {
	t.Helper()
	people, err := s.People(t.Context(), query, limit)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, p := range people {
		all = append(all, p.Address)
	}
	return all
}

func TestPeopleWhoWereWrittenToAreSuggestedNewestFirst(t *testing.T) {
	s, c := opened(t)
	save(t, s, link.Target{Kind: link.Person, Email: "Barbara@example.com", Name: "Barbara Änderung", URL: "webexteams://im?email=b"})
	save(t, s, space("a", "Marketing"))
	c.pass(time.Second)
	queue(t, s, to("x", "ludwig@example.com", "chen@example.com"))
	c.pass(time.Second)
	queue(t, s, to("x", "BARBARA@example.com "), toRoom("x", "Parking", "barbara@example.com", "maurice@example.com"))
	if d := cmp.Diff([]string{"barbara@example.com", "maurice@example.com", "chen@example.com", "ludwig@example.com"}, suggested(t, s, "", 9)); d != "" {
		t.Errorf("all (-want +got):\n%s", d)
	}
	for query, want := range map[string][]string{
		"ÄNDER":        {"barbara@example.com"},
		"example chen": {"chen@example.com"},
		"barbara@":     {"barbara@example.com"},
		"nobody":       nil,
	} {
		if d := cmp.Diff(want, suggested(t, s, query, 9)); d != "" {
			t.Errorf("%q (-want +got):\n%s", query, d)
		}
	}
	if got := suggested(t, s, "", 2); len(got) != 2 {
		t.Errorf("two of all: %v", got)
	}
	people, err := s.People(t.Context(), "barbara", 1)
	want := []message.Correspondent{{Address: "barbara@example.com", Name: "Barbara Änderung", Used: c.at, Count: 2}}
	if d := cmp.Diff(want, people); d != "" || err != nil {
		t.Errorf("error %v, (-want +got):\n%s", err, d)
	}
}

func TestLinkedPersonIsSuggestedWithTheTimeOfItsLink(t *testing.T) {
	s, c := opened(t)
	queue(t, s, to("x", "barbara@example.com"))
	c.pass(time.Second)
	l := save(t, s, somebody("barbara@example.com"))
	save(t, s, somebody("ludwig@example.com"))
	c.pass(time.Second)
	if err := s.UseLink(t.Context(), l.Ref); err != nil {
		t.Fatal(err)
	}
	people, err := s.People(t.Context(), "", 9)
	want := []message.Correspondent{
		{Address: "barbara@example.com", Used: c.at, Count: 1}, {Address: "ludwig@example.com", Used: c.at.Add(-time.Second)},
	}
	if d := cmp.Diff(want, people); d != "" || err != nil {
		t.Errorf("error %v, (-want +got):\n%s", err, d)
	}
}

func TestForgottenPersonComesBackWhenWrittenTo(t *testing.T) {
	s, _ := opened(t)
	save(t, s, somebody("barbara@example.com"))
	queue(t, s, to("x", "ludwig@example.com"))
	for _, address := range []string{"Barbara@example.com", "ludwig@example.com", "chen@example.com"} {
		if err := s.ForgetPerson(t.Context(), address); err != nil {
			t.Fatal(err)
		}
	}
	if got := suggested(t, s, "", 9); got != nil {
		t.Errorf("suggested %v", got)
	}
	if len(names(t, s)) != 1 {
		t.Error("the link is gone")
	}
	queue(t, s, to("x", "barbara@example.com"))
	if got := suggested(t, s, "", 9); !cmp.Equal(got, []string{"barbara@example.com"}) {
		t.Errorf("suggested %v", got)
	}
}

func TestRowsOfBatchesAreNotSuggested(t *testing.T) {
	s, _ := opened(t)
	queueFile(t, s, message.Batch{Name: "b.csv"}, letters(5)...)
	if got := suggested(t, s, "", 9); got != nil {
		t.Errorf("suggested %v", got)
	}
}

func TestChatRoomsAreKnownByNameUntilTheServiceSaysMore(t *testing.T) {
	s, c := opened(t)
	remember := func(name string, room *message.ChatRoom) {
		t.Helper()
		c.pass(time.Second)
		if err := s.RememberRoom(t.Context(), "", name, room); err != nil {
			t.Fatal(err)
		}
	}
	queue(t, s, toRoom("x", "Parking"), toRoom("x", "Canteen"))
	first := &message.ChatRoom{
		ID: "1", Name: "Parking", Creator: "u1", Admin: "u2", Threads: true, Members: []message.Member{{UID: "u2", Flag: true}, {UID: "u1"}},
		More: map[string]json.RawMessage{"icon": json.RawMessage(`"car"`)},
	}
	remember("Parking", first)
	second := &message.ChatRoom{ID: "2", Name: "Parking", Members: []message.Member{{UID: "u3"}}}
	remember("Parking", second)
	renamed := *first
	renamed.Name = "Parking north"
	remember("Parking north", &renamed)
	remember("Canteen", nil)
	want := []message.KnownRoom{
		{Name: "Canteen", Used: c.at},
		{Name: "Parking north", Used: c.at.Add(-time.Second), Room: &renamed},
		{Name: "Parking", Used: c.at.Add(-2 * time.Second), Room: second},
	}
	got, err := s.Rooms(t.Context(), "")
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Errorf("error %v, (-want +got):\n%s", err, d)
	}
}
