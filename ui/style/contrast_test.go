package style

import (
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

var (
	pages = []Name{Ground, Surface, Chrome, Hover, Selection}
	tints = []Name{FreeTint, SoonTint, InUseTint, UnknownTint}
)

// uses says on which grounds a colour stands, the least contrast that it must have there, and the
// lowest that the design gives for it in light and dark (0: the design gives none).
var uses = []struct {
	color       Name
	on          []Name
	least       float64
	light, dark float64
}{
	{Ink, slices.Concat(pages, tints), 4.5, 13.1, 10.2},
	{Ink, []Name{SelectionHover}, 4.5, 0, 0},
	{Ink, []Name{Booking}, 4.5, 13.2, 10.6},
	{Ink2, slices.Concat(pages, tints, []Name{Booking, Past, PastBooking}), 4.5, 6.1, 6.3},
	{Ink2, []Name{SelectionHover}, 4.5, 0, 0},
	{Ink2, []Name{PastBooking}, 4.5, 6.1, 7.8},
	{Ink3, slices.Concat(pages, tints), 4.5, 4.6, 4.7},
	{Accent, append([]Name{SelectionHover}, pages...), 4.5, 4.8, 4.6},
	{AccentHover, pages, 4.5, 0, 0},
	{AccentPressed, pages, 4.5, 0, 0},
	{OnAccent, []Name{Accent, AccentHover, AccentPressed}, 4.5, 6.0, 7.6},
	// Words and icons of rows that are chosen and under the pointer, and of the timetable's past.
	{Free, []Name{SelectionHover}, 4.5, 0, 0},
	{Soon, []Name{SelectionHover}, 4.5, 0, 0},
	{InUse, []Name{SelectionHover}, 4.5, 0, 0},
	{Unknown, []Name{SelectionHover}, 4.5, 0, 0},
	// Banners and chips tell states apart on their own tints, with the words of others beside them.
	{Accent, tints, 4.5, 0, 0},
	// The bars of bookings tell them from the ground, as the outlines of controls do.
	{BookingBar, []Name{Ground, Surface, Booking, Past}, 3, 0, 0},
	{Control, []Name{Chrome}, 3, 0, 0},
	{DisabledText, []Name{DisabledFill}, 4.5, 4.6, 4.9},
	{DisabledText, []Name{Ground, Surface, Chrome}, 4.5, 0, 0},
	{Control, []Name{Ground, Surface}, 3, 3.3, 3.8},
	{Free, append([]Name{FreeTint}, pages...), 4.5, 4.9, 5.9},
	{Soon, append([]Name{SoonTint}, pages...), 4.5, 5.0, 6.2},
	{InUse, append([]Name{InUseTint}, pages...), 4.5, 5.4, 5.1},
	{Unknown, append([]Name{UnknownTint}, pages...), 4.5, 5.1, 5.3},
	// The focus line, on whatever a control may stand on.
	{Accent, slices.Concat(pages, tints), 3, 0, 0},
	// A tip is the page turned inside out.
	{Ground, []Name{Ink}, 4.5, 0, 0},
}

func TestColoursHaveTheContrastThatTheDesignPromises(t *testing.T) {
	th := NewTheme(System, 100)
	for _, u := range uses {
		for variant, promised := range map[fyne.ThemeVariant]float64{theme.VariantLight: u.light, theme.VariantDark: u.dark} {
			lowest := math.Inf(1)
			for _, ground := range u.on {
				got := Contrast(th.Color(u.color, variant), th.Color(ground, variant))
				lowest = min(lowest, got)
				if got < u.least {
					t.Errorf("%s on %s, variant %d: %.2f, at least %.1f is needed", u.color, ground, variant, got, u.least)
				}
			}
			if promised != 0 && math.Abs(lowest-promised) > 0.051 {
				t.Errorf("%s, variant %d: the lowest is %.2f, the design says %.1f", u.color, variant, lowest, promised)
			}
		}
	}
}

func TestContrastIsThatOfWCAG(t *testing.T) {
	for _, c := range []struct {
		a, b uint32
		want float64
	}{{0x000000, 0xFFFFFF, 21}, {0x777777, 0xFFFFFF, 4.48}, {0xFF0000, 0xFFFFFF, 4.00}, {0x123456, 0x123456, 1}} {
		if got := Contrast(opaque(c.a), opaque(c.b)); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%06x on %06x: %.2f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}
