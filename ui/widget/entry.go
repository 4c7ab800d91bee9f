package widget

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Entry is a field for words with our frame: an outline at rest, the focus line in its place with
// focus, red when what is in it cannot be used. A Lines of more than one makes it grow with its
// text up to MaxLines.
type Entry struct {
	fynewidget.BaseWidget
	input   *input
	icon    *Icon
	action  *Button
	invalid bool
	// Bare leaves the frame out, for a field inside a card of its own.
	Bare bool
	// Lines and MaxLines of a field for several lines; 0 is a single line.
	Lines, MaxLines int
	// Short stands in the empty field where there is no room for its hint; "" is none.
	Short string
	hint  string
	// OnChanged is called with every change of the text; OnSubmitted on Enter in a single line.
	OnChanged   func(string)
	OnSubmitted func(string)
	// OnKey sees keys before the field does and returns true to keep them.
	OnKey func(*fyne.KeyEvent) bool
	// OnShortcut sees shortcuts before the field does and returns true to keep them.
	OnShortcut func(fyne.Shortcut) bool
	// OnFocus is called when focus comes and goes.
	OnFocus   func(bool)
	onResized func()
	told      float32 // the height that onResized was last told of
	// inside leaves the frame out, for a field within another widget's frame; keepsTab says whether
	// Tab goes to the field.
	inside   bool
	keepsTab func() bool
}

// entryPad is the room between the frame's edge and the words, px.
const entryPad float32 = 12

// NewEntry returns a field for one line. An icon is a drawing's name, or "".
func NewEntry(icon, placeholder string) *Entry {
	e := &Entry{input: newInput(false)}
	return e.build(icon, placeholder)
}

// NewArea returns a field for several lines.
func NewArea(icon, placeholder string, lines, maxLines int) *Entry {
	e := &Entry{input: newInput(true), Lines: lines, MaxLines: maxLines}
	return e.build(icon, placeholder)
}

func (e *Entry) build(icon, placeholder string) *Entry {
	e.input.owner = e
	e.SetPlaceholder(placeholder)
	e.input.OnChanged = func(s string) {
		e.grow()
		if e.OnChanged != nil {
			e.OnChanged(s)
		}
	}
	e.input.OnSubmitted = func(s string) {
		if e.OnSubmitted != nil {
			e.OnSubmitted(s)
		}
	}
	if icon != "" {
		e.icon = NewIcon(icon, style.IconRow, style.Ink2)
	}
	e.ExtendBaseWidget(e)
	return e
}

// Text returns what is in the field.
func (e *Entry) Text() string { return e.input.Text }

// SetText changes what is in the field.
func (e *Entry) SetText(s string) {
	e.input.SetText(s)
	e.grow()
}

// SetPlaceholder changes the hint in the empty field.
func (e *Entry) SetPlaceholder(s string) {
	e.hint = s
	e.input.SetPlaceHolder(s)
	e.Refresh()
}

// SetInvalid turns the field red, or back.
func (e *Entry) SetInvalid(invalid bool) {
	if e.invalid != invalid {
		e.invalid = invalid
		e.Refresh()
	}
}

// SetAction puts an icon button at the end of the field, or takes it away with nil.
func (e *Entry) SetAction(b *Button) {
	if e.action != b {
		e.action = b
		e.Refresh()
	}
}

// Input returns what takes the focus.
func (e *Entry) Input() fyne.Focusable { return e.input }

// Focused reports whether the field has the focus.
func (e *Entry) Focused() bool { return e.input.hasFocus }

// SelectAll selects the whole text.
func (e *Entry) SelectAll() { e.input.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// CursorToEnd puts the cursor behind the last character.
func (e *Entry) CursorToEnd() {
	rows := []rune(e.input.Text)
	if !e.input.MultiLine {
		e.input.CursorColumn = len(rows)
		e.input.Refresh()
		return
	}
	e.input.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	e.input.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
}

// grow lets the field follow the number of its lines.
func (e *Entry) grow() {
	if e.Lines == 0 {
		return
	}
	e.Refresh()
	h := e.MinSize().Height
	if h == e.told {
		return
	}
	e.told = h
	if e.onResized != nil && h != e.Size().Height {
		e.onResized()
	}
}

// OnResized sets what is called when the field wants another height.
func (e *Entry) OnResized(f func()) { e.onResized = f }

func (e *Entry) height(look style.Look) float32 {
	if e.Lines == 0 {
		return look.Height(style.ButtonHeight)
	}
	lines := e.rows(look)
	lines = min(max(lines, e.Lines), max(e.MaxLines, e.Lines))
	return float32(math.Ceil(float64(float32(lines)*e.pitch(look)))) + 16
}

// pitch is the height of one of Fyne's rows.
func (e *Entry) pitch(look style.Look) float32 {
	return fyne.MeasureText("M", look.Text(style.Body), fyne.TextStyle{}).Height
}

// rows counts the rows that the text takes at the field's width.
func (e *Entry) rows(look style.Look) int {
	width := e.input.Size().Width - 2*look.Padding()
	rows := 0
	for _, line := range strings.Split(e.input.Text, "\n") {
		rows++
		if width > 0 && rows < e.MaxLines {
			rows += int(measure(line, look.Text(style.Body), false) / width)
		}
	}
	return rows
}

// CreateRenderer is part of the widget contract.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	frame := canvas.NewRectangle(transparent)
	r := &renderer{}
	r.min = func() fyne.Size {
		look := style.Of(e)
		return fyne.NewSize(8*look.Text(style.Body), e.height(look))
	}
	r.layout = func(size fyne.Size) {
		look := style.Of(e)
		place(frame, 0, 0, size.Width, size.Height)
		left, right := entryPad, entryPad
		if e.icon != nil {
			// In an area the icon is part of the hint and goes with it.
			e.icon.Hidden = e.Lines > 0 && (e.input.hasFocus || e.input.Text != "")
		}
		if e.icon != nil && e.icon.Visible() {
			side := look.Icon(style.IconRow)
			y := middle(size.Height, side)
			if e.Lines > 0 {
				y = 8 + middle(look.Line(style.Body), side)
			}
			place(e.icon, left-1, y, side, side)
			left += side + style.IconGap
		}
		if e.action != nil {
			side := e.action.MinSize()
			place(e.action, size.Width-side.Width-2, middle(size.Height, side.Height), side.Width, side.Height)
			right = side.Width + 4
		}
		e.layoutInput(look, size, left, right)
	}
	r.refresh = func() {
		look := style.Of(e)
		r.objects = []fyne.CanvasObject{frame, e.input}
		if e.icon != nil {
			r.objects = append(r.objects, e.icon)
		}
		if e.action != nil {
			r.objects = append(r.objects, e.action)
		}
		drawFrame(frame, look, e.invalid, e.input.hasFocus)
		if e.Bare || e.inside {
			frame.FillColor, frame.StrokeWidth = transparent, 0
		}
		r.layout(e.Size())
		canvas.Refresh(e)
	}
	r.refresh()
	return r
}

