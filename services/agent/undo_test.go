package agent

import (
	"errors"
	"testing"

	"foyer/services/link"
)

func TestUndoPutsTheClipboardAndTheListBack(t *testing.T) {
	d := newDesk(link.URL, spaceInfo)
	p, err := d.Paste(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Undo(t.Context(), p.Undo); err != nil {
		t.Fatal(err)
	}
	if d.board.text != spaceInfo || len(d.links.deleted) != 1 {
		t.Errorf("clipboard %q, deleted %v", d.board.text, d.links.deleted)
	}
	if err := d.Undo(t.Context(), p.Undo); codeOf(err) != "undone" {
		t.Errorf("second undo: %v, want code undone", err)
	}
}

func TestUndoKeepsALinkThatWasThereBefore(t *testing.T) {
	d := newDesk(link.URL, spaceInfo)
	if _, _, err := d.links.SaveLink(t.Context(), link.Recognize(spaceInfo)[0], "typed"); err != nil {
		t.Fatal(err)
	}
	p, err := d.Paste(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Undo(t.Context(), p.Undo); err != nil {
		t.Fatal(err)
	}
	if d.board.text != spaceInfo || d.links.deleted != nil {
		t.Errorf("clipboard %q, deleted %v", d.board.text, d.links.deleted)
	}
}

func TestUndoLeavesWhatWasCopiedSinceAlone(t *testing.T) {
	for _, c := range []struct{ name, since, want string }{
		{"something else", "another text", "another text"},
		{"our own with other line ends", "webexteams://im?space=" + marketing + "\r\n", spaceInfo},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(link.URL, spaceInfo)
			p, err := d.Paste(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			d.board.text = c.since
			if err := d.Undo(t.Context(), p.Undo); err != nil {
				t.Fatal(err)
			}
			if d.board.text != c.want {
				t.Errorf("clipboard %q, want %q", d.board.text, c.want)
			}
		})
	}
}

func TestUndoReportsWhatItCouldNotTakeBack(t *testing.T) {
	d := newDesk(link.URL, spaceInfo)
	p, err := d.Paste(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	d.links.err = errFull
	events := d.Watch()
	if err := d.Undo(t.Context(), p.Undo); !errors.Is(err, errFull) {
		t.Errorf("undo: %v, want the reason", err)
	}
	if d.board.text != spaceInfo {
		t.Errorf("clipboard %q", d.board.text)
	}
	if got := drain(events); got != nil {
		t.Errorf("events %v, although nothing changed", got)
	}
}

func TestOnlyTheLastPastesCanBeTakenBack(t *testing.T) {
	var l undoList
	first := l.push(undoing{})
	var last uint64
	for range keptUndos {
		last = l.push(undoing{})
	}
	if _, ok := l.pop(first); ok {
		t.Error("the first is still there")
	}
	if _, ok := l.pop(last); !ok {
		t.Error("the last is gone")
	}
}
