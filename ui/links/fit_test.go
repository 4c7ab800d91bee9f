package links_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/link"
	"foyer/ui/fit"
	"foyer/ui/style"
)

// shows are the states of the page in which its words have to fit.
var shows = fit.Looks[*office]{
	"list":           func(*office) {},
	"recognised":     func(o *office) { o.paste(marketing) },
	"space":          func(o *office) { o.pick("Marketing") },
	"person":         func(o *office) { o.pick("Barbara Example") },
	"long-name":      func(o *office) { o.pick("Q3: plan [draft]") },
	"as-html":        func(o *office) { o.pick("Marketing"); o.page.As(link.HTML) },
	"as-code":        func(o *office) { o.pick("Marketing"); o.qr() },
	"first-use":      func(o *office) { o.empty() },
	"ambiguous":      func(o *office) { o.paste(twoIDs) },
	"nothing":        func(o *office) { o.paste("nothing at all") },
	"edit":           func(o *office) { o.pick("Barbara Example"); o.edit() },
	"search":         func(o *office) { o.search("aur") },
	"search-empty":   func(o *office) { o.search("") },
	"search-nothing": func(o *office) { o.search("xyz") },
	"help":           func(o *office) { o.shell.OpenHelp() },
}

func TestEverythingFitsInEveryLanguage(t *testing.T) {
	fit.Everywhere(t, "links", shows, func(t *testing.T, p fit.Place) *office {
		speak(t, p.Language)
		return newOffice(t, style.Light, p.Percent, p.Area)
	}, func(o *office) fyne.Window {
		o.settle()
		return o.window
	})
}
