package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"foyer/services/plain"
)

// maxText is how much of a text is read, in bytes.
const maxText = 1 << 20

// normalize makes every line end \n, special blanks plain ones, and removes what cannot be seen:
// byte order marks, zero-width and bidirectional marks. ASCII text without carriage returns comes
// back as it is.
func normalize(text string) string {
	text = decoded(clipText(text))
	var b strings.Builder
	for from, i := 0, 0; ; {
		i += firstOdd(text[i:])
		if i == len(text) {
			if from == 0 {
				return text
			}
			b.WriteString(text[from:])
			return b.String()
		}
		if b.Cap() == 0 {
			b.Grow(len(text))
		}
		b.WriteString(text[from:i])
		r, size := utf8.DecodeRuneInString(text[i:])
		if r = replacement(text, i, r, size); r != nothing {
			b.WriteRune(r)
		}
		i += size
		from = i
	}
}

// clipText cuts text to what is read of it, between two characters.
func clipText(text string) string {
	if len(text) <= maxText {
		return text
	}
	cut := maxText
	for cut > maxText-utf8.UTFMax && !utf8.RuneStart(text[cut]) {
		cut--
	}
	return text[:cut]
}

// decoded undoes the encodings of a text that was handed over as bytes.
func decoded(text string) string {
	switch {
	case text == "":
		return text
	case strings.IndexByte(text, 0) >= 0 || text[0] >= 0xfe:
		return plain.Decode([]byte(text))
	case !utf8.ValidString(text):
		return plain.Text(text)
	}
	return text
}

// replacement returns what stands for the rune r at text[i].
func replacement(text string, i int, r rune, size int) rune {
	switch r {
	case '\r':
		if i+1 < len(text) && text[i+1] == '\n' {
			return nothing
		}
		return '\n'
	case zeroWidthNonJoiner, zeroWidthJoiner:
		if !joins(text, i, size) {
			return nothing
		}
		return r
	}
	return plainRune(r)
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

// Runes that stand for line ends, for blanks, and for nothing that can be seen.
var (
	lineEnds  = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x0b, Hi: 0x0c, Stride: 1}, {Lo: 0x85, Hi: 0x85, Stride: 1}, {Lo: 0x2028, Hi: 0x2029, Stride: 1}}}
	blanks    = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0xa0, Hi: 0xa0, Stride: 1}, {Lo: 0x2000, Hi: 0x200a, Stride: 1}, {Lo: 0x202f, Hi: 0x202f, Stride: 1}, {Lo: 0x205f, Hi: 0x205f, Stride: 1}}}
	invisible = &unicode.RangeTable{R16: []unicode.Range16{
		{Lo: 0x00, Hi: 0x1f, Stride: 1}, {Lo: 0x7f, Hi: 0x9f, Stride: 1}, {Lo: 0xad, Hi: 0xad, Stride: 1}, {Lo: 0x61c, Hi: 0x61c, Stride: 1},
		{Lo: 0x180e, Hi: 0x180e, Stride: 1}, {Lo: 0x200b, Hi: 0x200b, Stride: 1}, {Lo: 0x200e, Hi: 0x200f, Stride: 1}, {Lo: 0x202a, Hi: 0x202e, Stride: 1},
		{Lo: 0x2060, Hi: 0x206f, Stride: 1}, {Lo: 0xfeff, Hi: 0xfeff, Stride: 1},
	}}
)

// plainRune returns what stands for r: itself, a blank, a line end, or nothing.
func plainRune(r rune) rune {
	switch {
	case unicode.Is(lineEnds, r):
		return '\n'
	case unicode.Is(blanks, r):
		return ' '
	case unicode.Is(invisible, r):
		return nothing
	}
	return r
}

// joins tells whether the joiner at text[i] holds two letters or emoji together; anywhere else it
// is only in the way.
func joins(text string, i, size int) bool {
	return i > 0 && text[i-1] >= utf8.RuneSelf && i+size < len(text) && text[i+size] >= utf8.RuneSelf
}
