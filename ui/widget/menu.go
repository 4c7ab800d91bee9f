package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"
)

// ShowMenu opens a menu below an object, its end aligned with the object's.
func ShowMenu(below fyne.CanvasObject, items []*fyne.MenuItem) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(below)
	menu := fynewidget.NewPopUpMenu(fyne.NewMenu("", items...), driver.CanvasForObject(below))
	x := max(at.X+below.Size().Width-menu.MinSize().Width, 0)
	menu.ShowAtPosition(fyne.NewPos(x, at.Y+below.Size().Height+2))
}

// ShowMenuAt opens a menu at a point of the canvas that an object is on.
func ShowMenuAt(on fyne.CanvasObject, at fyne.Position, items []*fyne.MenuItem) {
	c := fyne.CurrentApp().Driver().CanvasForObject(on)
	fynewidget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
}
