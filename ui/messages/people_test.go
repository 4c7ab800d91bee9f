package messages_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

func TestPeopleInAnyListBecomeChipsOnce(t *testing.T) {
	o := open(t)
	o.paste(o.page.To(), "Barbara Example <barbara@example.com>; chen.wei@example.com\nBARBARA@example.com\thanako.sato@example.com")
	same(t, "the chips", o.page.Recipients(), []string{"Barbara Example", "Chen Wei", "佐藤 花子"})
	expect(t, "the count", o.page.Count(), "3 people")
	expect(t, "the button", o.page.SendWords(), "Send to 3 people")
}

func TestWhatIsNoAddressIsRedAndBlocksSending(t *testing.T) {
	o := open(t)
	o.typeTo("barbara@example.com,anna.probe@,")
	o.page.TypeText("Hello")
	same(t, "the tones", o.page.Tones(), []widget.Tone{widget.Notice, widget.Trouble})
	same(t, "the notes", o.page.Notes(), []string{"“anna.probe@” is no e-mail address."})
	expect(t, "the foot", o.page.FootWords(), "Correct or remove the red address first.")
	o.page.Primary()
	o.settle()
	if !o.page.SendOff() || slices.Contains(o.box.texts(), "Hello") {
		t.Fatal("a message went out with an address that is none")
	}
	if o.window.Canvas().Focused() != o.page.To() {
		t.Error("the focus is not where the mistake is")
	}
	o.page.Fix(0)
	o.typeTo("example.com")
	o.key(fyne.KeyReturn)
	same(t, "the chips", o.page.Recipients(), []string{"Barbara Example", "anna.probe@example.com"})
	if o.page.SendOff() {
		t.Errorf("the corrected message cannot be sent: %s", o.page.FootWords())
	}
}

func TestADoubtfulDomainIsSaidAndCorrectedInOneTap(t *testing.T) {
	o := open(t)
	review(o)
	same(t, "the tones", o.page.Tones(), []widget.Tone{widget.Notice, widget.Notice, widget.Notice, widget.Caution})
	same(t, "the notes", o.page.Notes(), []string{"The domain exmaple.com differs from the others."})
	if o.page.SendOff() {
		t.Error("a doubtful domain blocks sending")
	}
	o.page.Fix(0)
	same(t, "the chips", o.page.Recipients(), []string{"Barbara Example", "Chen Wei", "佐藤 花子", "anna.probe@example.com"})
	same(t, "the notes", o.page.Notes(), nil)
}

func TestADomainThatIsMeantSoIsKept(t *testing.T) {
	o := open(t)
	o.page.WriteTo("barbara@example.com", "chen.wei@example.com", "board@partner.example.org")
	same(t, "the notes", o.page.Notes(), []string{"The domain partner.example.org differs from the others."})
	o.page.Fix(0)
	same(t, "the notes", o.page.Notes(), nil)
	same(t, "the tones", o.page.Tones(), []widget.Tone{widget.Notice, widget.Notice, widget.Notice})
}

func TestPeopleAreSuggestedWhileTyping(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*office)
		want []string
	}{
		{"Enter takes the first", func(o *office) { o.key(fyne.KeyReturn) }, []string{"Ludwig Muster"}},
		{"the arrows choose", func(o *office) { o.key(fyne.KeyDown, fyne.KeyReturn) }, []string{"Maurice Exemple"}},
		{"a tap chooses", func(o *office) { o.page.TapSuggestion(2) }, []string{"Laura Beispiel"}},
		{"a comma takes the first", func(o *office) { o.typeTo(",") }, []string{"Ludwig Muster"}},
		{"Escape takes none", func(o *office) { o.key(fyne.KeyEscape) }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := open(t)
			o.typeTo("u")
			same(t, "the list", o.page.Suggested(), []string{"Ludwig Muster", "Maurice Exemple", "Laura Beispiel", "Juan Modelo", "鈴木 一郎"})
			c.do(o)
			o.settle()
			same(t, "the chips", o.page.Recipients(), c.want)
			same(t, "the list", o.page.Suggested(), nil)
			if o.window.Canvas().Focused() != o.page.To() {
				t.Error("the focus has left the field")
			}
		})
	}
}

