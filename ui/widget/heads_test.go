package widget

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"foyer/ui/style"
)

func TestActionsThatDoNotFitGoIntoTheMenuFromTheEnd(t *testing.T) {
	for _, c := range []struct {
		width   float32
		percent int
		buttons []string
		menu    []string
	}{
		{900, 100, []string{"New link…", "Import…", "Export…"}, nil},
		{420, 100, []string{"New link…", "Import…"}, []string{"Export…"}},
		{300, 100, []string{"New link…"}, []string{"Import…", "Export…"}},
		{150, 100, nil, []string{"New link…", "Import…", "Export…"}},
		{900, 200, []string{"New link…", "Import…", "Export…"}, nil},
		{420, 200, []string{"New link…"}, []string{"Import…", "Export…"}},
	} {
		t.Run(fmt.Sprintf("%v px at %d %%", c.width, c.percent), func(t *testing.T) {
			var done []string
			var h *Header
			s := showAs(t, style.Light, c.percent, func() fyne.CanvasObject {
				do := func(words string) func() { return func() { done = append(done, words) } }
				h = NewHeader("Links", "More",
					NewButton(Filled, "plus", "New link…", do("new")), NewButton(Outlined, "import", "Import…", do("import")), NewButton(Quiet, "download", "Export…", do("export")))
				h.actions[2].Disable()
				return NewColumn(0, Part{0, h, false})
			}, c.width, 300)
			var shown []string
			for _, b := range findAll(s, func(b *Button) bool { return b != h.more }) {
				shown = append(shown, b.Words())
				if !inside(b, h) || overlap(b, h.title) {
					t.Errorf("%s reaches out of the header or over its title", b.Words())
				}
			}
			if diff := cmp.Diff(c.buttons, shown); diff != "" {
				t.Errorf("buttons (-want +got):\n%s", diff)
			}
			if h.more.Visible() != (len(c.menu) > 0) {
				t.Fatalf("the menu's button is visible: %v", h.more.Visible())
			}
			if len(c.menu) == 0 {
				return
			}
			test.Tap(h.more)
			var offered []string
			for _, i := range s.menuItems() {
				offered = append(offered, i.Label)
				if i.Disabled != (i.Label == "Export…") {
					t.Errorf("%s is disabled: %v", i.Label, i.Disabled)
				}
			}
			if diff := cmp.Diff(c.menu, offered); diff != "" {
				t.Errorf("menu (-want +got):\n%s", diff)
			}
			if s.menuItems()[0].Disabled {
				return
			}
			s.menuItems()[0].Action()
			if len(done) != 1 || !strings.HasPrefix(strings.ToLower(c.menu[0]), done[0]) {
				t.Errorf("the first of the menu did %v", done)
			}
		})
	}
}

func TestABannerPutsItsActionsBelowWhenNarrow(t *testing.T) {
	const sentence = "As of 13:02; the server has been unreachable since 13:03, trying again in 40 s."
	for _, bleed := range []bool{false, true} {
		for _, percent := range []int{100, 200} {
			for _, width := range []float32{180, 300, 500, 900} {
				var b *Banner
				s := showAs(t, style.Light, percent, func() fyne.CanvasObject {
					b = NewBanner(Caution, sentence, NewButton(Linked, "", "Try now", nil), NewButton(Linked, "", "Settings…", nil))
					if bleed {
						b.Bleed()
					}
					return NewColumn(0, Part{0, b, false})
				}, width, 700)
				name := fmt.Sprintf("%v px at %d %%, bleeding %v", width, percent, bleed)
				if b.Size().Height != b.HeightFor(width) {
					t.Errorf("%s: is %v high, HeightFor %v", name, b.Size().Height, b.HeightFor(width))
				}
				buttons := findAll(s, func(*Button) bool { return true })
				below := buttons[0].Position().Y >= b.words.Position().Y+b.words.Size().Height-1
				if want := width < 400 || percent == 200 && width < 650; below != want {
					t.Errorf("%s: actions below is %v", name, below)
				}
				for _, a := range buttons {
					if width >= 300 && !inside(a, b) || overlap(a, b.words) {
						t.Errorf("%s: %s reaches out of the banner or over its words", name, a.Words())
					}
				}
				if !inside(b.words, b) || overlap(b.words, b.icon) {
					t.Errorf("%s: the words reach out of the banner or over its icon", name)
				}
			}
		}
	}
}

