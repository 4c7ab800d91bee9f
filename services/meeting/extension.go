package meeting

import (
	"strings"
	"unicode"
)

// extensions are the words and signs between a number and an extension, in small letters without dots.
var extensions = []string{
	"extension", "extn", "ext", "xtn", "ex", "x", "#", ",", ",,", ";ext=", ";ext", "p", "w", "pw",
	"durchwahl", "nebenstelle", "dw", "nst", "app", "apparat",
	"wewnętrzny", "wewn", "wew", "extensión", "anexo", "interno", "int", "poste", "doorkiesnummer",
	"доб", "вн", "分机", "分機", "转", "轉", "内線", "內線",
}

// hasExtension tells whether s is a number and behind it the digits that a switchboard is given. The
// service calls the number only, so that such an attendee would never be reached.
func hasExtension(s string) bool {
	s, _ = cutScheme(strings.ToLower(strings.TrimSpace(narrow(s))))
	s = strings.TrimRight(s, ") ")
	digits := strings.TrimRightFunc(s, func(r rune) bool { return r >= '0' && r <= '9' })
	if digits == s || strings.Contains(s, "@") {
		return false
	}
	head := strings.TrimRight(digits, " :.-–(")
	if strings.HasSuffix(digits, "=") {
		head = digits
	}
	at := strings.LastIndexFunc(head, func(r rune) bool { return unicode.IsDigit(r) || r == ')' })
	if at < 0 || len(head[at:]) < 2 {
		return false
	}
	mark := strings.Trim(head[at+1:], " .:-–(")
	for _, known := range extensions {
		if mark == known {
			_, ok := parseDigits(strings.TrimSpace(head[:at+1]))
			return ok
		}
	}
	return false
}
