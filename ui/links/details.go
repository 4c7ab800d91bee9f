package links

import (
	"context"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/agent"
	"foyer/services/link"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// details are the lines at the panel's foot: what is known about the link.
func (p *Page) details(l link.Saved) []fyne.CanvasObject {
	say := p.config.Say
	var lines []fyne.CanvasObject
	add := func(key, value string, copyable bool) {
		if value == "" {
			return
		}
		d := &detail{name: widget.NewText(say.T(key), style.Caption, style.Ink2), prose: widget.NewProse(value, style.Body, style.Ink)}
		if copyable { // an address, which may be cut
			d.value, d.prose = widget.NewText(value, style.Body, style.Ink), nil
			d.value.Elide = true
			d.value.Middle = key == "links.detail.id" || key == "links.detail.message"
			d.copy = widget.NewIconButton("copy", say.T("links.copy-value"), func() { p.copyText(value) })
			p.panel.side.Watch(d.copy)
		}
		d.ExtendBaseWidget(d)
		lines = append(lines, d)
	}
	add("links.detail.id", l.ID, true)
	add("links.detail.message", l.Message, true)
	add("links.detail.type", l.Type, false)
	if l.Kind == link.Person && l.Name != "" {
		add("links.detail.email", l.Email, true)
	}
	add("links.detail.sip", l.SIP, true)
	add("links.detail.phone", l.Phone, true)
	switch {
	case l.Ref == 0:
		add("links.detail.saved", say.T("links.not-saved"), false)
	default:
		add("links.detail.saved", p.savedWords(l), false)
	}
	wide := detailName
	for _, o := range lines {
		wide = max(wide, fyne.MeasureText(o.(*detail).name.Words(), style.Of(o.(*detail)).Text(style.Caption), fyne.TextStyle{}).Width+style.IconGap)
	}
	for _, o := range lines {
		o.(*detail).wide = wide
	}
	return lines
}

func (p *Page) savedWords(l link.Saved) string {
	say := p.config.Say
	when := say.Moment(l.Saved, p.config.Now())
	if l.Source == "" {
		return when
	}
	from := say.T("links.source.file", "File", l.Source)
	if key := "links.source." + l.Source; say.Has(key) {
		from = say.T(key)
	}
	return say.T("links.saved-from", "When", when, "Source", from)
}

// copyText copies one value as plain text.
func (p *Page) copyText(value string) {
	p.tasks.Go(func(ctx context.Context) func() {
		_, err := p.config.Desk.Copy(ctx, agent.Clip{Text: value})
		return func() {
			if err != nil {
				p.failed("links.copy-failed", err)
				return
			}
			p.toast.Say(widget.Fine, p.config.Say.T("links.value-copied", "Value", widget.Strong(value)), "", nil)
		}
	})
}

// detail is one line: a name, a value that may be cut or else wraps, and perhaps a button that copies it.
// Where the text is large the value stands below its name.
type detail struct {
	fynewidget.BaseWidget
	name, value *widget.Text
	prose       *widget.Prose // in place of value
	copy        *widget.Button
	wide        float32 // of the names of all lines, with the gap behind them, px
}

// detailName is the least width of names, px.
const detailName float32 = 80

func (d *detail) stacked() bool { return style.Of(d).Scale() > 1.3 }

// HeightFor returns the height that the line needs at a width.
func (d *detail) HeightFor(width float32) float32 {
	look := style.Of(d)
	h, left := look.Line(style.Body), d.wide
	if d.stacked() {
		left = 0
	}
	if d.prose != nil {
		h = d.prose.HeightFor(width - left)
	}
	if d.stacked() {
		return look.Line(style.Caption) + h
	}
	return h
}

// CreateRenderer is part of the widget contract.
func (d *detail) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{d.name}
	if d.prose != nil {
		objects = append(objects, d.prose)
	} else {
		objects = append(objects, d.value)
	}
	if d.copy != nil {
		objects = append(objects, d.copy)
	}
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(120, d.HeightFor(max(d.Size().Width, 120))) }, func(size fyne.Size) {
		look := style.Of(d)
		line := look.Line(style.Body)
		right := size.Width
		if d.copy != nil {
			s := d.copy.MinSize()
			widget.Place(d.copy, right-s.Width+6, (size.Height-s.Height)/2, s.Width, s.Height)
			right -= s.Width - 2
		}
		x, y := d.wide, (size.Height-line)/2
		if d.prose != nil {
			y = 0
		}
		if d.stacked() {
			x, y = 0, look.Line(style.Caption)
			widget.Place(d.name, 0, 0, right, look.Line(style.Caption))
		} else {
			widget.Place(d.name, 0, y, d.wide-style.IconGap, line)
		}
		if d.prose != nil {
			widget.Place(d.prose, x, y, right-x, d.prose.HeightFor(right-x))
			return
		}
		widget.Place(d.value, x, y, right-x, line)
	})
}