func TestTonesDifferByShapeColourAndTint(t *testing.T) {
	seen := map[string]bool{}
	for _, tone := range []Tone{Fine, Caution, Trouble, Notice} {
		icon, ink, tint := tone.look()
		for _, part := range []string{icon, string(ink), string(tint)} {
			if seen[part] {
				t.Errorf("tone %d shares %s with another one", tone, part)
			}
			seen[part] = true
		}
		if tone.Color() != ink {
			t.Errorf("the colour of tone %d is %s, its shape's %s", tone, tone.Color(), ink)
		}
	}
}

func TestABannerSaysSomethingElse(t *testing.T) {
	var b *Banner
	done := 0
	s := show(t, func() fyne.CanvasObject {
		b = NewBanner(Fine, "Connected.")
		return NewColumn(0, Part{0, b, false})
	}, 500, 100)
	before := s.capture()
	b.Set(Trouble, "Refused: "+Strong("no such user"), NewButton(Linked, "", "Edit", func() { done++ }))
	if b.Words() != "Refused: no such user" || differing(before, s.capture()) == 0 {
		t.Errorf("says %q", b.Words())
	}
	test.Tap(find(s, func(b *Button) bool { return b.Words() == "Edit" }))
	if done != 1 {
		t.Error("its action does nothing")
	}
}

func TestAPanelScrollsWhatDoesNotFitAndShortensItsTitle(t *testing.T) {
	var p *SidePanel
	long := NewProse(strings.Repeat("Press Ctrl+Shift+K in a space. ", 30), style.Body, style.Ink)
	s := show(t, func() fyne.CanvasObject {
		p = NewSidePanel()
		p.SetHead("space", "A very long name of a very long space", NewIconButton("star", "Pin", nil), NewIconButton("x", "Close", nil))
		p.SetParts(Part{0, long, false})
		return p
	}, 312, 300)
	if p.Title() != "A very long name of a very long space" || len(p.title.lines) != 2 {
		t.Errorf("the title is %q, in %d lines", p.Title(), len(p.title.lines))
	}
	if long.Size().Height != long.HeightFor(long.Size().Width) || long.Size().Height < 300 {
		t.Errorf("the words are %v high", long.Size().Height)
	}
	for _, b := range findAll(s, func(*Button) bool { return true }) {
		if !inside(b, p) || overlap(b, p.title) {
			t.Errorf("%s reaches out of the head or over its title", b.Words())
		}
	}
	p.SetOverlay(true)
	if !p.fill.Shadow {
		t.Error("lies over the page without a shadow")
	}
}

func TestTheRailShowsWhereYouAreWithoutColourAlone(t *testing.T) {
	var n *NavItem
	s := show(t, func() fyne.CanvasObject {
		n = NewNavItem("outbox", "Outbox", nil)
		return NewColumn(20, Part{0, n, false})
	}, 192, 80)
	words := func() *Text { return find(s, func(x *Text) bool { return x.Words() == "Outbox" }) }
	if words().Bold || n.Words() != "Outbox" {
		t.Error("is bold before it is chosen")
	}
	n.SetOn(true)
	if !words().Bold || count(s.capture(), style.Selection) == 0 || count(s.capture(), style.Accent) < 3*20 {
		t.Error("a chosen page lacks fill, bold words or bar")
	}
	n.SetCount("2")
	if len(findAll(s, func(x *Text) bool { return x.Words() == "2" })) != 1 {
		t.Error("the count is missing")
	}
	n.SetNarrow(true)
	if len(findAll(s, func(x *Text) bool { return x.Words() != "" })) != 0 {
		t.Error("a narrow rail still has words")
	}
	n.MouseIn(nil)
	s.timers.ring()
	if s.tips.words.Words() != "Outbox" || !s.tips.box.Visible() {
		t.Error("the words are not the tip of the icon")
	}
	n.SetNarrow(false)
	n.MouseOut()
	n.MouseIn(nil)
	if s.timers.ring() != 0 {
		t.Error("a wide rail needs no tip")
	}
}