func TestNobodyIsSuggestedTwiceAndAnAddressNeedsNoSuggestion(t *testing.T) {
	o := open(t)
	o.page.WriteTo("ludwig.muster@example.com")
	o.settle()
	o.typeTo("muster")
	same(t, "the list", o.page.Suggested(), nil)
	o.key(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	o.typeTo("new@example.com")
	o.key(fyne.KeyReturn)
	same(t, "the chips", o.page.Recipients(), []string{"Ludwig Muster", "new@example.com"})
}

func TestTheLastChipGoesWithBackspaceAndComesBackWithEnter(t *testing.T) {
	o := open(t)
	o.page.WriteTo("barbara@example.com", "chen.wei@example.com")
	o.settle()
	o.window.Canvas().Focus(o.page.To())
	o.key(fyne.KeyBackspace, fyne.KeyReturn)
	same(t, "the chips", o.page.Recipients(), []string{"Barbara Example"})
	o.key(fyne.KeyReturn)
	same(t, "the chips after Enter", o.page.Recipients(), []string{"Barbara Example", "Chen Wei"})
}

func TestAWholeAddressBecomesAChipWhenTheFieldIsLeftAndHalfANameStays(t *testing.T) {
	o := open(t)
	o.typeTo("chen.wei@example.com")
	o.window.Canvas().Focus(o.page.Text())
	o.settle()
	same(t, "the chips", o.page.Recipients(), []string{"Chen Wei"})
	o.typeTo("barb")
	o.window.Canvas().Focus(o.page.Text())
	o.settle()
	same(t, "the chips", o.page.Recipients(), []string{"Chen Wei"})
}

func TestThePanelAddsPeopleAndFindsThem(t *testing.T) {
	o := open(t)
	same(t, "the panel", o.page.SideRows(), []string{"Ludwig Muster", "Maurice Exemple", "Laura Beispiel", "Juan Modelo", "鈴木 一郎", "Reception desk"})
	o.page.TapSide(1)
	o.page.FindSide("chen")
	o.settle()
	same(t, "what was found", o.page.SideRows(), []string{"Chen Wei"})
	o.page.TapSide(0)
	o.settle()
	same(t, "the chips", o.page.Recipients(), []string{"Maurice Exemple", "Chen Wei"})
	o.page.FindSide("nobody at all")
	o.settle()
	same(t, "what was found", o.page.SideRows(), nil)
}

func TestThePanelShowsWhatBecameOfTheLastMessages(t *testing.T) {
	o := open(t)
	same(t, "sent last", o.page.SentRows(), []string{"Works council minutes: queued", "Agency call, room changed: 10:21", "Parcel at reception: 09:40"})
	o.box.become("Works council minutes", message.Failed, &message.Failure{})
	o.page.Load()
	o.settle()
	expect(t, "the first row", o.page.SentRows()[0], "Works council minutes: failed")
	o.page.TapSent(0)
	if o.looked != 3 {
		t.Errorf("message %d is shown in the outbox, want 3", o.looked)
	}
}

func TestThePanelGoesWhereNobodyWasWrittenTo(t *testing.T) {
	o := newOfficeWith(t, style.Light, 100, usual, &box{})
	same(t, "the panel", o.page.SideRows(), nil)
	o.page.WriteTo("barbara@example.com")
	o.page.TypeText("Hello")
	o.page.Primary()
	o.settle()
	same(t, "the panel after a message", o.page.SideRows(), []string{"barbara@example.com"})
}

func TestInASmallWindowThePanelComesWhenItIsAskedForAndGoesWithEscape(t *testing.T) {
	o := newOffice(t, style.Light, 100, fyne.NewSize(720, 520))
	same(t, "the panel", o.page.SideRows(), nil)
	o.page.OpenSide()
	if len(o.page.SideRows()) == 0 {
		t.Fatal("the panel did not open")
	}
	o.page.TapSide(0)
	same(t, "the chips", o.page.Recipients(), []string{"Ludwig Muster"})
	o.page.Escape()
	same(t, "the panel after Escape", o.page.SideRows(), nil)
}

func TestEverythingIsReachedWithTheKeyboardAlone(t *testing.T) {
	o := open(t)
	review(o)
	canvas := o.window.Canvas()
	seen := map[fyne.Focusable]bool{}
	for range 60 {
		o.key(fyne.KeyTab)
		seen[canvas.Focused()] = true
	}
	for what, f := range map[string]fyne.Focusable{"the people": o.page.To(), "the text": o.page.Text()} {
		if !seen[f] {
			t.Errorf("Tab does not reach %s", what)
		}
	}
	if len(seen) < 12 {
		t.Errorf("Tab reaches %d things", len(seen))
	}
}

func TestTabLeadsFromThePeopleToTheText(t *testing.T) {
	o := open(t)
	o.typeTo("barbara@example.com,")
	o.key(fyne.KeyTab)
	if o.window.Canvas().Focused() != o.page.Text() {
		t.Error("Tab does not lead from the people to the text")
	}
}
