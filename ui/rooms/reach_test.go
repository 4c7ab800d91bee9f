package rooms_test

import (
	"maps"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/ui/reach"
)

func TestEverythingIsDoneByKeys(t *testing.T) {
	looks := maps.Clone(shows)
	looks["now-screen"] = func(o *office) {
		kiosk(o)
		o.shell.SetBare(true) // as the program does: the board is alone
	}
	reach.Everywhere(t, looks, func(t *testing.T, r reach.Room) *office {
		return newOffice(t, r.Mode, r.Percent, r.Area, furnish())
	}, func(o *office) fyne.Window {
		o.settle()
		return o.window
	})
}
