package links_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/person"
	"foyer/ui/style"
)

var usual = fyne.NewSize(1000, 700)

func open(t *testing.T) *office { return newOffice(t, style.Light, 100, usual) }

func expect(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %q, want %q", what, got, want)
	}
}

func TestWhatIsTypedIsRecognisedAtOnce(t *testing.T) {
	for _, c := range []struct{ name, typed, said, panel string }{
		{"space info that is saved", marketing, "Recognised: Marketing, a space. Already saved.", "Marketing"},
		{"a new address", "new.person@example.com", "Recognised: new.person@example.com, a person. Copying saves it.", "new.person@example.com"},
		{"nothing of Webex", "good morning", "No Webex space, link or e-mail address in this text.", ""},
		{"several unlabelled IDs", twoIDs, "Several IDs, and nothing says which one is meant. Choose one.", ""},
		{"nothing typed", "  ", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := open(t)
			o.page.TypeBox(c.typed)
			expect(t, "the sentence", o.page.Said(), c.said)
			expect(t, "the panel", o.page.PanelTitle(), c.panel)
		})
	}
}

func TestOfSeveralIDsNoneIsGuessedAndEachCanBeChosen(t *testing.T) {
	o := open(t)
	o.page.TypeBox(twoIDs)
	want := []string{"Marketing", "c3a1d2e0-4f23-11f0-8dc1-cf25d4d2274c"}
	if diff := cmp.Diff(want, o.page.Rows()); diff != "" {
		t.Fatalf("rows to choose from (-want +got):\n%s", diff)
	}
	o.pick(want[1])
	expect(t, "the panel", o.page.PanelTitle(), want[1])
}

func TestThePreviewIsExactlyWhatIsCopied(t *testing.T) {
	const href = "webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b"
	const words = "Join me in the Marketing Webex space"
	for format, want := range map[link.Format]agent.Clip{
		link.URL:      {Text: href},
		link.HTML:     {Text: `<a href="` + href + `">` + words + `</a>`},
		link.Markdown: {Text: "[" + words + "](" + href + ")"},
		link.RichText: {Text: words + ": " + href, HTML: `<a href="` + href + `">` + words + `</a>`},
	} {
		t.Run(string(format), func(t *testing.T) {
			o := open(t)
			o.pick("Marketing")
			o.page.As(format)
			o.page.Primary()
			o.settle()
			if diff := cmp.Diff(want, o.desk.clip); diff != "" {
				t.Errorf("on the clipboard (-want +got):\n%s", diff)
			}
			if format != link.RichText {
				expect(t, "the preview", o.page.Preview(), want.Text)
			}
		})
	}
}

func TestCopyingSavesWhatIsNew(t *testing.T) {
	o := open(t)
	o.page.TypeBox("New Person <new.person@example.com>")
	o.page.Primary()
	o.settle()
	saved, ok := o.book.named("New Person")
	if !ok || saved.Used != monday {
		t.Fatalf("saved %v, %v, want the person, used now", saved, ok)
	}
	o.settle()
	expect(t, "the sentence", o.page.Said(), "Recognised: New Person, a person. Already saved.")
	if o.desk.changes == 0 {
		t.Error("nobody was told that the links changed")
	}
}

func TestALinkThatCannotBeSavedIsCopiedAllTheSameAndThePageSaysSo(t *testing.T) {
	o := open(t)
	o.page.TypeBox("new.person@example.com")
	o.book.fail = &fault.Error{Op: "saving", Kind: fault.Other, Code: "disk-full"}
	o.page.Primary()
	o.settle()
	if !strings.Contains(o.desk.clip.Text, "new.person@example.com") {
		t.Errorf("on the clipboard is %q", o.desk.clip.Text)
	}
	if got := o.page.Toast().Words(); !strings.Contains(got, "copied, but could not be saved") && !strings.Contains(got, "cannot be read") {
		t.Errorf("the toast says %q", got)
	}
}

func TestAPersonOffersAMessageAndAMeeting(t *testing.T) {
	o := open(t)
	o.pick("Barbara Example")
	o.page.As(link.URL)
	expect(t, "the message link", o.page.Preview(), "webexteams://im?email=barbara@example.com")
	o.page.StartMeeting()
	expect(t, "the meeting link", o.page.Preview(), "webexteams://meet?sip=barbara@example.webex.com")
	expect(t, "the text", o.page.Label(), "Create a meeting with me in Webex")
	o.pick("Reception desk")
	expect(t, "another person's link", o.page.Preview(), "webexteams://im?email=reception@example.com")
}

