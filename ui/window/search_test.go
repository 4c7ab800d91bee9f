package window

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"foyer/ui/widget"
)

// results lists what the search shows, the chosen one with a star.
func (l *lobby) results() (titles []string) {
	for i, r := range l.shell.search.results {
		title := r.Title
		if i == l.shell.search.chosen {
			title = "*" + title
		}
		titles = append(titles, title)
	}
	return titles
}

func (l *lobby) shows(want ...string) {
	l.t.Helper()
	if diff := cmp.Diff(want, l.results()); diff != "" {
		l.t.Errorf("results (-want +got):\n%s", diff)
	}
}

func TestCtrlKOpensTheSearchAndTypingFilters(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.shell.Show("links")
	behind := l.window.Canvas().Focused()
	l.press(fyne.KeyK, ctrl)
	if l.shell.search == nil || l.window.Canvas().Focused() != l.shell.search.field.Input() {
		t.Fatal("the search does not open with the focus in it")
	}
	l.shows("*Project Aurora", "Aurora move 2027", "Barbara Example", "Import people") // recent things
	if l.says("4 results") {
		t.Error("counts before anything is asked")
	}
	l.runes("aur")
	l.shows("*Project Aurora", "Aurora move 2027")
	if !l.says("2 results") || !l.says("Links") || l.says("Actions") {
		t.Error("count or groups are wrong")
	}
	l.runes(" 2027")
	l.shows("*Aurora move 2027")
	if !l.says("1 result") {
		t.Error("does not count one")
	}
	l.keys(fyne.KeyEscape)
	if l.shell.search != nil || l.window.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close it")
	}
	if l.window.Canvas().Focused() != behind {
		t.Error("the focus is not where it was")
	}
}

func TestTheSearchIsWorkedByKeys(t *testing.T) {
	const up, down, enter = fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn
	for name, c := range map[string]struct {
		keys []fyne.KeyName
		want []string
	}{
		"Enter opens the first":      {[]fyne.KeyName{enter}, []string{"open Project Aurora"}},
		"Down chooses the next":      {[]fyne.KeyName{down, enter}, []string{"open Aurora move 2027"}},
		"over the end of a group":    {[]fyne.KeyName{down, down, down, enter}, []string{"open Import people"}},
		"the end is the end":         {[]fyne.KeyName{down, down, down, down, down, enter}, []string{"open Import people"}},
		"the beginning is that, too": {[]fyne.KeyName{up, enter}, []string{"open Project Aurora"}},
		"and back":                   {[]fyne.KeyName{down, down, up, enter}, []string{"open Aurora move 2027"}},
		"a page":                     {[]fyne.KeyName{fyne.KeyPageDown, enter}, []string{"open Import people"}},
		"a page back":                {[]fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageUp, enter}, []string{"open Project Aurora"}},
	} {
		t.Run(name, func(t *testing.T) {
			l := newLobby(t, 100, 1000, 700)
			l.shell.OpenSearch()
			l.keys(c.keys...)
			l.heard(c.want...)
			if l.shell.search != nil {
				t.Error("stays open")
			}
		})
	}
}

func TestCtrlEnterCopiesWhatCanBeCopied(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.shell.OpenSearch()
	l.keys(fyne.KeyDown)
	l.toFocus(fyne.KeyReturn, ctrl)
	l.heard("copy Aurora move 2027")
	if l.shell.search != nil {
		t.Error("stays open")
	}
	l.shell.OpenSearch()
	l.runes("import")
	l.toFocus(fyne.KeyReturn, ctrl)
	l.heard() // neither copied, nor the page's filled button pressed
	if l.shell.search == nil {
		t.Error("closes though nothing was copied")
	}
	l.toFocus(fyne.KeyK, ctrl)
	if l.shell.search != nil {
		t.Error("Ctrl+K does not close it")
	}
}

