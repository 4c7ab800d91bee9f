package widget

import (
	"time"

	"foyer/ui/task"
)

// copiedFor is how long a CopyButton says that it has copied.
const copiedFor = 1600 * time.Millisecond

// CopyButton is a button that says for a moment that it has copied. The page calls Copied when the
// clipboard really holds the link, not before.
type CopyButton struct {
	*Button
	// After is how the button waits; nil is by the clock.
	After      task.After
	rest, done string
	stop       func()
}

// NewCopyButton returns a filled button; rest and done are its words before and after copying.
func NewCopyButton(rest, done, hint string, tapped func()) *CopyButton {
	c := &CopyButton{Button: NewButton(Filled, "copy", rest, tapped), rest: rest, done: done}
	c.Hint = hint
	return c
}

// Copied shows that the copy is done, for a moment.
func (c *CopyButton) Copied() {
	c.Rest()
	c.Icon = "check"
	c.SetText(c.done)
	c.stop = after(c.After)(copiedFor, c.Rest)
}

// Rest shows the button as it is when nothing was copied.
func (c *CopyButton) Rest() {
	if c.stop != nil {
		c.stop()
		c.stop = nil
	}
	c.Icon = "copy"
	c.SetText(c.rest)
	c.Refresh()
}

func after(a task.After) task.After {
	if a == nil {
		return task.OnClock
	}
	return a
}