func TestTheTextOfALinkIsStoredWhenItRests(t *testing.T) {
	o := open(t)
	o.pick("Marketing")
	o.page.TypeLabel("Our m")
	o.page.TypeLabel("Our marketing space")
	if saved, _ := o.book.named("Marketing"); saved.Label != "" {
		t.Fatalf("stored %q while it was typed", saved.Label)
	}
	o.tick()
	if saved, _ := o.book.named("Marketing"); saved.Label != "Our marketing space" {
		t.Fatalf("stored text %q", saved.Label)
	}
}

func TestTheTextOfALinkIsStoredWhenThePageIsLeft(t *testing.T) {
	o := open(t)
	o.pick("Marketing")
	o.page.TypeLabel("Our marketing space")
	o.page.Leave()
	o.settle()
	if saved, _ := o.book.named("Marketing"); saved.Label != "Our marketing space" {
		t.Fatalf("stored text %q", saved.Label)
	}
	o.page.UseTemplate("")
	o.settle()
	if saved, _ := o.book.named("Marketing"); saved.Label != "" {
		t.Errorf("the template was chosen, but the text is still %q", saved.Label)
	}
	expect(t, "the text", o.page.Label(), "Join me in the Marketing Webex space")
}

func TestWhatWasTypedLastIsStoredWhenTheWindowEnds(t *testing.T) {
	o := open(t)
	o.pick("Marketing")
	o.page.TypeLabel("Typed a moment ago")
	o.page.Close()
	if saved, _ := o.book.named("Marketing"); saved.Label != "Typed a moment ago" {
		t.Errorf("stored text %q", saved.Label)
	}
}

func TestDeleteCanBeTakenBack(t *testing.T) {
	o := open(t)
	o.pick("Chen Wei")
	o.page.Delete()
	o.settle()
	if slices.Contains(o.page.Rows(), "Chen Wei") {
		t.Fatal("the deleted link is still listed")
	}
	expect(t, "the toast", o.page.Toast().Words(), "Chen Wei is deleted.")
	if !o.page.Undo() {
		t.Fatal("nothing to undo")
	}
	o.settle()
	o.settle()
	if !slices.Contains(o.page.Rows(), "Chen Wei") {
		t.Fatal("undo did not bring the link back")
	}
}

func TestPinnedLinksComeFirst(t *testing.T) {
	o := open(t)
	o.pick("Works council")
	o.page.Pin()
	o.settle()
	o.settle()
	if i := slices.Index(o.page.Rows(), "Works council"); i > 3 {
		t.Errorf("the pinned link is row %d", i)
	}
}

func TestSearchIgnoresCaseAndAccentsAndFiltersCombine(t *testing.T) {
	o := open(t)
	o.book.SaveLink(t.Context(), link.Target{Kind: link.Person, Name: "Zoë Café", Email: "zoe@example.com"}, "typed")
	o.page.Load()
	o.settle()
	o.page.SearchFor("ZOE cafe")
	if diff := cmp.Diff([]string{"Zoë Café"}, o.page.Rows()); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
	o.page.SearchFor("aur")
	o.page.Filter(link.Person)
	if diff := cmp.Diff([]string{"Laura Beispiel", "Maurice Exemple"}, o.page.Rows()); diff != "" {
		t.Errorf("people found (-want +got):\n%s", diff)
	}
	o.page.SearchFor("no such thing")
	if len(o.page.Rows()) != 0 {
		t.Errorf("found %v", o.page.Rows())
	}
}

func TestWithoutAHandlerThePageOffersToCopy(t *testing.T) {
	o := open(t)
	o.pick("Marketing")
	o.desk.fail = &fault.Error{Op: "opening", Kind: fault.NotConfigured, Code: "no-handler", Words: "webexteams"}
	o.page.Open()
	o.settle()
	if got := o.page.Toast().Words(); !strings.Contains(got, "webexteams") {
		t.Errorf("the toast says %q", got)
	}
	o.desk.fail = nil
	if !o.page.Toast().Act() {
		t.Fatal("the toast offers nothing")
	}
	o.settle()
	if o.desk.clip.HTML == "" {
		t.Error("Copy instead copied nothing")
	}
}

