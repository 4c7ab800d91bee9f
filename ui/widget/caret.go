package widget

import "fyne.io/fyne/v2"

// Caret is where the cursor stands in a field, for one that takes another's place with the same text.
type Caret struct {
	text        string
	row, column int
}

// CaretIn returns where the cursor stands in what has the focus; ok is false for what is no field.
func CaretIn(focused fyne.Focusable) (at Caret, ok bool) {
	in, ok := focused.(*input)
	if !ok {
		return at, false
	}
	return Caret{in.Text, in.CursorRow, in.CursorColumn}, true
}

// PutIn puts the cursor there, unless it is no field or another text stands in it.
func (c Caret) PutIn(focused fyne.Focusable) {
	in, ok := focused.(*input)
	if !ok || in.Text != c.text {
		return
	}
	in.CursorRow, in.CursorColumn = c.row, c.column
	in.Refresh()
}
