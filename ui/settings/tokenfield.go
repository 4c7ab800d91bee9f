package settings

import (
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/agent"
	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
)

// secretWords are what is said of a secret: where it is not known yet, while another may be typed, and
// when it comes from the environment.
type secretWords struct{ hint, again, environment string }

// tokenField is the field for a secret. It never shows one: it says where the secret is kept, and takes
// a new one, which is handed over when the focus leaves or on Enter, and then forgotten here.
type tokenField struct {
	fynewidget.BaseWidget
	say   *text.Catalogue
	about secretWords
	entry *widget.Entry
	// fixed stands in for the field when the secret cannot be changed here.
	fixed *widget.Fill
	icon  *widget.Icon
	kept  *widget.Text
	words string // what is said at rest
	// taken gets a new secret; focused hears of the focus.
	taken   func(secret string)
	focused func(on bool)
}

func newTokenField(say *text.Catalogue, about secretWords, taken func(string), focused func(bool)) *tokenField {
	f := &tokenField{say: say, about: about, taken: taken, focused: focused, entry: widget.NewSecretEntry("key", ""),
		fixed: widget.NewFill(style.DisabledFill, "", style.RadiusButton), icon: widget.NewIcon("key", style.IconRow, style.DisabledText), kept: widget.NewText("", style.Body, style.Ink)}
	f.kept.Elide = true
	f.entry.OnFocus = func(on bool) {
		f.show()
		if !on {
			f.hand()
		}
		f.focused(on)
	}
	f.entry.OnChanged = func(string) { f.show() }
	f.entry.OnSubmitted = func(string) { f.hand() }
	f.ExtendBaseWidget(f)
	f.fixed.Hide()
	f.icon.Hide()
	return f
}

// hand hands over what was typed.
func (f *tokenField) hand() {
	secret := strings.TrimSpace(f.entry.Text())
	if f.entry.Text() != "" {
		f.entry.SetText("")
	}
	if secret != "" {
		f.taken(secret)
	}
}

// setKept says where the secret is kept.
func (f *tokenField) setKept(kept agent.Keeping) {
	say := f.say
	switch kept {
	case agent.KeptInKeyring:
		f.words = say.T("services.kept.keyring")
	case agent.KeptInSession:
		f.words = say.T("services.kept.session")
	case agent.KeptInFile:
		f.words = say.T("services.kept.file")
	case agent.KeptInEnvironment:
		f.words = f.about.environment
	default:
		f.words = ""
	}
	f.setFixed(kept == agent.KeptInEnvironment)
	f.show()
}

// setBusy says that the secret is being stored.
func (f *tokenField) setBusy() {
	f.words = f.say.T("services.storing")
	f.show()
}

func (f *tokenField) setFixed(fixed bool) {
	f.entry.Hidden, f.fixed.Hidden, f.icon.Hidden = fixed, !fixed, !fixed
	f.kept.Color = style.Ink
	if fixed {
		f.kept.Color = style.DisabledText
	}
}

func (f *tokenField) show() {
	f.kept.SetText(f.words)
	f.kept.Hidden = f.words == "" || f.entry.Focused() || f.entry.Text() != ""
	switch {
	case f.words == "":
		f.entry.SetPlaceholder(f.about.hint)
	case f.entry.Focused():
		f.entry.SetPlaceholder(f.about.again)
	default:
		f.entry.SetPlaceholder("")
	}
	f.Refresh()
}

// pads is the room beside the words.
func (f *tokenField) pads() (left, right float32) {
	return style.FieldGap + style.Of(f).Icon(style.IconRow) + style.IconGap, style.FieldGap
}

// CreateRenderer is part of the widget contract.
func (f *tokenField) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{f.fixed, f.entry, f.icon, f.kept}, f.min, func(size fyne.Size) {
		look := style.Of(f)
		widget.Place(f.fixed, 0, 0, size.Width, size.Height)
		widget.Place(f.entry, 0, 0, size.Width, size.Height)
		side, line := look.Icon(style.IconRow), look.Line(style.Body)
		left, right := f.pads()
		widget.Place(f.icon, style.FieldGap-1, (size.Height-side)/2, side, side)
		widget.Place(f.kept, left, (size.Height-line)/2, max(size.Width-left-right, 0), line)
	})
}

// min is as wide as the words that stand there most of the time.
func (f *tokenField) min() fyne.Size {
	look := style.Of(f)
	words := max(fyne.MeasureText(f.say.T("services.kept.keyring"), look.Text(style.Body), fyne.TextStyle{}).Width,
		fyne.MeasureText(f.words, look.Text(style.Body), fyne.TextStyle{}).Width)
	left, right := f.pads()
	return fyne.NewSize(left+words+right, look.Height(style.ButtonHeight))
}
