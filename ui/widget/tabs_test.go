package widget

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"foyer/ui/style"
)

var fourTabs = []string{"To people", "Chat room", "Batch", "Quick call"}

// tabStage shows tabs of a width and logs what is chosen.
func tabStage(t *testing.T, width float32) (s *stage, tabs *Tabs, told *[]int) {
	t.Helper()
	told = &[]int{}
	s = show(t, func() fyne.CanvasObject {
		tabs = NewTabs(fourTabs, "More", func(i int) { *told = append(*told, i) })
		return NewColumn(0, Part{0, tabs, false})
	}, width, 60)
	return s, tabs, told
}

// shownTabs are the words of the tabs in the bar.
func shownTabs(tabs *Tabs) []string {
	var words []string
	for i, p := range tabs.places {
		if p.w > 0 {
			words = append(words, tabs.words[i])
		}
	}
	return words
}

func TestTheKeysChooseAmongTabsOfOneTabStop(t *testing.T) {
	s, tabs, told := tabStage(t, 500)
	if stops := s.tabStops(); len(stops) != 1 || stops[0] != fyne.Focusable(tabs) {
		t.Fatalf("Tab stops at %v", stops)
	}
	s.focus(tabs)
	s.keys(fyne.KeyLeft, fyne.KeyRight, fyne.KeyRight, fyne.KeyEnd, fyne.KeyRight, fyne.KeyHome)
	s.runes(" ")
	if diff := cmp.Diff([]int{1, 2, 3, 0}, *told); diff != "" {
		t.Errorf("chosen (-want +got):\n%s", diff)
	}
	tabs.Select(2)
	tabs.Select(9)
	if tabs.Selected() != 2 || len(*told) != 4 {
		t.Errorf("selected %d, told %v", tabs.Selected(), *told)
	}
}

func TestATapChoosesTheTabUnderIt(t *testing.T) {
	s, tabs, told := tabStage(t, 500)
	at := tabs.places[2]
	tabs.MouseMoved(pointAt(at.x+3, 10))
	if n := count(s.capture(), style.Line2); n < int(at.w) {
		t.Errorf("the tab under the pointer is underlined by %d pixels", n)
	}
	test.TapAt(tabs, fyne.NewPos(at.x+3, 10))
	test.TapAt(tabs, fyne.NewPos(499, 10)) // beside all of them
	if diff := cmp.Diff([]int{2}, *told); diff != "" {
		t.Errorf("chosen (-want +got):\n%s", diff)
	}
	tabs.MouseOut()
	if tabs.over != -1 {
		t.Error("hover stays")
	}
}

func TestTabsThatDoNotFitAreInTheMenuAndTheChosenOneShows(t *testing.T) {
	s, tabs, told := tabStage(t, 240)
	if diff := cmp.Diff([]string{"To people", "Chat room"}, shownTabs(tabs)); diff != "" {
		t.Fatalf("in the bar (-want +got):\n%s", diff)
	}
	test.Tap(tabs.more)
	items := s.menuItems()
	if len(items) != 2 || items[1].Label != "Quick call" {
		t.Fatalf("the menu has %d items", len(items))
	}
	items[1].Action()
	s.popUp().Hide()
	if diff := cmp.Diff([]string{"To people", "Quick call"}, shownTabs(tabs)); diff != "" || len(*told) != 1 {
		t.Errorf("in the bar (-want +got):\n%s", diff)
	}
	s.window.Resize(fyne.NewSize(500, 60))
	if len(shownTabs(tabs)) != 4 || tabs.more.Visible() {
		t.Errorf("with room for all there are %v", shownTabs(tabs))
	}
}

func TestMeterPartsAreDrawnInProportionAndAlwaysSeen(t *testing.T) {
	for _, c := range []struct {
		total  int
		counts []int
		want   []float32
	}{
		{100, []int{50, 25}, []float32{200, 100}},
		{10_000, []int{9_990, 1, 1}, []float32{391, 3, 3}}, // and 3 for what is left
		{3, []int{3}, []float32{400}},
		{0, []int{2, 2}, []float32{200, 200}}, // more than the whole is the whole
		{10, []int{0, 5}, []float32{0, 200}},
		{0, nil, []float32{}},
		{0, []int{0}, []float32{0}},
	} {
		m := &Meter{total: c.total}
		for _, n := range c.counts {
			m.parts = append(m.parts, MeterPart{n, style.Accent})
		}
		if diff := cmp.Diff(c.want, m.widths(400)); diff != "" {
			t.Errorf("%v of %d (-want +got):\n%s", c.counts, c.total, diff)
		}
	}
}

func TestAMeterFollowsWhatIsDone(t *testing.T) {
	var m *Meter
	s := show(t, func() fyne.CanvasObject {
		m = NewMeter()
		return NewColumn(10, Part{0, m, false})
	}, 220, 40)
	accent, red := count(s.capture(), style.Accent), count(s.capture(), style.InUse)
	m.Set(4, MeterPart{2, style.Accent}, MeterPart{1, style.InUse})
	if a, r := count(s.capture(), style.Accent), count(s.capture(), style.InUse); accent != 0 || red != 0 || a < 90*8 || r < 45*8 {
		t.Errorf("%d and %d pixels at first, then %d and %d", accent, red, a, r)
	}
	m.Set(4)
	if n := count(s.capture(), style.Accent); n != 0 {
		t.Errorf("%d pixels of an empty meter", n)
	}
}

func TestATimelineJoinsWhatHappenedInOrder(t *testing.T) {
	var line *Timeline
	s := show(t, func() fyne.CanvasObject {
		line = NewTimeline(Moment{MessageQueued, "queued, row 303 of a file with a name that wraps at this width", "10:42:05"}, Moment{MessageSending, "sending", "10:42:06"})
		return NewColumn(0, Part{0, line, false})
	}, 260, 300)
	if diff := cmp.Diff([]string{"queued, row 303 of a file with a name that wraps at this width", "sending"}, line.Words()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	first, second := line.moments[0], line.moments[1]
	bottom := first.words.Position().Y + first.words.Size().Height
	if !first.line.Visible() || second.line.Visible() || second.words.Position().Y < bottom || first.words.Size().Height < 60 {
		t.Errorf("lines %v and %v, words end at %v and begin at %v", first.line.Visible(), second.line.Visible(), bottom, second.words.Position().Y)
	}
	for i, m := range line.moments {
		if !inside(m.words, line) || !inside(m.time, line) || m.words.Position().X+m.words.Size().Width > m.time.Position().X {
			t.Errorf("moment %d: words %v %v, time %v", i, m.words.Position(), m.words.Size(), m.time.Position())
		}
	}
	if n := near(s.capture(), style.Accent); n < 20 {
		t.Errorf("%d pixels of the mark of sending", n)
	}
	line.Set()
	if h := line.HeightFor(260); h != 0 {
		t.Errorf("an empty history is %v high", h)
	}
}

func TestTabsKeepTheirPlacesWhenAnotherIsChosen(t *testing.T) {
	_, tabs, _ := tabStage(t, 500)
	before := fmt.Sprint(tabs.places)
	tabs.Select(3)
	if after := fmt.Sprint(tabs.places); before != after {
		t.Errorf("moved from %s to %s", before, after)
	}
}
