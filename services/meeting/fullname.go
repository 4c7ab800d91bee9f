package meeting

import (
	"strings"
	"unicode"
)

// fullName puts a name together from its parts, where a list has them apart. A name beside a given name
// only is a family name: "Name" and "Vorname", "Nom" and "Prénom". Chinese and Japanese names begin with
// the family's, and Chinese ones have no blank.
func fullName(name, given, family string) string {
	if name != "" {
		if given != "" && family == "" && !strings.Contains(name, given) && !strings.Contains(name, " ") {
			return joinName(given, name)
		}
		return name
	}
	return joinName(given, family)
}

func joinName(given, family string) string {
	switch {
	case given == "" || family == "":
		return given + family
	case isHan(given) && isHan(family):
		return family + given
	case isEastern(given) && isEastern(family):
		return family + " " + given
	default:
		return given + " " + family
	}
}

func isHan(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
}

func isEastern(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r != 'ー' && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
	})
}
