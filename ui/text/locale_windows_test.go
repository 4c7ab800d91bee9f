package text_test

import (
	"strings"
	"testing"

	"foyer/ui/text"
)

func TestWindowsSaysWhichLanguageAndRegionAreItsUsers(t *testing.T) {
	// The environment of shells that come from Unix says nothing of it.
	t.Setenv("LANGUAGE", "de")
	t.Setenv("LC_ALL", "de_DE.UTF-8")
	if all := text.SystemLanguages(); len(all) == 0 || all[0] == "de" {
		t.Errorf("languages: %q", all)
	}
	region := text.SystemRegion()
	if len(region) != 1 {
		t.Fatalf("region: %q", region)
	}
	say := house(t)
	say.UseRegion(region...)
	if !strings.Contains(region[0], "-hc-h") || !strings.Contains(region[0], "-fw-") {
		t.Errorf("the region says neither clock nor week: %s", region[0])
	}
	if twelve := strings.Contains(region[0], "-hc-h12"); twelve != say.TwelveHours() {
		t.Errorf("%s has twelve hours: %v", region[0], say.TwelveHours())
	}
}
