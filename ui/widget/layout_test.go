package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
)

// box is an object with a size of its own.
func box(w, h float32) *Fill { return NewSpace(w, h) }

func at(o fyne.CanvasObject) [4]float32 {
	p, s := o.Position(), o.Size()
	return [4]float32{p.X, p.Y, s.Width, s.Height}
}

func TestAColumnStacksItsPartsWithTheirSpaces(t *testing.T) {
	var a, b, hidden, c *Fill
	var column *Column
	show(t, func() fyne.CanvasObject {
		a, b, hidden, c = box(30, 10), box(50, 20), box(10, 99), box(10, 5)
		hidden.Hide()
		column = NewColumn(10, Part{7, a, false}, Part{4, hidden, false}, Part{8, b, true}, Part{12, c, false})
		return column
	}, 200, 200)
	for name, got := range map[string][2][4]float32{
		"the first has no space above": {at(a), {10, 10, 180, 10}},
		"one as wide as it needs":      {at(b), {10, 28, 50, 20}},
		"the last":                     {at(c), {10, 60, 180, 5}},
	} {
		if got[0] != got[1] {
			t.Errorf("%s: at %v, want %v", name, got[0], got[1])
		}
	}
	if got, want := column.HeightFor(200), float32(75); got != want {
		t.Errorf("HeightFor is %v, want %v", got, want)
	}
	a.Hide()
	if got, want := column.HeightFor(200), float32(10+20+12+5+10); got != want {
		t.Errorf("without the first HeightFor is %v, want %v", got, want)
	}
	column.Set(Part{0, c, false})
	if column.HeightFor(200) != 25 || at(c) != [4]float32{10, 10, 180, 5} {
		t.Errorf("after Set: %v, %v", column.HeightFor(200), at(c))
	}
}

func TestAColumnAsksItsPartsForTheirHeightAtItsWidth(t *testing.T) {
	var p *Prose
	var column *Column
	s := show(t, func() fyne.CanvasObject {
		p = NewProse("Press Ctrl+Shift+K in a space, come back, and paste.", style.Body, style.Ink)
		column = NewColumn(0, Part{0, p, false})
		return column
	}, 120, 300)
	narrow := column.HeightFor(120)
	if p.Size().Height != narrow || narrow < 60 {
		t.Errorf("drawn %v high, HeightFor says %v", p.Size().Height, narrow)
	}
	s.window.Resize(fyne.NewSize(400, 300))
	if p.Size().Height != 20 {
		t.Errorf("with room it is %v high", p.Size().Height)
	}
}

func TestALineSharesItsWidth(t *testing.T) {
	for name, c := range map[string]struct {
		stretch int
		want    [3][4]float32
	}{
		"nothing stretches":    {-1, [3][4]float32{{0, 5, 30, 10}, {38, 0, 50, 20}, {96, 7, 10, 5}}},
		"the middle stretches": {1, [3][4]float32{{0, 5, 30, 10}, {38, 0, 144, 20}, {190, 7, 10, 5}}},
		"the first stretches":  {0, [3][4]float32{{0, 5, 124, 10}, {132, 0, 50, 20}, {190, 7, 10, 5}}},
	} {
		t.Run(name, func(t *testing.T) {
			var line *Line
			objects := []fyne.CanvasObject{box(30, 10), box(50, 20), box(10, 5)}
			show(t, func() fyne.CanvasObject {
				line = NewLine(8, c.stretch, objects...)
				return NewColumn(0, Part{0, line, false})
			}, 200, 100)
			for i, o := range objects {
				if at(o) != c.want[i] {
					t.Errorf("object %d is at %v, want %v", i, at(o), c.want[i])
				}
			}
			if line.Size().Height != 20 || line.HeightFor(200) != 20 {
				t.Errorf("is %v high, HeightFor %v", line.Size().Height, line.HeightFor(200))
			}
			objects[1].Hide()
			line.Refresh()
			if line.HeightFor(200) != 10 {
				t.Errorf("without the highest HeightFor is %v", line.HeightFor(200))
			}
		})
	}
}

