package link

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lastName returns the name at the end of words that stand before <address>. Lists hold nothing
// but the name; running text is cut before the last words that begin with a capital letter.
func lastName(words string) string {
	words = afterLast(words, ": ", "：", "!", "?") // "To: Barbara Example <…>"
	parts := strings.Fields(words)
	begin := len(parts)
	for begin > 0 && (isNameWord(parts[begin-1]) || begin < len(parts) && isParticle(parts[begin-1])) {
		begin--
	}
	for begin < len(parts) && !isNameWord(parts[begin]) && !isNameParticle(parts[begin]) {
		begin++ // The end of a sentence before the name.
	}
	const most = 6
	switch {
	case begin == len(parts) && len(parts) <= 3 && !asks(parts):
		return strings.Join(parts, " ") // A name in small letters.
	case begin == len(parts) || len(parts)-begin > most:
		return ""
	}
	return strings.Join(parts[begin:], " ")
}

// afterLast returns what follows the last of the marks in s.
func afterLast(s string, marks ...string) string {
	for _, mark := range marks {
		if i := strings.LastIndex(s, mark); i >= 0 {
			s = s[i+len(mark):]
		}
	}
	return strings.TrimSpace(s)
}

// asks tells whether words in small letters belong to a sentence rather than to a name.
func asks(words []string) bool {
	for _, w := range words {
		switch w {
		case "to", "at", "by", "from", "or", "and", "is", "for", "with", "via", "on", "me", "us", "see", "ask", "mail", "email", "e-mail", "contact",
			"write", "send", "call", "an", "bei", "oder", "und", "per", "mit", "für", "à", "par", "ou", "et", "o", "con", "por":
			return true
		}
	}
	return false
}

// isNameWord tells whether w may be part of a name: it begins with anything but a small letter.
func isNameWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(\"'"))
	return !unicode.IsLower(r)
}

// isParticle tells whether w may stand in small letters within a name.
func isParticle(w string) bool {
	return isNameParticle(w) || strings.HasSuffix(w, ".") || strings.HasPrefix(w, "(")
}

func isNameParticle(w string) bool {
	switch w {
	case "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin", "ibn", "ben", "ter", "ten", "zu", "zur", "und", "y", "e", "af", "av", "d'", "dal", "vom", "zum", "des":
		return true
	}
	return false
}
