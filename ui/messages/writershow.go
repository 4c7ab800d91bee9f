package messages

import (
	"foyer/services/message"
	"foyer/ui/widget"
)

// show draws what depends on the draft: how many people, the button, and what is missing.
func (w *writer) show() {
	if w.filling || w.to == nil || w.pane == nil {
		return
	}
	w.page.touched()
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
	case message.ProblemNoRoom, message.ProblemRoomReserved, message.ProblemRoomNotText:
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
