package desktop

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
)

// dibPixels bounds the pictures that are converted: 16 million pixels are 64 MB.
const dibPixels = 16 << 20

// dib converts a PNG picture to a device-independent bitmap (CF_DIB: a BITMAPINFOHEADER and 32-bit rows
// from the bottom up), which programs paste that do not know PNG. Transparency becomes white.
func dib(picture []byte) ([]byte, error) {
	config, err := png.DecodeConfig(bytes.NewReader(picture))
	if err != nil {
		return nil, fmt.Errorf("reading a PNG picture: %w", err)
	}
	if config.Width*config.Height > dibPixels {
		return nil, fmt.Errorf("a picture of %d×%d is too large for the clipboard", config.Width, config.Height)
	}
	img, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return nil, fmt.Errorf("reading a PNG picture: %w", err)
	}
	const headerSize = 40
	size := img.Bounds().Size()
	out := make([]byte, headerSize, headerSize+4*size.X*size.Y)
	binary.LittleEndian.PutUint32(out[0:], headerSize)
	binary.LittleEndian.PutUint32(out[4:], uint32(size.X))
	binary.LittleEndian.PutUint32(out[8:], uint32(size.Y))
	binary.LittleEndian.PutUint16(out[12:], 1)  // planes
	binary.LittleEndian.PutUint16(out[14:], 32) // bits a pixel
	binary.LittleEndian.PutUint32(out[20:], uint32(4*size.X*size.Y))
	return appendRows(out, img), nil
}

func appendRows(out []byte, img image.Image) []byte {
	b := img.Bounds()
	for y := b.Max.Y - 1; y >= b.Min.Y; y-- {
		for x := b.Min.X; x < b.Max.X; x++ {
			p := onWhite(img.At(x, y))
			out = append(out, p.B, p.G, p.R, 0)
		}
	}
	return out
}

// onWhite lays a colour on a white ground.
func onWhite(c color.Color) color.RGBA {
	r, g, b, a := c.RGBA() // already multiplied with a
	ground := 0xffff - a
	return color.RGBA{R: uint8((r + ground) >> 8), G: uint8((g + ground) >> 8), B: uint8((b + ground) >> 8), A: 0xff}
}
