package e2e

import (
	"encoding/json"
	"strings"
	"testing"

	"foyer/cmd/internal/session"
)

// finding is a row of `foyer doctor --json`.
type finding struct{ Name, State, Detail, Advice string }

// doctor returns one row.
func (d *desk) doctor(name string) finding {
	d.t.Helper()
	var all []finding
	if err := json.Unmarshal([]byte(d.foyer("doctor", "--json")), &all); err != nil {
		d.t.Fatal(err)
	}
	for _, f := range all {
		if f.Name == name {
			return f
		}
	}
	d.t.Fatalf("doctor says nothing of %s", name)
	return finding{}
}

// says waits until doctor says something of a row.
func (d *desk) says(name string, is func(finding) bool) {
	d.t.Helper()
	var last finding
	err := session.Await(d.t.Context(), "what doctor says of "+name, func() (bool, error) {
		last = d.doctor(name)
		return is(last), nil
	})
	if err != nil {
		d.t.Fatalf("%v; it says %+v", err, last)
	}
}

func TestTheShortcutPastesWhileAnotherProgramHasTheKeyboard(t *testing.T) {
	d := withAgent(t, full)
	d.says("shortcut", func(f finding) bool { return f.State == "ok" && f.Detail == "Ctrl+Alt+K" })
	other := openOther(t, d)
	d.must(d.Copy(t.Context(), spaceInfo))
	d.must(d.Key(t.Context(), "ctrl+alt+k"))
	d.isCopied(0, "Marketing")
	_, err := d.WaitClipboard(t.Context(), "text/html", func(html string) bool { return strings.Contains(html, `<a href="`+spaceURL) })
	d.must(err)
	// What Webex copies space info with still reaches the program that has the keyboard, and the shortcut does not.
	d.must(d.Key(t.Context(), "x", "ctrl+shift+k"))
	if times := other.hears(t.Context(), other.code('x'), other.code('k')); times != 0 {
		t.Errorf("the other program heard the shortcut's key %d times", times)
	}
	other.hears(t.Context(), other.code('k'), 0)
	w, err := d.Active()
	d.must(err)
	if w.Title != otherTitle {
		t.Errorf("%q has the keyboard now", w.Title)
	}
}

func TestTheShortcutChangesAtOnce(t *testing.T) {
	d := withAgent(t, full)
	other := openOther(t, d)
	d.must(d.Copy(t.Context(), spaceInfo))
	d.foyer("config", "set", "shortcuts.paste", "ctrl+alt+j")
	d.says("shortcut", func(f finding) bool { return f.Detail == "Ctrl+Alt+J" })
	d.must(d.Key(t.Context(), "ctrl+alt+k", "x"))
	if times := other.hears(t.Context(), other.code('x'), other.code('k')); times != 1 {
		t.Errorf("the old key is kept from the other program")
	}
	d.must(d.Key(t.Context(), "ctrl+alt+j"))
	d.isCopied(0, "Marketing")
	d.foyer("config", "set", "shortcuts.paste", "")
	d.says("shortcut", func(f finding) bool { return f.State == "ok" && f.Detail == "switched off" })
	d.must(d.Key(t.Context(), "ctrl+alt+j", "x"))
	if times := other.hears(t.Context(), other.code('x'), other.code('j')); times != 1 {
		t.Errorf("the key is kept from the other program although the shortcut is off")
	}
}

func TestATakenShortcutIsToldOnceAndCanBeReplaced(t *testing.T) {
	d := newDesk(t, full)
	give := connectOther(t, d).take('k')
	d.startAgent()
	const title = "Ctrl+Alt+K does not work"
	_, err := d.WaitNotice(t.Context(), 0, func(n session.Notice) bool {
		return n.Title == title && len(n.Actions) == 2 && n.Actions[1] == "Shortcuts…"
	})
	d.must(err)
	d.says("shortcut", func(f finding) bool { return f.State == "missing" && strings.HasPrefix(f.Advice, "Another program") })
	d.must(d.PressAction(t.Context(), 0))
	_, err = d.WaitWindow(t.Context(), "Foyer")
	d.must(err)
	d.choose("Quit")
	_, err = d.agent.ExitCode(t.Context())
	d.must(err)
	seen := len(d.Notices())
	d.startAgent() // at the next log-in it is known
	d.says("shortcut", func(f finding) bool { return f.State == "missing" })
	d.foyer("config", "set", "shortcuts.paste", "ctrl+alt+j")
	d.says("shortcut", func(f finding) bool { return f.State == "ok" })
	d.must(d.Copy(t.Context(), spaceInfo))
	d.must(d.Key(t.Context(), "ctrl+alt+j"))
	d.isCopied(0, "Marketing")
	for _, n := range d.Notices()[seen:] {
		if n.Title == title {
			t.Error("it is told again")
		}
	}
	give()
	d.foyer("config", "set", "shortcuts.paste", "ctrl+alt+k")
	d.says("shortcut", func(f finding) bool { return f.State == "ok" && f.Detail == "Ctrl+Alt+K" })
}
