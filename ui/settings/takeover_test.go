package settings_test

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

func TestAPageInAnotherLanguageIsInTheSameSection(t *testing.T) {
	r := enter(t)
	r.page.ShowSection("texts")
	r.settle()
	next := r.page.Anew(german(t))
	defer next.Close()
	if got := next.Section(); got != "texts" {
		t.Errorf("the section is %q", got)
	}
	if next.Busy() {
		t.Error("a page that nobody used is busy")
	}
}
