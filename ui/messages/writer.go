package messages

import (
	"fyne.io/fyne/v2"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// writer is a tab in which a message is written: to people, or to a chat room.
type writer struct {
	page    *Page
	to      *addressField
	count   *widget.Text
	room    *roomField // nil for a message to people
	message *composer
	pane    *pane
	bar     *actionBar
	send    *widget.Button
	filling bool // the page fills the fields, nobody types
	shows   writerShows
}

// writerShows is what follows from a draft on screen. Typing changes it rarely, and drawing the page
// for every letter would be felt.
type writerShows struct{ count, send, says string }

// keyCtrlEnter is how the combination stands on key caps; it is printed on keyboards, not translated.
const keyCtrlEnter = "Ctrl+Enter"

func newWriter(p *Page, in bool) *writer {
	say := p.config.Say
	w := &writer{page: p, count: caption("")}
	pane := func() *pane { return w.pane }
	w.send = widget.NewButton(widget.Filled, "send", say.T("messages.send"), w.primary)
	w.send.Hint = keyCtrlEnter
	w.bar = newActionBar(w.send)
	hint, sealed := "messages.to-hint", "messages.envelope-people"
	if in {
		hint, sealed = "messages.mentions-hint", "messages.envelope-room"
		w.room = newRoomField(p, w.show, pane)
	}
	w.message = newComposer(p, say.T(sealed), w.show, pane)
	w.to = newAddressField(p, say.T(hint), w.show, pane)
	w.count.End = true
	w.pane = newPane(w.parts()...)
	w.pane.roomy = 56
	w.pane.watch(w.message.link, w.message.template, w.message.envelope.check)
	if w.room != nil {
		w.pane.watch(w.room.manage)
	}
	w.to.show()
	return w
}

func (w *writer) parts() []part {
	say := w.page.config.Say
	word := "messages.to"
	var parts []part
	if w.room != nil {
		word = "messages.mentions"
		parts = w.room.parts()
	}
	w.count.Elide = false
	parts = append(parts,
		part{above: style.PageMargin, object: widget.NewLine(style.GroupGap, 0, caption(say.T(word)), w.count)},
		part{above: style.Unit, object: w.to.entry},
		part{above: style.Unit, object: w.to.notes})
	return append(parts, w.message.parts()...)
}

// content is part of being a tab.
func (w *writer) content() fyne.CanvasObject { return w.pane }

// foot is part of being a tab.
func (w *writer) foot() *actionBar { return w.bar }

// shown puts the focus where something is missing, or into the message.
func (w *writer) shown() {
	if problems := w.draft().problems(w.room != nil); len(problems) > 0 {
		w.point(problems[0])
		return
	}
	w.page.focus(w.message.area.Input())
}

// escape is part of being a tab.
func (w *writer) escape() bool {
	if w.page.suggest.Hidden {
		return false
	}
	w.page.suggest.Hide()
	return true
}

// draft returns what stands in the fields.
func (w *writer) draft() draft {
	d := draft{people: w.to.list.clone(), text: w.message.text(), envelope: w.message.envelope.check.On()}
	if w.room != nil {
		d.room = w.room.name()
	}
	return d
}

// put replaces what stands in the fields.
func (w *writer) put(d draft) {
	w.filling = true
	w.to.entry.SetText("")
	w.to.set(d.people)
	w.message.area.SetText(d.text)
	w.message.envelope.check.SetOn(d.envelope)
	if w.room != nil {
		w.room.set(d.room)
	}
	w.filling = false
	w.show()
	w.to.name()
}
