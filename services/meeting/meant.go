package meeting

import (
	"strings"
	"unicode"
)

// meantClass is classOf, but for text that was meant to be a number or an address.
func meantClass(s string) class {
	c := classOf(s)
	switch {
	case c != classText:
		return c
	case strings.ContainsAny(s, "@＠") && !strings.ContainsAny(s, " <"):
		return classEmail
	case meantNumber(narrow(s)):
		return classNumber
	default:
		return classText
	}
}

// meantNumber tells whether text that is no number was meant to be one: it begins with a + or has hardly
// anything but digits, as a number in which an O stands for a 0. A date is none, nor is a time.
func meantNumber(s string) bool {
	if !beginsNumber(s) || strings.Contains(s, ":") {
		return false
	}
	word, _, _ := strings.Cut(s, " ")
	if isDate(word) {
		return false
	}
	digits, letters := 0, 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits >= shortestNumber && (s[0] == '+' || digits > 2*letters)
}
