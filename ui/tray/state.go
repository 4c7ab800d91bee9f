// Package tray is what the tray shows: its menu, icon, tooltip and notifications as pure functions
// of a State, and their binding to fyne.io/systray. It does nothing by itself: what is clicked
// goes to its caller as an Action.
package tray

import (
	"foyer/services/link"
	"foyer/services/message"
)

// State is what the tray shows.
type State struct {
	// Links are the saved links, pinned first, then the last used; the menu shows the first five.
	Links []link.Saved
	// Problems are stable codes of what needs attention, for "tray.problem.<code>" in the
	// translations, gravest first.
	Problems []string
	// Outbox counts the messages that were not delivered yet or need a decision.
	Outbox message.Counts
	// Rooms is what is known of the meeting rooms, nil where there are none to look at.
	Rooms *Rooms
	// Found is what watching the clipboard has found and nobody has used, nil for nothing.
	Found *Found
	// Keys are those that paste from anywhere, such as "Ctrl+Alt+K"; "" when none do.
	Keys string
	// Demo says that this is the demo office and no real one.
	Demo bool
}

// Health is what the icon tells by its shape. A higher one is graver.
type Health int

// The states of the icon.
const (
	// Well: the open leaf.
	Well Health = iota
	// Stale: clock hands; what is shown is old.
	Stale
	// Waiting: an arrow up; messages are waiting.
	Waiting
	// Attention: an exclamation mark.
	Attention
)

// String returns the name of the health's picture.
func (h Health) String() string {
	switch h {
	case Stale:
		return "stale"
	case Waiting:
		return "waiting"
	case Attention:
		return "attention"
	default:
		return "well"
	}
}

// Health returns the gravest of what the state holds.
func (s State) Health() Health {
	switch {
	case len(s.Problems) > 0 || s.Outbox.Failed+s.Outbox.Unknown > 0:
		return Attention
	case waiting(s.Outbox) > 0:
		return Waiting
	case s.Rooms != nil && (s.Rooms.Stale || s.Rooms.Unread && s.Rooms.Failed):
		return Stale
	default:
		return Well
	}
}
