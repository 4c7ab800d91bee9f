package widget

import "fyne.io/fyne/v2/canvas"

// NewSecretEntry returns a field for one line whose characters are dots, for tokens and passwords. What
// is in it cannot be copied out of it.
func NewSecretEntry(icon, placeholder string) *Entry {
	e := NewEntry(icon, placeholder)
	e.input.Password = true
	// Else Fyne adds a button of its own that shows the secret.
	nothing := canvas.NewRectangle(transparent)
	nothing.Hide()
	e.input.ActionItem = nothing
	return e
}
