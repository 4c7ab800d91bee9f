// Package drawing makes pictures of a size in pixels from our outlines, for the tray and for the
// packages.
package drawing

import (
	"bytes"
	"fmt"
	"image"
	stddraw "image/draw"
	"image/png"
	"strings"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// Draw renders an SVG at a size in pixels.
func Draw(outline string, size int) (*image.NRGBA, error) {
	icon, err := oksvg.ReadIconStream(strings.NewReader(outline), oksvg.StrictErrorMode)
	if err != nil {
		return nil, fmt.Errorf("reading the outline: %w", err)
	}
	icon.SetTarget(0, 0, float64(size), float64(size))
	canvas := image.NewRGBA(image.Rect(0, 0, size, size))
	scanner := rasterx.NewScannerGV(size, size, canvas, canvas.Bounds())
	icon.Draw(rasterx.NewDasher(size, size, scanner), 1)
	straight := image.NewNRGBA(canvas.Bounds())
	stddraw.Draw(straight, straight.Bounds(), canvas, image.Point{}, stddraw.Src)
	return straight, nil
}

// PNG encodes a picture as small as it gets.
func PNG(picture image.Image) ([]byte, error) {
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, picture); err != nil {
		return nil, fmt.Errorf("encoding a picture: %w", err)
	}
	return b.Bytes(), nil
}
