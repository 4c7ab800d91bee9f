package meeting

import "strings"

// dangerous are the signs by which spreadsheets take a cell for a formula.
const dangerous = "=+-@\t\r"

// guarded keeps a spreadsheet from taking a cell for a formula, by the leading ' that it knows as "this is
// text". A telephone number keeps its +: nothing can be called by it, and a ' before it would be dialled
// by those who read the file with other programs.
func guarded(s string) string {
	if isDangerous(s) && !canonicalAlready(s) {
		return "'" + s
	}
	return s
}

// unguarded takes off what guarded puts on.
func unguarded(s string) string {
	if strings.HasPrefix(s, "'") && isDangerous(s[1:]) {
		return s[1:]
	}
	return s
}

// isDangerous tells whether a formula begins with s, or what guarded makes of one.
func isDangerous(s string) bool {
	s = strings.TrimLeft(s, "'")
	return s != "" && strings.IndexByte(dangerous, s[0]) >= 0
}
