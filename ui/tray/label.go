package tray

import (
	"strings"
	"unicode"
)

// longestName is how many characters of a name the menu shows. Menus do not wrap.
const longestName = 40

const ellipsis = "…"

// Shorten returns name on one line, without characters that would change how the rest of the
// menu is drawn, and with at most limit characters: what is cut off is replaced by an ellipsis. No
// accent or joined emoji is cut in two.
func Shorten(name string, limit int) string {
	runes := []rune(strings.Join(strings.Fields(strings.Map(printable, name)), " "))
	if len(runes) <= limit {
		return string(runes)
	}
	end := limit - 1
	for end > 1 && (joins(runes[end]) || runes[end-1] == zeroWidthJoiner) {
		end--
	}
	return strings.TrimRight(string(runes[:end]), " ") + ellipsis
}

const zeroWidthJoiner = '\u200d'

// joins reports whether r belongs to the character before it.
func joins(r rune) bool {
	return r == zeroWidthJoiner || unicode.Is(unicode.M, r) || unicode.Is(unicode.Variation_Selector, r) ||
		r >= 0x1f3fb && r <= 0x1f3ff // skin tones
}

// printable drops control characters and marks that turn the direction of writing, and turns
// what parts lines and columns into blanks.
func printable(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\ufeff', r == '\u200b', r == unicode.ReplacementChar:
		return -1
	default:
		return r
	}
}

// Escape doubles what a system's menus take for a mark of the next letter: "_" on D-Bus, "&" on
// Windows. macOS has no such mark.
func Escape(label, goos string) string {
	switch goos {
	case "windows":
		return strings.ReplaceAll(label, "&", "&&")
	case "darwin":
		return label
	default:
		return strings.ReplaceAll(label, "_", "__")
	}
}
