package widget

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
)

func TestAChipIsAsWideAsAllThatIsOnIt(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, 100))
	c := NewChip("Any place", "", nil)
	bare := c.MinSize().Width
	c.Menu = true
	c.Refresh()
	if got := c.MinSize().Width - bare; got != chipNext+chipArrow {
		t.Errorf("an arrow takes %v", got)
	}
	c.Menu = false
	c.Set("7", false)
	plain := c.MinSize().Width
	c.Figure = true
	c.Refresh()
	if plain <= bare || c.MinSize().Width < plain {
		t.Errorf("without count %v, with it %v, bold %v", bare, plain, c.MinSize().Width)
	}
}
