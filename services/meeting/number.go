package meeting

import (
	"strings"
	"unicode"
)

// CanonicalNumber writes a telephone number, a SIP number or a SIP address in one way: a number as its
// digits, with a + before the country code; an address as user@host, the host in small letters. What
// people write around and between is taken off: blanks, dashes, dots, slashes, brackets, the (0) behind
// a country code, tel: and sip:, invisible signs; digits of other scripts become ASCII, and 00 before a
// country code +. What is neither comes back as it is, without the blanks around it.
func CanonicalNumber(s string) string {
	if number, ok := parseNumber(s); ok {
		return number
	}
	s = trimmed(s) // Its blanks may be what kept it from being a number.
	if number, ok := parseNumber(s); ok {
		return number
	}
	return s
}

// SameNumber tells whether two ways to write a number call the same. Empty ones never do.
func SameNumber(a, b string) bool {
	a, b = numberKey(a), numberKey(b)
	return a != "" && a == b
}

// numberKey returns what two spellings of one number share, and "" for what is no number.
func numberKey(s string) string {
	number, ok := parseNumber(s)
	if !ok {
		return ""
	}
	return strings.ToLower(number)
}

// parseNumber reads a number or a SIP address.
func parseNumber(s string) (canonical string, ok bool) {
	if canonicalAlready(s) {
		return s, true
	}
	s, isTel := cutScheme(strings.TrimSpace(narrow(s)))
	if strings.Contains(s, "@") && !isTel {
		return parseSIP(s)
	}
	return parseDigits(s)
}

// canonicalAlready tells whether s is nothing but a + and digits, as nearly all numbers in lists are.
func canonicalAlready(s string) bool {
	digits := strings.TrimPrefix(s, "+")
	if digits == "" || strings.HasPrefix(s, "00") || strings.HasPrefix(s, "+0") {
		return false
	}
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return false
		}
	}
	return true
}

// cutScheme takes off the scheme of a link, the angle brackets around it, and the parameter by which a
// SIP address says that its user is a number. isTel says that the scheme was that of numbers.
func cutScheme(s string) (rest string, isTel bool) {
	if strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">") {
		s = strings.TrimSpace(s[1 : len(s)-1])
	}
	for _, scheme := range []string{"sips:", "sip:", "tel:", "callto:"} {
		if len(s) > len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
			s = strings.TrimSpace(strings.TrimPrefix(s[len(scheme):], "//"))
			isTel = scheme == "tel:"
			break
		}
	}
	const byPhone = ";user=phone"
	if n := len(s) - len(byPhone); n > 0 && strings.EqualFold(s[n:], byPhone) {
		s = s[:n]
	}
	return s, isTel
}

// parseDigits reads a number in any punctuation.
func parseDigits(s string) (string, bool) {
	s = dropTrunk(s)
	var b strings.Builder
	b.Grow(len(s))
	slash := -1
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			b.WriteByte(byte(r))
		case r == '+':
			if b.Len() > 0 {
				return "", false // Two numbers, or none.
			}
			b.WriteByte('+')
		case r == '/':
			if slash >= 0 {
				return "", false
			}
			slash = b.Len()
		case !isBetween(r):
			return "", false
		}
	}
	number := b.String()
	if slash >= 0 && !isAreaSlash(number, slash) || !closed(s) {
		return "", false
	}
	return international(number)
}

// international makes + of the 00 before a country code, and refuses what has no digits or a country
// code that begins with 0.
func international(number string) (string, bool) {
	// Shorter ones are numbers of a house, or a switchboard's.
	const shortest = len("00") + 8
	if strings.HasPrefix(number, "00") && len(number) >= shortest && number[2] != '0' {
		number = "+" + number[2:]
	}
	digits := strings.TrimPrefix(number, "+")
	if digits == "" || len(digits) < len(number) && digits[0] == '0' {
		return "", false
	}
	return number, true
}

// dropTrunk takes off the (0) that is dialled only by those who dial no country code.
func dropTrunk(s string) string {
	head := strings.TrimLeft(s, " ([")
	if !strings.HasPrefix(head, "+") && !strings.HasPrefix(head, "00") {
		return s
	}
	for _, zero := range []string{"(0)", "[0]"} {
		if before, after, found := strings.Cut(s, zero); found && before != "" {
			return before + " " + after
		}
	}
	return s
}

// isAreaSlash tells whether a slash stands behind an area code. Elsewhere it stands between two numbers
// or before what is dialled instead of the last digits, and nobody can say which is meant.
func isAreaSlash(number string, slash int) bool {
	const area, withCountry, least = 6, 9, 3
	most := area
	if strings.HasPrefix(number, "+") || strings.HasPrefix(number, "00") {
		most = withCountry
	}
	return slash > 0 && slash <= most && len(number)-slash >= least
}

// closed tells whether the brackets in s are pairs.
func closed(s string) bool {
	open := rune(0)
	for _, r := range s {
		switch r {
		case '(', '[':
			if open != 0 {
				return false
			}
			open = r
		case ')', ']':
			if open == 0 || (r == ')') != (open == '(') {
				return false
			}
			open = 0
		}
	}
	return open == 0
}

// isBetween tells whether r may stand between the digits of a number. Dashes come in many lengths, and
// Japanese ones are letters.
func isBetween(r rune) bool {
	return strings.ContainsRune(" -.()[]_·•~\t", r) || r == 'ー' || r == '−' || r >= 0x80 && (unicode.Is(unicode.Pd, r) || unicode.IsSpace(r))
}

// narrow makes ASCII of full-width signs and of the digits of other scripts, and takes out what cannot
// be seen: telephone numbers that are copied from address books stand between marks of direction.
func narrow(s string) string {
	plain := true
	for i := range len(s) {
		plain = plain && s[i] < 0x80
	}
	if plain {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x80:
			return r
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u3000' || r == '\u00a0':
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		default:
			return asciiDigit(r)
		}
	}, s)
}

// asciiDigit returns the ASCII digit of a decimal digit of any script, and r for all else.
func asciiDigit(r rune) rune {
	if !unicode.IsDigit(r) {
		return r
	}
	for _, of := range unicode.Nd.R16 {
		if r >= rune(of.Lo) && r <= rune(of.Hi) {
			return '0' + (r-rune(of.Lo))%10
		}
	}
	for _, of := range unicode.Nd.R32 {
		if r >= rune(of.Lo) && r <= rune(of.Hi) {
			return '0' + (r-rune(of.Lo))%10
		}
	}
	return r
}
