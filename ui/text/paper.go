package text

import (
	"slices"

	"golang.org/x/text/language"
)

// letterRegions are where paper is Letter, after CLDR; elsewhere it is A4.
var letterRegions = []string{"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}

// LetterPaper reports whether paper is Letter where people live who use a locale, such as "en_US.UTF-8":
// the first of these that names a country decides.
func LetterPaper(locales ...string) bool {
	for _, name := range locales {
		tag, ok := parseLocale(name)
		if !ok {
			continue
		}
		if region, sure := tag.Region(); sure == language.Exact {
			return slices.Contains(letterRegions, region.String())
		}
	}
	return false
}
