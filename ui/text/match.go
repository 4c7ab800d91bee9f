package text

import (
	"strings"

	"golang.org/x/text/language"
)

// match returns the first of the wanted languages that is there, or is close to one that is: de for
// de_AT, zh-Hans for zh_SG. Without any it is Source, which stands first in there.
func match(there []language.Tag, wanted []string) language.Tag {
	matcher := language.NewMatcher(there)
	for _, name := range wanted {
		tag, ok := parseLocale(name)
		if !ok {
			continue
		}
		// One at a time: a language that is wanted first and only close goes before one that is wanted
		// later and there to the letter. The matcher's own tag carries the wanted region along
		// ("de-u-rg-atzzzz"), which names no file.
		if _, which, sure := matcher.Match(tag); sure > language.Low {
			return there[which]
		}
	}
	return Source
}

// parseLocale reads a BCP 47 tag or a POSIX locale such as "zh_CN.UTF-8" or "de_DE@euro".
func parseLocale(name string) (language.Tag, bool) {
	name, _, _ = strings.Cut(name, ".")
	name, _, _ = strings.Cut(name, "@")
	if name == "" || name == "C" || name == "POSIX" {
		return language.Und, false
	}
	tag, err := language.Parse(strings.ReplaceAll(name, "_", "-"))
	return tag, err == nil
}
