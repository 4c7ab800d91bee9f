package outbox_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/fit"
	"foyer/ui/style"
)

// shows are the states of the page in which its words have to fit.
var shows = fit.Looks[*office]{
	"list":      func(*office) {},
	"unknown":   func(o *office) { o.page.Pick(4) },
	"failed":    func(o *office) { o.page.Pick(6); o.settle(); o.page.Press(o.say.T("outbox.server-said")) },
	"queued":    func(o *office) { o.page.Pick(1) },
	"sent":      func(o *office) { o.page.Pick(8) },
	"many":      func(o *office) { o.page.Pick(4, 5, 6, 8) },
	"away":      away,
	"refused":   refused,
	"held":      func(o *office) { hold(o); o.page.Pick(1) },
	"long":      func(o *office) { lengthen(o); o.page.Pick(4) },
	"nothing":   func(o *office) { o.page.OpenSearch(); o.page.SearchFor("xyz") },
	"filter":    func(o *office) { o.page.Filter(message.Failed) },
	"first-use": blank,
	"edit":      func(o *office) { o.page.Follow(6, o.say.T("outbox.edit")) },
	"edit-room": func(o *office) { o.page.Follow(3, o.say.T("outbox.edit")) },
}

func TestEverythingFitsInEveryLanguage(t *testing.T) {
	fit.Everywhere(t, "outbox", shows, func(t *testing.T, p fit.Place) *office {
		speak(t, p.Language)
		return newOffice(t, style.Light, p.Percent, p.Area)
	}, func(o *office) fyne.Window {
		o.settle()
		return o.window
	})
}
