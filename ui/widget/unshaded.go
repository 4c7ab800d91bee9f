package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// unshaded shows an object without the shadows that the toolkit draws at the edges of what is scrolled:
// on a board they look like something that is booked.
func unshaded(o fyne.CanvasObject) *container.ThemeOverride {
	return container.NewThemeOverride(o, shadeless{})
}

// shadeless is the application's theme without shadows.
type shadeless struct{}

func (shadeless) theme() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color is part of being a theme.
func (s shadeless) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameShadow {
		return transparent
	}
	return s.theme().Color(name, variant)
}

// Font is part of being a theme.
func (s shadeless) Font(style fyne.TextStyle) fyne.Resource { return s.theme().Font(style) }

// Icon is part of being a theme.
func (s shadeless) Icon(name fyne.ThemeIconName) fyne.Resource { return s.theme().Icon(name) }

// Size is part of being a theme.
func (s shadeless) Size(name fyne.ThemeSizeName) float32 { return s.theme().Size(name) }
