package rooms_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/ui/reach"
)

func TestEverythingIsDoneByKeys(t *testing.T) {
	reach.Everywhere(t, shows, func(t *testing.T, r reach.Room) *office {
		return newOffice(t, r.Mode, r.Percent, r.Area, furnish())
	}, func(o *office) fyne.Window {
		o.settle()
		return o.window
	})
}
