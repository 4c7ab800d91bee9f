package main

import (
	"slices"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/profile"
	"foyer/ui/text"
	"foyer/ui/window"
)

// isFirstUse reports whether nobody has seen the welcome in this profile yet.
func (f *front) isFirstUse() bool { return !f.back.demo && f.back.values().Welcome }

// welcome shows what Foyer does and how to begin, until one of its ways is taken.
func (f *front) welcome() {
	say := f.back.say
	tags := say.Choices()
	names := make([]string, len(tags))
	for i, tag := range tags {
		names[i] = text.OwnName(tag)
	}
	f.shell.Show(agent.PageLinks)
	f.shell.OpenWelcome(window.Welcome{
		Links:     func() { f.shell.Show(agent.PageLinks) },
		Messenger: f.connect,
		Meetings:  f.connect,
		Demo:      f.demo(),
		Languages: names,
		Language:  slices.Index(tags, say.Language()),
		Speak:     func(i int) { f.speak(tags[i].String()) },
	}, f.welcomed)
}

// speak chooses another language; the event that tells of the setting changes the window.
func (f *front) speak(language string) {
	f.running.Go(func() {
		if err := (preferences{f.back}).Set(f.ctx, profile.LookLanguage, language); err != nil {
			f.back.log.Warn("choosing a language", "error", err)
			return
		}
		fyne.Do(f.useLanguage) // also without an agent that tells of it
	})
}

// welcomed remembers that the welcome was seen.
func (f *front) welcomed() {
	f.running.Go(func() {
		if err := (preferences{f.back}).Set(f.ctx, profile.WindowWelcome, "false"); err != nil {
			f.back.log.Warn("noting that the welcome was seen", "error", err)
		}
	})
}
