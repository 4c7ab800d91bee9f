// Command window is the floor that Foyer's window is measured against: a Fyne window of the same
// size with one word in it.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("io.foyer.Bare").NewWindow("Bare")
	w.SetContent(widget.NewLabel("Bare"))
	w.Resize(fyne.NewSize(1000, 700))
	w.ShowAndRun()
}
