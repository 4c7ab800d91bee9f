package person

import (
	"mime"
	"strings"

	"foyer/services/plain"
)

// ParseAddress reads one address as people and mail programs write it: a@b.example,
// Name <a@b.example>, "Name" <a@b.example>, a@b.example (Name), mailto:a@b.example. The name is
// on one line and may be empty; ok is false when there is no address, or something else beside it.
func ParseAddress(s string) (name, email string, ok bool) {
	s = strings.Trim(plain.Line(s), ",; ")
	if open := strings.LastIndexByte(s, '<'); open >= 0 {
		inner, rest, closed := strings.Cut(s[open+1:], ">")
		email = bareEmail(inner)
		if !closed || strings.TrimSpace(rest) != "" || !ValidEmail(email) {
			return "", "", false
		}
		return CleanName(s[:open]), email, true
	}
	if open := strings.IndexByte(s, '('); open > 0 && s[len(s)-1] == ')' {
		name = CleanName(s[open+1 : len(s)-1])
		s = s[:open]
	}
	email = bareEmail(s)
	if !ValidEmail(email) {
		return "", "", false
	}
	return name, email, true
}

// bareEmail removes blanks, quotes, the mailto scheme and its parameters around an address.
func bareEmail(s string) string {
	s = strings.Trim(s, " \t'\"")
	if rest, found := cutPrefixFold(s, "mailto:"); found {
		s, _, _ = strings.Cut(rest, "?")
	}
	return strings.TrimSpace(s)
}

// ParseSIP reads a SIP address with or without its scheme and parameters, also within <…>.
func ParseSIP(s string) (sip string, ok bool) {
	s = strings.Trim(plain.Line(s), " <>'\"")
	for _, scheme := range []string{"sips:", "sip:"} {
		if rest, found := cutPrefixFold(s, scheme); found {
			s = strings.TrimLeft(rest, "/")
			break
		}
	}
	if i := strings.IndexAny(s, ";?"); i >= 0 {
		s = s[:i]
	}
	if at := strings.IndexByte(s, '@'); at > 0 {
		if port := strings.LastIndexByte(s, ':'); port > at {
			s = s[:port]
		}
	}
	return s, ValidSIP(s)
}

// CleanName returns the name in s on one line, without quotes around it, escapes in it, and with
// the encoded words of mail headers decoded.
func CleanName(s string) string {
	s = plain.Line(s)
	if strings.Contains(s, "=?") {
		if decoded, err := new(mime.WordDecoder).DecodeHeader(s); err == nil {
			s = plain.Line(decoded)
		}
	}
	for len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		s = strings.TrimSpace(s[1 : len(s)-1])
	}
	if strings.Contains(s, `\`) {
		s = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(s)
	}
	return s
}

func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
