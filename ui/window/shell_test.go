package window

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// still is a clock that stands until it is told to ring.
type still struct{ waiting []func() }

func (c *still) after(_ time.Duration, f func()) func() {
	i := len(c.waiting)
	c.waiting = append(c.waiting, f)
	return func() { c.waiting[i] = nil }
}

func TestNumbersBringPagesToTheFront(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	if l.shell.Shown() != "links" {
		t.Fatalf("begins with %s", l.shell.Shown())
	}
	for i, key := range []string{"links", "rooms", "messages", "meetings", "outbox", "settings"} {
		l.press(fyne.KeyName(rune('1'+i)), ctrl)
		if l.shell.Shown() != key {
			t.Errorf("Ctrl+%d shows %s, want %s", i+1, l.shell.Shown(), key)
		}
		visible := 0
		for _, e := range l.shell.entries {
			if e.Page.Content().Visible() {
				visible++
			}
		}
		if visible != 1 {
			t.Errorf("%d pages are in front", visible)
		}
	}
	l.heard("links shown", "settings shown")
	l.press(fyne.Key1, ctrl)
	l.press(fyne.KeyComma, ctrl)
	l.heard("links shown", "settings shown")
	l.shell.Show("no such page")
	if l.shell.Shown() != "settings" {
		t.Error("an unknown page is shown")
	}
}

func TestTheKeyboardMapReachesThePageInFront(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.press(fyne.KeyReturn, ctrl)
	l.press(fyne.KeyEnter, ctrl)
	l.press(fyne.KeyI, ctrl)
	l.press(fyne.KeyK, ctrl|fyne.KeyModifierShift)
	l.shortcut(&fyne.ShortcutUndo{})
	l.shortcut(&fyne.ShortcutCopy{})
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent("webexteams://im?space=1")
	l.shortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	l.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	l.heard("links primary", "links primary", "links imports", "paste space info", "links undo", "links copy", `links takes "webexteams://im?space=1" from ""`, "links escape")
	l.shell.Show("rooms") // a page that can do none of it
	l.press(fyne.KeyReturn, ctrl)
	l.press(fyne.KeyI, ctrl)
	l.shortcut(&fyne.ShortcutUndo{})
	l.shortcut(&fyne.ShortcutCopy{})
	l.shortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	l.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	l.heard()
}

func TestTheKeyboardMapRestsWhileASheetIsOpen(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	sheet := widget.NewSheet("Edit", "Cancel", "Save", func() {})
	sheet.Open(l.window.Canvas(), nil)
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyI, fyne.Key6, fyne.KeyK} {
		l.press(key, ctrl)
	}
	l.shortcut(&fyne.ShortcutUndo{})
	l.heard()
	if l.shell.Shown() != "links" || l.shell.search != nil {
		t.Error("the window changes behind the sheet")
	}
	sheet.Close()
	l.press(fyne.KeyReturn, ctrl)
	l.heard("links primary")
}

func TestTheRailIsNarrowInSmallWindowsAndLargeText(t *testing.T) {
	for _, c := range []struct {
		percent int
		width   float32
		narrow  bool
	}{{100, 1000, false}, {100, 800, false}, {100, 799, true}, {100, 640, true}, {149, 1000, false}, {150, 1600, true}, {200, 1000, true}} {
		t.Run(fmt.Sprintf("%v px at %d %%", c.width, c.percent), func(t *testing.T) {
			l := newLobby(t, c.percent, c.width, 700)
			if got := l.shell.frame.rail.width(); (got == style.RailNarrow) != c.narrow {
				t.Errorf("the rail is %v wide", got)
			}
			if l.says("Links") == c.narrow || l.says("Foyer") == c.narrow {
				t.Errorf("words in the rail: %v", l.says("Links"))
			}
		})
	}
}

func TestTheRailFollowsTheWindow(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.window.Resize(fyne.NewSize(720, 520))
	if l.says("Links") {
		t.Error("stays wide")
	}
	l.window.Resize(fyne.NewSize(1000, 700))
	if !l.says("Links") {
		t.Error("stays narrow")
	}
}

func TestNothingInTheRailOverlaps(t *testing.T) {
	for _, percent := range []int{100, 150, 200} {
		for _, size := range []fyne.Size{{Width: 1000, Height: 700}, {Width: 720, Height: 520}, MinSize} {
			l := newLobby(t, percent, size.Width, size.Height)
			items := l.shell.frame.rail.items
			for i, a := range items {
				if !inside(a, l.shell.frame.rail) || overlap(a, l.shell.frame.rail.search) {
					t.Errorf("%v at %d %%: %s is at %v", size, percent, a.Words(), a.Position())
				}
				for _, b := range items[:i] {
					if overlap(a, b) {
						t.Errorf("%v at %d %%: %s and %s overlap", size, percent, a.Words(), b.Words())
					}
				}
			}
		}
	}
}

