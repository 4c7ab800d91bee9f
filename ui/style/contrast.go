package style

import (
	"image/color"
	"math"
)

// luminance is the relative luminance of WCAG 2, from 0 for black to 1 for white.
func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	linear := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

// Contrast is the contrast of WCAG 2 between two opaque colours: 1 for the same, 21 for black and white.
// Text needs 4.5, and 3 what else has to be told apart.
func Contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}
