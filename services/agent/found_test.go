package agent

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/link"
)

var salesInfo = strings.NewReplacer("Marketing", "Sales", marketing, plans).Replace(spaceInfo)

func TestWhatWebexCopiesIsFoundOnce(t *testing.T) {
	d := newDesk(link.URL, "something else")
	events := d.Watch()
	f, isNew := d.LookAt(spaceInfo)
	if !isNew || f.Target.Name != "Marketing" || f.Token == 0 {
		t.Fatalf("found %+v, %v", f, isNew)
	}
	if again, isNew := d.LookAt(strings.ReplaceAll(spaceInfo, "\n", "\r\n")); isNew {
		t.Errorf("found twice: %+v", again)
	}
	for _, text := range []string{"", "lunch at noon?", "barbara@example.com"} {
		if f, isNew := d.LookAt(text); isNew {
			t.Errorf("%q: %+v", text, f)
		}
	}
	if now, ok := d.Found(); !ok || now.Token != f.Token {
		t.Errorf("found is %+v, %v", now, ok)
	}
	if diff := cmp.Diff([]Event{{What: DesktopChanged}}, drain(events)); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
	next, isNew := d.LookAt(salesInfo)
	if !isNew || next.Token == f.Token {
		t.Errorf("another space: %+v, %v", next, isNew)
	}
	if d.board.text != "something else" || len(d.links.used) != 0 {
		t.Errorf("looking changed something: %+v, %+v", d.board, d.links)
	}
}

func TestWhatFoyerCopiesItselfIsNotFound(t *testing.T) {
	d := newDesk(link.URL, spaceInfo)
	p, err := d.Paste(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if f, isNew := d.LookAt(d.board.clip.Text); isNew {
		t.Errorf("the link of a paste: %+v", f)
	}
	if err := d.Undo(t.Context(), p.Undo); err != nil {
		t.Fatal(err)
	}
	if f, isNew := d.LookAt(spaceInfo); isNew {
		t.Errorf("what was given back: %+v", f)
	}
	if _, err := d.Copy(t.Context(), Clip{Text: "webexteams://im?space=" + plans}); err != nil {
		t.Fatal(err)
	}
	if f, isNew := d.LookAt("webexteams://im?space=" + plans); isNew {
		t.Errorf("a link copied for the window: %+v", f)
	}
	for i := range 2 * ownCopies {
		if _, err := d.Copy(t.Context(), Clip{Text: fmt.Sprint(i)}); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(d.watch.own); n != ownCopies {
		t.Errorf("%d texts are remembered", n)
	}
}

func TestWhatWasFoundIsPastedWhateverIsCopiedNow(t *testing.T) {
	d := newDesk(link.URL, spaceInfo)
	f, _ := d.LookAt(spaceInfo)
	d.board.text = "something else"
	p, err := d.PasteFound(t.Context(), f.Token)
	if err != nil || len(p.Links) != 1 || p.Links[0].Name != "Marketing" || d.board.clip.Text != "webexteams://im?space="+marketing {
		t.Fatalf("pasted %+v, %v; the clipboard holds %+v", p, err, d.board.clip)
	}
	if now, ok := d.Found(); ok {
		t.Errorf("still found after its use: %+v", now)
	}
	_, err = d.PasteFound(t.Context(), f.Token)
	if e, ok := errors.AsType[*fault.Error](err); !ok || e.Code != "found-gone" {
		t.Errorf("pasting it twice: %v", err)
	}
	if _, isNew := d.LookAt(spaceInfo); !isNew {
		t.Error("it is not found any more when it is copied again")
	}
}

func TestAnOlderFindIsGone(t *testing.T) {
	d := newDesk(link.URL, spaceInfo)
	old, _ := d.LookAt(spaceInfo)
	d.LookAt(salesInfo)
	if _, err := d.PasteFound(t.Context(), old.Token); fault.KindOf(err) != fault.Invalid {
		t.Errorf("pasting an older find: %v", err)
	}
	d.ForgetFound()
	if now, ok := d.Found(); ok {
		t.Errorf("found after forgetting: %+v", now)
	}
}

func TestPastingByHandUsesWhatWasFound(t *testing.T) {
	d := newDesk(link.URL, spaceInfo)
	d.LookAt(spaceInfo)
	events := d.Watch()
	if _, err := d.Paste(t.Context()); err != nil {
		t.Fatal(err)
	}
	if now, ok := d.Found(); ok {
		t.Errorf("still found: %+v", now)
	}
	if told := drain(events); !slices.Contains(told, Event{What: DesktopChanged}) {
		t.Errorf("nobody was told: %+v", told)
	}
}

func TestTheStateOfTheDesktopIsToldWhenItChanges(t *testing.T) {
	d := newDesk(link.URL, "")
	events := d.Watch()
	if s := d.Status(); s.Shortcut != nil || s.Watching != nil {
		t.Errorf("known before the desktop was asked: %+v", s)
	}
	shortcut, watching := ShortcutState{Chord: "Ctrl+Alt+K", State: HoldTaken, Advice: "shortcut-taken"}, WatchingState{On: true, State: HoldHeld}
	for _, want := range []int{1, 0} {
		d.ShortcutIs(shortcut)
		if n := len(drain(events)); n != want {
			t.Errorf("%d events, want %d", n, want)
		}
	}
	d.WatchingIs(watching)
	if diff := cmp.Diff([]Event{{What: DesktopChanged}}, drain(events)); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
	s := d.Status()
	if s.Shortcut == nil || *s.Shortcut != shortcut || s.Watching == nil || *s.Watching != watching {
		t.Errorf("status: %+v, %+v", s.Shortcut, s.Watching)
	}
	if fault.KindOf(d.Changed(DesktopChanged)) != fault.Invalid {
		t.Error("others may say that the desktop changed")
	}
}
