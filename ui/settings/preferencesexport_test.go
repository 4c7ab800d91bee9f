package settings

import (
	"fyne.io/fyne/v2"

	"foyer/ui/widget"
)

// What the tests of the sections about the desktop and the network look at and touch.

// Told is the check box of a notification, by its setting.
func (p *Page) Told(key string) *widget.Check { return p.told(key) }

// NoticesHere is what stands about this desktop's notifications.
func (p *Page) NoticesHere() string { return p.notifications.here.said() }

// The section about start-up.
func (p *Page) LogInControl() fyne.Focusable  { return p.start.logIn }
func (p *Page) LogIn() int                    { return p.start.logIn.Selected() }
func (p *Page) LogInSays() string             { return p.start.stale.said() }
func (p *Page) RepairControl() *widget.Button { return p.start.repair }
func (p *Page) WatchControl() *widget.Check   { return p.start.watch }
func (p *Page) WatchSays() string             { return p.start.here.said() }

// The section about shortcuts.
func (p *Page) ShortcutControl() fyne.Focusable { return p.shortcuts.control() }
func (p *Page) Shortcut() string                { return p.shortcuts.field.entry.Text() }
func (p *Page) TypeShortcut(s string)           { p.shortcuts.field.entry.SetText(s) }
func (p *Page) ShortcutSays() string            { return p.shortcuts.here.said() }
func (p *Page) ShortcutClash() string           { return p.shortcuts.clash.said() }
func (p *Page) ShortcutWrong() string           { return p.shortcuts.field.problem() }
func (p *Page) ShortcutOff() *widget.Button     { return p.shortcuts.clear }
func (p *Page) ShortcutUsual() *widget.Button   { return p.shortcuts.usual }
func (p *Page) CommandOffered() (*widget.Button, bool) {
	return p.shortcuts.copy, !p.shortcuts.bind.Hidden
}

func (f *lineField) problem() string {
	if f.words.Hidden {
		return ""
	}
	return f.words.Words()
}

// The section about the network.
func (p *Page) ProxyControl() fyne.Focusable { return p.network.proxy }
func (p *Page) Proxy() int                   { return p.network.proxy.Selected() }
func (p *Page) AddressControl() fyne.Focusable {
	if p.network.address.column.Hidden {
		return nil
	}
	return p.network.address.entry.Input()
}
func (p *Page) TypeAddress(s string)           { p.network.address.entry.SetText(s) }
func (p *Page) Address() string                { return p.network.address.entry.Text() }
func (p *Page) AddressWrong() string           { return p.network.address.problem() }
func (p *Page) ConnectControl() fyne.Focusable { return p.network.connect.control() }
func (p *Page) TimeoutControl() fyne.Focusable { return p.network.whole.control() }

// File is a field of a path: 0 the authorities, 1 the certificate, 2 its key.
func (p *Page) File(i int) FileField {
	return FileField{[]*fileField{p.network.ca, p.network.cert, p.network.key}[i]}
}

// FileField is a field of a path as a test sees it.
type FileField struct{ f *fileField }

func (f FileField) Control() fyne.Focusable { return f.f.entry.Input() }
func (f FileField) Type(s string)           { f.f.entry.SetText(s) }
func (f FileField) Text() string            { return f.f.entry.Text() }
func (f FileField) Says() string            { return f.f.here.said() }
func (f FileField) Wrong() string           { return f.f.problem() }
func (f FileField) Choose(path string)      { f.f.chosen(path) }
func (f FileField) Clear() *widget.Button   { return f.f.clear }
func (f FileField) Browse() *widget.Button  { return f.f.browse }

// The section about texts of messages.
func (p *Page) Notes() (names []string) {
	for _, c := range p.messageTexts.list.shown {
		names = append(names, c.title)
	}
	return names
}
func (p *Page) NotesControl() fyne.Focusable { return p.messageTexts.list }
func (p *Page) NoteControl() fyne.Focusable  { return p.messageTexts.area.Input() }
func (p *Page) NoteChosen() string           { return p.messageTexts.chosen }
func (p *Page) PickNote(i int)               { p.messageTexts.list.choose(i) }
func (p *Page) TypeNote(s string)            { p.messageTexts.area.SetText(s) }
func (p *Page) NoteText() string             { return p.messageTexts.area.Text() }
func (p *Page) NoteSays() string             { return p.messageTexts.fields.said() }
func (p *Page) NotePreview() string {
	if p.messageTexts.shown.Hidden {
		return ""
	}
	return widget.Plain(p.messageTexts.preview.Words())
}
func (p *Page) NoNotes() bool   { return !p.messageTexts.empty.Hidden && p.messageTexts.detail.Hidden }
func (p *Page) AddNote()        { p.messageTexts.add() }
func (p *Page) RenameNote()     { p.messageTexts.renameChosen() }
func (p *Page) DeleteNote()     { p.messageTexts.deleteChosen() }
func (p *Page) MoveNote(by int) { p.messageTexts.move(by) }

// Topics are the links to the help, and Parts the button that lists what others made.
func (p *Page) Topics() []*widget.Button { return p.about.topics }
func (p *Page) Parts() *widget.Button    { return p.about.parts }
