package messages_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"foyer/ui/style"
)

// typeInto puts the focus into a field and types, letter by letter.
func (o *office) typeInto(field fyne.Focusable, words string) {
	o.window.Canvas().Focus(field)
	for _, r := range words {
		field.TypedRune(r)
	}
	o.settle()
}

// typeTo types into the field of people.
func (o *office) typeTo(words string) { o.typeInto(o.page.To(), words) }

// key presses a key where the focus is.
func (o *office) key(names ...fyne.KeyName) {
	for _, name := range names {
		if name == fyne.KeyTab {
			o.window.Canvas().FocusNext()
		} else if f := o.window.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: name})
		}
		o.settle()
	}
}

// paste pastes text into a field.
func (o *office) paste(field fyne.Focusable, text string) {
	o.window.Canvas().Focus(field)
	clipboard := test.NewClipboard()
	clipboard.SetContent(text)
	field.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	o.settle()
}

var usual = fyne.NewSize(1000, 700)

func open(t *testing.T) *office { return newOffice(t, style.Light, 100, usual) }

func expect(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %q, want %q", what, got, want)
	}
}

func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}
