package settings_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"foyer/services/message"
	"foyer/ui/settings"
)

// writing is the page at the texts of messages.
func writing(t *testing.T) *room { return at(t, settings.SectionMessageTexts) }

func (r *room) noted(t *testing.T) []message.Template {
	t.Helper()
	if len(r.file.notes) == 0 {
		t.Fatal("nothing was stored")
	}
	return r.file.notes[len(r.file.notes)-1]
}

func TestATextOfAMessageIsStoredWhenItRests(t *testing.T) {
	r := writing(t)
	expect(t, "the chosen one", r.page.NoteChosen(), "Visitor")
	expect(t, "the preview", r.page.NotePreview(), "Hello Barbara Example, your visitor is at the front desk.")
	expect(t, "the fields", r.page.NoteSays(), "Asked for each time: name")
	r.page.TypeNote("Hello {name}")
	r.settle()
	if len(r.file.notes) > 0 {
		t.Error("it is stored while somebody types")
	}
	r.tick()
	if got := r.noted(t)[0]; got != (message.Template{Name: "Visitor", Text: "Hello {name}"}) {
		t.Errorf("stored %+v", got)
	}
	r.page.TypeNote("Hello")
	r.page.Leave()
	r.settle()
	if got := r.noted(t)[0].Text; got != "Hello" {
		t.Errorf("leaving stored %q", got)
	}
	expect(t, "what is said without fields", r.page.NoteSays(), "A word in braces, such as {name}, is asked for when the template is used.")
}

func TestABrokenTextIsNotStoredAndStays(t *testing.T) {
	r := writing(t)
	r.page.TypeNote("Hello {name")
	r.tick()
	if len(r.file.notes) > 0 {
		t.Errorf("stored %+v", r.noted(t))
	}
	if !strings.HasPrefix(r.page.NoteSays(), "Not saved. ") || r.page.NotePreview() != "" {
		t.Errorf("it says %q and shows %q", r.page.NoteSays(), r.page.NotePreview())
	}
	r.page.PickNote(1)
	r.page.PickNote(0)
	expect(t, "the text after another one was chosen", r.page.NoteText(), "Hello {name")
	r.file.values.MessageTemplates[1].Text = "Changed elsewhere."
	r.again()
	expect(t, "the text after a change elsewhere", r.page.NoteText(), "Hello {name")
	r.page.PickNote(1)
	expect(t, "the other text", r.page.NoteText(), "Changed elsewhere.")
}

func TestATextThatCannotBeStoredIsTriedAgain(t *testing.T) {
	r := writing(t)
	r.file.fail = notWritten
	r.page.TypeNote("Hello")
	r.tick()
	expect(t, "the toast", r.page.Toast().Words(), "Not saved. The disk is full.")
	expect(t, "the text", r.page.NoteText(), "Hello")
	r.file.fail = nil
	r.page.Leave()
	r.settle()
	if got := r.noted(t)[0].Text; got != "Hello" {
		t.Errorf("stored %q", got)
	}
}

func TestTextsOfMessagesAreMoved(t *testing.T) {
	r := writing(t)
	r.page.MoveNote(-1)
	r.settle()
	if len(r.file.notes) > 0 {
		t.Error("the first one moved up")
	}
	r.page.MoveNote(1)
	r.settle()
	expectLines(t, "the list", r.page.Notes(), "Parcel", "Visitor", "Room")
	expect(t, "the chosen one", r.page.NoteChosen(), "Visitor")
	r.page.MoveNote(1)
	r.page.MoveNote(1)
	r.settle()
	expectLines(t, "the list", r.page.Notes(), "Parcel", "Room", "Visitor")
	if got := len(r.file.notes); got != 2 {
		t.Errorf("stored %d times", got)
	}
	r.file.fail = notWritten
	r.page.MoveNote(-1)
	r.settle()
	expectLines(t, "the list after the disk was full", r.page.Notes(), "Parcel", "Room", "Visitor")
}

func TestATextOfAMessageIsDeletedAndBroughtBack(t *testing.T) {
	r := writing(t)
	before := slices.Clone(r.file.values.MessageTemplates)
	r.focus(r.page.NotesControl())
	r.press(fyne.KeyDown, fyne.KeyDelete)
	expectLines(t, "the list", r.page.Notes(), "Visitor", "Room")
	expect(t, "the toast", r.page.Toast().Words(), "Parcel is deleted.")
	if !r.page.Undo() {
		t.Fatal("there is nothing to undo")
	}
	r.settle()
	if diff := cmp.Diff(before, r.file.Values().MessageTemplates); diff != "" {
		t.Error(diff)
	}
	for range before {
		r.page.DeleteNote()
		r.settle()
	}
	if !r.page.NoNotes() {
		t.Error("it is not said that there are none")
	}
	r.page.DeleteNote() // of nothing
	r.page.RenameNote()
	r.settle()
}

func TestATextOfAMessageIsAddedByKeys(t *testing.T) {
	r := writing(t)
	r.page.AddNote()
	r.write("visitor") // is there already, in other letters
	r.press(fyne.KeyReturn)
	if len(r.file.notes) > 0 {
		t.Fatalf("stored %+v", r.noted(t))
	}
	r.write("s")
	r.press(fyne.KeyReturn)
	expectLines(t, "the list", r.page.Notes(), "Visitor", "Parcel", "Room", "visitors")
	expect(t, "the chosen one", r.page.NoteChosen(), "visitors")
	if r.window.Canvas().Focused() != r.page.NoteControl() {
		t.Error("the text has no focus")
	}
	r.write("Hello")
	r.page.Leave()
	r.settle()
	if got := r.noted(t)[3]; got != (message.Template{Name: "visitors", Text: "Hello"}) {
		t.Errorf("stored %+v", got)
	}
}

func TestATextOfAMessageIsRenamedWithWhatIsNotStoredYet(t *testing.T) {
	r := writing(t)
	r.page.TypeNote("Hello {name")
	r.focus(r.page.NotesControl())
	r.press(fyne.KeyF2)
	r.write("Guest")
	r.press(fyne.KeyReturn)
	expectLines(t, "the list", r.page.Notes(), "Guest", "Parcel", "Room")
	expect(t, "the text", r.page.NoteText(), "Hello {name")
	if got := r.noted(t)[0]; got != (message.Template{Name: "Guest", Text: "Hello {name}, your visitor is at the front desk."}) {
		t.Errorf("stored %+v", got)
	}
}

func TestHelpAndPartsAreReachedFromAbout(t *testing.T) {
	r := at(t, settings.SectionAbout)
	for _, b := range r.page.Topics() {
		r.focus(b)
		r.press(fyne.KeyReturn)
	}
	if len(r.helped) != len(r.page.Topics()) || len(r.helped) < 5 {
		t.Errorf("helped with %q", r.helped)
	}
	r.focus(r.page.Parts())
	r.press(fyne.KeyReturn)
	if r.window.Canvas().Overlays().Top() == nil {
		t.Error("the modules are not shown")
	}
}

// In another language the page is made anew; what is typed and cannot be stored yet goes with it.
func TestABrokenTextGoesWithThePageIntoAnotherLanguage(t *testing.T) {
	before := writing(t)
	before.page.TypeNote("Hello {name")
	after := visit(t, connected())
	after.page.TakeOver(before.page)
	after.settle()
	expect(t, "the section", after.page.Section(), settings.SectionMessageTexts)
	expect(t, "the text", after.page.NoteText(), "Hello {name")
	if len(before.file.notes)+len(after.file.notes) > 0 {
		t.Error("the broken text was stored")
	}
}
