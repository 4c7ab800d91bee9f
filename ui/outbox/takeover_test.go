package outbox_test

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

func TestAPageInAnotherLanguageShowsTheSame(t *testing.T) {
	o := open(t)
	o.page.OpenSearch()
	o.page.SearchFor("heating")
	o.settle()
	was := o.page.Rows()
	next := o.page.Anew(german(t))
	defer next.Close()
	next.Load()
	for next.Busy() || len(o.done) > 0 {
		o.settle()
	}
	if got := next.Rows(); len(got) != len(was) || len(got) == 0 {
		t.Errorf("the rows are %v, before %v", got, was)
	}
	if !next.SearchShows() {
		t.Error("the search is gone")
	}
	if got, before := next.Chips(), o.page.Chips(); len(got) != len(before) || got[0] == before[0] {
		t.Errorf("the filters are %q, in English %q", got, before)
	}
}
