package messages_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/ui/reach"
)

func TestEverythingIsDoneByKeys(t *testing.T) {
	shows := map[string]func(*office){}
	for _, l := range looks {
		shows[l.name] = l.do
	}
	reach.Everywhere(t, shows, func(t *testing.T, r reach.Room) *office {
		return newOffice(t, r.Mode, r.Percent, r.Area)
	}, func(o *office) fyne.Window {
		o.settle()
		return o.window
	})
}
