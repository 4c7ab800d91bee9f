package session

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"github.com/jezek/xgb/xproto"
)

// Picture returns what the screen shows inside the rectangle; an empty one means all of it.
func (s *Session) Picture(part image.Rectangle) (*image.RGBA, error) {
	whole := image.Rect(0, 0, s.opts.Width, s.opts.Height)
	if part.Empty() {
		part = whole
	}
	part = part.Intersect(whole)
	if part.Empty() {
		return nil, fmt.Errorf("taking a picture: %v is outside the screen", part)
	}
	reply, err := xproto.GetImage(s.x, xproto.ImageFormatZPixmap, xproto.Drawable(s.screen.Root),
		int16(part.Min.X), int16(part.Min.Y), uint16(part.Dx()), uint16(part.Dy()), 0xffffffff).Reply()
	if err != nil {
		return nil, fmt.Errorf("taking a picture: %w", err)
	}
	picture := image.NewRGBA(image.Rect(0, 0, part.Dx(), part.Dy()))
	for i := 0; i+3 < len(reply.Data) && i+3 < len(picture.Pix); i += 4 {
		// A 24-bit TrueColor display sends blue, green, red and a filler.
		picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2], picture.Pix[i+3] = reply.Data[i+2], reply.Data[i+1], reply.Data[i], 0xff
	}
	return picture, nil
}

// Screenshot saves the whole screen as a PNG file and makes its folder.
func (s *Session) Screenshot(file string) error { return s.screenshot(image.Rectangle{}, file) }

// WindowShot saves what the screen shows at a window's place as a PNG file and makes its folder.
func (s *Session) WindowShot(w Window, file string) error {
	return s.screenshot(w.Rect(), file)
}

func (s *Session) screenshot(part image.Rectangle, file string) error {
	picture, err := s.Picture(part)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return fmt.Errorf("saving a picture: %w", err)
	}
	out, err := os.Create(file)
	if err != nil {
		return fmt.Errorf("saving a picture: %w", err)
	}
	if err := png.Encode(out, picture); err != nil {
		out.Close()
		return fmt.Errorf("saving a picture: %w", err)
	}
	return out.Close()
}
