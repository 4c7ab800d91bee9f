package text_test

import (
	"testing"

	"foyer/ui/text"
)

func TestTheFirstCountryDecidesWhichPaperItIs(t *testing.T) {
	for _, c := range []struct {
		locales []string
		letter  bool
	}{
		{[]string{"en_US.UTF-8"}, true}, {[]string{"es-MX"}, true}, {[]string{"de_DE@euro"}, false}, {[]string{"ja-JP"}, false},
		{[]string{"", "C", "en_CA"}, true}, {[]string{"de_DE.UTF-8", "en_US.UTF-8"}, false}, {[]string{"en", "fr-CA"}, true},
		{[]string{"en"}, false}, {nil, false}, {[]string{"POSIX", "no locale at all"}, false},
	} {
		if got := text.LetterPaper(c.locales...); got != c.letter {
			t.Errorf("%q: letter is %v", c.locales, got)
		}
	}
}
