package settings_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"foyer/services/link"
	"foyer/ui/settings"
	"foyer/ui/style"
)

// texts is the page with the section of texts in sight and the template "Formal" chosen.
func texts(t *testing.T) *room {
	t.Helper()
	r := enter(t)
	r.page.ShowSection(settings.SectionTexts)
	r.page.Pick(1)
	expect(t, "the chosen template", r.page.Chosen(), "Formal")
	return r
}

func rows(t *testing.T, r *room, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, r.page.Templates()); diff != "" {
		t.Errorf("the list (-want +got):\n%s", diff)
	}
}

func names(list []link.Template) []string {
	var all []string
	for _, t := range list {
		all = append(all, t.Name)
	}
	return all
}

func TestTheBuiltInTemplateIsFirstAndCannotBeChanged(t *testing.T) {
	r := texts(t)
	rows(t, r, "Default", "✓ Formal", "Short")
	r.page.Pick(0)
	if !r.page.Fixed() {
		t.Error("its texts can be typed into")
	}
	expect(t, "its preview", r.page.Preview(0), "Join me in the Marketing Webex space")
	r.focus(r.page.ListControl())
	r.press(fyne.KeyDelete)
	r.page.Rename()
	if r.window.Canvas().Overlays().Top() != nil || len(r.file.lists) > 0 {
		t.Error("it can be renamed or deleted")
	}
}

func TestATextIsStoredOnceWhenItRests(t *testing.T) {
	r := texts(t)
	r.focus(r.page.Field(1))
	r.page.Type(1, "")
	r.write("Ask {name}")
	expect(t, "the preview while typing", r.page.Preview(1), "Ask Barbara Example")
	if len(r.file.lists) > 0 {
		t.Fatal("stored while typing")
	}
	r.tick()
	r.tick()
	if len(r.file.lists) != 1 {
		t.Fatalf("stored %d times, want once", len(r.file.lists))
	}
	expect(t, "the stored text", r.file.last(t)[0].Person, "Ask {name}")
	expect(t, "the text beside it", r.file.last(t)[0].Meeting, "Call {name}")
}

func TestATextIsStoredWhenItIsLeft(t *testing.T) {
	for name, leave := range map[string]func(*room){
		"to another field":    func(r *room) { r.window.Canvas().FocusNext() },
		"to another template": func(r *room) { r.page.Pick(2) },
		"to another section":  func(r *room) { r.page.ShowSection(settings.SectionData) },
		"to another page":     func(r *room) { r.shell.Show("links") },
		"with the window":     func(r *room) { r.page.Leave() },
		"with the program":    func(r *room) { r.page.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			r := texts(t)
			r.focus(r.page.Field(0))
			r.page.Type(0, "In {name}")
			leave(r)
			r.settle()
			expect(t, "the stored text", r.file.last(t)[0].Space, "In {name}")
		})
	}
}

func TestABrokenTextIsSaidAndNotStored(t *testing.T) {
	for text, want := range map[string]string{
		"Join {nmae}": "Not saved. There is no field {nmae} for the text of links.",
		"Join {name":  "Not saved. A brace in the text of links has no other half. Write two for the brace itself.",
		"Join }":      "Not saved. A brace in the text of links has no other half. Write two for the brace itself.",
	} {
		t.Run(text, func(t *testing.T) {
			r := texts(t)
			r.page.Type(0, text)
			expect(t, "the sentence", r.page.Preview(0), want)
			expect(t, "its mark", r.page.PreviewIcon(0), "x")
			r.tick()
			if len(r.file.lists) > 0 {
				t.Fatalf("stored %v", r.file.lists)
			}
			// The sound text beside it is stored, the broken one stays as it was there and in sight.
			r.page.Type(2, "Ring {name}")
			r.tick()
			got := r.file.last(t)[0]
			expect(t, "the stored text", got.Space, "Webex space “{name}”, {participants} people")
			expect(t, "the sound text", got.Meeting, "Ring {name}")
			r.page.Pick(2)
			r.page.Pick(1)
			expect(t, "the text in the field", r.page.Text(0), text)
			r.page.Type(0, "Join {name}")
			r.tick()
			expect(t, "the mended text", r.file.last(t)[0].Space, "Join {name}")
		})
	}
}

