package plain

import "strings"

// Quoted returns a cell of a table from behind its opening quote up to the closing one, with doubled
// quotes made single, and what stands behind that. closed is false when there is no closing quote.
func Quoted(text string) (cell, rest string, closed bool) {
	var b strings.Builder
	for {
		i := strings.IndexByte(text, '"')
		if i < 0 {
			return "", "", false
		}
		b.WriteString(text[:i])
		if !strings.HasPrefix(text[i+1:], `"`) {
			return b.String(), text[i+1:], true
		}
		b.WriteByte('"')
		text = text[i+2:]
	}
}
