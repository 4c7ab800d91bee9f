package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Sheet is a card over the darkened window that asks for something: a title, parts, and buttons at
// the end. Escape and a tap beside it close it; Enter in a field does what the filled button does.
type Sheet struct {
	fynewidget.BaseWidget
	shade   *Shade
	card    *Fill
	title   *Prose
	column  *Column
	scroll  *container.Scroll
	buttons *Line
	ok, no  *Button
	on      fyne.Canvas
	reading bool // there is nothing to decide, and keys turn the content
	// Wide makes room for tables; set it before Open.
	Wide bool
}

// sheetWidth is the width of a sheet, sheetWide that of one with a table, px at 100 % text.
const (
	sheetWidth float32 = 440
	sheetWide  float32 = 640
)

// NewSheet returns a sheet. The buttons stand at its foot, the filled one last.
func NewSheet(title, cancel, ok string, do func(), parts ...Part) *Sheet {
	s := &Sheet{card: NewFill(style.Surface, style.Line2, style.RadiusCard), title: NewProse(Strong(title), style.Heading, style.Ink), column: NewColumn(0, parts...)}
	s.card.Shadow = true
	s.shade = NewShade(s.Close)
	s.scroll = NewFollowing(s.column)
	s.ok = NewButton(Filled, "", ok, do)
	s.no = NewButton(Outlined, "", cancel, s.Close)
	for _, b := range []*Button{s.ok, s.no} {
		b.onKey, b.turns = s.key, s.scroll
	}
	s.buttons = NewLine(style.IconGap, 0, NewSpace(0, 1), s.no, s.ok)
	s.ExtendBaseWidget(s)
	return s
}

// Field makes Escape and Enter in a field do what they do in the sheet.
func (s *Sheet) Field(e *Entry) *Entry {
	e.OnKey = s.key
	if e.Lines == 0 {
		e.OnSubmitted = func(string) { s.ok.press() }
	}
	return e
}

// Add appends a part.
func (s *Sheet) Add(parts ...Part) { s.column.Set(append(s.column.parts, parts...)...) }

// OnCancel gives the outlined button something to do before the sheet closes.
func (s *Sheet) OnCancel(do func()) {
	s.no.onTapped = func() {
		s.Close()
		do()
	}
}

// OnOK gives the filled button something else to do.
func (s *Sheet) OnOK(do func()) { s.ok.onTapped = do }

// OK returns the filled button.
func (s *Sheet) OK() *Button { return s.ok }

func (s *Sheet) key(k *fyne.KeyEvent) bool {
	if k.Name == fyne.KeyEscape {
		s.Close()
		return true
	}
	return s.reading && s.turn(k.Name)
}

// Open puts the sheet over a canvas and the focus into it.
func (s *Sheet) Open(on fyne.Canvas, focus fyne.Focusable) {
	s.on = on
	s.Resize(on.Size())
	on.Overlays().Add(s)
	if focus == nil {
		focus = s.ok
	}
	on.Focus(focus)
}

// Close takes the sheet away.
func (s *Sheet) Close() {
	if s.on != nil {
		s.on.Overlays().Remove(s)
		s.on = nil
	}
}

// CreateRenderer is part of the widget contract.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{s.shade, s.card, s.title, s.scroll, s.buttons}
	return NewDrawing(objects, func() fyne.Size { return fyne.NewSize(280, 160) }, s.layout)
}

func (s *Sheet) layout(size fyne.Size) {
	look := style.Of(s)
	place(s.shade, 0, 0, size.Width, size.Height)
	const pad = style.PageMargin
	w := sheetWidth
	if s.Wide {
		w = sheetWide
	}
	w = min(w*min(look.Scale(), 1.5), size.Width-2*pad)
	buttons := s.buttons.HeightFor(w - 2*pad)
	title := s.title.HeightFor(w - 2*pad)
	head, foot := title+pad+style.FieldGap, buttons+2*pad
	s.column.Padding = style.Unit
	body := min(s.column.HeightFor(w-2*pad+2*style.Unit), size.Height-2*pad-head-foot)
	h := head + body + foot
	x, y := middle(size.Width, w), max(middle(size.Height, h)-style.PageMargin, pad)
	place(s.card, x, y, w, h)
	place(s.title, x+pad, y+pad, w-2*pad, title)
	place(s.scroll, x+pad-style.Unit, y+head, w-2*pad+2*style.Unit, body)
	place(s.buttons, x+pad, y+h-pad-buttons, w-2*pad, buttons)
}

// Shade darkens what lies below something that floats, and calls back when it is tapped.
type Shade struct {
	fynewidget.BaseWidget
	tapped func()
}

// NewShade returns a shade.
func NewShade(tapped func()) *Shade {
	s := &Shade{tapped: tapped}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped calls back.
func (s *Shade) Tapped(*fyne.PointEvent) { s.tapped() }

// CreateRenderer is part of the widget contract.
func (s *Shade) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(canvas.NewRectangle(style.Of(s).Color(style.Scrim)))
}
