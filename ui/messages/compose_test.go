package messages_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/messages"
	"foyer/ui/widget"
)

// sheet is what lies over the window.
func (o *office) sheet() *widget.Sheet {
	o.t.Helper()
	s, ok := o.window.Canvas().Overlays().Top().(*widget.Sheet)
	if !ok {
		o.t.Fatal("no sheet is open")
	}
	return s
}

func TestALinkGoesWhereTheCursorIs(t *testing.T) {
	o := open(t)
	o.page.TypeText("Join us: , please.")
	o.window.Canvas().Focus(o.page.Text())
	for range len(", please.") {
		o.key(fyne.KeyLeft)
	}
	for range 9 { // TypeText leaves the cursor at the start
		o.key(fyne.KeyRight)
	}
	o.page.InsertLink()
	o.settle()
	o.sheet()
	for _, r := range "mark" {
		o.window.Canvas().Focused().TypedRune(r)
	}
	o.key(fyne.KeyReturn)
	expect(t, "the text", o.page.Message(), "Join us: webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b, please.")
	if o.window.Canvas().Focused() != o.page.Text() {
		t.Error("the focus is not in the text")
	}
}

func TestTheArrowsChooseAmongLinksAndEscapeInsertsNone(t *testing.T) {
	o := open(t)
	o.page.InsertLink()
	o.settle()
	o.key(fyne.KeyDown, fyne.KeyReturn)
	expect(t, "the text", o.page.Message(), "webexteams://im?email=barbara@example.com")
	o.page.InsertLink()
	o.settle()
	o.key(fyne.KeyEscape)
	expect(t, "the text after Escape", o.page.Message(), "webexteams://im?email=barbara@example.com")
}

func TestATemplateIsInserted(t *testing.T) {
	o := open(t)
	o.template()
	same(t, "the menu", o.page.Templates(), []string{"Room change", "Parcel", "", "Save as template…", "Edit templates…"})
	o.page.UseTemplate("Parcel")
	expect(t, "the text", o.page.Message(), "A parcel waits for you at reception.")
	o.page.UseTemplate("Edit templates…")
	if o.templates != 1 {
		t.Error("the settings of templates did not open")
	}
}

func TestATemplateWithFieldsAsksForEachOfThem(t *testing.T) {
	o := open(t)
	o.template()
	o.page.UseTemplate("Room change")
	for _, words := range []string{"The design review", "Delta", "10:45"} {
		for _, r := range words {
			o.window.Canvas().Focused().TypedRune(r)
		}
		if words != "10:45" {
			o.key(fyne.KeyTab)
		}
	}
	o.key(fyne.KeyReturn)
	expect(t, "the text", o.page.Message(), "Good morning,\nThe design review has moved to Delta, at 10:45.")
}

func TestAMessageBecomesATemplateAndReplacesTheOneOfItsName(t *testing.T) {
	o := open(t)
	o.template()
	for _, text := range []string{"Lunch is at {time}.", "Lunch is late."} {
		o.page.TypeText(text)
		o.page.UseTemplate("Save as template…")
		for _, r := range "Lunch" {
			o.window.Canvas().Focused().TypedRune(r)
		}
		o.key(fyne.KeyReturn)
	}
	same(t, "the templates", o.settings.templates[2:], []message.Template{{Name: "Lunch", Text: "Lunch is late."}})
	expect(t, "the toast", o.page.Toast().Words(), "The template Lunch is saved.")
}

func TestATextWithALoneBraceIsNoTemplate(t *testing.T) {
	o := open(t)
	o.page.TypeText("Lunch is at {time.")
	o.page.UseTemplate("Save as template…")
	for _, r := range "Lunch" {
		o.window.Canvas().Focused().TypedRune(r)
	}
	if !o.sheet().OK().Disabled() {
		t.Error("it can be saved")
	}
	o.key(fyne.KeyReturn)
	if len(o.settings.templates) != 0 {
		t.Errorf("saved %v", o.settings.templates)
	}
}

func TestNothingIsKeptAsTemplateOfNothing(t *testing.T) {
	o := open(t)
	o.page.UseTemplate("Save as template…") // it is not offered, so this only must not fail
	same(t, "the menu", o.page.Templates(), []string{"Save as template…", "Edit templates…"})
}

func TestALinkIsCopiedInAnyFormatAndNothingInItEndsIt(t *testing.T) {
	const url, text = `https://cam.example.com/c(1)?a="b"&c=<d>`, `Call [until] *today*`
	for format, want := range map[string]string{
		"url":      url,
		"html":     `<a href="https://cam.example.com/c(1)?a=&#34;b&#34;&amp;c=&lt;d&gt;">Call [until] *today*</a>`,
		"markdown": `[Call \[until\] \*today\*](https://cam.example.com/c%281%29?a="b"&c=%3Cd%3E)`,
		"richtext": text + ": " + url,
	} {
		expect(t, format, messages.WriteLink(url, text, format).Text, want)
	}
	if got := messages.WriteLink(url, text, "richtext").HTML; got != messages.WriteLink(url, text, "html").Text {
		t.Errorf("rich text holds %q", got)
	}
}
