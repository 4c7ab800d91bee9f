package link

import (
	"strings"
	"unicode/utf8"

	"foyer/services/plain"
)

// maxText is how much of a text is read, in bytes.
const maxText = 1 << 20

// normalize makes every line end \n, special blanks plain ones, and removes what cannot be seen:
// byte order marks, zero-width and bidirectional marks. ASCII text without carriage returns comes
// back as it is.
func normalize(text string) string {
	if len(text) > maxText {
		cut := maxText
		for cut > maxText-utf8.UTFMax && !utf8.RuneStart(text[cut]) {
			cut--
		}
		text = text[:cut]
	}
	i := firstOdd(text)
	if i == len(text) {
		return text
	}
	if strings.IndexByte(text, 0) >= 0 || text[0] >= 0xfe {
		text = plain.Decode([]byte(text))
		i = 0
	} else if !utf8.ValidString(text) {
		text = plain.Text(text)
	}
	var b strings.Builder
	b.Grow(len(text))
	for i0 := 0; ; {
		i += firstOdd(text[i:])
		b.WriteString(text[i0:i])
		if i == len(text) {
			return b.String()
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch to := plainRune(r); {
		case r == '\r':
			if i+1 == len(text) || text[i+1] != '\n' {
				b.WriteByte('\n')
			}
		case r == zeroWidthNonJoiner || r == zeroWidthJoiner:
			if joins(text, i, size) {
				b.WriteRune(r)
			}
		case to != nothing:
			b.WriteRune(to)
		}
		i += size
		i0 = i
	}
}

const (
	nothing            = -1
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

// odd marks the bytes that normalize has to look at.
var odd = func() (t [256]bool) {
	for c := range t {
		t[c] = c < ' ' && c != '\n' && c != '\t' || c >= 0x7f
	}
	return t
}()

func firstOdd(s string) int {
	i := 0
	for ; i+4 <= len(s); i += 4 {
		if odd[s[i]] || odd[s[i+1]] || odd[s[i+2]] || odd[s[i+3]] {
			break
		}
	}
	for ; i < len(s); i++ {
		if odd[s[i]] {
			break
		}
	}
	return i
}

// plainRune returns what stands for r: itself, a blank, a line end, or nothing.
func plainRune(r rune) rune {
	switch {
	case r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
		return '\n'
	case r < ' ' || r >= 0x7f && r < 0xa0:
		return nothing
	case r == 0xa0 || r >= 0x2000 && r <= 0x200a || r == 0x202f || r == 0x205f:
		return ' '
	case r == 0xad || r == 0x61c || r == 0x180e || r == 0xfeff || r == 0x200b || r == 0x200e || r == 0x200f,
		r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return nothing
	}
	return r
}

// joins tells whether the joiner at text[i] holds two letters or emoji together; anywhere else it
// is only in the way.
func joins(text string, i, size int) bool {
	return i > 0 && text[i-1] >= utf8.RuneSelf && i+size < len(text) && text[i+size] >= utf8.RuneSelf
}