func TestAnEmptyTextIsTheDefaultOne(t *testing.T) {
	r := texts(t)
	r.page.Type(1, "")
	expect(t, "the preview", r.page.Preview(1), "Contact me in a Webex space")
	r.tick()
	expect(t, "the stored text", r.file.last(t)[0].Person, "")
}

func TestATextThatCannotBeStoredStaysAndIsTriedAgain(t *testing.T) {
	r := texts(t)
	r.file.fail = notWritten
	r.page.Type(0, "In {name}")
	r.tick()
	expect(t, "the toast", r.page.Toast().Words(), "Not saved. The disk is full.")
	expect(t, "the text in the field", r.page.Text(0), "In {name}")
	r.file.fail = nil
	r.page.Leave()
	r.settle()
	expect(t, "the stored text", r.file.values.Templates[0].Space, "In {name}")
}

func TestWhatIsTypedStaysWhenSettingsChangeElsewhere(t *testing.T) {
	r := texts(t)
	r.page.Type(0, "In {name}")
	r.file.values.Templates[0].Person = "Elsewhere"
	r.page.Reconsider()
	r.settle()
	expect(t, "the text that is typed", r.page.Text(0), "In {name}")
	expect(t, "the text that changed elsewhere", r.page.Text(1), "Elsewhere")
	r.tick()
	expect(t, "the stored text", r.file.last(t)[0].Space, "In {name}")
	expect(t, "the other stored text", r.file.last(t)[0].Person, "Elsewhere")
}

func TestATemplateIsAddedByNameAndReadyToType(t *testing.T) {
	r := texts(t)
	r.page.Add()
	r.write("  Very   polite ")
	r.press(fyne.KeyReturn)
	rows(t, r, "Default", "✓ Formal", "Short", "Very polite")
	expect(t, "the chosen template", r.page.Chosen(), "Very polite")
	r.write("Please join {name}")
	expect(t, "the preview", r.page.Preview(0), "Please join Marketing")
	r.tick()
	want := link.Template{Name: "Very polite", Space: "Please join {name}"}
	if diff := cmp.Diff(want, r.file.last(t)[2]); diff != "" {
		t.Errorf("stored (-want +got):\n%s", diff)
	}
}

func TestANameThatCannotBeUsedIsRefused(t *testing.T) {
	for _, name := range []string{"", "  ", "formal", "Default", "a name of far more characters than a row in the list of templates can show"} {
		t.Run(name, func(t *testing.T) {
			r := texts(t)
			r.page.Add()
			r.write(name)
			r.press(fyne.KeyReturn)
			if len(r.file.lists) > 0 {
				t.Errorf("stored %v", r.file.lists)
			}
			r.press(fyne.KeyEscape)
			if r.window.Canvas().Overlays().Top() != nil {
				t.Error("the sheet is still open")
			}
		})
	}
}

func TestARenamedTemplateStaysTheOneForNewLinks(t *testing.T) {
	r := texts(t)
	r.page.Type(2, "broken {")
	r.focus(r.page.ListControl())
	r.press(fyne.KeyF2)
	r.write("Solemn")
	r.press(fyne.KeyReturn)
	rows(t, r, "Default", "✓ Solemn", "Short")
	expect(t, "the broken text", r.page.Text(2), "broken {")
	if diff := cmp.Diff([]string{"links.template=Solemn"}, r.file.sets); diff != "" {
		t.Errorf("stored (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Formal → Solemn"}, r.renamed); diff != "" {
		t.Errorf("links told (-want +got):\n%s", diff)
	}
	expect(t, "the stored text", r.file.last(t)[0].Meeting, "Call {name}")
}

