package outbox

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"foyer/services/message"
	"foyer/ui/widget"
)

var (
	errElsewhere = errors.New("the keys are at another row")
	ctrlDown     = &desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierShortcutDefault}
	ctrlSpace    = &desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: fyne.KeyModifierShortcutDefault}
)

// What the tests look at, by the words that a person sees.

// Row is a row of the list as it is drawn; its links are words.
type Row struct {
	Word, Title, Second, Trailing string
	Links                         []string
}

// Rows are the rows of the list that are read.
func (p *Page) Rows() []Row {
	var all []Row
	for _, id := range p.list.Keys() {
		if r, ok := p.row(id); ok {
			row := Row{Word: r.Word, Title: r.Title, Second: r.Second, Trailing: r.Trailing}
			for _, a := range r.Actions {
				row.Links = append(row.Links, a.Word)
			}
			all = append(all, row)
		}
	}
	return all
}

// Follow does what a row's link says; it reports whether there is one.
func (p *Page) Follow(id int64, word string) bool {
	r, _ := p.row(id)
	for _, a := range r.Actions {
		if a.Word == word {
			a.Do()
			return true
		}
	}
	return false
}

// Pick chooses messages as clicks do, Chosen are those.
func (p *Page) Pick(ids ...int64) {
	p.list.Choose(ids[0])
	for _, id := range ids[1:] {
		for p.currentIs(id) != nil {
			p.list.TypedShortcut(ctrlDown)
		}
		p.list.TypedShortcut(ctrlSpace)
	}
}

func (p *Page) currentIs(id int64) error {
	if now, ok := p.list.Current(); ok && now == id {
		return nil
	}
	return errElsewhere
}

func (p *Page) List() *widget.Ledger { return p.list }
func (p *Page) Chosen() []int64      { return p.list.Chosen() }
func (p *Page) Shows() int64         { return p.model.shown }
func (p *Page) Names() int           { return len(p.model.names) }
func (p *Page) Kept() int            { return len(p.model.items) }

// PanelTitle is the title of the panel, "" when it is closed; Standing is the line below it.
func (p *Page) PanelTitle() string {
	if p.panel.Hidden {
		return ""
	}
	return p.panel.side.Title()
}
func (p *Page) Standing() string { return p.panel.state.Words() }

// Explanation and History are what the panel says of a message.
func (p *Page) Explanation(i message.Item) string { return p.explanation(i) }
func (p *Page) History() []string {
	var all []string
	for _, m := range p.moments(p.model.items[p.model.shown]) {
		all = append(all, m.Time+" "+m.Words)
	}
	return all
}

// PanelButtons are the words of the panel's buttons; Press presses one.
func (p *Page) PanelButtons() []string {
	var all []string
	for _, b := range p.panel.buttons {
		all = append(all, b.Words())
	}
	return all
}
func (p *Page) Press(word string) bool {
	at := slices.Index(p.PanelButtons(), word)
	if at >= 0 {
		p.panel.buttons[at].Tapped(nil)
	}
	return at >= 0
}
func (p *Page) PanelButton(i int) *widget.Button { return p.panel.buttons[i] }

// Menu is the menu of what is chosen.
func (p *Page) Menu() []string {
	var words []string
	for _, i := range p.menuItems() {
		if !i.IsSeparator {
			words = append(words, i.Label)
		}
	}
	return words
}

// Chips are the filters with their counts as they are drawn; the chosen one has a star.
func (p *Page) Chips() []string {
	var words []string
	for _, c := range p.chips {
		w := c.Words() + " " + c.Count()
		if c.On() {
			w += " *"
		}
		words = append(words, w)
	}
	return words
}

// Banners are what the banners in sight say.
func (p *Page) Banners() []string {
	var words []string
	for _, b := range []*widget.Banner{p.banner.Banner, p.batches.Banner} {
		if b.Visible() {
			words = append(words, b.Words())
		}
	}
	return words
}

// These do what the page's controls do.
func (p *Page) Filter(s message.State)      { p.choose(s) }
func (p *Page) SearchFor(words string)      { p.search.SetText(words) }
func (p *Page) SearchShows() bool           { return p.search.Visible() }
func (p *Page) SearchField() fyne.Focusable { return p.search.Input() }
func (p *Page) OpenSearch()                 { p.openSearch() }
func (p *Page) Nothing() bool               { return p.nothing.Visible() }
func (p *Page) Reading() bool               { return p.reading.Visible() }
func (p *Page) GiveUp()                     { p.giveUp() }
func (p *Page) FirstUse() *firstUse         { return p.first }
func (p *Page) TryNow()                     { p.deliverNow() }
func (p *Page) Resume(batch int64)          { p.resume(batch) }
func (p *Page) Export()                     { p.export() }
func (p *Page) ExportTo(path string)        { p.exportTo(path, p.model.filter()) }
func (p *Page) DiscardChosen()              { p.discardChosen() }
func (p *Page) TryChosen()                  { p.tryChosen() }
func (p *Page) In(i message.Item) string    { return p.when(i) }
func (p *Page) FilterActions() (w []string) {
	for _, a := range p.filterActions() {
		w = append(w, a.word)
	}
	return w
}
func (p *Page) DoFilterAction(n int) { p.filterActions()[n].do() }

// Sheet is the sheet in which a message is changed.
type Sheet = editSheet

// NewSheet opens nothing, but makes the sheet of a message.
func (p *Page) NewSheet(i message.Item) *Sheet { return newEditSheet(p, i) }

func (e *editSheet) Type(s string)      { e.text.SetText(s) }
func (e *editSheet) TypeRoom(s string)  { e.room.SetText(s) }
func (e *editSheet) AddPeople(s string) { e.read(s) }
func (e *editSheet) TypePeople(s string) {
	e.people.SetText(s)
}
func (e *editSheet) Remove(i int)       { e.people.OnRemove(i) }
func (e *editSheet) Change(i int)       { e.people.OnActivated(i) }
func (e *editSheet) Typed() string      { return e.people.Text() }
func (e *editSheet) Envelope()          { e.envelope.Tapped(nil) }
func (e *editSheet) Save()              { e.save() }
func (e *editSheet) Problem() string    { return e.problem.Words() }
func (e *editSheet) OK() *widget.Button { return e.sheet.OK() }
func (e *editSheet) Chips() (w []string) {
	for _, c := range e.people.Chips() {
		w = append(w, c.Words)
	}
	return w
}

// BannerButtons are the buttons of the banner about the service.
func (p *Page) BannerButtons() []*widget.Button { return p.banner.actions }
