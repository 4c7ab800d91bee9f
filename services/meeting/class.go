package meeting

import (
	"strings"
	"unicode"

	"foyer/services/person"
)

// class is what a cell looks like when no header says what it is.
type class int

const (
	classEmpty class = iota
	classText
	classNumber
	classSIP
	classEmail
	classType
	classUUID
	classCount // a number that is too short to call
	classes
)

const (
	// shortestNumber is how many digits make a number in running text.
	shortestNumber = 4
	// shortestCell is how many make one of a cell that might be a count.
	shortestCell = 3
)

// classOf tells what a cell looks like.
func classOf(s string) class {
	switch {
	case s == "":
		return classEmpty
	case Type(strings.ToLower(s)).known():
		return classType
	case isUUID(s):
		return classUUID
	case strings.ContainsAny(s, "@＠"):
		if _, ok := sipIn(s); ok {
			return classSIP
		}
		if _, _, ok := person.ParseAddress(narrow(s)); ok {
			return classEmail
		}
		return classText
	}
	number, ok := parseNumber(s)
	switch {
	case !ok && !hasExtension(s), isDate(s):
		return classText
	case ok && len(number) < shortestCell:
		return classCount
	default:
		return classNumber
	}
}

// isUUID tells whether s is made like the service's UUIDs: 32 hexadecimal digits, with a letter among
// them, hyphens or not.
func isUUID(s string) bool {
	digits, letter := 0, false
	for i := range len(s) {
		c := s[i] | 0x20
		switch {
		case s[i] >= '0' && s[i] <= '9':
			digits++
		case c >= 'a' && c <= 'f':
			digits++
			letter = true
		case s[i] != '-':
			return false
		}
	}
	return digits == 32 && letter
}

// isDate tells whether s is three numbers with the same sign between them, made like a day: a date that
// could be a telephone number is one.
func isDate(s string) bool {
	for _, sign := range []string{"-", ".", "/"} {
		parts := strings.Split(s, sign)
		if len(parts) != 3 || len(s) < len("1-1-24") || len(s) > len("2024-01-01") {
			continue
		}
		if len(parts[1]) > 2 || min(len(parts[0]), len(parts[2])) > 2 || max(len(parts[0]), len(parts[2])) > 4 {
			continue
		}
		return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) && string(r) != sign })
	}
	return false
}
