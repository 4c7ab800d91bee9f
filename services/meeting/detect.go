package meeting

import (
	"strings"

	"foyer/services/plain"
)

// Detect tells the format of a file by its first bytes, of which 4 KiB are enough, and where these may be
// anything, by the ending of its name.
func Detect(name string, head []byte) Format {
	text := strings.TrimSpace(plain.Decode(head))
	name = strings.ToLower(name)
	ends := func(ending string) bool { return strings.HasSuffix(name, ending) }
	switch {
	case len(text) >= len(beginCard) && strings.EqualFold(text[:len(beginCard)], beginCard):
		return FormatVCard
	case strings.HasPrefix(text, "{"), strings.HasPrefix(text, "[") && isJSONArray(text):
		return FormatJSON
	case ends(".csv"), ends(".tsv"), ends(".tab"):
		return FormatCSV
	case ends(".vcf"), ends(".vcard"):
		return FormatVCard
	case ends(".json"):
		return FormatJSON
	}
	if _, _, told := toldSeparator(text); told {
		return FormatCSV
	}
	if _, found := tableIn(text); found {
		return FormatCSV
	}
	return FormatText
}

// isJSONArray tells whether text with a [ before it may be a JSON array.
func isJSONArray(text string) bool {
	rest := strings.TrimLeft(text[1:], " \t\r\n")
	return rest == "" || rest[0] == '{' || rest[0] == ']'
}
