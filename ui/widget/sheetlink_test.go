package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
)

func TestEscapeOnALinkInASheetClosesTheSheet(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, 100))
	w := test.NewTempWindow(t, NewSpace(400, 300))
	pressed := 0
	sheet := NewSheet("Changes", "Close", "Done", nil)
	link := sheet.Button(NewButton(Linked, "", "Design review", func() { pressed++ }))
	sheet.Add(Part{Object: link})
	sheet.Open(w.Canvas(), link)
	link.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if pressed != 1 || len(w.Canvas().Overlays().List()) != 1 {
		t.Errorf("Enter pressed it %d times", pressed)
	}
	link.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(w.Canvas().Overlays().List()) != 0 {
		t.Error("Escape leaves the sheet open")
	}
}