func TestAListOfPeopleIsImportedAndBadRowsStayInSight(t *testing.T) {
	o := open(t)
	o.page.Take("name,email\nAnna Probe,anna.probe@example.com\nNobody,\nChen Wei,chen.wei@example.com\n", "people.csv")
	o.settle()
	o.settle()
	if _, ok := o.book.named("Anna Probe"); !ok {
		t.Fatal("the person was not imported")
	}
	if got := o.page.Banner(); !strings.Contains(got, "people.csv: 1 person added.") || !strings.Contains(got, "One row could not be read.") {
		t.Errorf("the banner says %q", got)
	}
	expect(t, "the row", o.page.BadRow(person.RowError{Line: 3, Reason: person.NoAddress, Value: "Nobody"}), "Line 3: there is no e-mail address. Nobody")
}

func TestPasteSpaceInfoCopiesOrSaysWhatWasFound(t *testing.T) {
	o := open(t)
	o.desk.clipboard = "nothing to see here"
	o.page.PasteSpaceInfo()
	o.settle()
	expect(t, "the toast", o.page.Toast().Words(), "No Webex space, link or e-mail address in this text.")
	if o.desk.clip.Text != "" {
		t.Errorf("the clipboard was changed to %q", o.desk.clip.Text)
	}
	o.desk.clipboard = strings.Replace(marketing, "Marketing", "Canteen", 1)
	o.desk.clipboard = strings.ReplaceAll(o.desk.clipboard, "b69a0c50", "b69a0caf")
	o.page.PasteSpaceInfo()
	o.settle()
	o.settle()
	if saved, ok := o.book.named("Canteen"); !ok || saved.Source != "space info" {
		t.Errorf("saved %+v, %v", saved, ok)
	}
	if !strings.Contains(o.desk.clip.HTML, "b69a0caf-3fa8-11f0-b7d6-5d17b726561b") {
		t.Errorf("the clipboard holds %+v", o.desk.clip)
	}
}

func TestTheMenuHoldsEverythingThatHoverShows(t *testing.T) {
	o := open(t)
	o.pick("Marketing")
	for _, want := range []string{"Copy as URL", "Copy as QR code", "Copy as REST room ID", "Open in Webex", "Unpin", "Edit…", "Delete"} {
		if !slices.Contains(o.page.Menu(), want) {
			t.Errorf("the menu lacks %q: %q", want, o.page.Menu())
		}
	}
}

func TestAFirstUseShowsHowToBeginAndPasteIsPrimary(t *testing.T) {
	o := newOfficeWith(t, style.Light, 100, usual, &book{})
	o.desk.clipboard = marketing
	o.page.Primary()
	o.settle()
	o.settle()
	if diff := cmp.Diff([]string{"Marketing"}, o.page.Rows()); diff != "" {
		t.Errorf("saved (-want +got):\n%s", diff)
	}
}

func TestFileDialogsOpenOverThePage(t *testing.T) {
	for name, ask := range map[string]func(*office){
		"import":  func(o *office) { o.page.ChooseImport() },
		"QR code": func(o *office) { o.pick("Marketing"); o.page.SaveQR() },
	} {
		t.Run(name, func(t *testing.T) {
			o := open(t)
			ask(o)
			if o.window.Canvas().Overlays().Top() == nil {
				t.Error("no dialog opened")
			}
		})
	}
}

func TestWhatTheKeyboardReachesInThePanelIsInSight(t *testing.T) {
	o := newOffice(t, style.Light, 200, fyne.NewSize(720, 520))
	o.pick("Barbara Example")
	before := o.page.PanelOffset()
	o.window.Canvas().Focus(o.page.LastButton())
	if after := o.page.PanelOffset(); after <= before {
		t.Errorf("the panel stands at %v as before, though the focus is below its end", after)
	}
}

func TestADroppedFileMayBeInAnyEncoding(t *testing.T) {
	o := open(t)
	utf16 := []byte{0xFF, 0xFE}
	for _, r := range "name;email\r\nAnna Probe;anna.probe@example.com\r\n" {
		utf16 = append(utf16, byte(r), 0)
	}
	o.page.Take(string(utf16), "people.csv")
	o.settle()
	if _, ok := o.book.named("Anna Probe"); !ok {
		t.Errorf("the person was not imported; the toast says %q", o.page.Toast().Words())
	}
	o.page.Take("", "broken.csv")
	expect(t, "the toast", o.page.Toast().Words(), "What was dropped holds no text that can be read, or more than 16 MB of it.")
}
