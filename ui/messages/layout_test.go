package messages

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// block is an object of a size of its own.
func block(w, h float32) fyne.CanvasObject { return widget.NewSpace(w, h) }

func dress(t *testing.T, text int) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, text))
}

func TestAPaneGivesWhatIsLeftToThePartThatGrows(t *testing.T) {
	dress(t, 100)
	first, grows, last := block(10, 30), block(10, 40), block(10, 20)
	p := newPane(part{object: first}, part{above: 8, object: grows, grows: true}, part{above: 4, object: last})
	test.NewTempWindow(t, p).SetPadded(false)
	p.Resize(fyne.NewSize(300, 400))
	if got := grows.Size().Height; got != 400-2*style.PageMargin-30-20-12 {
		t.Errorf("the part that grows is %v high", got)
	}
	if got := last.Position().Y + 20; got != 400-style.PageMargin {
		t.Errorf("the last part ends at %v", got)
	}
	if first.Size().Width != 300-2*style.PageMargin {
		t.Errorf("the first part is %v wide", first.Size().Width)
	}
}

func TestAPaneScrollsWhenThereIsNoRoom(t *testing.T) {
	dress(t, 100)
	grows, last := block(10, 100), block(10, 100)
	p := newPane(part{object: grows, grows: true}, part{above: 10, object: last})
	test.NewTempWindow(t, p).SetPadded(false)
	p.Resize(fyne.NewSize(300, 120))
	if got := grows.Size().Height; got != 100 {
		t.Errorf("the part that grows is %v high, want what it needs", got)
	}
	p.reveal(last)
	if p.scroll.Offset.Y <= 0 {
		t.Error("the last part does not come into sight")
	}
}

func TestAPaneLeavesNoGapForWhatIsHidden(t *testing.T) {
	dress(t, 100)
	hidden, shown := block(10, 50), block(10, 20)
	hidden.Hide()
	p := newPane(part{object: hidden}, part{above: 30, object: shown}, part{above: 5, object: block(50, 10), left: true, bleeds: true})
	test.NewTempWindow(t, p).SetPadded(false)
	p.Resize(fyne.NewSize(300, 200))
	if got := shown.Position().Y; got != style.PageMargin {
		t.Errorf("the first part in sight begins at %v", got)
	}
	if last := p.body.parts[2].object; last.Position().X != 0 || last.Size().Width != 50 {
		t.Errorf("a part that bleeds stands at %v, %v", last.Position(), last.Size())
	}
}

func TestAFlowBreaksIntoRowsAndPutsTheEndAtTheEnd(t *testing.T) {
	dress(t, 100)
	a, b, c, end := block(60, 20), block(60, 30), block(60, 20), block(40, 10)
	f := newFlow(10, 5, a, b, c)
	f.set(end, a, b, c)
	if got := f.HeightFor(300); got != 30 {
		t.Errorf("in one row it is %v high", got)
	}
	places, h := f.arrange(140)
	if h != 30+5+20 {
		t.Errorf("in two rows it is %v high", h)
	}
	for i, want := range []flowed{{a, 0, 5, 60, 20}, {b, 70, 0, 60, 30}, {c, 0, 35, 60, 20}, {end, 100, 40, 40, 10}} {
		if places[i] != want {
			t.Errorf("object %d stands at %+v, want %+v", i, places[i], want)
		}
	}
	f.endLeft = true
	if places, _ = f.arrange(100); places[3].x != 0 {
		t.Errorf("in a row of its own the end stands at %v", places[3].x)
	}
}

