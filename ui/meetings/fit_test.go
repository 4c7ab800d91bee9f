package meetings_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/ui/fit"
	"foyer/ui/style"
)

func TestEverythingFitsInEveryLanguage(t *testing.T) {
	shows := fit.Looks[*office]{}
	for _, l := range looks {
		shows[l.name] = l.do
	}
	fit.Everywhere(t, "meetings", shows, func(t *testing.T, p fit.Place) *office {
		speak(t, p.Language)
		return newOffice(t, style.Light, p.Percent, p.Area)
	}, func(o *office) fyne.Window {
		o.settle()
		return o.window
	})
}
