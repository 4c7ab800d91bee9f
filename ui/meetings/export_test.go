package meetings

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"foyer/services/meeting"
	"foyer/ui/widget"
)

// TypeAccess types into the meeting's fields.
func (p *Page) TypeAccess(id, secret string) {
	p.access.id.SetText(id)
	p.access.secret.SetText(secret)
}

// FocusID puts the focus into the field for the ID.
func (p *Page) FocusID() { p.focus(p.access.id.Input()) }

// FocusSecret puts the focus into the field for the secret.
func (p *Page) FocusSecret() { p.focus(p.access.secret.Input()) }

// Access returns what the fields hold.
func (p *Page) Access() meeting.Access { return p.typedAccess() }

// UseToken chooses the control token.
func (p *Page) UseToken() { p.access.choose(true) }

// State returns what the page says of the meeting, and its links.
func (p *Page) State() (words string, links []string) {
	for _, a := range p.access.actions {
		links = append(links, a.Words())
	}
	return p.access.words.Words(), links
}

// Put puts people into the table.
func (p *Page) Put(people ...meeting.Attendee) { p.insert(p.model.table.Len(), people) }

// Rows returns the table.
func (p *Page) Rows() []meeting.Attendee { return p.model.table.Rows() }

// Table returns the table's widget.
func (p *Page) Table() *widget.SheetTable { return p.table }

// Row returns what a row says.
func (p *Page) Row(i int) widget.SheetRow { return p.sheetRow(i) }

// Notes returns the last column.
func (p *Page) Notes() (notes []string) {
	for i := range p.model.table.Len() {
		notes = append(notes, p.sheetRow(i).Note)
	}
	return notes
}

// Sum returns what the foot says, Filled what its button says and whether it can be pressed.
func (p *Page) Sum() string { return strings.TrimSpace(p.foot.line.words()) }

func (p *Page) Filled() (string, bool) { return p.foot.invite.Words(), !p.foot.invite.Disabled() }

// Offer returns the link below the sum, "" without one.
func (p *Page) Offer() string {
	if p.foot.offer.Hidden {
		return ""
	}
	return p.foot.offer.Words()
}

// Result, Rejected and Banner return what the notices say, "" for none.
func (p *Page) Result() string   { return noted(p.result) }
func (p *Page) Rejected() string { return noted(p.reject) }
func (p *Page) Banner() string   { return noted(p.banner) }
func (p *Page) Note() string     { return noted(p.access.note) }

func noted(n *notice) string {
	if n.Hidden {
		return ""
	}
	return n.Words()
}

// Side returns the panel's rows, its count and its age.
func (p *Page) Side() (rows []string, count, age string) {
	for _, r := range p.side.roster.Rows() {
		row := r.Name + ": " + r.State + r.Second
		if r.Action != "" {
			row += " [" + r.Action + "]"
		}
		rows = append(rows, row)
	}
	return rows, p.side.count.Words(), p.side.age.Words()
}

// SideShown reports whether the panel is in sight.
func (p *Page) SideShown() bool { return p.side.Visible() }

// OpenSide shows the panel where it lies over the page.
func (p *Page) OpenSide() { p.openSide() }

// Retry takes what a row of the panel offers.
func (p *Page) Retry(i int) { p.side.retry(i) }

// PersonMenu returns the menu of somebody in the panel, RowMenu that of a row, and the others those of
// their buttons.
func (p *Page) PersonMenu(i int) []*fyne.MenuItem { return p.personMenu(p.side.people[i]) }
func (p *Page) RowMenu(i int) []*fyne.MenuItem    { return p.rowMenu(i) }
func (p *Page) TableMenu() []*fyne.MenuItem       { return p.title.menu() }
func (p *Page) MeetingMenu() []*fyne.MenuItem     { return p.meetingMenu() }

// Pick does what an item of a menu does; it reports whether there is one that can be chosen.
func Pick(items []*fyne.MenuItem, words string) bool {
	for _, i := range items {
		if i.Label == words && !i.Disabled {
			i.Action()
			return true
		}
	}
	return false
}

// Pressable finds buttons by their words in what a page or a sheet draws.
func Pressable(o fyne.CanvasObject, words string) *widget.Button {
	var found *widget.Button
	Walk(o, func(o fyne.CanvasObject) {
		if b, ok := o.(*widget.Button); ok && b.Words() == words && found == nil {
			found = b
		}
	})
	return found
}

// Walk calls f for everything that is in sight.
func Walk(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	f(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			Walk(c, f)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			Walk(c, f)
		}
	}
}

// SaveTable, SaveResult and SaveRejected write to a path without asking.
func (p *Page) SaveResultTo(path string) { p.saveTo(path, p.resultNow()) }

// Drop returns the list below a cell.
func (p *Page) Drop() *widget.DropList { return p.drop }

// FirstUse reports whether the page shows what it is for.
func (p *Page) FirstUse() bool { return p.first.Visible() }

// FirstWords are those on the buttons then.
func (p *Page) FirstWords() []string { return p.first.Words() }

// GoWithout begins without an account.
func (p *Page) GoWithout() { p.goWithout() }

// ToastWords are what the toast says.
func (p *Page) ToastWords() string {
	if !p.toast.Visible() {
		return ""
	}
	return p.toast.Words()
}

// OpenDirectory, OpenMeetings, OpenGroups, OpenCreate, OpenRow, OpenNumber and OpenPreview open sheets.
func (p *Page) OpenDirectory()  { p.openDirectory() }
func (p *Page) OpenMeetings()   { p.openMeetings() }
func (p *Page) OpenGroups()     { p.openGroups() }
func (p *Page) OpenSaveGroup()  { p.openSaveGroup() }
func (p *Page) OpenCreate()     { p.openCreate() }
func (p *Page) OpenRow(row int) { p.openRow(row) }
func (p *Page) OpenNumber()     { p.openNumber() }
func (p *Page) OpenPreview()    { p.openPreview() }
func (p *Page) CancelInvite()   { p.cancelInvite() }
func (p *Page) LookAgain()      { p.lookAgain() }
func (p *Page) Start()          { p.start() }

// Clear empties the table.
func (p *Page) Clear() { p.removeRows(0, p.model.table.Len()) }

// Parts are the parts of the page by name.
func (p *Page) Parts() map[string]fyne.CanvasObject {
	return map[string]fyne.CanvasObject{"header": p.header, "body": p.scroll, "foot": p.foot, "first use": p.first, "panel": p.side, "list": p.drop}
}

// Mapped reads a table with what its columns are.
func (p *Page) Mapped(name, data string, m meeting.Mapping) { p.mapped(name, []byte(data), m) }

// Saw takes who is in the meeting, as after a look.
func (p *Page) Saw(now meeting.Presence) {
	p.saw(now)
	p.showPresence()
}
