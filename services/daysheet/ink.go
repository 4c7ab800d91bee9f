package daysheet

// colour is red, green and blue.
type colour struct{ r, g, b int }

// The colours of Foyer's light look, by the names that they have there.
var (
	ink        = colour{0x1F, 0x23, 0x28}
	ink2       = colour{0x4D, 0x56, 0x5F}
	ink3       = colour{0x61, 0x69, 0x72}
	accent     = colour{0x0B, 0x6E, 0x75}
	hairline   = colour{0xCD, 0xCE, 0xC8}
	free       = colour{0x28, 0x74, 0x2D}
	warning    = colour{0x8A, 0x5A, 0x00}
	warningFog = colour{0xFA, 0xEF, 0xD6}
	unknown    = colour{0x5B, 0x63, 0x6B}
	booking    = colour{0x5F, 0x70, 0x80}
)

// typeface is how a text is set: its size and the height of its lines, in points.
type typeface struct {
	size, line float64
	bold       bool
}

// The type, in the steps of Foyer's window.
var (
	titleType   = typeface{20, 26, true}
	dayType     = typeface{13, 18, false}
	roomType    = typeface{11, 15, true}
	bodyType    = typeface{9.5, 13, false}
	captionType = typeface{8.5, 12, false}
	captionBold = typeface{8.5, 12, true}
)
