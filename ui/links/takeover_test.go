package links_test

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
	d := &drafts{}
	o := openWith(t, d)
	o.page.TypeBox("Grace <grace@example.com>")
	said, title := o.page.Said(), o.page.PanelTitle()
	next := o.page.Anew(german(t))
	defer next.Close()
	if got := next.BoxText(); got != "Grace <grace@example.com>" {
		t.Errorf("the box holds %q", got)
	}
	if next.PanelTitle() != title || title == "" {
		t.Errorf("the panel shows %q, before %q", next.PanelTitle(), title)
	}
	if got := next.Said(); got == said || got == "" {
		t.Errorf("it says %q, in English %q", got, said)
	}
	if got := next.Rows(); len(got) != len(o.page.Rows()) || len(got) == 0 {
		t.Errorf("the rows are %q", got)
	}
	if string(d.kept) != "Grace <grace@example.com>" {
		t.Errorf("kept is %q", d.kept)
	}
}
