package desktop

import (
	"testing"

	"foyer/services/fault"
)

func TestAClickOnABalloonIsAnAction(t *testing.T) {
	tests := map[string]struct {
		actions []Action
		want    string
	}{
		"the first":   {[]Action{{Key: "open"}, {Key: "undo"}}, "open"},
		"the default": {[]Action{{Key: "undo"}, {Key: "default"}}, "default"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			n := NewNotifier("Foyer", "", quiet())
			defer n.Close()
			keys := make(chan string, 2)
			for range 2 { // the second replaces the first
				if err := n.Notify(t.Context(), Notification{Title: "t", Body: "b", Actions: tt.actions}, func(key string) { keys <- key }); err != nil {
					t.Fatal(err)
				}
			}
			for range 2 { // the second click comes too late
				procPostMessage.Call(n.area.window, wmBalloon, 1, ninBalloonClick)
			}
			if key := <-keys; key != tt.want {
				t.Errorf("key = %q, want %q", key, tt.want)
			}
			n.Close()
			if len(keys) != 0 {
				t.Error("the handler was called twice")
			}
			wantFault(t, n.Notify(t.Context(), Notification{Title: "t"}, nil), fault.Other, CodeClosed)
		})
	}
}

func TestABalloonHasNoButtons(t *testing.T) {
	n := NewNotifier("Foyer", "", quiet())
	defer n.Close()
	if actions, err := n.Supports(t.Context()); actions || err != nil {
		t.Errorf("Supports = %v, %v", actions, err)
	}
}

func TestTextsOfAnyLengthAreShown(t *testing.T) {
	n := NewNotifier("Foyer", "missing.ico", quiet())
	defer n.Close()
	long := make([]rune, 1000)
	for i := range long {
		long[i] = '😀'
	}
	for _, text := range []string{"", "short", string(long)} {
		if err := n.Notify(t.Context(), Notification{Title: text, Body: text, Urgent: true}, nil); err != nil {
			t.Errorf("%d characters: %v", len(text), err)
		}
	}
}
