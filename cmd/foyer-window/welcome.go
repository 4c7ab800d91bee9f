package main

import (
	"foyer/services/agent"
	"foyer/services/profile"
	"foyer/ui/window"
)

// isFirstUse reports whether nobody has seen the welcome in this profile yet.
func (f *front) isFirstUse() bool { return !f.back.demo && f.back.values().Welcome }

// welcome shows what Foyer does and how to begin, until one of its ways is taken.
func (f *front) welcome() {
	f.shell.Show(agent.PageLinks)
	f.shell.OpenWelcome(window.Welcome{
		Links:     func() { f.shell.Show(agent.PageLinks) },
		Messenger: f.connect,
		Meetings:  f.connect,
		Demo:      f.demo(),
	}, f.welcomed)
}

// welcomed remembers that the welcome was seen.
func (f *front) welcomed() {
	f.running.Go(func() {
		if err := (preferences{f.back}).Set(f.ctx, profile.WindowWelcome, "false"); err != nil {
			f.back.log.Warn("noting that the welcome was seen", "error", err)
		}
	})
}
