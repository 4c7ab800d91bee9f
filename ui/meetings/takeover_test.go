package meetings_test

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
	o.page.Put(people...)
	o.joined()
	words, _ := o.page.State()
	next := o.page.Anew(german(t))
	defer next.Close()
	if got, want := next.Access(), o.page.Access(); got != want || want.Password == "" {
		t.Errorf("the access is %v, before %v", got.ID, want.ID)
	}
	if got := next.Rows(); len(got) != len(people) || got[0].Name != people[0].Name {
		t.Errorf("the rows are %v", got)
	}
	if got, _ := next.State(); got == words || got == "" {
		t.Errorf("the meeting is %q, in English %q", got, words)
	}
	if !next.Undo() || len(next.Rows()) != 0 {
		t.Error("what was put on the page cannot be taken back any more")
	}
}
