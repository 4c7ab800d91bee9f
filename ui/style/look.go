package style

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Look answers a widget's questions about the theme in force while it draws.
type Look struct {
	th      fyne.Theme
	ours    *Theme
	variant fyne.ThemeVariant
}

// themed is what every Fyne widget with its own theme answers to.
type themed interface{ Theme() fyne.Theme }

// Of returns the look of a widget, which may stand under a theme override.
func Of(w themed) Look { return lookOf(w.Theme()) }

// Current returns the look of the application, for drawings that are no widgets.
func Current() Look { return lookOf(fyne.CurrentApp().Settings().Theme()) }

func lookOf(th fyne.Theme) Look {
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	ours, ok := th.(*Theme)
	if !ok { // an override: sizes are those of the application
		ours, ok = fyne.CurrentApp().Settings().Theme().(*Theme)
	}
	if !ok {
		ours = &Theme{}
	}
	return Look{th: th, ours: ours, variant: ours.Variant(variant)}
}

// Color returns a colour of the palette. A theme that does not know it is another program's: then
// it is the palette's own.
func (l Look) Color(n Name) color.Color {
	if c := l.th.Color(n, l.variant); c != nil {
		return c
	}
	return l.ours.Color(n, l.variant)
}

// Dark reports whether the dark theme is drawn.
func (l Look) Dark() bool { return l.variant == theme.VariantDark }

// Text returns the size of type in this role, px.
func (l Look) Text(r Role) float32 { return l.ours.Text(r) }

// Line returns the height of a line of type in this role, px.
func (l Look) Line(r Role) float32 { return l.ours.LineOf(r) }

// Height returns a height at the text size in use, px.
func (l Look) Height(h Height) float32 { return l.ours.HeightOf(h) }

// Icon returns the size of icons that are at100 px at 100 % text.
func (l Look) Icon(at100 float32) float32 { return l.ours.Icons(at100) }

// Scale returns how much larger than usual the text is, 1 to 2.
func (l Look) Scale() float32 { return l.ours.TextScale() }

// Padding returns the room that Fyne's own fields keep around their words, px.
func (l Look) Padding() float32 { return l.ours.Size(theme.SizeNameInnerPadding) }
