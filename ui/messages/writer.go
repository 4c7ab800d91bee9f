package messages

import (
	"fyne.io/fyne/v2"

	"foyer/services/message"
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

// show draws what depends on the draft: how many people, the button, and what is missing.
func (w *writer) show() {
	if w.filling || w.to == nil || w.pane == nil {
		return
	}
	d := w.draft()
	problems := d.problems(w.room != nil)
	shows := w.words(d)
	if len(problems) > 0 {
		shows.says = w.missing(problems[0])
		w.send.Disable()
	} else {
		w.send.Enable()
	}
	if shows == w.shows {
		return
	}
	w.shows = shows
	w.count.SetText(shows.count)
	w.send.SetText(shows.send)
	w.bar.say(widget.Notice, shows.says)
	w.page.Refresh()
}

// words are those of a draft that is ready to be sent.
func (w *writer) words(d draft) writerShows {
	say, n := w.page.config.Say, len(d.people.all)
	shows := writerShows{send: say.T("messages.send"), says: say.T("messages.waits")}
	if n > 0 {
		shows.count = say.N("messages.people", n)
	}
	switch {
	case w.room != nil && d.room != "":
		shows.send = say.T("messages.send-room", "Room", cut(d.room, 24))
	case w.room == nil && n > 0:
		shows.send = say.N("messages.send-people", n)
	}
	return shows
}

// missing says what has to be done before the message can be sent.
func (w *writer) missing(p message.Problem) string {
	if key := "messages.missing." + p.Code; w.page.config.Say.Has(key) {
		return w.page.config.Say.T(key)
	}
	return w.page.problem(p)
}

// point puts the focus where a problem is.
func (w *writer) point(p message.Problem) {
	switch p.Code {
	case message.ProblemNoText, message.ProblemTooLong, message.ProblemNotText:
		w.page.focus(w.message.area.Input())
	case message.ProblemNoRoom, message.ProblemRoomReserved:
		if w.room != nil {
			w.page.focus(w.room.entry.Input())
		}
	default:
		w.page.focus(w.to.entry.Input())
	}
}

// cut shortens words to at most n characters.
func cut(words string, n int) string {
	if runes := []rune(words); len(runes) > n {
		return string(runes[:n-1]) + "…"
	}
	return words
}
