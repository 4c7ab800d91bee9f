package message

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMessagesThatCannotBeSentSayWhy(t *testing.T) {
	to := []string{"a@example.com"}
	for _, c := range []struct {
		name string
		m    Message
		want []Problem
	}{
		{"to people", Message{To: []string{"a@example.com", "josé@例え.jp"}, Text: "x\ny"}, nil},
		{"to a room", Message{Room: "Desk", Mentions: to, Text: strings.Repeat("x", MaxText)}, nil},
		{"nothing at all", Message{}, []Problem{{Code: ProblemNoRecipient}, {Code: ProblemNoText}}},
		{"a bad address", Message{To: []string{"a@example.com", "b"}, Text: "x"}, []Problem{{ProblemBadAddress, "b"}}},
		{"an address with a comma", Message{Room: "Desk", Mentions: []string{"a@example.com,b@example.com"}, Text: "x"}, []Problem{{ProblemAddressComma, "a@example.com,b@example.com"}}},
		{"blank text", Message{To: to, Text: " \n\u3000"}, []Problem{{Code: ProblemNoText}}},
		{"too much text", Message{To: to, Text: strings.Repeat("x", MaxText+1)}, []Problem{{Code: ProblemTooLong}}},
		{"bytes that are no text", Message{Room: "D\xff", Text: "a\x00"}, []Problem{{ProblemRoomNotText, ""}, {ProblemNotText, ""}}},
		{"the reserved room", Message{Room: " messenger ", Text: "x"}, []Problem{{Code: ProblemRoomReserved}}},
		{"a room with a name like it", Message{Room: "Messenger", Text: "x"}, nil},
		{"a room and people", Message{Room: "Desk", To: to, Text: "x"}, []Problem{{Code: ProblemRoomAndPeople}}},
		{"a blank room", Message{Room: "  ", Text: "x"}, []Problem{{Code: ProblemNoRoom}}},
		{"mentions without a room", Message{Mentions: to, Text: "x"}, []Problem{{Code: ProblemNoRoom}}},
		{"mentions beside people", Message{To: to, Mentions: to, Text: "x"}, []Problem{{Code: ProblemNoRoom}}},
	} {
		if diff := cmp.Diff(c.want, c.m.Check()); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestChatRoomsThatCannotBeSavedSayWhy(t *testing.T) {
	for _, c := range []struct {
		name string
		room ChatRoom
		want []Problem
	}{
		{"a new room", ChatRoom{Name: "Desk", Creator: "11u1", Members: []Member{{UID: "11u1", Flag: true}, {UID: "1lmn"}}}, nil},
		{"no name", ChatRoom{Name: " "}, []Problem{{Code: ProblemNoName}}},
		{"the reserved name", ChatRoom{Name: "messenger"}, []Problem{{Code: ProblemRoomReserved}}},
		{"bytes that are no text", ChatRoom{Name: "\xff"}, []Problem{{ProblemRoomNotText, ""}}},
		{"an address for a user id", ChatRoom{Name: "Desk", Admin: "a@example.com", Members: []Member{{UID: "b@example.com"}, {}}}, []Problem{{ProblemBadMember, "b@example.com"}, {ProblemBadMember, ""}, {ProblemBadMember, "a@example.com"}}},
		{"a member twice", ChatRoom{Name: "Desk", Members: []Member{{UID: "1"}, {UID: "2"}, {UID: "1"}}}, []Problem{{ProblemMemberTwice, "1"}}},
	} {
		if diff := cmp.Diff(c.want, c.room.Check()); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestDestinationsDoNotDependOnOrderOrCase(t *testing.T) {
	same := []Message{
		{To: []string{"a@example.com", "B@example.com"}},
		{To: []string{"b@EXAMPLE.com", " A@example.com", "a@example.com"}, Text: "x", Envelope: true},
	}
	if same[0].Destination() != same[1].Destination() {
		t.Errorf("%q and %q", same[0].Destination(), same[1].Destination())
	}
	others := []Message{{To: []string{"a@example.com"}}, {Room: "a@example.com"}, {Room: "A@example.com"}, {Room: "people\x00a@example.com"}, same[0]}
	seen := map[string]bool{}
	for _, m := range others {
		seen[m.Destination()] = true
	}
	if len(seen) != len(others) {
		t.Errorf("only %d destinations of %d", len(seen), len(others))
	}
}

func TestCountsAddUp(t *testing.T) {
	c := Counts{Queued: 1, Sending: 2, Sent: 4, Failed: 8, Unknown: 16, Held: 1}
	sum := 0
	for _, s := range States() {
		sum += c.Of(s)
	}
	if sum != 31 || c.Of("") != sum || c.Open() != 27 {
		t.Errorf("%d, %d, %d", sum, c.Of(""), c.Open())
	}
}