func TestASearchThatFindsNothingSaysSo(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.shell.OpenSearch()
	l.runes("xyz")
	if !l.says("Nothing found for xyz.") || !l.says("0 results") {
		t.Error("does not say so")
	}
	l.keys(fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	l.toFocus(fyne.KeyReturn, ctrl)
	l.heard()
	l.keys(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	if len(l.results()) != 4 {
		t.Error("does not go back to recent things")
	}
}

func TestATapOpensAResultAndATapBesideCloses(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.shell.OpenSearch()
	test.Tap(l.shell.search.rows[2])
	l.heard("open Barbara Example")
	l.shell.OpenSearch()
	test.Tap(l.shell.search.shade)
	if l.shell.search != nil {
		t.Error("stays open")
	}
	l.heard()
}

func TestTheSearchIsOpenOnceAndGoesWithItsPage(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.shell.OpenSearch()
	l.shell.OpenSearch()
	if n := len(l.window.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d searches are open", n)
	}
	l.press(fyne.KeyI, ctrl) // the page's own keys rest
	l.heard()
	l.press(fyne.Key6, ctrl)
	if l.shell.search != nil || l.shell.Shown() != "settings" {
		t.Error("another page does not close it")
	}
	l.shell.Search("aur") // without the box, nothing
	l.shell.CloseSearch()
}

func TestNoMoreResultsAreDrawnThanAnybodyReads(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.found = func(string) []Group {
		var many Group
		many.Title = "Links"
		for i := range 500 {
			many.Results = append(many.Results, Result{Icon: "link", Title: fmt.Sprint("Link ", i), Open: func() {}})
		}
		return []Group{many, {Title: "Actions", Results: many.Results[:3]}}
	}
	l.shell.OpenSearch()
	l.runes("link")
	if n := len(findAll[*widget.ResultRow](l)); n != searchRows {
		t.Errorf("%d rows are drawn, want %d", n, searchRows)
	}
	if !l.says("503 results") {
		t.Error("does not count all of them")
	}
	for range searchRows + 5 {
		l.keys(fyne.KeyDown)
		if row := l.shell.search.rows[l.shell.search.chosen]; !inside(row, l.shell.search.scroll) {
			t.Fatalf("row %d is out of sight", l.shell.search.chosen)
		}
	}
	for range searchRows {
		l.keys(fyne.KeyUp)
		if row := l.shell.search.rows[l.shell.search.chosen]; !inside(row, l.shell.search.scroll) {
			t.Fatalf("row %d is out of sight on the way back", l.shell.search.chosen)
		}
	}
}

func TestTheSearchFitsItsWindow(t *testing.T) {
	for _, percent := range []int{100, 200} {
		for _, size := range []fyne.Size{{Width: 1000, Height: 700}, {Width: 720, Height: 520}, MinSize} {
			for _, query := range []string{"", "aur", "xyz"} {
				t.Run(fmt.Sprintf("%v at %d %%, %q", size, percent, query), func(t *testing.T) {
					l := newLobby(t, percent, size.Width, size.Height)
					l.shell.OpenSearch()
					l.shell.Search(query)
					fits(t, l)
				})
			}
		}
	}
}

// fits fails when a part of the search reaches out of its card, or the card out of the window.
func fits(t *testing.T, l *lobby) {
	t.Helper()
	s := l.shell.search
	parts := map[string]fyne.CanvasObject{"field": s.field, "results": s.scroll, "keys": s.foot, "count": s.count, "icon": s.icon}
	for _, k := range findAll[*widget.KeyCap](l) {
		parts[fmt.Sprintf("key at %v", k.Position())] = k
	}
	for _, x := range findAll[*widget.Text](l) {
		switch x.Words() {
		case "choose", "open", "copy link", "close":
			parts[x.Words()] = x
		}
	}
	for what, o := range parts {
		if !inside(o, s.card) {
			t.Errorf("the %s reaches out of the card", what)
		}
	}
	if !inside(s.card, s) || s.scroll.Size().Height < 36 {
		t.Errorf("the card is at %v, %v; %v for the results", s.card.Position(), s.card.Size(), s.scroll.Size().Height)
	}
	if s.count.Words() != "" && overlap(s.field, s.count) {
		t.Error("field and count overlap")
	}
}

func TestTheSearchFollowsTheWindow(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.shell.OpenSearch()
	l.window.Resize(fyne.NewSize(720, 520))
	if l.shell.search.Size() != fyne.NewSize(720, 520) || !inside(l.shell.search.card, l.shell.search) {
		t.Errorf("is %v", l.shell.search.Size())
	}
}

func TestEveryWordOfAQueryMustMatch(t *testing.T) {
	all := []Result{{Title: "Project Aurora"}, {Title: "Aurora move 2027"}, {Title: "佐藤 花子"}}
	for query, want := range map[string]int{"": 3, "aurora": 2, "AURORA  move": 1, "move aurora": 1, "aurora x": 0, "花": 1} {
		if got := len(Matching(all, query)); got != want {
			t.Errorf("%q matches %d, want %d", query, got, want)
		}
	}
}

func TestTheSearchDarkensTheWindow(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	before := l.window.Canvas().Capture()
	l.shell.OpenSearch()
	if after := l.window.Canvas().Capture(); before.At(5, 690) == after.At(5, 690) {
		t.Error("the window behind is as bright as before")
	}
}
