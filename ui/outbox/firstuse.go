package outbox

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/agent"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// firstUse says what the page is for while there is nothing on it.
type firstUse struct {
	fynewidget.BaseWidget
	page    *Page
	scroll  *widget.Scrolled
	state   *widget.EmptyState
	buttons []*widget.Button
	unset   bool // it was made for somebody without a service
}

func newFirstUse(p *Page) *firstUse {
	f := &firstUse{page: p}
	f.Hidden = true
	f.ExtendBaseWidget(f)
	return f
}

// show shows the state that fits the service, or hides it.
func (f *firstUse) show(on bool) {
	f.Hidden = !on
	unset := f.page.model.service.Health == agent.Unset
	if !on || f.state != nil && f.unset == unset {
		return
	}
	f.unset, f.buttons = unset, nil
	if unset {
		f.connect()
	} else {
		f.write()
	}
	f.scroll = widget.NewScrolled(f.state)
	f.Refresh()
}

// connect is for somebody who has connected no service yet.
func (f *firstUse) connect() {
	say, c := f.page.config.Say, f.page.config
	f.add(widget.Filled, "server", say.T("outbox.connect"), c.Connect)
	f.add(widget.Outlined, "", say.T("outbox.demo"), c.Demo)
	note := ""
	if c.Demo != nil {
		note = say.T("outbox.first-note")
	}
	f.state = widget.NewFirstUse(say.T("outbox.first-title"), say.T("outbox.first-lead"), f.steps(), note, f.objects()...)
}

// write is for somebody who has not sent anything yet.
func (f *firstUse) write() {
	say := f.page.config.Say
	f.add(widget.Filled, "message", say.T("outbox.write"), f.page.config.Write)
	f.state = widget.NewFirstUse(say.T("outbox.first-title"), say.T("outbox.empty-lead"), f.steps(), "", f.objects()...)
}

func (f *firstUse) steps() []widget.Step {
	say := f.page.config.Say
	return []widget.Step{
		{Do: say.T("outbox.step1"), Then: say.T("outbox.step1-then")},
		{Do: say.T("outbox.step2"), Then: say.T("outbox.step2-then")},
		{Do: say.T("outbox.step3"), Then: say.T("outbox.step3-then")},
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
	c := f.page.config
	switch {
	case f.button() == nil:
	case f.unset && c.Connect != nil:
		c.Connect()
	case !f.unset && c.Write != nil:
		c.Write()
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
