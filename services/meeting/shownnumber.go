package meeting

import "strings"

// shownNumber is a number as the service shows it: whole, or with stars for what is between its ends.
type shownNumber struct {
	// head and tail are the digits before and behind the stars; without stars head is all of it.
	head, tail string
	masked     bool
}

// readShown reads a number as it is shown. What is no number is kept in small letters, for addresses.
func readShown(s string) shownNumber {
	if !strings.Contains(s, "*") {
		return shownNumber{head: bareNumber(s)}
	}
	s, _ = cutScheme(strings.TrimSpace(narrow(s)))
	if user, _, found := strings.Cut(s, "@"); found {
		s = user
	}
	head, tail := s[:strings.IndexByte(s, '*')], s[strings.LastIndexByte(s, '*')+1:]
	return shownNumber{head: bareDigits(head), tail: bareDigits(tail), masked: true}
}

// fits tells whether a bare number can be the one that is shown.
func (n shownNumber) fits(bare string) bool {
	if !n.masked {
		return bare != "" && bare == n.head
	}
	return len(bare) > len(n.head)+len(n.tail) && strings.HasPrefix(bare, n.head) && strings.HasSuffix(bare, n.tail)
}

// empty tells whether nothing is shown by which a number could be known.
func (n shownNumber) empty() bool { return n.head == "" && n.tail == "" }

// bareNumber returns the digits of a number without + and without the domain behind it, which the service
// shows in some places and not in others; of another SIP address all of it, "" of what is neither.
func bareNumber(s string) string {
	key := numberKey(s)
	if user, _, found := strings.Cut(key, "@"); found {
		if number, ok := parseDigits(user); ok {
			return bareDigits(number)
		}
		return key
	}
	return bareDigits(key)
}

// bareDigits takes off the + or 00 before a country code, and what is no digit.
func bareDigits(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
	return strings.TrimPrefix(s, "00")
}