// drawFrame draws the frame of a field. One that is wrong is red; with focus its line is the focus
// line and the red ground stays.
func drawFrame(frame *canvas.Rectangle, look style.Look, invalid, focused bool) {
	frame.FillColor, frame.CornerRadius = look.Color(style.Surface), style.RadiusButton
	frame.StrokeColor, frame.StrokeWidth = look.Color(style.Control), 1
	if invalid {
		frame.StrokeColor, frame.StrokeWidth = look.Color(style.InUse), style.FocusWidth
		frame.FillColor = look.Color(style.InUseTint)
	}
	if focused {
		frame.StrokeColor, frame.StrokeWidth = look.Color(style.Accent), style.FocusWidth
	}
}

// layoutInput puts Fyne's entry so that its first line stands where our line does. Fyne's entry
// keeps its inner padding on each side.
func (e *Entry) layoutInput(look style.Look, size fyne.Size, left, right float32) {
	inner := style.Of(e).Padding()
	if e.Lines > 0 {
		place(e.input, left-inner, 8-inner, size.Width-left-right+2*inner+4, size.Height-16+2*inner)
		rows, width := 0, size.Width-left-right+4
		for _, line := range strings.Split(e.hint, "\n") {
			rows += 1 + int(measure(line, look.Text(style.Body), false)/max(width, 1))
		}
		e.showHint(width <= 0 || rows <= e.Lines)
		return
	}
	need := e.input.MinSize()
	place(e.input, left-inner, (size.Height-need.Height)/2, size.Width-left-right+2*inner, need.Height)
	e.showHint(measure(e.hint, look.Text(style.Body), false) <= size.Width-left-right)
}

// showHint shows the hint where there is room for it, and else the short one.
func (e *Entry) showHint(fits bool) {
	hint := e.hint
	if e.Short != "" && !fits {
		hint = e.Short
	}
	if e.input.PlaceHolder != hint {
		e.input.SetPlaceHolder(hint)
	}
}

// input is Fyne's entry, telling its owner about focus and keys.
type input struct {
	fynewidget.Entry
	owner    *Entry
	hasFocus bool
}

func newInput(multi bool) *input {
	i := &input{}
	i.MultiLine = multi
	if multi {
		i.Wrapping = fyne.TextWrapBreak
		i.SetMinRowsVisible(1)
	} else {
		i.Scroll = container.ScrollHorizontalOnly
	}
	i.ExtendBaseWidget(i)
	return i
}

// Several reports whether the field has several lines.
func (i *input) Several() bool { return i.MultiLine }

func (i *input) FocusGained() {
	i.hasFocus = true
	i.Entry.FocusGained()
	i.tell()
	Follow(i.owner)
}

func (i *input) FocusLost() {
	i.hasFocus = false
	i.Entry.FocusLost()
	i.tell()
}

func (i *input) tell() {
	i.owner.Refresh()
	if i.owner.OnFocus != nil {
		i.owner.OnFocus(i.hasFocus)
	}
}

func (i *input) TypedKey(k *fyne.KeyEvent) {
	if PassKey(i, k) {
		return
	}
	if i.owner.OnKey != nil && i.owner.OnKey(k) {
		return
	}
	if k.Name == fyne.KeyEscape || !i.MultiLine {
		LeaveKey(i, k)
	}
	i.Entry.TypedKey(k)
}

func (i *input) TypedShortcut(s fyne.Shortcut) {
	if i.owner.OnShortcut != nil && i.owner.OnShortcut(s) {
		return
	}
	if _, custom := s.(*desktop.CustomShortcut); custom {
		// A field with the focus gets every shortcut: the window's own must go on to the window.
		if c, ok := fyne.CurrentApp().Driver().CanvasForObject(i).(fyne.Shortcutable); ok {
			c.TypedShortcut(s)
		}
	}
	i.Entry.TypedShortcut(s)
}

// AcceptsTab lets Tab leave a field of several lines: every page works with the keyboard alone.
func (i *input) AcceptsTab() bool { return i.owner.keepsTab != nil && i.owner.keepsTab() }
