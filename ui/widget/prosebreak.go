package widget

import (
	"strings"
	"unicode"
)

// Signs that no line begins with, and that none ends with, in scripts that break between any two
// characters; small kana and the long vowel belong to what is before them.
const (
	noneBegins = "、。，．！？：；・…‥ー）］｝」』】〉》〕〟’”)]}.,:;!?%％々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ〜～" + string(strongEnds)
	noneEnds   = "（［｛「『【〈《〔〝‘“([{" + string(strongBegins)
)

// mayBreak reports whether a line may end between two characters: after blanks, and before and after every
// ideograph, since those scripts break anywhere but at their signs.
func mayBreak(r, next rune) bool {
	switch {
	case unicode.IsSpace(next):
		return false
	case unicode.IsSpace(r):
		return true
	case strings.ContainsRune(noneBegins, next) || strings.ContainsRune(noneEnds, r):
		return false
	}
	const wideSigns = "、。，．！？：；）］｝」』】〉》〕〟"
	return breaksAnywhere(r) || breaksAnywhere(next) || strings.ContainsRune(wideSigns, r)
}

func breaksAnywhere(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}
