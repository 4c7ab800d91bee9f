package widget

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Chooser is a small button that names what is chosen of a few, and drops a menu down to choose another.
type Chooser struct {
	*Button
	names   []string
	current int
	chosen  func(i int)
}

// NewChooser returns a chooser without anything to choose, out of sight; chosen is told what the user takes.
func NewChooser(tip string, chosen func(i int)) *Chooser {
	c := &Chooser{chosen: chosen}
	c.Button = NewButton(Quiet, "server", "", func() { ShowMenu(c.Button, c.Items()) })
	c.SetTip(tip)
	c.Hide()
	return c
}

// Set says what there is to choose, and what is chosen. With fewer than two there is nothing, and it goes out
// of sight. It reports whether anything is different.
func (c *Chooser) Set(names []string, current int) bool {
	if slices.Equal(names, c.names) && current == c.current {
		return false
	}
	c.names, c.current = slices.Clone(names), current
	c.Hidden = !c.Several()
	if c.Several() && current >= 0 && current < len(names) {
		c.SetText(names[current])
	}
	return true
}

// Several reports whether there is something to choose. What the button stands in may hide it all the same.
func (c *Chooser) Several() bool { return len(c.names) > 1 }

// Items are the menu's.
func (c *Chooser) Items() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for i, name := range c.names {
		item := fyne.NewMenuItem(name, func() {
			if i != c.current {
				c.chosen(i)
			}
		})
		item.Checked = i == c.current
		items = append(items, item)
	}
	return items
}
