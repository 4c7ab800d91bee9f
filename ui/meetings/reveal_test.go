package meetings_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
)

func TestTheKeysBringRowsIntoSightInALowWindow(t *testing.T) {
	o := newOffice(t, style.Light, 200, fyne.NewSize(1280, 900))
	o.page.Put(people...)
	o.settle()
	table := o.page.Table()
	o.window.Canvas().Focus(table)
	o.window.Resize(fyne.NewSize(720, 520))
	foot := fyne.CurrentApp().Driver().AbsolutePositionForObject(o.page.Parts()["foot"]).Y
	if at, size := table.CellArea(0, 0); at.Y+size.Height <= foot {
		t.Fatalf("the first row, at %v, is above the foot, at %v: the window is not low enough for this test", at.Y, foot)
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown} {
		o.keys(key)
		row, column := table.Current()
		if at, size := table.CellArea(row, column); at.Y < 0 || at.Y+size.Height > foot {
			t.Errorf("after %s row %d is at %v, the foot at %v", key, row, at.Y, foot)
		}
	}
}