func TestSegmentsAreOneTabStopWithArrows(t *testing.T) {
	var seg *Segments
	var told []int
	s := show(t, func() fyne.CanvasObject {
		seg = NewSegments([]string{"URL", "HTML", "Markdown", "QR"}, func(i int) { told = append(told, i) })
		return NewColumn(20, Part{0, seg, false})
	}, 400, 100)
	if stops := s.tabStops(); len(stops) != 1 {
		t.Fatalf("Tab stops at %v", stops)
	}
	s.focus(seg)
	s.keys(fyne.KeyRight, fyne.KeyDown, fyne.KeyLeft, fyne.KeyUp, fyne.KeyUp, fyne.KeyEnd, fyne.KeyRight, fyne.KeyHome)
	want := []int{1, 2, 1, 0, 3, 0} // the ends are ends
	if len(told) != len(want) {
		t.Fatalf("told %v, want %v", told, want)
	}
	for i := range want {
		if told[i] != want[i] {
			t.Errorf("told %v, want %v", told, want)
		}
	}
	s.runes(" ")
	s.keys(fyne.KeyReturn)
	if len(told) != len(want) {
		t.Error("a blank or Enter chooses")
	}
}

func TestSegmentsAreChosenByTapAndDeafWhenDisabled(t *testing.T) {
	var seg *Segments
	var told []int
	s := show(t, func() fyne.CanvasObject {
		seg = NewSegments([]string{"URL", "HTML", "Markdown"}, func(i int) { told = append(told, i) }).Stretch()
		return NewColumn(0, Part{0, seg, false})
	}, 300, 100)
	test.TapAt(seg, fyne.NewPos(150, 16))
	test.TapAt(seg, fyne.NewPos(150, 16)) // already chosen
	test.TapAt(seg, fyne.NewPos(290, 16))
	if len(told) != 2 || told[0] != 1 || told[1] != 2 || seg.Selected() != 2 {
		t.Errorf("told %v, selected %d", told, seg.Selected())
	}
	seg.Select(0)
	seg.Select(7)
	seg.Select(-1)
	if seg.Selected() != 0 || len(told) != 2 {
		t.Errorf("Select calls back or leaves the words: %d, %v", seg.Selected(), told)
	}
	rest := s.capture()
	seg.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(150, 16)}})
	if differing(rest, s.capture()) == 0 {
		t.Error("hover does not show")
	}
	seg.MouseOut()
	if differing(rest, s.capture()) != 0 {
		t.Error("hover stays")
	}
	seg.Disable()
	test.TapAt(seg, fyne.NewPos(150, 16))
	seg.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if seg.Selected() != 0 || len(told) != 2 {
		t.Error("answers though it is disabled")
	}
	if differing(rest, s.capture()) == 0 {
		t.Error("disabled looks like enabled")
	}
}

func TestSegmentsGoIntoRowsWhenNarrow(t *testing.T) {
	formats := []string{"URL", "HTML", "Markdown", "Rich text", "QR code", "Room ID"}
	for _, percent := range []int{100, 200} {
		for _, width := range []float32{60, 150, 272, 600, 1200} {
			var seg *Segments
			showAs(t, style.Light, percent, func() fyne.CanvasObject {
				seg = NewSegments(formats, nil)
				return NewColumn(0, Part{0, seg, false})
			}, width, 600)
			places, height := seg.arrange(style.Of(seg), width)
			if seg.Size().Height != height || seg.HeightFor(width) != height {
				t.Errorf("%v px, %d %%: is %v high, HeightFor %v, arranged %v", width, percent, seg.Size().Height, seg.HeightFor(width), height)
			}
			checkSegments(t, seg, places, width, height)
			if width == 1200 && height > style.Of(seg).Height(style.ButtonHeight) || width == 60 && places[0].y == places[5].y {
				t.Errorf("%v px, %d %%: %v high", width, percent, height)
			}
		}
	}
}

// checkSegments fails when a part is outside, over another one, or not chosen by a tap on it.
func checkSegments(t *testing.T, seg *Segments, places []segment, width, height float32) {
	t.Helper()
	for i, p := range places {
		if p.x < 1 || p.x+p.w > width-1 || p.y < 1 || p.y+p.h > height-1 {
			t.Errorf("%v px: %s is at %v", width, seg.words[i], p)
		}
		if i > 0 && p.y == places[i-1].y && p.x < places[i-1].x+places[i-1].w-0.1 {
			t.Errorf("%v px: %s overlaps", width, seg.words[i])
		}
		seg.Select(0)
		seg.choose(seg.at(fyne.NewPos(p.x+p.w/2, p.y+p.h/2)))
		if seg.Selected() != i {
			t.Errorf("%v px: a tap on %s chooses %d", width, seg.words[i], seg.Selected())
		}
	}
}

