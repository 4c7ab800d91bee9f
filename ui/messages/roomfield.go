package messages

import (
	"strings"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// roomField is where the name of a chat room is typed, with the rooms that were written to.
type roomField struct {
	page    *Page
	entry   *widget.Entry
	manage  *widget.Button
	notes   *widget.Column
	changed func()
	pane    func() *pane
	filling bool
}

func newRoomField(p *Page, changed func(), pane func() *pane) *roomField {
	say := p.config.Say
	f := &roomField{page: p, entry: widget.NewEntry("space", say.T("messages.room-hint")), changed: changed, pane: pane, notes: widget.NewColumn(0)}
	f.manage = smallLink(say.T("messages.manage-rooms"), p.manageRooms)
	f.entry.OnChanged = f.typed
	f.entry.OnKey = func(k *fyne.KeyEvent) bool { return p.suggest.typed(f.entry, k) }
	f.entry.OnFocus = func(on bool) {
		if on {
			pane().reveal(f.entry)
			return
		}
		p.suggest.blurred(f.entry)
	}
	return f
}

func (f *roomField) parts() []part {
	say := f.page.config.Say
	f.showNote()
	return []part{
		{object: widget.NewLine(style.GroupGap, 0, caption(say.T("messages.room")), f.manage), late: true},
		{above: style.Unit, object: f.entry},
		{above: style.Unit, object: f.notes},
	}
}

// name is the room's, as it was typed but for blanks around it.
func (f *roomField) name() string { return strings.TrimSpace(f.entry.Text()) }

// set replaces the name without suggesting others.
func (f *roomField) set(name string) {
	f.filling = true
	f.entry.SetText(name)
	f.filling = false
	f.showNote()
	f.changed()
}

// typed suggests rooms while somebody types.
func (f *roomField) typed(text string) {
	if f.filling {
		return
	}
	f.showNote()
	f.changed()
	if strings.TrimSpace(text) == "" {
		f.page.suggest.hide(f.entry)
		return
	}
	var names []string
	for _, r := range f.page.model.matchingRooms(text) {
		if r.Name != f.name() && len(names) < suggested {
			names = append(names, r.Name)
		}
	}
	rows := make([]shortRow, len(names))
	for i, n := range names {
		rows[i] = shortRow{icon: "space", title: n}
	}
	f.page.suggest.show(f.entry, rows, func(i int) {
		f.set(names[i])
		f.entry.CursorToEnd()
		f.page.focus(f.entry.Input())
	})
	f.page.placeSuggestions()
}

// showNote says what the service makes of names, and that one of them is taken.
func (f *roomField) showNote() {
	say := f.page.config.Say
	tone, sentence := widget.Notice, say.T("messages.room-names")
	if (message.Message{Room: f.name(), Text: "x"}).Check() != nil && f.name() != "" {
		tone, sentence = widget.Trouble, say.T("messages.problem."+message.ProblemRoomReserved)
	}
	f.entry.SetInvalid(tone == widget.Trouble)
	f.notes.Set(widget.Part{Object: newNote(f.pane, tone, sentence, "", nil)})
}
