package settings

import (
	"foyer/ui/style"
	"foyer/ui/widget"
)

// fact is a sentence about how something stands, behind the shape that goes with it.
type fact struct {
	line  *widget.Line
	icon  *widget.Icon
	words *widget.Prose
}

func newFact() *fact {
	f := &fact{icon: widget.NewIcon("info", style.IconRow, style.Ink2), words: widget.NewProse("", style.Caption, style.Ink2)}
	f.line = widget.NewLine(style.IconGap, 1, f.icon, f.words)
	f.line.Hide()
	return f
}

// say shows a sentence; "" shows nothing.
func (f *fact) say(tone widget.Tone, words string) {
	icon, ink, _ := tone.Look()
	f.icon.Set(icon, ink)
	f.words.Color = style.Ink2
	if tone == widget.Trouble {
		f.words.Color = ink
	}
	f.words.SetText(words)
	f.words.Refresh()
	setVisible(f.line, words != "")
}

// said returns what it says, "" for nothing.
func (f *fact) said() string {
	if f.line.Hidden {
		return ""
	}
	return f.words.Words()
}
