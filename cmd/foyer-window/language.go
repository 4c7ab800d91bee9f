package main

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/desktop"
	"foyer/ui/settings"
	"foyer/ui/text"
	"foyer/ui/widget"
	"foyer/ui/window"
)

// rewordPause lies between two tries to speak another language while something is in the way.
const rewordPause = 200 * time.Millisecond

// tellAfter is how many tries it takes until the window says that it waits.
const tellAfter = 8

// useLanguage lets the window speak the language that the settings ask for: all pages are made anew, with
// what stood on them. That waits until nothing lies over the window and no page has something under way,
// which would be lost or speak both languages.
func (f *front) useLanguage() {
	wanted := text.Wanted(f.back.values().Language)
	if f.back.say.Best(wanted...) == f.back.say.Language() {
		return
	}
	welcoming := f.shell.Welcoming()
	if !welcoming && f.window.Canvas().Overlays().Top() != nil || f.shell.Busy() || f.busy() {
		f.rewordLater()
		return
	}
	f.tries = 0
	f.back.say.Use(wanted...)
	f.speakToolkit()
	f.shell.CloseWelcome()
	f.reword()
	if welcoming {
		f.welcome()
	}
}

func (f *front) speakToolkit() {
	if err := window.SpeakToolkit(f.back.say); err != nil {
		f.back.log.Warn("the toolkit's language", "error", err)
	}
}

// rewordLater tries again soon, once.
func (f *front) rewordLater() {
	if f.rewording {
		return
	}
	f.rewording = true
	if f.tries++; f.tries == tellAfter {
		f.shell.Say(widget.Notice, f.back.say.T("language.later"))
	}
	f.running.Go(func() {
		pause(f.ctx, rewordPause)
		fyne.Do(func() {
			f.rewording = false
			if f.ctx.Err() == nil {
				f.useLanguage()
			}
		})
	})
}

// busy reports whether a page has something under way.
func (f *front) busy() bool {
	return f.links.Busy() || f.settings.Busy() || f.rooms != nil && f.rooms.Busy() || f.messages != nil && f.messages.Busy() ||
		f.meetings != nil && f.meetings.Busy() || f.outbox != nil && f.outbox.Busy()
}

// reword makes the window's content anew in the language in use.
func (f *front) reword() {
	canvas := f.window.Canvas()
	caret, typing := widget.CaretIn(canvas.Focused())
	page, at := f.shell.Shown(), focusedAt(canvas)
	links, preferences := f.links, f.settings
	f.links, f.settings = f.newLinks(), f.newSettings()
	f.links.TakeOver(links)
	f.settings.TakeOver(preferences)
	made := f.remake()
	f.shell = f.newShell(made)
	f.shell.Attach(f.window)
	f.shell.Show(page)
	f.links.Load()
	f.roomsChanged()
	f.outboxChanged()
	f.status.show()
	f.status.setOutbox(f.status.outbox)
	focusAgain(canvas, at)
	if typing {
		caret.PutIn(canvas.Focused())
	}
	if f.hidden {
		f.leave()
	}
}

// remake makes those pages anew that were made before, and returns them by their names.
func (f *front) remake() map[string]window.Page {
	made := map[string]window.Page{}
	if before := f.rooms; before != nil {
		made[agent.PageRooms] = f.makeRooms()
		f.rooms.TakeOver(before)
	}
	if before := f.messages; before != nil {
		made[agent.PageMessages] = f.makeMessages()
		f.messages.TakeOver(before)
	}
	if before := f.meetings; before != nil {
		made[agent.PageMeetings] = f.makeMeetings()
		f.meetings.TakeOver(before)
	}
	if before := f.outbox; before != nil {
		made[agent.PageOutbox] = f.makeOutbox()
		f.outbox.TakeOver(before)
	}
	return made
}

// findFont looks for what Chinese and Japanese are drawn with.
func findFont(ctx context.Context) (settings.Font, error) {
	found, err := desktop.CJKFont(ctx)
	return settings.Font{Name: found.Name, Package: found.Package}, err
}

// stepsMost bounds how many widgets are gone through to find the one with the focus again.
const stepsMost = 400

// focusedAt says how many steps of the Tab key lead to what has the focus, 0 when nothing has.
func focusedAt(c fyne.Canvas) int {
	at := c.Focused()
	if at == nil {
		return 0
	}
	c.Unfocus()
	for n := 1; n < stepsMost; n++ {
		c.FocusNext()
		if c.Focused() == at {
			return n
		}
	}
	return 0
}

// focusAgain goes that many steps.
func focusAgain(c fyne.Canvas, steps int) {
	if steps == 0 {
		return
	}
	c.Unfocus()
	for range steps {
		c.FocusNext()
	}
}
