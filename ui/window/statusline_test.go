package window

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"foyer/ui/widget"
)

// services is a status line as full as the product's will be.
func services(l *lobby) (left, right []StatusItem) {
	return []StatusItem{
			{Icon: "check", Tone: widget.Fine, Words: "Chat&Messenger: connected"},
			{Icon: "warn", Tone: widget.Caution, Words: "Huawei Cloud Meeting: token expired"},
			{Words: "Outbox: 2 waiting", Do: func() { l.diary.write("outbox") }},
			{Icon: "info", Tone: widget.Notice, Words: "Demo office"},
		}, []StatusItem{
			{Words: "Rooms updated 20 s ago"},
		}
}

func TestTheStatusLineDropsWhatDoesNotFitFromTheEndOfItsLeft(t *testing.T) {
	left := []string{"Chat&Messenger: connected", "Huawei Cloud Meeting: token expired", "Outbox: 2 waiting", "Demo office"}
	for _, percent := range []int{100, 200} {
		for width := float32(640); width <= 1600; width += 60 {
			name := fmt.Sprintf("%v px at %d %%", width, percent)
			l := newLobby(t, percent, width, 520)
			l.shell.SetStatus(services(l))
			line := l.shell.frame.status
			var shown []fyne.CanvasObject
			gone := -1
			for i, v := range line.left {
				if !v.object().Visible() {
					gone = i
					continue
				}
				if gone >= 0 {
					t.Errorf("%s: %q is there though %q is not", name, left[i], left[gone])
				}
				shown = append(shown, v.object())
				if v.icon != nil {
					shown = append(shown, v.icon)
				}
			}
			age := line.right[0].object()
			if !age.Visible() || age.Size().Width < age.MinSize().Width && percent == 100 {
				t.Errorf("%s: the age of the data is cut", name)
			}
			shown = append(shown, age)
			for i, a := range shown {
				if !inside(a, line) {
					t.Errorf("%s: %T reaches out of the line", name, a)
				}
				for _, b := range shown[:i] {
					if overlap(a, b) {
						t.Errorf("%s: %T and %T overlap", name, a, b)
					}
				}
				if b, is := a.(*widget.Button); is && b.Size().Width < b.MinSize().Width-0.5 {
					t.Errorf("%s: the link is cut", name)
				}
			}
			if width == 1600 && percent == 100 && gone >= 0 {
				t.Errorf("%s: %q is missing", name, left[gone])
			}
			if !line.left[0].object().Visible() {
				t.Errorf("%s: nothing is left", name)
			}
		}
	}
}

func TestALinkInTheStatusLineActs(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.shell.SetStatus(services(l))
	test.Tap(findButton(l, "Outbox: 2 waiting"))
	l.heard("outbox")
	l.shell.SetStatus(nil, nil)
	if l.says("Rooms updated 20 s ago") {
		t.Error("what was said stays")
	}
}

func TestTheStatusLineIsAlwaysAtTheFoot(t *testing.T) {
	for _, percent := range []int{100, 200} {
		l := newLobby(t, percent, MinSize.Width, MinSize.Height)
		if _, _, right, bottom := bounds(l.shell.frame.status); right != MinSize.Width || bottom != MinSize.Height {
			t.Errorf("at %d %% it ends at %v, %v", percent, right, bottom)
		}
	}
}
