package messages

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/widget"
)

// addressField is where people are typed and pasted: their chips, who is meant while somebody types,
// and what is wrong with them, in sentences below.
type addressField struct {
	page    *Page
	entry   *widget.ChipsEntry
	notes   *widget.Column
	list    addressees
	changed func()
	pane    func() *pane

	offered []message.Correspondent // in the list that is down
	query   string                  // that they were offered for
	meant   *message.Correspondent  // who was chosen in the list when it went away with the field's text
	said    []string                // the sentences in notes, plain
}

// suggested is how many people are suggested at once, looked how many names are asked for.
const (
	suggested = 6
	looked    = 40
)

// newAddressField returns an empty field; changed is called when there are other people in it.
func newAddressField(p *Page, placeholder string, changed func(), pane func() *pane) *addressField {
	f := &addressField{page: p, entry: widget.NewChipsEntry(placeholder, p.config.Say.T("messages.remove")), notes: widget.NewColumn(0), changed: changed, pane: pane}
	f.entry.OnText = f.read
	f.entry.OnChanged = f.typed
	f.entry.OnRemove = func(i int) {
		f.list.remove(i)
		f.show()
	}
	f.entry.OnActivated = f.edit
	f.entry.OnKey = func(k *fyne.KeyEvent) bool { return p.suggest.typed(f.entry, k) }
	f.entry.OnFocus = f.focused
	f.entry.OnResized(p.Refresh)
	return f
}

// read makes chips of what was typed or pasted. Words without an address mean whoever was chosen in
// the list that was down.
func (f *addressField) read(text string) {
	meant := f.meant
	f.meant = nil
	if meant != nil && text == f.query && !strings.Contains(text, "@") {
		f.add(recipient(*meant))
		return
	}
	f.add(message.ReadRecipients(text)...)
}

// add appends people and looks their names up.
func (f *addressField) add(people ...message.Recipient) {
	f.list.add(people...)
	f.show()
	f.name()
}

// name asks who those are who have no name yet.
func (f *addressField) name() {
	unknown := f.list.nameless(looked)
	if len(unknown) == 0 {
		return
	}
	f.page.tasks.Go(func(ctx context.Context) func() {
		var known []message.Correspondent
		for _, address := range unknown {
			people, err := f.page.config.Outbox.People(ctx, address, 2)
			if err != nil {
				return nil // an address does without a name
			}
			known = append(known, people...)
		}
		return func() {
			if f.list.name(known) {
				f.show()
			}
		}
	})
}

// typed suggests people while somebody types.
func (f *addressField) typed(text string) {
	f.page.touched()
	query := strings.TrimSpace(text)
	f.meant = nil
	if query == "" {
		if at := f.page.suggest.list.current; f.page.suggest.open(f.entry) && at < len(f.offered) {
			f.meant = &f.offered[at]
		}
		f.page.suggest.hide(f.entry)
		f.page.tasks.Latest("suggest", func(context.Context) func() { return nil })
		return
	}
	limit := suggested + len(f.list.all) // read here: the list is the UI goroutine's
	f.page.tasks.Latest("suggest", func(ctx context.Context) func() {
		people, err := f.page.config.Outbox.People(ctx, query, limit)
		return func() {
			if err == nil && f.entry.Focused() && strings.TrimSpace(f.entry.Text()) == query {
				f.offer(query, people)
			}
		}
	})
}

// offer drops the list of people down, without those who are there already.
func (f *addressField) offer(query string, people []message.Correspondent) {
	people = slices.DeleteFunc(people, func(c message.Correspondent) bool {
		return f.list.find(message.Recipient{Address: c.Address, Valid: true}) >= 0
	})
	people = people[:min(len(people), suggested)]
	f.offered, f.query = people, query
	f.page.suggest.show(f.entry, f.page.peopleRows(people), func(i int) {
		if i < len(people) {
			f.entry.SetText("")
			f.add(recipient(people[i]))
		}
		f.page.focus(f.entry.Input())
	})
	f.page.placeSuggestions()
}

// recipient is somebody from the list of people.
func recipient(c message.Correspondent) message.Recipient {
	return message.Recipient{Address: c.Address, Name: c.Name, Raw: c.Address, Valid: true}
}

// focused reads what is complete when the field is left; half a name waits there for its other half.
func (f *addressField) focused(on bool) {
	if on {
		f.pane().reveal(f.entry)
		return
	}
	f.page.suggest.blurred(f.entry)
	if found := message.ReadRecipients(f.entry.Text()); len(found) > 0 && !slices.ContainsFunc(found, func(r message.Recipient) bool { return !r.Valid }) {
		f.entry.Flush()
	}
}

// edit puts somebody back into the field, to be changed.
func (f *addressField) edit(index int) {
	if index < 0 || index >= len(f.list.all) {
		return
	}
	f.entry.Flush()
	r := f.list.all[index]
	f.list.remove(index)
	f.show()
	f.entry.Choose(-1)
	f.entry.SetText(r.Raw)
	f.page.focus(f.entry.Input())
}

// set replaces the people.
func (f *addressField) set(a addressees) {
	f.list = a.clone()
	f.show()
}

// show draws chips and notes.
func (f *addressField) show() {
	odd := f.list.odd()
	chips := make([]widget.EntryChip, len(f.list.all))
	for i, r := range f.list.all {
		chips[i] = f.chip(r, slices.ContainsFunc(odd, func(o message.Odd) bool { return r.Valid && strings.EqualFold(o.Address, r.Address) }))
	}
	f.entry.SetChips(chips...)
	f.showNotes(odd)
	if f.changed != nil {
		f.changed()
	}
	f.page.Refresh()
}

func (f *addressField) chip(r message.Recipient, doubtful bool) widget.EntryChip {
	switch {
	case !r.Valid:
		return widget.EntryChip{Tone: widget.Trouble, Words: r.Raw, Tip: f.page.config.Say.T("messages.bad-address", "Address", r.Raw)}
	case doubtful:
		return widget.EntryChip{Tone: widget.Caution, Words: r.Address, Tip: r.Name}
	case r.Name != "":
		return widget.EntryChip{Icon: "person", Tone: widget.Notice, Words: r.Name, Tip: r.Address}
	}
	return widget.EntryChip{Icon: "person", Tone: widget.Notice, Words: r.Address}
}
