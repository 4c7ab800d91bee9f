package rooms_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/room"
	"foyer/ui/fit"
	"foyer/ui/style"
)

// shows are the states of the page in which its words have to fit.
var shows = fit.Looks[*office]{
	"day":          review,
	"stale":        away,
	"booking":      func(o *office) { review(o); key(o, fyne.KeyReturn) },
	"room":         func(o *office) { o.page.ShowRoom("Aurora") },
	"changes":      changed,
	"changes-list": func(o *office) { changed(o); o.page.ShowChanges() },
	"another-day":  func(o *office) { o.page.GoTo(monday.AddDays(2)) },
	"filtered":     func(o *office) { o.page.Filter(room.Filter{Words: "a"}) },
	"nothing":      func(o *office) { o.page.Filter(room.Filter{Words: "xyz"}) },
	"first-use": func(o *office) {
		o.board.snapshot.Rooms, o.board.snapshot.Bookings = nil, nil
		o.page.SetService(agent.ServiceState{Health: agent.Unset})
		o.page.Load()
	},
	"now":        look(1),
	"now-stale":  func(o *office) { away(o); look(1)(o) },
	"now-screen": kiosk,
	"month":      look(2),
	"find":       func(o *office) { o.page.Find() },
	"date":       func(o *office) { o.page.PickDate() },
	"help":       func(o *office) { o.shell.OpenHelp() },
}

func TestEverythingFitsInEveryLanguage(t *testing.T) {
	fit.Everywhere(t, "rooms", shows, func(t *testing.T, p fit.Place) *office {
		speak(t, p.Language)
		return newOffice(t, style.Light, p.Percent, p.Area, furnish())
	}, func(o *office) fyne.Window {
		o.settle()
		return o.window
	})
}
