package main

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestHelpShowsTopicsAndTheirList(t *testing.T) {
	p := newPlace(t)
	list := p.run(t, "", "help")
	if list.code != 0 || !strings.Contains(list.out, "rooms") || !strings.Contains(list.out, "foyer help TOPIC") {
		t.Errorf("the list is %+v", list)
	}
	rooms := p.run(t, "", "help", "Rooms")
	if rooms.code != 0 || !strings.HasPrefix(rooms.out, "Rooms\n\n") || strings.Contains(rooms.out, "help.") {
		t.Errorf("the topic is %+v", rooms)
	}
	for line := range strings.Lines(rooms.out) {
		if utf8.RuneCountInString(line) > helpWidth+1 {
			t.Errorf("a line has %d characters: %q", utf8.RuneCountInString(line), line)
		}
	}
	none := p.run(t, "", "help", "quantum")
	if none.code != exitWrong || !strings.Contains(none.messages, "quantum") || !strings.Contains(none.out, "outbox") {
		t.Errorf("an unknown topic is %+v", none)
	}
	if j := p.run(t, "", "--json", "help", "data"); !strings.HasPrefix(j.out, `{"topic":"data","title":"Your data","text":["`) {
		t.Errorf("JSON is %s", j.out)
	}
}

func TestLinesOfTheHelpEndWhereTheyMay(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"one two three", "one two\nthree\n"},
		{"one", "one\n"},
		{"a-very-long-word in it", "a-very-long-word\nin it\n"},
		{"会議室を表示。次", "会議室を\n表示。次\n"},
		{"会議室で、す", "会議室\nで、す\n"},
	} {
		if got := wrapped(c.text, 9); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}
