package style

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Name names a colour of the palette. Names are theme colour names, so that they can be asked of
// any Fyne theme; a foreign theme answers with its fallback.
type Name = fyne.ThemeColorName

// The palette, by what a colour is for.
const (
	Ground  Name = "foyer.ground"  // the page
	Surface Name = "foyer.surface" // panels, cards, entries
	Chrome  Name = "foyer.chrome"  // rail and status line

	Ink  Name = "foyer.ink"  // text
	Ink2 Name = "foyer.ink2" // second text and icons
	Ink3 Name = "foyer.ink3" // hints and column heads

	Accent        Name = "foyer.accent" // primary button, links, now-line, focus, chosen page
	AccentHover   Name = "foyer.accent.hover"
	AccentPressed Name = "foyer.accent.pressed"
	OnAccent      Name = "foyer.accent.on" // text on accent fills

	Hover          Name = "foyer.hover"
	Selection      Name = "foyer.selection"
	SelectionHover Name = "foyer.selection.hover"

	DisabledFill Name = "foyer.disabled.fill"
	DisabledText Name = "foyer.disabled.text"

	Line    Name = "foyer.line"    // separators
	Line2   Name = "foyer.line2"   // buttons and chips
	Control Name = "foyer.control" // outline of entries and check boxes

	Free        Name = "foyer.free"
	FreeTint    Name = "foyer.free.tint"
	Soon        Name = "foyer.soon" // starts soon, warnings, stale
	SoonTint    Name = "foyer.soon.tint"
	InUse       Name = "foyer.use" // in use, errors, refusals
	InUseTint   Name = "foyer.use.tint"
	Unknown     Name = "foyer.unknown"
	UnknownTint Name = "foyer.unknown.tint"

	Booking        Name = "foyer.booking"
	BookingBar     Name = "foyer.booking.bar"
	Past           Name = "foyer.past"
	PastBooking    Name = "foyer.past.booking"
	PastBookingBar Name = "foyer.past.booking.bar"

	Shadow Name = "foyer.shadow"
	Scrim  Name = "foyer.scrim"
)

// pair is one colour in both themes.
type pair struct{ light, dark color.NRGBA }

func hex(light, dark uint32) pair { return pair{opaque(light), opaque(dark)} }

func opaque(rgb uint32) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xff}
}

// veil is a colour at an opacity in percent.
func veil(rgb uint32, percent int) color.NRGBA {
	c := opaque(rgb)
	c.A = uint8((percent*255 + 50) / 100)
	return c
}

// palette holds every colour of Foyer. No other file names a colour by its numbers.
var palette = map[Name]pair{
	Ground:  hex(0xFAFAF8, 0x16191C),
	Surface: hex(0xFFFFFF, 0x1D2125),
	Chrome:  hex(0xF2F2EE, 0x101315),

	Ink:  hex(0x1F2328, 0xE8EAED),
	Ink2: hex(0x4D565F, 0xB4BBC2),
	Ink3: hex(0x616972, 0x98A1A9),

	Accent:        hex(0x0B6E75, 0x4DB6AC),
	AccentHover:   hex(0x095C62, 0x63C6BC),
	AccentPressed: hex(0x074A4F, 0x7AD3CA),
	OnAccent:      hex(0xFFFFFF, 0x0C1517),

	Hover:          hex(0xEEEEEA, 0x262B30),
	Selection:      hex(0xDFEEED, 0x1B3A3A),
	SelectionHover: hex(0xD7E9E8, 0x20403F),

	DisabledFill: hex(0xEEEEEA, 0x23282C),
	DisabledText: hex(0x656C73, 0x8C959D),

	Line:    hex(0xE2E2DC, 0x2B3136),
	Line2:   hex(0xCDCEC8, 0x3A4147),
	Control: hex(0x858B91, 0x737C85),

	Free:        hex(0x28742D, 0x7BC47F),
	FreeTint:    hex(0xE4F1E4, 0x1D3321),
	Soon:        hex(0x8A5A00, 0xE0B145),
	SoonTint:    hex(0xFAEFD6, 0x362C14),
	InUse:       hex(0xB3261E, 0xF28B82),
	InUseTint:   hex(0xFAE5E2, 0x402523),
	Unknown:     hex(0x5B636B, 0xA3ABB3),
	UnknownTint: hex(0xECEDED, 0x2A2F34),

	Booking:        hex(0xE6EBEF, 0x2B333B),
	BookingBar:     hex(0x5F7080, 0x8496A6),
	Past:           hex(0xF2F2EF, 0x0F1214),
	PastBooking:    hex(0xE9E9E5, 0x22272B),
	PastBookingBar: hex(0xA9AEB2, 0x596168),

	Shadow: {veil(0x1F2328, 18), veil(0x000000, 55)},
	Scrim:  {veil(0x1F2328, 36), veil(0x000000, 56)},
}

// Role is a use of type: its size and the height of its line, in px at 100 % text.
type Role struct{ Size, Line float32 }

// The roles.
var (
	Caption    = Role{12, 16}
	Body       = Role{13, 20}
	Heading    = Role{15, 20}
	PageTitle  = Role{20, 28}
	KioskText  = Role{15, 20}
	KioskName  = Role{22, 28}
	KioskClock = Role{48, 56}
)

// Measures in px. Paddings, radii, lines and margins do not grow with the text.
const (
	Unit          float32 = 4
	PageMargin    float32 = 20
	RailMargin    float32 = 8
	IconGap       float32 = 8
	FieldGap      float32 = 12
	GroupGap      float32 = 16
	RadiusBox     float32 = 4 // check boxes and bookings
	RadiusButton  float32 = 6 // buttons, entries, row focus
	RadiusCard    float32 = 8 // cards and what floats
	RadiusSearch  float32 = 12
	RadiusChip    float32 = 14
	FocusWidth    float32 = 2
	RailWide      float32 = 152
	RailNarrow    float32 = 56
	PanelMin      float32 = 224
	PanelMax      float32 = 312
	PanelOverlays float32 = 900 // windows narrower than this lay the side panel over the page
	RailNarrows   float32 = 800 // windows narrower than this show a rail of icons
	ShadowBlur    float32 = 16
	ShadowOffset  float32 = 4
)

// Height is the height of something that holds lines of text: what it is at 100 % text. The part
// that is not text stays the same when the text grows.
type Height struct {
	At100 float32
	Role  Role
	Lines int
}

// The heights.
var (
	ButtonHeight     = Height{32, Body, 1}
	SmallHeight      = Height{28, Body, 1}
	RowHeight        = Height{36, Body, 1}
	TwoLineHeight    = Height{44, Body, 2}
	TableHeadHeight  = Height{28, Caption, 1}
	PageHeaderHeight = Height{52, PageTitle, 1}
	ToolbarHeight    = Height{40, Body, 1}
	TabsHeight       = Height{36, Body, 1}
	BannerHeight     = Height{44, Body, 1}
	StatusHeight     = Height{28, Caption, 1}
	ActionBarHeight  = Height{64, Body, 1}
)

// Icon sizes in px at 100 % text.
const (
	IconSmall float32 = 14 // inside chips and captions
	IconRow   float32 = 16 // rows and buttons
	IconRail  float32 = 18 // the rail
	IconHead  float32 = 20 // the head of a card or panel
)
