package messages

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// pair is two fields beside each other, each below its name; where there is no room, below each other.
type pair struct {
	fynewidget.BaseWidget
	names  [2]*widget.Text
	fields [2]*widget.Entry
}

// pairLeast is the least width of two fields beside each other, px at 100 % text.
const pairLeast float32 = 420

func newPair(name1 string, field1 *widget.Entry, name2 string, field2 *widget.Entry) *pair {
	p := &pair{names: [2]*widget.Text{caption(name1), caption(name2)}, fields: [2]*widget.Entry{field1, field2}}
	p.ExtendBaseWidget(p)
	return p
}

func (p *pair) stacked(width float32) bool { return width < pairLeast*style.Of(p).Scale() }

// one is the height of a field with its name.
func (p *pair) one() float32 {
	return style.Of(p).Line(style.Caption) + style.Unit + p.fields[0].MinSize().Height
}

// HeightFor returns the height that the fields need at a width.
func (p *pair) HeightFor(width float32) float32 {
	if p.stacked(width) {
		return 2*p.one() + style.FieldGap
	}
	return p.one()
}

// CreateRenderer is part of the widget contract.
func (p *pair) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{p.names[0], p.fields[0], p.names[1], p.fields[1]},
		func() fyne.Size { return fyne.NewSize(160, p.HeightFor(max(p.Size().Width, 160))) },
		func(size fyne.Size) {
			w, x, y := (size.Width-style.FieldGap)/2, (size.Width+style.FieldGap)/2, float32(0)
			if p.stacked(size.Width) {
				w, x, y = size.Width, 0, p.one()+style.FieldGap
			}
			line := style.Of(p).Line(style.Caption)
			for i := range p.fields {
				widget.Place(p.names[i], float32(i)*x, float32(i)*y, w, line)
				widget.Place(p.fields[i], float32(i)*x, float32(i)*y+line+style.Unit, w, p.fields[i].MinSize().Height)
			}
		})
}
