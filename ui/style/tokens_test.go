package style

import (
	"fmt"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/google/go-cmp/cmp"
)

// drawn is the design's table of colours: light and dark, as it is written there.
var drawn = map[Name][2]string{
	Ground: {"FAFAF8", "16191C"}, Surface: {"FFFFFF", "1D2125"}, Chrome: {"F2F2EE", "101315"},
	Ink: {"1F2328", "E8EAED"}, Ink2: {"4D565F", "B4BBC2"}, Ink3: {"616972", "98A1A9"},
	Accent: {"0B6E75", "4DB6AC"}, AccentHover: {"095C62", "63C6BC"}, AccentPressed: {"074A4F", "7AD3CA"}, OnAccent: {"FFFFFF", "0C1517"},
	Hover: {"EEEEEA", "262B30"}, Selection: {"DFEEED", "1B3A3A"}, SelectionHover: {"D7E9E8", "20403F"},
	DisabledFill: {"EEEEEA", "23282C"}, DisabledText: {"656C73", "8C959D"},
	Line: {"E2E2DC", "2B3136"}, Line2: {"CDCEC8", "3A4147"}, Control: {"858B91", "737C85"},
	Free: {"28742D", "7BC47F"}, FreeTint: {"E4F1E4", "1D3321"}, Soon: {"8A5A00", "E0B145"}, SoonTint: {"FAEFD6", "362C14"},
	InUse: {"B3261E", "F28B82"}, InUseTint: {"FAE5E2", "402523"}, Unknown: {"5B636B", "A3ABB3"}, UnknownTint: {"ECEDED", "2A2F34"},
	Booking: {"E6EBEF", "2B333B"}, BookingBar: {"5F7080", "8496A6"}, Past: {"F2F2EF", "0F1214"}, PastBooking: {"E9E9E5", "22272B"}, PastBookingBar: {"A9AEB2", "596168"},
	Shadow: {"1F2328 at 18 %", "000000 at 55 %"}, Scrim: {"1F2328 at 36 %", "000000 at 56 %"},
}

func TestThePaletteIsTheDesigns(t *testing.T) {
	written := func(c color.NRGBA) string {
		s := fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B)
		if c.A != 0xff {
			s += fmt.Sprintf(" at %d %%", (int(c.A)*100+127)/255)
		}
		return s
	}
	got := map[Name][2]string{}
	for name, p := range palette {
		got[name] = [2]string{written(p.light), written(p.dark)}
	}
	if diff := cmp.Diff(drawn, got); diff != "" {
		t.Errorf("palette (-design +ours):\n%s", diff)
	}
}

func TestTypeAndMeasuresAreTheDesigns(t *testing.T) {
	roles := map[string][2]Role{
		"caption": {{12, 16}, Caption}, "body": {{13, 20}, Body}, "heading": {{15, 20}, Heading}, "page title": {{20, 28}, PageTitle},
		"kiosk text": {{15, 20}, KioskText}, "kiosk name": {{22, 28}, KioskName}, "kiosk clock": {{48, 56}, KioskClock},
	}
	for name, r := range roles {
		if r[0] != r[1] {
			t.Errorf("%s is %v, the design says %v", name, r[1], r[0])
		}
	}
	measures := map[string][2]float32{
		"unit": {4, Unit}, "page margin": {20, PageMargin}, "rail margin": {8, RailMargin},
		"icon to text": {8, IconGap}, "field to field": {12, FieldGap}, "group to group": {16, GroupGap},
		"radius of boxes": {4, RadiusBox}, "radius of buttons": {6, RadiusButton}, "radius of cards": {8, RadiusCard},
		"radius of search": {12, RadiusSearch}, "radius of chips": {14, RadiusChip}, "focus line": {2, FocusWidth},
		"rail": {152, RailWide}, "narrow rail": {56, RailNarrow}, "narrowest panel": {224, PanelMin}, "widest panel": {312, PanelMax},
		"the panel lies over below": {900, PanelOverlays}, "the rail narrows below": {800, RailNarrows},
		"shadow's blur": {16, ShadowBlur}, "shadow's offset": {4, ShadowOffset},
		"icons in rows": {16, IconRow}, "icons in the rail": {18, IconRail}, "icons in heads": {20, IconHead}, "icons in captions": {14, IconSmall},
	}
	for name, m := range measures {
		if m[0] != m[1] {
			t.Errorf("%s is %v px, the design says %v", name, m[1], m[0])
		}
	}
}

