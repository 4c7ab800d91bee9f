package person

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lengths in bytes, from RFC 5321.
const (
	maxLocal   = 64
	maxAddress = 254
	maxLabel   = 63
)

// ValidEmail tells whether s is one e-mail address and nothing else: user@domain.tld, with
// international letters on both sides. Quoted users and domains in brackets are refused; nobody
// in a Webex organisation has them.
func ValidEmail(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && len(s) <= maxAddress && validLocal(s[:at]) && validDomain(s[at+1:], true)
}

// ValidSIP tells whether s is a SIP address without scheme: user@host, where the host may also be
// a single name or an IPv4 address.
func ValidSIP(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && len(s) <= maxAddress && validLocal(s[:at]) && validDomain(s[at+1:], false)
}

func validLocal(s string) bool {
	if s == "" || len(s) > maxLocal || s[0] == '.' || s[len(s)-1] == '.' || strings.Contains(s, "..") {
		return false
	}
	for _, r := range s {
		if !isLocal(r) {
			return false
		}
	}
	return true
}

// isLocal tells whether r may stand in a user name: RFC 5322's atext, the dot, and international
// letters.
func isLocal(r rune) bool {
	if r < utf8.RuneSelf {
		return isAlnum(byte(r)) || strings.IndexByte(".!#$%&'*+-/=?^_`{|}~", byte(r)) >= 0
	}
	return isLetter(r)
}

// validDomain tells whether s is a host name; full wants a dot and a last label that is no number.
func validDomain(s string, full bool) bool {
	labels := 0
	last := s
	for rest := s; ; labels++ {
		label, tail, more := strings.Cut(rest, ".")
		if !validLabel(label) {
			return false
		}
		if last = label; !more {
			break
		}
		rest = tail
	}
	return !full || labels > 0 && validTop(last)
}

func validLabel(s string) bool {
	if s == "" || len(s) > maxLabel || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for _, r := range s {
		if !isDomain(r) {
			return false
		}
	}
	return true
}

// validTop tells whether s can be a top-level domain: two letters or more, or punycode.
func validTop(s string) bool {
	if len(s) > 4 && strings.EqualFold(s[:4], "xn--") {
		return true
	}
	n := 0
	for _, r := range s {
		if r < utf8.RuneSelf && !isAlpha(byte(r)) {
			return false
		}
		n++
	}
	return n >= 2
}

func isDomain(r rune) bool {
	if r < utf8.RuneSelf {
		return isAlnum(byte(r)) || r == '-'
	}
	return isLetter(r)
}

// isLetter tells whether r, beyond ASCII, may stand in an international address.
func isLetter(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func isAlpha(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isAlnum(c byte) bool { return isAlpha(c) || '0' <= c && c <= '9' }
