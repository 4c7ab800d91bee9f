package link

import (
	"fmt"
	"html"
	"strings"

	"github.com/skip2/go-qrcode"
)

// Pixels. A module of eight keeps the smallest code above the least side.
const (
	leastModule = 8
	leastSide   = 256
)

// qrPNG draws url with medium recovery and the quiet zone of four modules that the standard asks
// for. Every module has the same whole number of pixels, so that scaling up stays sharp.
func qrPNG(url string) ([]byte, error) {
	code, err := newQR(url)
	if err != nil {
		return nil, err
	}
	modules := len(code.Bitmap())
	scale := max(leastModule, (leastSide+modules-1)/modules)
	return code.PNG(-scale)
}

// qrSVG draws the same code as one path of unit squares, with the label as its title.
func qrSVG(url, label string) (string, error) {
	code, err := newQR(url)
	if err != nil {
		return "", err
	}
	bitmap := code.Bitmap()
	side := len(bitmap)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" shape-rendering="crispEdges" role="img">`,
		side*leastModule, side*leastModule, side, side)
	fmt.Fprintf(&b, `<title>%s</title><rect width="%d" height="%d" fill="#fff"/><path fill="#000" d="`, html.EscapeString(label), side, side)
	for y, row := range bitmap {
		for x := 0; x < side; x++ {
			if !row[x] {
				continue
			}
			start := x
			for x < side && row[x] {
				x++
			}
			fmt.Fprintf(&b, "M%d %dh%dv1h-%dz", start, y, x-start, x-start)
		}
	}
	b.WriteString("\"/></svg>\n")
	return b.String(), nil
}

func newQR(url string) (*qrcode.QRCode, error) {
	code, err := qrcode.New(url, qrcode.Medium)
	if err != nil {
		return nil, invalid("drawing a QR code", "too-long", "")
	}
	return code, nil
}
