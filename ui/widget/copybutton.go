package widget

import (
	"time"

	"fyne.io/fyne/v2"
)

// copiedFor is how long a CopyButton says that it has copied.
const copiedFor = 1600 * time.Millisecond

// CopyButton is a button that says for a moment that it has copied. The page calls Copied when the
// clipboard really holds the link, not before.
type CopyButton struct {
	*Button
	rest, done string
	timer      *time.Timer
}

// NewCopyButton returns a filled button; rest and done are its words before and after copying.
func NewCopyButton(rest, done, hint string, tapped func()) *CopyButton {
	c := &CopyButton{Button: NewButton(Filled, "copy", rest, tapped), rest: rest, done: done}
	c.Hint = hint
	return c
}

// Copied shows that the copy is done, for a moment.
func (c *CopyButton) Copied() {
	if c.timer != nil {
		c.timer.Stop()
	}
	c.Icon = "check"
	c.SetText(c.done)
	c.timer = time.AfterFunc(copiedFor, func() { fyne.Do(c.Rest) })
}

// Rest shows the button as it is when nothing was copied.
func (c *CopyButton) Rest() {
	c.Icon = "copy"
	c.SetText(c.rest)
	c.Refresh()
}
