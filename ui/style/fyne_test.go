package style

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"
)

// fyneColours are all the names that Fyne 2.8 asks a theme for.
var fyneColours = []fyne.ThemeColorName{
	theme.ColorNameBackground, theme.ColorNameButton, theme.ColorNameDisabled, theme.ColorNameDisabledButton, theme.ColorNameError, theme.ColorNameFocus,
	theme.ColorNameForeground, theme.ColorNameForegroundOnError, theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning,
	theme.ColorNameHeaderBackground, theme.ColorNameHover, theme.ColorNameHyperlink, theme.ColorNameInnerWindowBorder, theme.ColorNameInnerWindowBorderInactive,
	theme.ColorNameInputBackground, theme.ColorNameInputBorder, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNamePlaceHolder,
	theme.ColorNamePressed, theme.ColorNamePrimary, theme.ColorNameScrollBar, theme.ColorNameScrollBarBackground, theme.ColorNameSelection, theme.ColorNameSeparator,
	theme.ColorNameShadow, theme.ColorNameSuccess, theme.ColorNameWarning,
}

// fyneSizes likewise, but for the thickness of splits, which Fyne itself leaves at 0.
var fyneSizes = []fyne.ThemeSizeName{
	theme.SizeNameButtonRadius, theme.SizeNameCaptionText, theme.SizeNameCardRadius, theme.SizeNameDialogRadius, theme.SizeNameHeadingText, theme.SizeNameInlineIcon,
	theme.SizeNameInnerPadding, theme.SizeNameInnerWindowRadius, theme.SizeNameInputBorder, theme.SizeNameInputRadius, theme.SizeNameLineSpacing, theme.SizeNameMenuRadius,
	theme.SizeNamePadding, theme.SizeNamePopupRadius, theme.SizeNameScrollBar, theme.SizeNameScrollBarRadius, theme.SizeNameScrollBarSmall, theme.SizeNameSelectionRadius,
	theme.SizeNameSeparatorThickness, theme.SizeNameSubHeadingText, theme.SizeNameText, theme.SizeNameWindowButtonHeight,
	theme.SizeNameWindowButtonIcon, theme.SizeNameWindowButtonRadius, theme.SizeNameWindowTitleBarHeight,
}

func TestFynesOwnWidgetsGetOurColoursAlone(t *testing.T) {
	for _, mode := range []Mode{Light, Dark} {
		th := NewTheme(mode, 100)
		ours := map[color.Color]bool{color.Transparent: true}
		for _, p := range palette {
			ours[p.light] = ours[p.light] || mode == Light
			ours[p.dark] = ours[p.dark] || mode == Dark
		}
		for _, n := range fyneColours {
			if c := th.Color(n, theme.VariantLight); !ours[c] {
				t.Errorf("%s in %s is %v, which is not in the palette", n, mode, c)
			}
		}
	}
}

func TestFynesOwnWidgetsGetASizeForEveryName(t *testing.T) {
	for _, n := range fyneSizes {
		// Fyne's fields have no border: ours draw their own.
		if size := NewTheme(Light, 100).Size(n); size <= 0 && n != theme.SizeNameInputBorder {
			t.Errorf("%s is %v", n, size)
		}
	}
	for n, want := range map[fyne.ThemeSizeName]float32{theme.SizeNameText: 26, theme.SizeNameCaptionText: 24, theme.SizeNameSubHeadingText: 30,
		theme.SizeNameHeadingText: 40, theme.SizeNameInlineIcon: 32, theme.SizeNamePadding: 4, theme.SizeNameInputRadius: 6, theme.SizeNameMenuRadius: 8} {
		if got := NewTheme(Light, 200).Size(n); got != want {
			t.Errorf("%s at 200 %% is %v, want %v", n, got, want)
		}
	}
}

func TestFyneGetsFontsAndIcons(t *testing.T) {
	th := NewTheme(Dark, 100)
	regular, bold := th.Font(fyne.TextStyle{}), th.Font(fyne.TextStyle{Bold: true})
	if regular == nil || bold == nil || regular.Name() == bold.Name() {
		t.Errorf("regular is %v, bold is %v", regular, bold)
	}
	if th.Icon(theme.IconNameContentPaste) == nil {
		t.Error("Fyne's own icons are missing")
	}
}

// empty is a theme of another program that knows no colour.
type empty struct{ fyne.Theme }

func (empty) Color(fyne.ThemeColorName, fyne.ThemeVariant) color.Color { return nil }

func TestAForeignThemeLeavesThePaletteStanding(t *testing.T) {
	for name, foreign := range map[string]fyne.Theme{"Fyne's": theme.DefaultTheme(), "one without colours": empty{theme.DefaultTheme()}} {
		t.Run(name, func(t *testing.T) {
			app := test.NewTempApp(t)
			app.Settings().SetTheme(foreign)
			for _, look := range []Look{Current(), Of(fynewidget.NewLabel(""))} {
				for n := range palette {
					if look.Color(n) == nil {
						t.Fatalf("no colour for %s", n)
					}
				}
				if look.Text(Body) != 13 || look.Line(Body) != 20 || look.Height(ButtonHeight) != 32 || look.Icon(IconRow) != 16 || look.Scale() != 1 {
					t.Error("sizes are not those of 100 %")
				}
			}
		})
	}
}

func TestALookAnswersForTheThemeInForce(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(NewTheme(Dark, 200))
	look := Current()
	if !look.Dark() || look.Color(Ground) != palette[Ground].dark || look.Height(RowHeight) != 56 || look.Text(Caption) != 24 {
		t.Error("the look is not that of dark at 200 %")
	}
	app.Settings().SetTheme(NewTheme(Light, 100))
	if Current().Dark() || Current().Height(RowHeight) != 36 {
		t.Error("the look did not follow the theme")
	}
}
