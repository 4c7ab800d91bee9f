package meeting

import (
	"strings"
	"unicode"
)

// numberIn returns the number that words begin with, and how many of them it takes: as many as still make
// one number. The number is "" when an extension belongs to it. alone says that no name stands before it,
// so that short numbers count too.
func numberIn(words []string, alone bool) (number string, used int) {
	const longest = 12 // words
	if !beginsNumber(strings.TrimLeft(narrow(words[0]), "<")) {
		return "", 0
	}
	var text string
	for i, w := range words[:min(len(words), longest)] {
		if i > 0 {
			text += " "
		}
		text += strings.Trim(narrow(w), "<>")
		if i > 0 && strings.HasPrefix(narrow(w), "+") {
			break // The next number.
		}
		bare := strings.TrimRight(text, ".:-–/ ")
		if n, ok := parseNumber(bare); ok {
			number, used = n, i+1
		} else if hasExtension(bare) {
			number, used = "", i+1
		}
	}
	if used > 0 && number != "" && !isNumber(number, strings.Join(words[:used], " "), alone && used == len(words)) {
		return "", 0
	}
	return number, used
}

// isNumber tells whether digits in running text are a number to call.
func isNumber(number, text string, alone bool) bool {
	switch {
	case isDate(strings.Trim(text, "()<>.")):
		return false
	case strings.HasPrefix(number, "+"):
		return len(number) > 3
	case alone:
		return len(number) > 2
	default:
		return len(number) >= shortestNumber
	}
}

func beginsNumber(s string) bool { return s != "" && strings.IndexByte("0123456789+([", s[0]) >= 0 }

// looksNumber tells whether a word that is no number was meant to be one: it begins like one and has as
// many digits, and no letters.
func looksNumber(w string) bool {
	w = narrow(w)
	digits := 0
	for _, r := range w {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case unicode.IsLetter(r):
			return false
		}
	}
	return digits > shortestNumber && beginsNumber(w) && !isDate(strings.Trim(w, "()<>."))
}
