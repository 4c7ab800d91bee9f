package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"foyer/ui/style"
)

// Weight says how much a button asks for.
type Weight int

// The weights, heaviest first.
const (
	// Filled is the one primary action of a page.
	Filled Weight = iota
	// Outlined is an ordinary button.
	Outlined
	// Quiet has no outline until the pointer is over it.
	Quiet
	// Linked reads as a link.
	Linked
)

// Button is a button with an icon, words, or both, and an optional reminder of its shortcut.
type Button struct {
	control
	// Weight, Icon, Hint and IconColor say how it looks; call Refresh after a change.
	Weight    Weight
	Icon      string
	Hint      string
	IconColor style.Name // of a Quiet button; "" is ink2
	Small     bool
	Caption   bool // words in caption size, for links in small print
	words     string
}

// NewButton returns a button. An empty icon or empty words leave that part out; a button without
// words needs a tip, set with SetTip.
func NewButton(weight Weight, icon, words string, tapped func()) *Button {
	b := &Button{Weight: weight, Icon: icon, words: words}
	b.onTapped = tapped
	b.extend(b)
	return b
}

// NewIconButton returns a quiet button of an icon whose words are its tip.
func NewIconButton(icon, tip string, tapped func()) *Button {
	b := NewButton(Quiet, icon, "", tapped)
	b.tip = tip
	b.Small = true
	return b
}

// SetText changes the words.
func (b *Button) SetText(words string) {
	if b.words != words {
		b.words = words
		b.Refresh()
	}
}

// Words returns the words on the button, or its tip when it has only an icon.
func (b *Button) Words() string {
	if b.words == "" {
		return b.tip
	}
	return b.words
}

// SetIcon changes the icon and, for quiet buttons, its colour.
func (b *Button) SetIcon(icon string, c style.Name) {
	b.Icon, b.IconColor = icon, c
	b.Refresh()
}

// AccessibilityLabel names the button to assistive software.
func (b *Button) AccessibilityLabel() string { return b.Words() }

// AccessibilityRole says that this is a button.
func (b *Button) AccessibilityRole() fyne.AccessibleRole {
	if b.Weight == Linked {
		return fyne.AccessibleRoleLink
	}
	return fyne.AccessibleRoleButton
}

