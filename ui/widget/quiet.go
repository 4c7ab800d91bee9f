package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Quieten returns what scrolls without the shadows that Fyne draws at its edges.
func Quieten(scroll *container.Scroll) fyne.CanvasObject {
	return container.NewThemeOverride(scroll, quietTheme{})
}

// quietTheme is the application's theme without shadows.
type quietTheme struct{}

func (quietTheme) app() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

func (q quietTheme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if n == theme.ColorNameShadow {
		return transparent
	}
	return q.app().Color(n, v)
}

func (q quietTheme) Font(s fyne.TextStyle) fyne.Resource     { return q.app().Font(s) }
func (q quietTheme) Icon(n fyne.ThemeIconName) fyne.Resource { return q.app().Icon(n) }
func (q quietTheme) Size(n fyne.ThemeSizeName) float32       { return q.app().Size(n) }