func TestTheSentenceOfAnActionBarGoesAboveTheButtonsWhereThereIsNoRoom(t *testing.T) {
	for text, stacked := range map[int]bool{100: false, 200: true} {
		dress(t, text)
		b := newActionBar(widget.NewButton(widget.Outlined, "", "Another quick call", nil), widget.NewButton(widget.Filled, "copy", "Copy link", nil))
		b.say(widget.Notice, "Waits in the outbox if the network is down.")
		if got := b.stacked(560); got != stacked {
			t.Errorf("at %d %% it is stacked: %v", text, got)
		}
		test.NewTempWindow(t, b).SetPadded(false)
		b.Resize(fyne.NewSize(600, b.HeightFor(600)))
		for _, button := range b.buttons {
			if end := button.Position().Y + button.Size().Height; end > b.Size().Height {
				t.Errorf("at %d %% a button ends at %v of %v", text, end, b.Size().Height)
			}
		}
	}
}

func TestAPairOfFieldsStandsBelowEachOtherInANarrowWindow(t *testing.T) {
	dress(t, 100)
	one, two := widget.NewEntry("", ""), widget.NewEntry("", "")
	p := newPair("Name", one, "Room ID", two)
	test.NewTempWindow(t, p).SetPadded(false)
	p.Resize(fyne.NewSize(600, p.HeightFor(600)))
	if one.Position().Y != two.Position().Y || two.Position().X < one.Position().X+one.Size().Width {
		t.Errorf("beside each other they stand at %v and %v", one.Position(), two.Position())
	}
	p.Resize(fyne.NewSize(300, p.HeightFor(300)))
	if one.Position().X != two.Position().X || two.Position().Y+two.Size().Height > p.HeightFor(300) {
		t.Errorf("below each other they stand at %v and %v", one.Position(), two.Position())
	}
}

func TestTheListOfSuggestionsGoesAboveAFieldThatIsTooLow(t *testing.T) {
	dress(t, 100)
	field := block(300, 32)
	s := newSuggestions()
	page := test.NewTempWindow(t, nil)
	page.SetPadded(false)
	both := &fyne.Container{Objects: []fyne.CanvasObject{field, s}}
	page.SetContent(both)
	page.Resize(fyne.NewSize(400, 300))
	field.Resize(fyne.NewSize(300, 32))
	for at, above := range map[float32]bool{20: false, 260: true} {
		field.Move(fyne.NewPos(10, at))
		s.show(field, []shortRow{{title: "Ludwig Muster", second: "ludwig.muster@example.com"}, {title: "Chen Wei", second: "chen.wei@example.com"}}, nil)
		s.place(fyne.NewPos(0, 0), fyne.NewSize(400, 300))
		if got := s.Position().Y < at; got != above {
			t.Errorf("below a field at %v the list stands at %v", at, s.Position())
		}
		if s.Position().Y < 0 || s.Position().Y+s.Size().Height > 300 {
			t.Errorf("the list leaves the page: %v, %v", s.Position(), s.Size())
		}
	}
}

func TestAShortListIsOneTabStopThatTheArrowsMoveIn(t *testing.T) {
	dress(t, 100)
	var chosen []int
	l := newShortList(func(i int) { chosen = append(chosen, i) })
	l.set([]shortRow{{title: "a"}, {title: "b"}, {title: "c", second: "second"}})
	other := 0
	l.key = func(*fyne.KeyEvent) bool { other++; return true }
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyDown, fyne.KeyReturn, fyne.KeyHome, fyne.KeyUp, fyne.KeyEnter, fyne.KeyDelete} {
		l.TypedKey(&fyne.KeyEvent{Name: k})
	}
	l.TypedRune(' ')
	if len(chosen) != 4 || chosen[0] != 1 || chosen[1] != 2 || chosen[2] != 0 || chosen[3] != 0 || other != 1 {
		t.Errorf("chosen %v, %d other keys", chosen, other)
	}
	l.set([]shortRow{{title: "a"}})
	if l.choose(5); l.current != 0 {
		t.Errorf("the current row is %d of one", l.current)
	}
	if one, two := l.rowHeight(style.Of(l), shortRow{title: "a"}), l.rowHeight(style.Of(l), shortRow{title: "a", second: "b"}); one != 32 || two != 44 {
		t.Errorf("rows are %v and %v high", one, two)
	}
}
