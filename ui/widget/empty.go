package widget

import (
	"strconv"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// firstUseWidth is the width of the column that a page's first use stands in, px at 100 % text.
const firstUseWidth float32 = 600

// EmptyState is what a page shows where its content would be: what the page is for, how to begin,
// and the buttons to do so. It stands in a column in the middle.
type EmptyState struct {
	fynewidget.BaseWidget
	column *Column
}

// NewFirstUse returns the state of a page that has never been used: title, lead, numbered steps,
// buttons (the first one filled) and a note.
func NewFirstUse(title, lead string, steps []Step, note string, buttons ...fyne.CanvasObject) *EmptyState {
	head := NewProse(Strong(title), style.PageTitle, style.Ink)
	parts := []Part{{0, head, false}, {8, NewProse(lead, style.Body, style.Ink2), false}}
	for i, s := range steps {
		above := float32(16)
		if i == 0 {
			above = 20
		}
		parts = append(parts, Part{above, newStepView(strconv.Itoa(i+1), s), false})
	}
	if len(buttons) > 0 {
		parts = append(parts, Part{28, NewLine(style.FieldGap, -1, buttons...), false})
	}
	if note != "" {
		parts = append(parts, Part{12, NewProse(note, style.Caption, style.Ink2), false})
	}
	e := &EmptyState{column: NewColumn(0, parts...)}
	e.ExtendBaseWidget(e)
	return e
}

// NewNothing returns the state of a list in which nothing matches: one sentence and a way back.
func NewNothing(sentence string, action *Button) *EmptyState {
	e := &EmptyState{column: NewColumn(0, Part{0, NewProse(sentence, style.Body, style.Ink2), false}, Part{8, action, true})}
	e.ExtendBaseWidget(e)
	return e
}

// HeightFor returns the height that the state needs at a width.
func (e *EmptyState) HeightFor(width float32) float32 {
	return e.column.HeightFor(min(width, e.wide()))
}

func (e *EmptyState) wide() float32 { return firstUseWidth * style.Of(e).Scale() }

// CreateRenderer is part of the widget contract.
func (e *EmptyState) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{objects: []fyne.CanvasObject{e.column}}
	r.min = func() fyne.Size { return fyne.NewSize(200, e.HeightFor(max(e.Size().Width, 200))) }
	r.layout = func(size fyne.Size) {
		w := min(size.Width, e.wide())
		place(e.column, middle(size.Width, w), 0, w, e.column.HeightFor(w))
	}
	r.refresh = func() {
		r.layout(e.Size())
		e.column.Refresh()
	}
	return r
}
