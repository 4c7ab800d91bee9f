package messages_test

import (
	"testing"

	"foyer/assets"
	"foyer/ui/text"
)

// german is the catalogue of the page that takes over.
func german(t *testing.T) *text.Catalogue {
	t.Helper()
	say, err := text.Load(assets.Translations, "de")
	if err != nil {
		t.Fatal(err)
	}
	return say
}

func TestAPageInAnotherLanguageHasWhatWasTyped(t *testing.T) {
	o := open(t)
	o.typeTo("barbara@example.com, nobo")
	o.page.TypeText("Good morning")
	o.settle()
	next := o.page.Anew(german(t))
	defer next.Close()
	same(t, "the people", next.Recipients(), o.page.Recipients())
	if len(next.Recipients()) == 0 {
		t.Error("there are no people")
	}
	expect(t, "the message", next.Message(), "Good morning")
	if got := next.SendWords(); got == o.page.SendWords() {
		t.Errorf("the button says %q in German, too", got)
	}
}

func TestAFileThatIsCheckedStaysOpenInAnotherLanguage(t *testing.T) {
	o := open(t)
	o.page.OpenText("list.csv", three)
	o.settle()
	next := o.page.Anew(german(t))
	defer next.Close()
	if got, was := next.Table(), o.page.Table(); len(got) != len(was) || len(got) != 3 {
		t.Errorf("the table is %q, before %q", got, was)
	}
	if got := next.Card(); got == o.page.Card() || got == ": " {
		t.Errorf("the card says %q", got)
	}
	next.Primary()
	o.settle()
	for next.Busy() {
		o.settle()
	}
	same(t, "the outbox", o.box.texts()[3:], []string{"Hello", "Hi", "Good day"})
}