func TestTheSearchOfTheRailDropsItsKeyWhenNarrow(t *testing.T) {
	var b *SearchButton
	s := show(t, func() fyne.CanvasObject {
		b = NewSearchButton("Search", "Ctrl+K", nil)
		return NewColumn(8, Part{0, b, false})
	}, 152, 60)
	shows := func(words string) bool {
		return len(findAll(s, func(x *Text) bool { return x.Words() == words })) > 0
	}
	if !shows("Search") || !shows("Ctrl+K") || b.Words() != "Search" {
		t.Error("words or key are missing")
	}
	s.window.Resize(fyne.NewSize(110, 60))
	if !shows("Search") || shows("Ctrl+K") {
		t.Error("the key stays where the words need its room")
	}
	b.SetNarrow(true)
	if shows("Search") || shows("Ctrl+K") {
		t.Error("a narrow rail still has words")
	}
	b.MouseIn(nil)
	s.timers.ring()
	if got := s.tips.words.Words(); !strings.Contains(got, "Search") || !strings.Contains(got, "Ctrl+K") {
		t.Errorf("the tip is %q", got)
	}
}

func TestAResultMarksTheLettersThatMatch(t *testing.T) {
	for _, c := range []struct {
		title, query string
		want         []piece
	}{
		{"Project Aurora", "aur", []piece{{words: "Project "}, {words: "Aur", bold: true}, {words: "ora"}}},
		{"Aurora, Aurora", "AURORA", []piece{{words: "Aurora", bold: true}, {words: ", "}, {words: "Aurora", bold: true}}},
		{"Marketing", "", []piece{{words: "Marketing"}}},
		{"Marketing", "xyz", []piece{{words: "Marketing"}}},
		{"佐藤 花子", "花", []piece{{words: "佐藤 "}, {words: "花", bold: true}, {words: "子"}}},
		{"İstanbul", "istanbul", []piece{{words: "İstanbul"}}}, // lower case is longer: marked nowhere rather than wrongly
	} {
		if diff := cmp.Diff(c.want, matches(c.title, c.query), cmp.AllowUnexported(piece{})); diff != "" {
			t.Errorf("%q in %q (-want +got):\n%s", c.query, c.title, diff)
		}
	}
}

func TestTheChosenResultSaysWhatEnterDoes(t *testing.T) {
	tapped := 0
	var r *ResultRow
	s := show(t, func() fyne.CanvasObject {
		r = NewResultRow("space", "Project Aurora", "space", "Open", "Enter", "aur", func() { tapped++ })
		return NewColumn(8, Part{0, r, false})
	}, 500, 60)
	caps := func() int { return len(findAll(s, func(*KeyCap) bool { return true })) }
	rest := s.capture()
	if caps() != 0 {
		t.Error("shows the key though it is not chosen")
	}
	r.SetOn(true)
	if caps() != 1 || differing(rest, s.capture()) == 0 {
		t.Error("does not show that it is chosen")
	}
	r.SetOn(false)
	r.MouseIn(&desktop.MouseEvent{})
	if differing(rest, s.capture()) == 0 {
		t.Error("hover does not show")
	}
	r.MouseOut()
	test.Tap(r)
	if tapped != 1 || len(s.tabStops()) != 0 {
		t.Errorf("tapped %d times, %d tab stops", tapped, len(s.tabStops()))
	}
}

func TestAMenuOpensBelowItsButtonWithinTheWindow(t *testing.T) {
	var left, right *Button
	s := show(t, func() fyne.CanvasObject {
		left, right = NewIconButton("more", "More", nil), NewIconButton("more", "More", nil)
		return NewColumn(0, Part{0, NewLine(0, 1, left, NewSpace(0, 1), right), false})
	}, 400, 300)
	items := []*fyne.MenuItem{fyne.NewMenuItem("Copy as Markdown", nil), fyne.NewMenuItem("Delete", nil)}
	for name, b := range map[string]*Button{"at the left edge": left, "at the right edge": right} {
		ShowMenu(b, items)
		menu := s.popUp()
		d := fyne.CurrentApp().Driver()
		at := d.AbsolutePositionForObject(menu)
		if at.X < 0 || at.X+menu.Size().Width > 400 || at.Y < b.Size().Height {
			t.Errorf("%s the menu is at %v, %v wide", name, at, menu.Size().Width)
		}
		menu.Hide()
	}
}
