// Command tray is the floor that Foyer's agent is measured against: an icon in the tray with one
// entry in its menu.
package main

import (
	"bytes"
	"image"
	"image/png"
	"log"

	"fyne.io/systray"
)

func main() {
	var icon bytes.Buffer
	if err := png.Encode(&icon, image.NewNRGBA(image.Rect(0, 0, 22, 22))); err != nil {
		log.Fatal(err)
	}
	systray.Run(func() {
		systray.SetIcon(icon.Bytes())
		systray.AddMenuItem("Nothing", "")
	}, nil)
}