func TestAnIndentMovesWhatItHolds(t *testing.T) {
	var p *Prose
	var i *Indent
	show(t, func() fyne.CanvasObject {
		p = NewProse("one two three four five six", style.Body, style.Ink)
		i = NewIndent(p, 30)
		return NewColumn(0, Part{0, i, false})
	}, 120, 100)
	if p.Position().X != 30 || p.Size().Width != 90 || i.HeightFor(120) != p.HeightFor(90) {
		t.Errorf("is at %v, HeightFor %v", at(p), i.HeightFor(120))
	}
}

func TestWhatIsScrolledIsAsHighAsItNeeds(t *testing.T) {
	var p *Prose
	var sc *Scrolled
	show(t, func() fyne.CanvasObject {
		p = NewProse("Press Ctrl+Shift+K in a space, come back, and paste. Press it again, and paste again, as often as you like.", style.Body, style.Ink)
		sc = NewScrolled(p)
		return sc
	}, 120, 60)
	if p.Size().Height != p.HeightFor(p.Size().Width) || p.Size().Height <= 60 {
		t.Fatalf("is %v high", p.Size().Height)
	}
	sc.scroll.ScrollToBottom()
	if sc.scroll.Offset.Y == 0 {
		t.Error("does not scroll")
	}
	sc.ScrollToTop()
	if sc.scroll.Offset.Y != 0 {
		t.Error("stays below")
	}
}

func TestHintsStepsAndStatesAreAsHighAsTheySay(t *testing.T) {
	long := "The ID and the link name different spaces. The ID was used."
	for _, percent := range []int{100, 200} {
		for width := float32(140); width < 700; width += 140 {
			showAs(t, style.Light, percent, func() fyne.CanvasObject {
				parts := map[string]fyne.CanvasObject{
					"a hint":    NewHint("warn", style.Soon, long),
					"a step":    newStepView("1", Step{Do: "Copy space info in Webex", Then: long, Key: "Ctrl+Shift+K"}),
					"first use": NewFirstUse("Links people can click", long, []Step{{Do: long, Then: long}}, long, NewButton(Filled, "", "Paste", nil)),
					"nothing":   NewNothing(long, NewButton(Linked, "", "Clear the filter", nil)),
					"a banner":  NewBanner(Caution, long, NewButton(Linked, "", "Try now", nil)),
				}
				for name, o := range parts {
					h := o.(heighted).HeightFor(width)
					o.Resize(fyne.NewSize(width, h))
					if bottom := lowest(o, 0); bottom > h+1 {
						t.Errorf("%s at %v px and %d %% reaches to %v of %v", name, width, percent, bottom, h)
					}
				}
				return NewSpace(1, 1)
			}, 100, 100)
		}
	}
}

// lowest returns where the lowest thing inside an object ends.
func lowest(o fyne.CanvasObject, top float32) float32 {
	w, ok := o.(fyne.Widget)
	if !ok {
		return top + o.Size().Height
	}
	bottom := float32(0)
	for _, c := range test.WidgetRenderer(w).Objects() {
		if c.Visible() {
			bottom = max(bottom, lowest(c, top+c.Position().Y))
		}
	}
	return bottom
}

func TestALineWithoutRoomGoesOnBelow(t *testing.T) {
	var l *Line
	button := func(words string) *Button { return NewButton(Outlined, "", words, nil) }
	first, second, third := button("Retry the failed one"), button("Discard"), button("Copy the text")
	show(t, func() fyne.CanvasObject {
		l = NewLine(8, -1, first, second, third)
		return NewColumn(0, Part{0, l, false})
	}, 250, 200)
	if first.Position().Y != second.Position().Y || third.Position().Y <= first.Position().Y || third.Position().X != 0 {
		t.Errorf("they stand at %v, %v and %v", first.Position(), second.Position(), third.Position())
	}
	if l.HeightFor(250) <= l.HeightFor(900) || l.Size().Height != l.HeightFor(250) {
		t.Errorf("the line is %v high, of %v", l.Size().Height, l.HeightFor(250))
	}
	ok, no := button("Save and retry"), button("Cancel")
	show(t, func() fyne.CanvasObject {
		return NewColumn(0, Part{0, NewLine(8, 0, NewSpace(0, 1), no, ok), false})
	}, 150, 200)
	if right := ok.Position().X + ok.Size().Width; right < 149 || ok.Position().Y <= no.Position().Y {
		t.Errorf("the filled button ends at %v, %v below the other", right, ok.Position().Y-no.Position().Y)
	}
}
