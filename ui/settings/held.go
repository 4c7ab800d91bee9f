package settings

import (
	"context"

	"foyer/services/agent"
)

// readHeld asks the running Foyer what the desktop gave it, and hands the answer to show on the UI
// goroutine; a newer question of the same name ends the older. Without anybody to ask nothing happens.
func (p *Page) readHeld(name string, show func(*agent.ShortcutState, *agent.WatchingState, error)) {
	around := p.config.Surroundings
	if around == nil {
		return
	}
	p.tasks.Latest("held "+name, func(ctx context.Context) func() {
		shortcut, watching, err := around.Held(ctx)
		return func() { show(shortcut, watching, err) }
	})
}

// adviceOr is the sentence for a code of the desktop's, or another one where the code has none.
func (p *Page) adviceOr(code, otherwise string) string {
	if words := p.advice(code); words != "" {
		return words
	}
	return p.config.Say.T(otherwise)
}

// DesktopChanged asks again what the desktop gives to Foyer.
func (p *Page) DesktopChanged() { p.Reconsider() }
