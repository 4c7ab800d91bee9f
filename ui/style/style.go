// Package style is how Foyer looks: its palette in light and dark, type, spacing, icons, and the
// Fyne theme made of them. It draws nothing itself and knows no page.
package style

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Mode says which of the two themes is wanted.
type Mode string

// The modes.
const (
	System Mode = "system"
	Light  Mode = "light"
	Dark   Mode = "dark"
)

// Theme is Foyer's Fyne theme. The zero value follows the system at 100 % text.
type Theme struct {
	mode  Mode
	scale float32
}

var _ fyne.Theme = (*Theme)(nil)

// NewTheme returns a theme in this mode with text at this size in percent, held to 100 … 200.
func NewTheme(mode Mode, textPercent int) *Theme {
	percent := min(max(textPercent, 100), 200)
	return &Theme{mode: mode, scale: float32(percent) / 100}
}

// TextScale returns how much larger than usual the text is, 1 to 2.
func (t *Theme) TextScale() float32 {
	if t.scale == 0 {
		return 1
	}
	return t.scale
}

// Variant returns the variant that is drawn when the system prefers the given one.
func (t *Theme) Variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.mode {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	}
	return system
}

// fyneNames says which of our colours Fyne's own widgets use.
var fyneNames = map[fyne.ThemeColorName]Name{
	theme.ColorNameBackground:          Ground,
	theme.ColorNameButton:              Surface,
	theme.ColorNameDisabledButton:      DisabledFill,
	theme.ColorNameDisabled:            DisabledText,
	theme.ColorNameError:               InUse,
	theme.ColorNameFocus:               Selection,
	theme.ColorNameForeground:          Ink,
	theme.ColorNameForegroundOnError:   OnAccent,
	theme.ColorNameForegroundOnPrimary: OnAccent,
	theme.ColorNameForegroundOnSuccess: OnAccent,
	theme.ColorNameForegroundOnWarning: OnAccent,
	theme.ColorNameHeaderBackground:    Chrome,
	theme.ColorNameHover:               Hover,
	theme.ColorNameHyperlink:           Accent,
	theme.ColorNameInnerWindowBorder:   Line2,
	theme.ColorNameMenuBackground:      Surface,
	theme.ColorNameOverlayBackground:   Surface,
	theme.ColorNamePlaceHolder:         Ink3,
	theme.ColorNamePressed:             SelectionHover,
	theme.ColorNamePrimary:             Accent,
	theme.ColorNameScrollBar:           Line2,
	theme.ColorNameSelection:           SelectionHover,
	theme.ColorNameSeparator:           Line,
	theme.ColorNameShadow:              Shadow,
	theme.ColorNameSuccess:             Free,
	theme.ColorNameWarning:             Soon,

	theme.ColorNameInnerWindowBorderInactive: Line,
}

// Color returns one of our colours by name, or the one that serves one of Fyne's names.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	variant = t.Variant(variant)
	if ours, ok := fyneNames[name]; ok {
		name = ours
	}
	if p, ok := palette[name]; ok {
		if variant == theme.VariantDark {
			return p.dark
		}
		return p.light
	}
	switch name {
	case theme.ColorNameScrollBarBackground:
		return color.Transparent
	case theme.ColorNameInputBackground, theme.ColorNameInputBorder:
		// Our fields draw their own frame. A theme override for them would do it, too, but each
		// override makes Fyne read all fonts again, every time it is refreshed.
		return color.Transparent
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font returns the bundled Noto Sans; other scripts fall back to the system's fonts.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(s) }

// Icon returns Fyne's own drawings, which its own widgets show; ours come from the function Icon.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// fixedSizes are the sizes of Fyne's own widgets that do not grow with the text, px.
var fixedSizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNamePadding:            Unit,
	theme.SizeNameInnerPadding:       2 * Unit,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     4,
	theme.SizeNameScrollBarRadius:    Unit,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameInputBorder:        0, // our fields draw their own frame
	theme.SizeNameInputRadius:        RadiusButton,
	theme.SizeNameSelectionRadius:    RadiusButton,
	theme.SizeNameButtonRadius:       RadiusButton,
	theme.SizeNameCardRadius:         RadiusCard,
	theme.SizeNameDialogRadius:       RadiusCard,
	theme.SizeNamePopupRadius:        RadiusCard,
	theme.SizeNameMenuRadius:         RadiusCard,
	theme.SizeNameModalBlurRadius:    0,
}

// Size returns sizes in px; those of text and icons grow with the text size.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return t.Text(Body)
	case theme.SizeNameCaptionText:
		return t.Text(Caption)
	case theme.SizeNameHeadingText:
		return t.Text(PageTitle)
	case theme.SizeNameSubHeadingText:
		return t.Text(Heading)
	case theme.SizeNameInlineIcon:
		return t.Icons(IconRow)
	case theme.SizeNameLineSpacing:
		// The body's natural line is 17.7 px at 13 px; the rest to 20 px stands between lines.
		return float32(math.Round(float64(2.3*t.TextScale())*10) / 10)
	}
	if px, ok := fixedSizes[name]; ok {
		return px
	}
	return theme.DefaultTheme().Size(name)
}

// Text returns the size of type in this role, px.
func (t *Theme) Text(r Role) float32 { return r.Size * t.TextScale() }

// LineOf returns the height of a line of type in this role, px, on whole pixels.
func (t *Theme) LineOf(r Role) float32 { return roundUp(r.Line * t.TextScale()) }

// Icons returns the size of icons that are at100 px at 100 % text.
func (t *Theme) Icons(at100 float32) float32 { return roundUp(at100 * t.TextScale()) }

// HeightOf returns a height at the text size in use: the lines grow, the padding stays.
func (t *Theme) HeightOf(h Height) float32 {
	lines := float32(max(h.Lines, 1))
	return h.At100 + lines*(t.LineOf(h.Role)-h.Role.Line)
}

func roundUp(f float32) float32 { return float32(math.Ceil(float64(f) - 1e-3)) }