func TestADeletedTemplateComesBackWithUndo(t *testing.T) {
	for name, undo := range map[string]func(*room){
		"from the toast": func(r *room) { r.page.Toast().Act() },
		"by Ctrl+Z":      func(r *room) { r.page.Undo() },
		"by Ctrl+Z when the toast is gone": func(r *room) {
			r.page.Toast().Dismiss()
			r.page.Undo()
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := texts(t)
			before := r.file.Values()
			r.focus(r.page.ListControl())
			r.press(fyne.KeyDelete)
			rows(t, r, "✓ Default", "Short")
			expect(t, "the chosen template", r.page.Chosen(), "Short")
			expect(t, "the toast", r.page.Toast().Words(), "Formal is deleted. Links that used it have the default text.")
			if got := names(r.file.last(t)); !slices.Equal(got, []string{"Short"}) || r.file.values.Template != "" {
				t.Fatalf("stored %q, for new links %q", got, r.file.values.Template)
			}
			undo(r)
			r.settle()
			rows(t, r, "Default", "✓ Formal", "Short")
			if diff := cmp.Diff(before, r.file.Values()); diff != "" {
				t.Errorf("stored (-before +after):\n%s", diff)
			}
			if r.page.Undo() {
				t.Error("there is something left to undo")
			}
		})
	}
}

func TestADeletionThatCannotBeStoredShowsTheTemplateAgain(t *testing.T) {
	r := texts(t)
	r.file.fail = notWritten
	r.page.Delete()
	r.settle()
	rows(t, r, "Default", "✓ Formal", "Short")
	expect(t, "the toast", r.page.Toast().Words(), "Not saved. The disk is full.")
	if r.page.Undo() {
		t.Error("there is something to undo though nothing was done")
	}
}

func TestTheTemplateForNewLinksIsChosenByKeyboard(t *testing.T) {
	for name, keys := range map[string][]fyne.KeyName{
		"Enter": {fyne.KeyEnd, fyne.KeyReturn},
		"Space": {fyne.KeyDown, fyne.KeySpace},
	} {
		t.Run(name, func(t *testing.T) {
			r := texts(t)
			r.focus(r.page.ListControl())
			r.press(keys...)
			rows(t, r, "Default", "Formal", "✓ Short")
			if diff := cmp.Diff([]string{"links.template=Short"}, r.file.sets); diff != "" {
				t.Errorf("stored (-want +got):\n%s", diff)
			}
		})
	}
}

func TestATemplateForNewLinksThatIsGoneCountsAsTheBuiltInOne(t *testing.T) {
	r := texts(t)
	r.file.values.Template = "Gone"
	r.page.Reconsider()
	r.settle()
	rows(t, r, "✓ Default", "Formal", "Short")
}

// Tab leads through the whole section, and each control takes it once.
func TestTabReachesEveryControlOnce(t *testing.T) {
	r := texts(t)
	r.page.Pick(2)
	r.focus(r.page.ListControl())
	seen := map[fyne.Focusable]bool{}
	for on := r.window.Canvas().Focused(); !seen[on]; on = r.window.Canvas().Focused() {
		seen[on] = true
		r.window.Canvas().FocusNext()
	}
	// List, use, rename, delete, three texts; search, two pages; the sections, add.
	if want := 7 + 3 + len(r.page.Actions(func() {})) + 1; len(seen) != want {
		t.Errorf("%d tab stops, want %d", len(seen), want)
	}
	for i := range 3 {
		if !seen[r.page.Field(i)] {
			t.Errorf("Tab does not reach text %d", i)
		}
	}
}

func TestTheFieldWithTheFocusIsInSight(t *testing.T) {
	r := enterWith(t, style.Light, 200, fyne.NewSize(720, 520))
	r.page.ShowSection(settings.SectionTexts)
	r.page.Pick(1)
	for i := range 3 {
		r.focus(r.page.Field(i))
		field := r.page.Field(i).(fyne.CanvasObject)
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(field).Y
		if bottom := top + field.Size().Height; top < 0 || bottom > 476 {
			t.Errorf("text %d stands from %.0f to %.0f px", i, top, bottom)
		}
	}
}