func TestPagesAreReachedByTapAndByTab(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	test.Tap(l.shell.frame.rail.items[5])
	if l.shell.Shown() != "settings" {
		t.Errorf("a tap shows %s", l.shell.Shown())
	}
	reached := map[fyne.Focusable]bool{}
	l.window.Canvas().Unfocus()
	for range 20 {
		l.window.Canvas().FocusNext()
		reached[l.window.Canvas().Focused()] = true
	}
	for _, i := range l.shell.frame.rail.items {
		if !reached[i] {
			t.Errorf("Tab does not reach %s", i.Words())
		}
	}
	l.window.Canvas().Focus(l.shell.frame.rail.items[0])
	l.keys(fyne.KeyReturn)
	if l.shell.Shown() != "links" {
		t.Errorf("Enter shows %s", l.shell.Shown())
	}
}

func TestACountStandsBesideItsPage(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.shell.SetCount("outbox", "42")
	if !l.says("42") {
		t.Error("the count is missing")
	}
	l.shell.SetCount("outbox", "")
	if l.says("42") {
		t.Error("the count stays")
	}
}

func TestTipsAreDrawnAboveThePage(t *testing.T) {
	l := newLobby(t, 100, 720, 520)
	layer := l.shell.content.Objects[1].(*widget.TipLayer)
	layer.After = l.tips.after
	before := l.window.Canvas().Capture()
	item := l.shell.frame.rail.items[1]
	item.MouseIn(nil)
	for _, f := range l.tips.waiting {
		f()
	}
	if !l.says("Rooms") {
		t.Fatal("there is no tip")
	}
	// The tip stands where the page is, beyond the narrow rail.
	after := l.window.Canvas().Capture()
	changed := 0
	for x := int(style.RailNarrow); x < 720; x++ {
		for y := range 520 {
			if before.At(x, y) != after.At(x, y) {
				changed++
			}
		}
	}
	if changed < 20 {
		t.Errorf("%d pixels of it are seen", changed)
	}
}

func TestAToastStandsAboveTheStatusLineBesideTheRail(t *testing.T) {
	for _, percent := range []int{100, 200} {
		for _, size := range []fyne.Size{{Width: 1000, Height: 700}, {Width: 720, Height: 520}} {
			l := newLobby(t, percent, size.Width, size.Height)
			toast := l.links.toast
			toast.Say(widget.Fine, widget.Strong("Marketing")+": the link was copied as rich text.", "Undo", func() { l.diary.write("undone") })
			x, y, right, bottom := bounds(toast)
			rail, _, _, _ := bounds(l.shell.frame.pages)
			_, line, _, _ := bounds(l.shell.frame.status)
			if x < rail+style.PageMargin-1 || right > size.Width-style.PageMargin+1 || y < 0 || bottom > line-style.PageMargin+1 {
				t.Errorf("%v at %d %%: from %v, %v to %v, %v", size, percent, x, y, right, bottom)
			}
			l.window.Resize(size.AddWidthHeight(100, 50))
			if _, _, _, moved := bounds(toast); moved != bottom+50 {
				t.Errorf("%v at %d %%: does not follow the window", size, percent)
			}
			test.Tap(findButton(l, "Undo"))
			l.heard("undone")
		}
	}
}

func findButton(l *lobby, words string) *widget.Button {
	l.t.Helper()
	for _, b := range findAll[*widget.Button](l) {
		if b.Words() == words {
			return b
		}
	}
	l.t.Fatalf("no button %q", words)
	return nil
}

func TestWhatIsDroppedReachesThePageInFront(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	file := filepath.Join(t.TempDir(), "contacts.csv")
	if err := os.WriteFile(file, []byte("name,email\nBarbara Example,barbara@example.com\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	link, err := storage.ParseURI("https://example.webex.com/meet/barbara")
	if err != nil {
		t.Fatal(err)
	}
	l.shell.dropped([]fyne.URI{storage.NewFileURI(file), link, storage.NewFileURI(file + ".missing")})
	l.shell.Wait()
	l.heard(`links takes "name,email\nBarbara Example,barbara@example.com\n" from "contacts.csv"`,
		`links takes "https://example.webex.com/meet/barbara" from ""`,
		`links takes "" from "contacts.csv.missing"`)
	l.shell.dropped(nil)
	l.shell.Show("rooms")
	l.shell.dropped([]fyne.URI{storage.NewFileURI(file)})
	l.shell.Wait()
	l.heard()
}

func TestATooLargeFileIsNotReadInPart(t *testing.T) {
	test.NewTempApp(t) // it knows files
	file := filepath.Join(t.TempDir(), "large.csv")
	if err := os.WriteFile(file, []byte(strings.Repeat("x", dropLimit+10)), 0o600); err != nil {
		t.Fatal(err)
	}
	if content, source := read(storage.NewFileURI(file)); content != "" || source != "large.csv" {
		t.Errorf("%d bytes of %s were read", len(content), source)
	}
	if err := os.Truncate(file, dropLimit); err != nil {
		t.Fatal(err)
	}
	if content, _ := read(storage.NewFileURI(file)); len(content) != dropLimit {
		t.Errorf("%d bytes of a file at the limit were read", len(content))
	}
}
