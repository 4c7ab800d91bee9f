package reach

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// patch is a coloured area that can be tapped.
type patch struct {
	fynewidget.BaseWidget
}

func newPatch() *patch {
	p := &patch{}
	p.ExtendBaseWidget(p)
	return p
}

func (p *patch) Tapped(*fyne.PointEvent) {}

// MinSize is a square.
func (p *patch) MinSize() fyne.Size { return fyne.NewSquareSize(40) }

// CreateRenderer is part of the widget contract.
func (p *patch) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(canvas.NewRectangle(color.Black))
}

// blind is a patch that shows no focus, and keeps it if it is a trap.
type blind struct {
	patch
	trap bool
}

func newBlind(trap bool) *blind {
	b := &blind{trap: trap}
	b.ExtendBaseWidget(b)
	return b
}

func (b *blind) FocusGained()            {}
func (b *blind) FocusLost()              {}
func (b *blind) TypedRune(rune)          {}
func (b *blind) TypedKey(*fyne.KeyEvent) {}
func (b *blind) AcceptsTab() bool        { return b.trap }

func button(words string) *widget.Button {
	return widget.NewButton(widget.Outlined, "", words, func() {})
}

func TestGapsAreFound(t *testing.T) {
	tall := func(o ...fyne.CanvasObject) fyne.CanvasObject {
		space := canvas.NewRectangle(color.Transparent)
		space.SetMinSize(fyne.NewSize(10, 600))
		return container.NewVBox(append([]fyne.CanvasObject{space}, o...)...)
	}
	pale := canvas.NewText("hardly to be read", color.NRGBA{R: 0xd0, G: 0xd0, B: 0xd0, A: 0xff})
	for name, c := range map[string]struct {
		content func() fyne.CanvasObject
		want    string // a part of the first gap; "" is none
	}{
		"nothing wrong": {func() fyne.CanvasObject { return container.NewVBox(button("One"), button("Two")) }, ""},
		"by tap only":   {func() fyne.CanvasObject { return container.NewVBox(button("One"), newPatch()) }, "Tab does not come to it"},
		"unseen focus":  {func() fyne.CanvasObject { return container.NewVBox(button("One"), newBlind(false)) }, "looks the same"},
		"a trap":        {func() fyne.CanvasObject { return container.NewVBox(button("One"), newBlind(true)) }, "looks the same"},
		"wrong order": {func() fyne.CanvasObject {
			one, two := button("One"), button("Two")
			widget.Place(one, 20, 100, 80, 32)
			widget.Place(two, 20, 20, 80, 32)
			return container.NewWithoutLayout(one, two)
		}, `gets the focus after "One"`},
		"not followed": {func() fyne.CanvasObject { return container.NewVScroll(tall(button("One"))) }, "out of sight"},
		"followed":     {func() fyne.CanvasObject { return widget.NewFollowing(tall(button("One"), button("Two"))) }, ""},
		"words out of reach": {func() fyne.CanvasObject {
			return container.NewBorder(button("One"), nil, nil, nil, container.NewVScroll(tall(widget.NewText("The end", style.Body, style.Ink))))
		}, "cannot be scrolled into sight"},
		"covered": {func() fyne.CanvasObject {
			return container.NewStack(container.NewVBox(button("One")), canvas.NewRectangle(color.White))
		}, "is under something"},
		"pale": {func() fyne.CanvasObject { return container.NewVBox(button("One"), pale) }, "has a contrast of 1."},
	} {
		t.Run(name, func(t *testing.T) {
			test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, 100))
			w := test.NewTempWindow(t, c.content())
			w.Resize(fyne.NewSize(400, 300))
			gaps := Check(w.Canvas())
			switch {
			case c.want == "" && len(gaps) > 0:
				t.Errorf("found %v", gaps)
			case c.want != "" && (len(gaps) == 0 || !strings.Contains(gaps[0].String(), c.want)):
				t.Errorf("found %v, want one that %s", gaps, c.want)
			}
		})
	}
}

func TestSheetsAreTriedByKeys(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, 100))
	w := test.NewTempWindow(t, container.NewStack())
	w.Resize(fyne.NewSize(600, 400))
	good, bad := widget.NewEntry("", ""), widget.NewEntry("", "")
	sheet := widget.NewSheet("Edit", "Cancel", "Save", func() {}, widget.Part{Object: good}, widget.Part{Above: 12, Object: bad})
	sheet.Field(good)
	sheet.Open(w.Canvas(), good.Input())
	gaps := Check(w.Canvas())
	enter := 0
	for _, g := range gaps {
		if strings.Contains(g.Why, "Enter does not") {
			enter++
		}
	}
	if enter != 1 {
		t.Errorf("found %v, want one field in which Enter does nothing", gaps)
	}
}
