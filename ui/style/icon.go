package style

import (
	"bytes"
	"fmt"
	"image/color"
	"sync"

	"fyne.io/fyne/v2"

	"foyer/assets"
)

// inkInFiles is the fill of every drawing in assets; it is exchanged for the colour wanted.
var inkInFiles = []byte("#1F2328")

// drawings caches coloured icons: a page asks for the same few on every refresh.
var drawings sync.Map

// Icon returns a drawing ("link", "star-filled") filled with a colour. The name is that of a file
// in assets/icons, or in assets/states. A name without a drawing panics: it is a mistake of ours
// that the first test of the page shows.
func Icon(name string, c color.Color) fyne.Resource {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	key := fmt.Sprintf("foyer-%s-%02x%02x%02x.svg", name, n.R, n.G, n.B)
	if r, ok := drawings.Load(key); ok {
		return r.(fyne.Resource)
	}
	data, err := assets.Icons.ReadFile("icons/" + name + ".svg")
	if err != nil {
		data, err = assets.Icons.ReadFile("states/" + name + ".svg")
	}
	if err != nil {
		panic("no drawing named " + name)
	}
	fill := fmt.Appendf(nil, "#%02X%02X%02X", n.R, n.G, n.B)
	r := fyne.NewStaticResource(key, bytes.ReplaceAll(data, inkInFiles, fill))
	drawings.Store(key, r)
	return r
}

// AppIcon returns the colour icon of the application.
func AppIcon() fyne.Resource { return fyne.NewStaticResource("foyer-app.svg", assets.AppIcon) }