// Cursor shows a hand over links.
func (b *Button) Cursor() desktop.Cursor {
	if b.Weight == Linked && !b.disabled {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer is part of the widget contract.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	d := &buttonDrawing{b: b,
		box: canvas.NewRectangle(transparent), ring: canvas.NewRectangle(transparent),
		icon: &canvas.Image{FillMode: canvas.ImageFillContain},
		text: canvas.NewText("", transparent), hint: canvas.NewText("", transparent)}
	d.refresh()
	return &renderer{objects: []fyne.CanvasObject{d.box, d.icon, d.text, d.hint, d.ring},
		min: d.min, layout: d.layout, refresh: d.refresh}
}

type buttonDrawing struct {
	b          *Button
	box, ring  *canvas.Rectangle
	icon       *canvas.Image
	text, hint *canvas.Text
}

// pad is the space between the edge and what is inside.
func (d *buttonDrawing) pad() float32 {
	switch {
	case d.b.Weight == Linked:
		return 0
	case d.b.words == "":
		return 6
	case d.b.Weight == Quiet:
		return 8
	case d.b.Small:
		return 12
	}
	return 13
}

func (d *buttonDrawing) height(look style.Look) float32 {
	switch {
	case d.b.Weight == Linked:
		return look.Line(d.role())
	case d.b.Small:
		return look.Height(style.SmallHeight)
	}
	return look.Height(style.ButtonHeight)
}

func (d *buttonDrawing) min() fyne.Size {
	look := style.Of(d.b)
	return fyne.NewSize(2*d.pad()+d.inner(look), d.height(look))
}

// inner is the width of icon, words and hint with the gaps between them.
func (d *buttonDrawing) inner(look style.Look) float32 {
	w := float32(0)
	add := func(part float32) {
		if w > 0 {
			w += style.IconGap
		}
		w += part
	}
	if d.b.Icon != "" {
		add(look.Icon(style.IconRow))
	}
	if d.b.words != "" {
		add(measure(d.b.words, look.Text(d.role()), d.bold()))
	}
	if d.b.Hint != "" {
		add(measure(d.b.Hint, look.Text(style.Caption), false))
	}
	return w
}

func (d *buttonDrawing) role() style.Role {
	if d.b.Caption {
		return style.Caption
	}
	return style.Body
}

func (d *buttonDrawing) bold() bool { return d.b.Weight == Filled }

func (d *buttonDrawing) layout(size fyne.Size) {
	look := style.Of(d.b)
	place(d.box, 0, 0, size.Width, size.Height)
	outside := float32(4)
	if d.b.Weight == Linked {
		outside = 3
	}
	drawFocus(d.ring, look, size, d.b.focused, outside, style.RadiusButton+outside)
	x := max((size.Width-d.inner(look))/2, 0)
	if d.b.Weight == Linked {
		x = 0
	}
	if d.b.Icon != "" {
		side := look.Icon(style.IconRow)
		place(d.icon, x, middle(size.Height, side), side, side)
		x += side + style.IconGap
	}
	if d.b.Weight == Linked && size.Width > 0 {
		d.cut(size.Width - x)
	}
	for _, t := range []*canvas.Text{d.text, d.hint} {
		need := t.MinSize()
		place(t, x, (size.Height-need.Height)/2, need.Width, need.Height)
		x += need.Width + style.IconGap
	}
}

// cut shortens a link that leads to something with a long name; the whole is its tip then.
func (d *buttonDrawing) cut(width float32) {
	b := d.b
	d.text.Text = Cut(b.words, width, d.text.TextSize, d.bold())
	switch {
	case d.text.Text != b.words && b.tip == "":
		b.tip = b.words
	case d.text.Text == b.words && b.tip == b.words:
		b.tip = ""
	}
}

func (d *buttonDrawing) refresh() {
	look := style.Of(d.b)
	fill, stroke, ink, icon := d.colours()
	d.box.FillColor, d.box.StrokeColor, d.box.StrokeWidth = paint(look, fill), paint(look, stroke), 0
	if stroke != "" {
		d.box.StrokeWidth = 1
	}
	d.box.CornerRadius = style.RadiusButton
	d.text.Text, d.text.TextSize, d.text.Color = d.b.words, look.Text(d.role()), paint(look, ink)
	d.text.TextStyle = fyne.TextStyle{Bold: d.bold(), Underline: d.b.Weight == Linked && d.b.hovered}
	d.hint.Text, d.hint.TextSize, d.hint.Color = d.b.Hint, look.Text(style.Caption), paint(look, ink)
	drawIcon(d.icon, d.b.Icon, paint(look, icon))
	d.layout(d.b.Size())
	for _, o := range []fyne.CanvasObject{d.box, d.text, d.hint, d.ring} {
		o.Refresh()
	}
	refreshIcon(d.icon)
}

// colours returns fill, outline, words and icon; "" is none.
func (d *buttonDrawing) colours() (fill, stroke, ink, icon style.Name) {
	b := d.b
	if b.disabled {
		if b.Weight == Linked || b.Weight == Quiet {
			return "", "", style.DisabledText, style.DisabledText
		}
		return style.DisabledFill, "", style.DisabledText, style.DisabledText
	}
	pick := func(rest, hover, pressed style.Name) style.Name {
		switch {
		case b.pressed:
			return pressed
		case b.hovered:
			return hover
		}
		return rest
	}
	switch b.Weight {
	case Filled:
		return pick(style.Accent, style.AccentHover, style.AccentPressed), "", style.OnAccent, style.OnAccent
	case Outlined:
		return pick(style.Surface, style.Hover, style.Selection), style.Line2, style.Ink, style.Ink2
	case Linked:
		ink := pick(style.Accent, style.AccentHover, style.AccentPressed)
		return "", "", ink, ink
	}
	icon = style.Ink2
	if b.IconColor != "" {
		icon = b.IconColor
	}
	return pick("", style.Hover, style.Selection), "", style.Ink2, icon
}

func paint(look style.Look, n style.Name) color.Color {
	if n == "" {
		return transparent
	}
	return look.Color(n)
}
