package text

import "github.com/jeandeaual/go-locale"

// SystemLanguages returns the languages that the user reads, most wanted first. In a terminal the
// environment may ask for another one.
func SystemLanguages() []string {
	system, err := locale.GetLocales()
	if err != nil {
		return FromEnvironment()
	}
	return append(set("LANGUAGE", "LC_ALL"), system...)
}

// SystemRegion returns the locales that say how the user writes times, the deciding one first.
func SystemRegion() []string {
	system, err := locale.GetLocale()
	if err != nil {
		return RegionFromEnvironment()
	}
	return append(set("LC_ALL", "LC_TIME"), system)
}
