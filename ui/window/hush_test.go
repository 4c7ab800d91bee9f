package window

import (
	"testing"

	"foyer/ui/widget"
)

func TestWhatAPageSaidGoesWithIt(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.links.toast.Say(widget.Fine, "Sent", "", nil)
	l.shell.Show("links")
	if !l.links.toast.Visible() {
		t.Error("the toast went although its page stayed")
	}
	l.shell.Show("settings")
	if l.links.toast.Visible() {
		t.Error("the toast of one page covers another")
	}
}
