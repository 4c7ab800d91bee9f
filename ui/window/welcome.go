package window

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
)

// Welcome is what the first start shows: what Foyer does, and the ways to begin. Each of them ends it.
type Welcome struct {
	// Links begins without any account; Escape does the same.
	Links func()
	// Messenger and Meetings lead to where a service is set up.
	Messenger, Meetings func()
	// Demo starts the demo office.
	Demo func()
	// Languages are the names of the languages with the one in use; Speak chooses one. Nil leaves the
	// choice out.
	Languages []string
	Language  int
	Speak     func(index int)
}

// welcomeWidth is the width of the column, px at 100 % text.
const welcomeWidth float32 = 660

// welcome covers the window.
type welcome struct {
	fynewidget.BaseWidget
	ground *widget.Fill
	column *widget.Column
	scroll *widget.Scrolled
	escape func()
}

// OpenWelcome shows the welcome over everything, once; closed is told when it is gone.
func (s *Shell) OpenWelcome(w Welcome, closed func()) {
	c := s.canvas()
	if c == nil || s.welcome != nil {
		return
	}
	end := func(do func()) func() {
		return func() {
			s.CloseWelcome()
			closed()
			do()
		}
	}
	first := widget.NewButton(widget.Filled, "", s.config.Say.T("welcome.start"), end(w.Links))
	s.welcome = newWelcome(s.config.Say, s.config.Name, w, first, end)
	s.welcome.escape = end(w.Links)
	s.welcome.Resize(c.Size())
	c.Overlays().Add(s.welcome)
	c.Focus(first)
}

// CloseWelcome takes the welcome away; it reports whether it was there.
func (s *Shell) CloseWelcome() bool {
	if s.welcome == nil {
		return false
	}
	if c := s.canvas(); c != nil {
		c.Overlays().Remove(s.welcome)
	}
	s.welcome = nil
	return true
}

// Welcoming reports whether nothing but the welcome lies over the window.
func (s *Shell) Welcoming() bool {
	c := s.canvas()
	return s.welcome != nil && c != nil && c.Overlays().Top() == fyne.CanvasObject(s.welcome)
}

func newWelcome(say *text.Catalogue, name string, w Welcome, first *widget.Button, end func(func()) func()) *welcome {
	v := &welcome{ground: widget.NewFill(style.Ground, "", 0)}
	button := func(words string, do func()) *widget.Button {
		return widget.NewButton(widget.Outlined, "", words, end(do))
	}
	offers := []*widget.Offer{
		widget.NewOffer("link", say.T("welcome.links"), say.T("welcome.links-says"), first),
		widget.NewOffer("message", say.T("welcome.messenger"), say.T("welcome.messenger-says"), button(say.T("welcome.connect"), w.Messenger)),
		widget.NewOffer("meeting", say.T("welcome.meetings"), say.T("welcome.meetings-says"), button(say.T("welcome.connect"), w.Meetings)),
		widget.NewOffer("rooms", say.T("welcome.demo"), say.T("welcome.demo-says"), button(say.T("welcome.try"), w.Demo)),
	}
	parts := []widget.Part{
		{Object: widget.NewIcon("foyer", style.IconHead*2, style.Accent), Left: true},
		{Above: style.FieldGap, Object: widget.NewProse(widget.Strong(say.T("welcome.title", "Name", name)), style.PageTitle, style.Ink)},
		{Above: style.GroupGap, Object: widget.NewProse(say.T("welcome.lead"), style.Body, style.Ink2)},
	}
	watched := make([]widget.Focusing, 0, len(offers)+1)
	for i, o := range offers {
		above := style.PageMargin
		if i == 0 {
			above = style.PageMargin + style.FieldGap
		}
		o.Button().OnKey(v.key)
		watched = append(watched, o.Button())
		parts = append(parts, widget.Part{Above: above, Object: o})
	}
	parts = append(parts, widget.Part{Above: style.PageMargin + style.FieldGap, Object: widget.NewProse(say.T("welcome.note"), style.Caption, style.Ink2)})
	if w.Speak != nil {
		language := languageButton(w, v.key)
		watched = append(watched, language)
		parts = append(parts, widget.Part{Above: style.FieldGap, Object: language, Left: true})
	}
	v.column = widget.NewColumn(0, parts...)
	v.scroll = widget.NewScrolled(v.column)
	v.scroll.Watch(watched...)
	v.ExtendBaseWidget(v)
	return v
}

// languageButton names the language in use and drops the others down.
func languageButton(w Welcome, key func(*fyne.KeyEvent) bool) *widget.Button {
	var b *widget.Button
	b = widget.NewButton(widget.Linked, "globe", w.Languages[w.Language], func() {
		var items []*fyne.MenuItem
		for i, name := range w.Languages {
			item := fyne.NewMenuItem(name, func() { w.Speak(i) })
			item.Checked = i == w.Language
			items = append(items, item)
		}
		widget.ShowMenu(b, items)
	})
	b.OnKey(key)
	return b
}

func (v *welcome) key(k *fyne.KeyEvent) bool {
	if k.Name == fyne.KeyEscape && v.escape != nil {
		v.escape()
		return true
	}
	return false
}

// CreateRenderer is part of the widget contract.
func (v *welcome) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{v.ground, v.scroll}, func() fyne.Size { return fyne.NewSize(320, 240) }, func(size fyne.Size) {
		const pad = style.PageMargin
		widget.Place(v.ground, 0, 0, size.Width, size.Height)
		w := min(welcomeWidth*min(style.Of(v).Scale(), 1.4), size.Width-2*pad)
		top := max((size.Height-v.column.HeightFor(w))/3, pad)
		widget.Place(v.scroll, (size.Width-w)/2, top, w, size.Height-top)
		v.scroll.Refresh()
	})
}
