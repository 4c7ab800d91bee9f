package tray

import (
	"fmt"
	"runtime"

	"foyer/assets"
)

// Shade is the colour of the icon's lines.
type Shade string

// The shades.
const (
	// Ink is for light panels.
	Ink Shade = "ink"
	// White is for dark panels.
	White Shade = "white"
)

// pngSize is the size of the icon in pixels: the 22 of most panels at two times, which scales
// down cleanly to one.
const pngSize = 44

// Picture returns the icon for a health, ready for this system's tray.
func Picture(h Health, s Shade) []byte {
	name := fmt.Sprintf("tray/foyer-%s-%s-%d.png", h, s, pngSize)
	if runtime.GOOS == "windows" {
		name = fmt.Sprintf("tray/foyer-%s-%s.ico", h, s)
	}
	data, err := assets.Tray.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("the embedded picture %s is missing: %v", name, err)) // a test draws them all
	}
	return data
}
