package drawing_test

import (
	"bytes"
	"image/png"
	"testing"

	"foyer/assets"
	"foyer/cmd/internal/drawing"
)

const square = `<svg xmlns="http://www.w3.org/2000/svg" width="22" height="22" viewBox="0 0 22 22"><path fill="#FFFFFF" d="M0 0L11 0L11 22L0 22Z"/></svg>`

func TestPicturesKeepShapeColourAndTransparency(t *testing.T) {
	picture, err := drawing.Draw(square, 32)
	if err != nil {
		t.Fatal(err)
	}
	data, err := drawing.PNG(picture)
	if err != nil {
		t.Fatal(err)
	}
	again, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if r, _, _, a := again.At(4, 16).RGBA(); r != 0xffff || a != 0xffff {
		t.Errorf("inside: red %x, alpha %x, want both ffff", r, a)
	}
	if _, _, _, a := again.At(28, 16).RGBA(); a != 0 {
		t.Errorf("outside: alpha %x, want 0", a)
	}
}

// The curves of the application's icon, and not only its straight lines, are drawn.
func TestTheIconOfTheApplicationHasRoundCorners(t *testing.T) {
	picture, err := drawing.Draw(string(assets.AppIcon), 128)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, a := picture.At(5, 5).RGBA(); a != 0 {
		t.Errorf("the corner has alpha %x, want 0", a)
	}
	if r, g, b, a := picture.At(64, 10).RGBA(); r>>8 != 0x0b || g>>8 != 0x6e || b>>8 != 0x75 || a != 0xffff {
		t.Errorf("above the arch it is %x %x %x %x", r, g, b, a)
	}
	if r, _, _, _ := picture.At(64, 29).RGBA(); r != 0xffff {
		t.Errorf("the arch is not white: %x", r)
	}
}

func TestWhatIsNoOutlineIsAnError(t *testing.T) {
	if _, err := drawing.Draw("<svg", 16); err == nil {
		t.Error("no error")
	}
}
