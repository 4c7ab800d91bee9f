package rooms_test

import (
	"testing"

	"foyer/assets"
	"foyer/services/room"
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
	o.page.Filter(room.Filter{Words: "a", Capacity: 6})
	tomorrow := o.page.Date().AddDays(1)
	o.page.GoTo(tomorrow)
	o.settle()
	was, foot := o.page.Standings(), o.page.Foot()
	next := o.page.Anew(german(t))
	defer next.Close()
	if got := next.Standings(); len(got) != len(was) || len(got) == 0 || got[0] == was[0] {
		t.Errorf("the rooms are %q, before %q", got, was)
	}
	if got := next.Filtered(); got.Words != "a" || got.Capacity != 6 || next.Date() != tomorrow {
		t.Errorf("filter %+v on %v", got, next.Date())
	}
	if got := next.Foot(); got == foot || got == "" {
		t.Errorf("the foot says %q, in English %q", got, foot)
	}
}
