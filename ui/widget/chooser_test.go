package widget

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestAChooserNamesWhatIsChosenAndOffersTheOthers(t *testing.T) {
	var took []int
	var c *Chooser
	show(t, func() fyne.CanvasObject {
		c = NewChooser("Which", func(i int) { took = append(took, i) })
		return c.Button
	}, 200, 60)
	if c.Visible() || c.Set([]string{"Berlin"}, 0) && c.Visible() {
		t.Error("with one there is something to choose")
	}
	if !c.Set([]string{"Berlin", "Tokyo"}, 1) || !c.Visible() || c.Words() != "Tokyo" {
		t.Errorf("it says %q", c.Words())
	}
	if c.Set([]string{"Berlin", "Tokyo"}, 1) {
		t.Error("nothing changed, and it says so")
	}
	items := c.Items()
	if len(items) != 2 || items[0].Checked || !items[1].Checked {
		t.Fatalf("items %v", items)
	}
	items[1].Action()
	items[0].Action()
	if len(took) != 1 || took[0] != 0 {
		t.Errorf("took %v", took)
	}
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}
