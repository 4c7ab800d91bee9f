package rooms

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// firstUse says what the page is for while there is no service to read rooms from.
type firstUse struct {
	fynewidget.BaseWidget
	page    *Page
	scroll  *widget.Scrolled
	state   *widget.EmptyState
	buttons []*widget.Button
}

func newFirstUse(p *Page) *firstUse {
	f := &firstUse{page: p}
	f.Hidden = true
	f.ExtendBaseWidget(f)
	return f
}

// show shows the state, or hides it.
func (f *firstUse) show(on bool) {
	f.Hidden = !on
	if !on || f.state != nil {
		return
	}
	f.connect()
	f.scroll = widget.NewScrolled(f.state)
	f.Refresh()
}

// connect is for somebody who has connected no service yet.
func (f *firstUse) connect() {
	say, c := f.page.config.Say, f.page.config
	f.add(widget.Filled, "server", say.T("rooms.connect"), c.Connect)
	f.add(widget.Outlined, "", say.T("rooms.demo"), c.Demo)
	note := ""
	if c.Demo != nil {
		note = say.T("rooms.first-note")
	}
	f.state = widget.NewFirstUse(say.T("rooms.first-title"), say.T("rooms.first-lead"), f.steps(), note, f.objects()...)
}

func (f *firstUse) steps() []widget.Step {
	say := f.page.config.Say
	return []widget.Step{
		{Do: say.T("rooms.step1"), Then: say.T("rooms.step1-then")},
		{Do: say.T("rooms.step2"), Then: say.T("rooms.step2-then")},
		{Do: say.T("rooms.step3"), Then: say.T("rooms.step3-then")},
	}
}

func (f *firstUse) add(weight widget.Weight, icon, words string, do func()) {
	if do != nil {
		f.buttons = append(f.buttons, widget.NewButton(weight, icon, words, do))
	}
}

func (f *firstUse) objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, b := range f.buttons {
		all = append(all, b)
	}
	return all
}

// button is the first button in sight, nil for none.
func (f *firstUse) button() *widget.Button {
	if f.Hidden || len(f.buttons) == 0 {
		return nil
	}
	return f.buttons[0]
}

// begin does what the filled button does.
func (f *firstUse) begin() {
	if f.button() != nil && f.page.config.Connect != nil {
		f.page.config.Connect()
	}
}

// CreateRenderer is part of the widget contract.
func (f *firstUse) CreateRenderer() fyne.WidgetRenderer {
	return &firstUseRenderer{f}
}

type firstUseRenderer struct{ f *firstUse }

func (r *firstUseRenderer) Destroy()           {}
func (r *firstUseRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 100) }
func (r *firstUseRenderer) Refresh()           { r.Layout(r.f.Size()) }
func (r *firstUseRenderer) Objects() []fyne.CanvasObject {
	if r.f.scroll == nil {
		return nil
	}
	return []fyne.CanvasObject{r.f.scroll}
}

func (r *firstUseRenderer) Layout(size fyne.Size) {
	if r.f.scroll == nil {
		return
	}
	inner := size.Width - 2*style.PageMargin
	top := min(style.PageMargin*2, max(size.Height-r.f.state.HeightFor(inner), 0)/3)
	widget.Place(r.f.scroll, style.PageMargin, top, inner, size.Height-top)
	r.f.scroll.Refresh()
}
