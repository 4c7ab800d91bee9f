package settings

import (
	"context"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// data is the section about where data lie and where they go, and about what is done with all of them.
type data struct {
	page   *Page
	column *widget.Column
	links  *placeLine
	places map[PlaceKind]*placeLine
	care   *dataCare // nil where nobody looks after the data
}

func newData(p *Page) *data {
	say := p.config.Say
	d := &data{page: p, places: map[PlaceKind]*placeLine{}}
	parts := []widget.Part{{Object: newCardHead("database", say.T("settings.here"), say.T("settings.here-about"))}}
	add := func(l *placeLine) {
		above := style.FieldGap
		if len(parts) == 1 {
			above = style.GroupGap
		}
		parts = append(parts, widget.Part{Above: above, Object: l})
	}
	d.links = newPlaceLine(say.T("settings.links"), "")
	d.links.Hide()
	add(d.links)
	for _, place := range p.config.Desk.Places() {
		l := newPlaceLine(p.placeName(place.Kind), place.Path)
		l.copy = widget.NewIconButton("copy", say.T("settings.copy-path"), func() { p.copyPath(place.Path) })
		p.watch(l.copy)
		d.places[place.Kind] = l
		add(l)
	}
	leaves := say.T("settings.leaves-about")
	if p.config.Services != nil {
		leaves = say.T("services.leaves-about")
	}
	lies := newCard(style.PageMargin, parts...)
	goes := newCard(style.PageMargin,
		widget.Part{Object: newCardHead("lock", say.T("settings.leaves"), leaves)},
		widget.Part{Above: style.GroupGap, Object: widget.NewProse(say.T("settings.leaves-opening"), style.Body, style.Ink)})
	cards := []fyne.CanvasObject{lies, goes}
	d.column = widget.NewColumn(0)
	if p.config.Data != nil {
		d.care = newDataCare(p, d)
		cards = append([]fyne.CanvasObject{d.care.news, lies}, d.care.cards()...)
		cards = append(cards, goes, d.care.eraseCard())
	}
	var column []widget.Part
	for _, c := range cards {
		column = append(column, widget.Part{Above: style.FieldGap, Object: c})
	}
	column[0].Above = 0
	d.column.Set(column...)
	return d
}

// show draws what there is.
func (d *data) show(v Values) {
	if d.care != nil {
		d.care.show(v)
	}
}

func (p *Page) placeName(kind PlaceKind) string {
	say := p.config.Say
	switch kind {
	case Database:
		return say.T("settings.place.database")
	case Settings:
		return say.T("settings.place.settings")
	}
	return say.T("settings.place.log")
}

// setLinks says how many links are saved.
func (d *data) setLinks(n int) {
	d.links.value.SetText(d.page.config.Say.N("settings.links-saved", n))
	d.links.Show()
	d.page.remeasure()
}

func (p *Page) copyPath(path string) {
	p.tasks.Go(func(ctx context.Context) func() {
		err := p.config.Desk.CopyText(ctx, path)
		return func() {
			if err != nil {
				p.failed("settings.copy-failed", err)
				return
			}
			p.toast.Say(widget.Fine, p.config.Say.T("settings.copied", "Path", widget.Strong(path)), "", nil)
		}
	})
}

// placeLine is a name, a value that wraps, and perhaps a button. Where there is little room the
// value stands below its name.
type placeLine struct {
	fynewidget.BaseWidget
	name  *widget.Text
	value *widget.Prose
	copy  *widget.Button
}

// placeName is the width of the names, placeStacks the width of a line below which the value
// stands under its name; px at 100 % text.
const (
	placeNames  float32 = 96
	placeStacks float32 = 420
)

func newPlaceLine(name, value string) *placeLine {
	l := &placeLine{name: widget.NewText(name, style.Body, style.Ink2), value: widget.NewProse(value, style.Body, style.Ink)}
	l.ExtendBaseWidget(l)
	return l
}

// arrange returns where the value begins, and its width.
func (l *placeLine) arrange(width float32) (x, y, w float32) {
	look := style.Of(l)
	right := width
	if l.copy != nil {
		right -= l.copy.MinSize().Width + style.IconGap
	}
	if width < placeStacks*look.Scale() || l.name.MinSize().Width > placeNames*look.Scale()-style.IconGap {
		return 0, look.Line(style.Body), right
	}
	x = placeNames * look.Scale()
	return x, 0, right - x
}

// HeightFor returns the height that the line needs at a width.
func (l *placeLine) HeightFor(width float32) float32 {
	_, y, w := l.arrange(width)
	return y + l.value.HeightFor(w)
}

// CreateRenderer is part of the widget contract.
func (l *placeLine) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{l.name, l.value}
	if l.copy != nil {
		objects = append(objects, l.copy)
	}
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(160, l.HeightFor(max(l.Size().Width, 160))) }, func(size fyne.Size) {
		line := style.Of(l).Line(style.Body)
		x, y, w := l.arrange(size.Width)
		widget.Place(l.name, 0, 0, l.name.MinSize().Width, line)
		widget.Place(l.value, x, y, w, l.value.HeightFor(w))
		if l.copy != nil {
			s := l.copy.MinSize()
			widget.Place(l.copy, size.Width-s.Width+6, y+(line-s.Height)/2, s.Width, s.Height)
		}
	})
}
