package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAFieldThatTakesAnothersPlaceHasItsCursor(t *testing.T) {
	test.NewTempApp(t)
	before, after := NewArea("", "", 2, 5), NewArea("", "", 2, 5)
	before.SetText("one\ntwo")
	before.CursorToEnd()
	before.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	at, ok := CaretIn(before.Input())
	if !ok {
		t.Fatal("a field has no cursor")
	}
	after.SetText("one\ntwo")
	at.PutIn(after.Input())
	after.Input().TypedRune('x')
	if got := after.Text(); got != "one\ntwxo" {
		t.Errorf("%q", got)
	}
	after.SetText("1")
	at.PutIn(after.Input()) // another text may be shorter
	after.Input().TypedRune('2')
	if _, ok := CaretIn(NewButton(Linked, "", "a", nil)); ok {
		t.Error("a button has a cursor")
	}
	at.PutIn(nil)
}