func TestHeightsGrowByTheirLinesAlone(t *testing.T) {
	for name, c := range map[string]struct {
		height    Height
		at100     float32
		at150     float32
		at200     float32
		textLines float32
	}{
		"button and entry": {ButtonHeight, 32, 42, 52, 20},
		"small button":     {SmallHeight, 28, 38, 48, 20},
		"list row":         {RowHeight, 36, 46, 56, 20},
		"two-line row":     {TwoLineHeight, 44, 64, 84, 40},
		"table head":       {TableHeadHeight, 28, 36, 44, 16},
		"page header":      {PageHeaderHeight, 52, 66, 80, 28},
		"toolbar":          {ToolbarHeight, 40, 50, 60, 20},
		"tabs":             {TabsHeight, 36, 46, 56, 20},
		"banner":           {BannerHeight, 44, 54, 64, 20},
		"status line":      {StatusHeight, 28, 36, 44, 16},
		"action bar":       {ActionBarHeight, 64, 74, 84, 20},
	} {
		t.Run(name, func(t *testing.T) {
			for percent, want := range map[int]float32{100: c.at100, 150: c.at150, 200: c.at200} {
				th := NewTheme(Light, percent)
				if got := th.HeightOf(c.height); got != want {
					t.Errorf("at %d %% it is %v, want %v", percent, got, want)
				}
				if padding, was := th.HeightOf(c.height)-c.textLines*float32(percent)/100, c.at100-c.textLines; padding != was {
					t.Errorf("at %d %% the padding is %v, was %v", percent, padding, was)
				}
			}
		})
	}
}

func TestTextIsHeldBetween100And200Percent(t *testing.T) {
	for percent, want := range map[int]float32{-5: 1, 0: 1, 99: 1, 100: 1, 125: 1.25, 200: 2, 201: 2, 1000: 2} {
		if got := NewTheme(Light, percent).TextScale(); got != want {
			t.Errorf("%d %% gives a scale of %v, want %v", percent, got, want)
		}
	}
	if got := (&Theme{}).TextScale(); got != 1 {
		t.Errorf("the zero theme has a scale of %v", got)
	}
}

func TestLinesAndIconsStandOnWholePixels(t *testing.T) {
	for percent := 100; percent <= 200; percent++ {
		th := NewTheme(Light, percent)
		for _, r := range []Role{Caption, Body, Heading, PageTitle} {
			if line := th.LineOf(r); line != float32(int(line)) || line < r.Line*th.TextScale()-0.01 {
				t.Errorf("at %d %% a line of %v is %v", percent, r, line)
			}
		}
		if side := th.Icons(IconRow); side != float32(int(side)) || side < IconRow {
			t.Errorf("at %d %% icons are %v", percent, side)
		}
	}
}

func TestTheModeDecidesOverTheSystem(t *testing.T) {
	const light, dark = theme.VariantLight, theme.VariantDark
	for _, c := range []struct {
		mode         Mode
		system, want fyne.ThemeVariant
	}{{System, light, light}, {System, dark, dark}, {Light, dark, light}, {Light, light, light}, {Dark, light, dark}, {Dark, dark, dark}, {"", dark, dark}} {
		th := NewTheme(c.mode, 100)
		if got := th.Variant(c.system); got != c.want {
			t.Errorf("mode %q on a system in %d draws %d", c.mode, c.system, got)
		}
		want := palette[Ink].light
		if c.want == dark {
			want = palette[Ink].dark
		}
		if got := th.Color(Ink, c.system); got != want {
			t.Errorf("mode %q on a system in %d has ink %v, want %v", c.mode, c.system, got, want)
		}
	}
}
