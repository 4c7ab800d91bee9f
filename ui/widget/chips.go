package widget

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"
)

// EntryChip is one thing in a ChipsEntry, such as a recipient.
type EntryChip struct {
	// Icon is a drawing's name. A Tone of Caution or Trouble shows its own shape and colours instead:
	// what the chip stands for is doubtful, or cannot be used.
	Icon string
	Tone Tone
	// Words are on the chip; Tip, when not empty, stands beside it on hover.
	Words, Tip string
}

// ChipsEntry is a field in which what was typed becomes chips that flow in rows. It only draws and
// calls back: the page reads the text, and sets the chips. It is one tab stop. With the cursor at
// the start of the field, Left and Backspace choose the last chip; then the arrows, Home and End
// move, Delete and Backspace remove, Enter activates, and typing goes on in the field.
type ChipsEntry struct {
	fynewidget.BaseWidget
	// OnText is called with text to be read: on Enter, Tab, a comma or a semicolon behind it, and
	// when text of several parts or lines is pasted. The field is empty by then; SetText may put back
	// what could not be read.
	OnText func(text string)
	// OnRemove is called when a chip is to go; OnActivated when one got Enter, to be edited; OnChosen
	// when another chip is chosen, -1 for none.
	OnRemove    func(index int)
	OnActivated func(index int)
	OnChosen    func(index int)
	// OnChanged is called with what stands in the field, OnFocus when focus comes and goes.
	OnChanged func(text string)
	OnFocus   func(bool)
	// OnKey sees the keys that neither a chip nor the field uses, and returns true to keep them.
	OnKey func(*fyne.KeyEvent) bool
	// MaxRows is how many rows are shown before the field scrolls; 0 is 5.
	MaxRows int

	chips       []EntryChip
	chosen      int
	field       *Entry
	placeholder string
	removeTip   string
	flow        *chipFlow
	scroll      *container.Scroll
	onResized   func()
	height      float32
}

// NewChipsEntry returns an empty field. The placeholder says what can be typed, removeTip names the
// cross on each chip.
func NewChipsEntry(placeholder, removeTip string) *ChipsEntry {
	c := &ChipsEntry{chosen: -1, placeholder: placeholder, removeTip: removeTip, field: NewEntry("", placeholder)}
	c.field.inside = true
	c.field.OnKey = c.key
	c.field.OnShortcut = c.shortcut
	c.field.OnChanged = c.changed
	c.field.OnSubmitted = func(string) { c.flush() }
	c.field.OnFocus = c.focusChanged
	c.field.keepsTab = func() bool { return strings.TrimSpace(c.field.Text()) != "" }
	c.flow = newChipFlow(c)
	c.scroll = container.NewVScroll(c.flow)
	c.ExtendBaseWidget(c)
	return c
}

// SetChips replaces the chips, without calling back.
func (c *ChipsEntry) SetChips(chips ...EntryChip) {
	c.chips = slices.Clone(chips)
	c.chosen = min(c.chosen, len(chips)-1)
	c.arrange()
}

// Chips returns the chips.
func (c *ChipsEntry) Chips() []EntryChip { return c.chips }

// Chosen returns the number of the chip that the keys go to, -1 for none.
func (c *ChipsEntry) Chosen() int { return c.chosen }

// Choose chooses a chip and calls back; -1 goes back to the field.
func (c *ChipsEntry) Choose(index int) {
	if index < 0 || index >= len(c.chips) {
		index = -1
	}
	if c.chosen == index {
		return
	}
	c.chosen = index
	c.arrange()
	if c.OnChosen != nil {
		c.OnChosen(index)
	}
}

// Text returns what stands in the field and is no chip yet.
func (c *ChipsEntry) Text() string { return c.field.Text() }

// SetText changes what stands in the field, without making chips of it.
func (c *ChipsEntry) SetText(s string) {
	changed := c.field.OnChanged
	c.field.OnChanged = nil
	c.field.SetText(s)
	c.field.OnChanged = changed
	c.field.CursorToEnd()
	c.arrange()
}

// Flush hands over what stands in the field as if Enter had been pressed: before sending, say.
func (c *ChipsEntry) Flush() { c.flush() }

// SetInvalid turns the frame red, or back.
func (c *ChipsEntry) SetInvalid(invalid bool) {
	c.field.invalid = invalid
	c.arrange()
}

// Input returns what takes the focus.
func (c *ChipsEntry) Input() fyne.Focusable { return c.field.Input() }

// Focused reports whether the field has the focus.
func (c *ChipsEntry) Focused() bool { return c.field.Focused() }

// OnResized sets what is called when the field wants another height.
func (c *ChipsEntry) OnResized(f func()) { c.onResized = f }

func (c *ChipsEntry) focus() {
	if on := fyne.CurrentApp().Driver().CanvasForObject(c); on != nil {
		on.Focus(c.Input())
	}
}

func (c *ChipsEntry) focusChanged(on bool) {
	if !on {
		c.Choose(-1)
	}
	c.Refresh()
	if c.OnFocus != nil {
		c.OnFocus(on)
	}
}

// changed follows the field: chips are no longer chosen, and what is complete is handed over.
func (c *ChipsEntry) changed(s string) {
	c.Choose(-1)
	if complete(s) {
		c.flush()
		return
	}
	c.arrange()
	if c.OnChanged != nil {
		c.OnChanged(s)
	}
}

// flush empties the field and hands its text over.
func (c *ChipsEntry) flush() {
	text := strings.TrimRight(strings.ReplaceAll(c.Text(), pastedLine, "\n"), separators+" \t\n")
	text = strings.TrimLeft(text, separators+" \t\n")
	c.SetText("")
	if c.OnChanged != nil {
		c.OnChanged("")
	}
	if text != "" && c.OnText != nil {
		c.OnText(text)
	}
	c.reveal()
}

// remove asks for a chip to go and chooses another one.
func (c *ChipsEntry) remove(index, then int) {
	if c.OnRemove == nil {
		return
	}
	c.OnRemove(index)
	c.chosen = min(then, len(c.chips)-1)
	c.arrange()
	if c.OnChosen != nil { // another chip, though its number may be the same
		c.OnChosen(c.chosen)
	}
}

// separators end what was typed, in the scripts of those who type here.
const separators = ",;，；、"

// pastedLine stands for a line break while text goes through the field, which would make it a blank.
const pastedLine = "\u2028"

// complete reports whether text holds the end of something outside of quotation marks.
func complete(s string) bool {
	if strings.ContainsAny(s, pastedLine+"\t\n") {
		return true
	}
	quoted := false
	for _, r := range s {
		switch {
		case r == '"':
			quoted = !quoted
		case !quoted && strings.ContainsRune(separators, r):
			return true
		}
	}
	return false
}

// lines is a clipboard whose line breaks survive a field of one line.
type lines struct{ fyne.Clipboard }

func (l lines) Content() string {
	s := strings.ReplaceAll(l.Clipboard.Content(), "\r\n", "\n")
	return strings.ReplaceAll(strings.TrimRight(s, "\r\n"), "\n", pastedLine)
}
