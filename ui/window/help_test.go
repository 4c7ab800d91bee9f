package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/ui/text"
	"foyer/ui/widget"
)

// Help makes the pages of these tests explain themselves.
func (r *room) Help() Help {
	return Help{Topic: text.HelpRooms, Keys: []KeyWord{{"F7", "knock on " + r.name}}}
}

// Reload is what F5 does.
func (r *room) Reload() { r.diary.write("%s reload", r.name) }

func (l *lobby) sheet() *widget.Sheet {
	s, _ := l.window.Canvas().Overlays().Top().(*widget.Sheet)
	return s
}

func TestF1ExplainsThePageInFrontWhateverHasTheFocus(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.shell.Show("links")
	l.keys(fyne.KeyF1) // into the field of the page
	if l.sheet() == nil {
		t.Fatal("there is no help")
	}
	for _, words := range []string{"knock on links", "import", "Search links, people and actions", "Keys everywhere"} {
		if !l.says(words) {
			t.Errorf("the help does not say %q", words)
		}
	}
	l.keys(fyne.KeyF1)
	if n := len(l.window.Canvas().Overlays().List()); n != 1 {
		t.Errorf("there are %d sheets", n)
	}
	l.keys(fyne.KeyEscape)
	if l.sheet() != nil {
		t.Error("Escape leaves the help open")
	}
}

func TestTheHelpLeadsToAllTopics(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.shell.OpenHelp()
	findButton(l, "All topics…").Tapped(nil)
	findButton(l, "Your data").Tapped(nil)
	if !l.says("Your data") || len(l.window.Canvas().Overlays().List()) != 1 {
		t.Error("the topic is not shown alone")
	}
}

func TestKeysTurnTheHelpWhereItIsLong(t *testing.T) {
	l := newLobby(t, 200, 720, 520)
	l.shell.OpenHelp()
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd} {
		before := l.sheet().Offset()
		l.keys(key)
		if after := l.sheet().Offset(); after <= before {
			t.Errorf("%s moves from %v to %v", key, before, after)
		}
	}
	end := l.sheet().Offset()
	l.keys(fyne.KeyDown)
	if l.sheet().Offset() != end {
		t.Error("it moves beyond its end")
	}
	l.keys(fyne.KeyHome)
	if l.sheet().Offset() != 0 {
		t.Error("Home does not go to the beginning")
	}
}

func TestF5ReloadsThePageInFrontWhateverHasTheFocus(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.shell.Show("links")
	l.keys(fyne.KeyF5)
	l.shell.OpenHelp()
	l.keys(fyne.KeyF5) // rests below the sheet
	lines := strings.Join(l.diary.lines, "\n")
	if strings.Count(lines, "links reload") != 1 {
		t.Errorf("the pages were asked: %s", lines)
	}
}

func TestAPageWithoutHelpShowsAllTopics(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.shell.Show("rooms")
	l.shell.OpenHelp()
	if l.sheet() == nil || !l.says("Help topics") {
		t.Error("there is no list of topics")
	}
}

func TestThePagesKeysAreListedWithTheirCaps(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	want := KeyWord{Keys: "Ctrl+I", Does: "import"}
	if got := pageKeys(l.links); len(got) != 2 || got[0] != want {
		t.Errorf("the keys are %v", got)
	}
	if got := pageKeys(closet{}); got != nil {
		t.Errorf("a page without keys has %v", got)
	}
}
