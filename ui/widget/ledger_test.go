package widget

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"foyer/ui/style"
)

func pointAt(x, y float32) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}}
}

// journal is a ledger in a window and a log of what it tells.
type journal struct {
	*stage
	ledger *Ledger
	told   []string
	unread map[int64]bool // rows that are not loaded
	asked  int
}

func numbers(n int) []int64 {
	keys := make([]int64, n)
	for i := range keys {
		keys[i] = int64(1000 + i)
	}
	return keys
}

// newJournal shows n rows with the keys from 1000 on.
func newJournal(t *testing.T, n int, w, h float32) *journal {
	t.Helper()
	j := &journal{unread: map[int64]bool{}}
	j.stage = show(t, func() fyne.CanvasObject {
		j.ledger = NewLedger(j.row)
		j.ledger.Words = stateWords
		j.ledger.OnChosen = func() { j.tell("chosen", fmt.Sprint(j.ledger.Chosen())) }
		j.ledger.OnActivated = func(key int64) { j.tell("activated", fmt.Sprint(key)) }
		j.ledger.OnMenu = func(fyne.Position) { j.tell("menu", fmt.Sprint(j.ledger.Chosen())) }
		j.ledger.OnKey = func(k *fyne.KeyEvent) bool { j.tell("key", string(k.Name)); return true }
		j.ledger.OnMissing = func(keys []int64) { j.tell("missing", fmt.Sprint(keys)) }
		j.ledger.SetKeys(numbers(n))
		return j.ledger
	}, w, h)
	return j
}

func (j *journal) tell(words ...string) { j.told = append(j.told, strings.Join(words, " ")) }

func (j *journal) row(key int64) (LedgerRow, bool) {
	j.asked++
	return LedgerRow{State: MessageQueued, Word: "queued", Title: fmt.Sprint("To ", key), Second: "Good morning", Trailing: "10:42",
		Actions: []LedgerAction{{"Retry", func() { j.tell("retry", fmt.Sprint(key)) }}, {"Edit", func() { j.tell("edit", fmt.Sprint(key)) }}}}, !j.unread[key]
}

func (j *journal) heard(want ...string) {
	j.t.Helper()
	if diff := cmp.Diff(want, j.told); diff != "" {
		j.t.Errorf("told (-want +got):\n%s", diff)
	}
	j.told = nil
}

// scrollTo scrolls as the wheel does.
func (j *journal) scrollTo(y float32) {
	j.ledger.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, j.ledger.scroll.Offset.Y-y)})
}

// rows are the views in sight by their keys.
func (j *journal) rows() map[int64]*ledgerView {
	all := map[int64]*ledgerView{}
	for _, v := range findAll(j.stage, func(*ledgerView) bool { return true }) {
		if _, twice := all[v.key]; twice {
			j.t.Errorf("row %d is drawn twice", v.key)
		}
		all[v.key] = v
	}
	return all
}

// click taps a row with keys held down.
func (j *journal) click(key int64, held fyne.KeyModifier) {
	j.t.Helper()
	v := j.rows()[key]
	if v == nil {
		j.t.Fatalf("row %d is not in sight", key)
	}
	e := pointAt(150, 10)
	e.Modifier = held
	v.MouseDown(e)
	v.Tapped(&e.PointEvent)
	v.MouseUp(e)
}

func (j *journal) chosen(want ...int64) {
	j.t.Helper()
	if diff := cmp.Diff(want, j.ledger.Chosen()); diff != "" {
		j.t.Errorf("chosen (-want +got):\n%s", diff)
	}
	for key, v := range j.rows() {
		if v.pose.chosen != slices.Contains(want, key) {
			j.t.Errorf("row %d is drawn as chosen: %v", key, v.pose.chosen)
		}
	}
}

func TestALongLedgerDrawsNoMoreThanItsWindow(t *testing.T) {
	const many = 150_000
	j := newJournal(t, many, 600, 500)
	h := j.ledger.rowHeight()
	most := int(500/h) + 2
	for _, offset := range []float32{0, 1, h - 1, h, 5000, 180_000, many*h - 500} {
		j.scrollTo(offset)
		rows := j.rows()
		if len(rows) > most || len(j.ledger.stack.views) > most {
			t.Errorf("at %v: %d rows are drawn by %d views, at most %d fit", offset, len(rows), len(j.ledger.stack.views), most)
		}
		for i := int(offset / h); float32(i)*h < min(offset+500, many*h); i++ {
			v := rows[int64(1000+i)]
			if v == nil {
				t.Fatalf("at %v: row %d is not drawn", offset, i)
			}
			if v.row.Title != fmt.Sprint("To ", 1000+i) || v.Position().Y != float32(i)*h {
				t.Errorf("at %v: row %d says %q at %v", offset, i, v.row.Title, v.Position().Y)
			}
		}
	}
}

func TestScrollingByARowAsksForOneRow(t *testing.T) {
	j := newJournal(t, 1000, 600, 500)
	j.scrollTo(4800)
	j.asked = 0
	j.scrollTo(4800 + j.ledger.rowHeight())
	if j.asked != 1 {
		t.Errorf("asked for %d rows", j.asked)
	}
}

