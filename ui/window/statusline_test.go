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
	for _, percent := range []int{100, 200} {
		for width := MinSize.Width; width <= 1600; width += 60 {
			t.Run(fmt.Sprintf("%v px at %d %%", width, percent), func(t *testing.T) {
				l := newLobby(t, percent, width, 520)
				l.shell.SetStatus(services(l))
				line := l.shell.frame.status
				gone := len(line.left)
				for i, v := range line.left {
					switch visible := v.object().Visible(); {
					case !visible:
						gone = min(gone, i)
					case i > gone:
						t.Errorf("item %d is there though %d is not", i, gone)
					}
				}
				if gone == 0 || gone < len(line.left) && width == 1600 && percent == 100 {
					t.Errorf("only %d items are left", gone)
				}
				if age := line.right[0].object(); !age.Visible() || age.Size().Width < age.MinSize().Width && percent == 100 {
					t.Error("the age of the data is cut")
				}
				apart(t, line)
			})
		}
	}
}

// apart fails when parts of the line cover each other, or a link is cut.
func apart(t *testing.T, line *statusLine) {
	t.Helper()
	var shown []fyne.CanvasObject
	for _, o := range test.WidgetRenderer(line).Objects()[2:] { // behind ground and edge
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	for i, a := range shown {
		if !inside(a, line) {
			t.Errorf("%T reaches out of the line", a)
		}
		for _, b := range shown[:i] {
			if overlap(a, b) {
				t.Errorf("%T and %T overlap", a, b)
			}
		}
		if b, is := a.(*widget.Button); is && b.Size().Width < b.MinSize().Width-0.5 {
			t.Error("the link is cut")
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