func TestRowsThatAreNotLoadedAreAskedForOnceAndDrawnWhenTheyAre(t *testing.T) {
	j := newJournal(t, 100, 600, 200)
	for _, key := range numbers(100)[50:] {
		j.unread[key] = true
	}
	j.scrollTo(48 * 47)
	j.heard("missing [1050 1051 1052]")
	quiet := j.capture()
	if n := count(quiet, style.Line); n < 8*140*2 {
		t.Errorf("%d pixels stand for rows that are not loaded", n)
	}
	j.ledger.Refresh()
	j.heard() // nothing new is missing
	clear(j.unread)
	j.ledger.Refresh()
	j.heard()
	if v := j.rows()[1051]; !v.loaded || v.row.Title != "To 1051" {
		t.Errorf("after loading the row says %q", v.row.Title)
	}
}

func TestARowIsDrawnAnewOnlyWhenItLooksDifferent(t *testing.T) {
	j := newJournal(t, 10, 600, 500)
	before := j.rows()[1003].row.Actions[0]
	j.ledger.Refresh()
	j.rows()[1003].row.Actions[0].Do()
	before.Do()
	j.heard("retry 1003", "retry 1003")
	row := LedgerRow{Title: "a", Actions: []LedgerAction{{"x", nil}}}
	for what, other := range map[string]LedgerRow{
		"title": {Title: "b", Actions: row.Actions}, "second": {Title: "a", Second: "s", Actions: row.Actions},
		"links": {Title: "a"}, "state": {Title: "a", State: MessageSent, Actions: row.Actions}, "reason": {Title: "a", Reason: true, Actions: row.Actions},
	} {
		if row.same(other) {
			t.Errorf("another %s looks the same", what)
		}
	}
}

func TestClicksChooseOneSeveralAndARange(t *testing.T) {
	j := newJournal(t, 100, 600, 500)
	const ctrl, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift
	j.click(1003, 0)
	j.heard("chosen [1003]")
	j.chosen(1003)
	j.click(1006, shift)
	j.chosen(1003, 1004, 1005, 1006)
	j.click(1001, shift) // from where the range began
	j.chosen(1001, 1002, 1003)
	j.click(1007, ctrl)
	j.chosen(1001, 1002, 1003, 1007)
	j.click(1002, ctrl)
	j.chosen(1001, 1003, 1007)
	j.click(1005, 0)
	j.chosen(1005)
	if c := j.window.Canvas().Focused(); c != fyne.Focusable(j.ledger) {
		t.Errorf("the focus is on %T", c)
	}
	j.ledger.ClearChoice()
	j.chosen()
}

func TestTheMenuIsAboutWhatIsChosen(t *testing.T) {
	j := newJournal(t, 100, 600, 500)
	j.click(1003, 0)
	j.click(1005, fyne.KeyModifierShift)
	j.told = nil
	test.TapSecondary(j.rows()[1004])
	j.heard("menu [1003 1004 1005]")
	test.TapSecondary(j.rows()[1008])
	j.heard("chosen [1008]", "menu [1008]")
	j.keys(desktop.KeyMenu)
	j.heard("menu [1008]")
	at, size := j.ledger.CurrentArea()
	if at.Y != 8*j.ledger.rowHeight() || size.Width != 600 {
		t.Errorf("the row is at %v, %v large", at, size)
	}
}

func TestALinkInARowDoesWhatItSaysAndChoosesNothing(t *testing.T) {
	j := newJournal(t, 10, 600, 500)
	v := j.rows()[1002]
	link := v.places[1]
	at := fyne.NewPos(link.x+2, link.y+2)
	v.MouseIn(pointAt(at.X, at.Y))
	if v.Cursor() != desktop.PointerCursor || v.pose.over != 1 {
		t.Error("the pointer does not show that this is a link")
	}
	v.Tapped(&fyne.PointEvent{Position: at})
	j.heard("edit 1002")
	v.MouseOut()
	if v.Cursor() != desktop.DefaultCursor || v.pose.hovered {
		t.Error("hover stays")
	}
}

func TestNarrowRowsLeaveTheirLinksToTheMenu(t *testing.T) {
	j := newJournal(t, 10, 200, 500)
	if v := j.rows()[1002]; len(v.places) != 0 {
		t.Errorf("links are drawn in a row of 200 px: %v", v.places)
	}
}

func TestWordsThatAreCutAreToldWhole(t *testing.T) {
	long := strings.Repeat("Wörter ", 100_000)
	var l *Ledger
	s := show(t, func() fyne.CanvasObject {
		l = NewLedger(func(key int64) (LedgerRow, bool) {
			if key == 1 {
				return LedgerRow{Title: "Barbara Example", Second: "short"}, true
			}
			return LedgerRow{Title: "Barbara Example", Second: long}, true
		})
		l.SetKeys([]int64{1, 2})
		return l
	}, 400, 200)
	views := findAll(s, func(*ledgerView) bool { return true })
	if words := views[0].cutWords(); words != "" {
		t.Errorf("nothing is cut, but %q", words)
	}
	if words := views[1].cutWords(); len([]rune(words)) != tipMost+1 || !strings.HasPrefix(words, "Wörter Wörter") {
		t.Errorf("the tip begins %.20q and has %d characters", words, len([]rune(words)))
	}
	views[1].MouseIn(pointAt(150, 10))
	if s.timers.ring() != 1 || s.tips.words.Hidden {
		t.Error("the tip does not appear")
	}
	views[1].MouseOut()
	if !s.tips.words.Hidden {
		t.Error("the tip stays")
	}
}
