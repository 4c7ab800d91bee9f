package message

import (
	"bytes"
	"strings"

	"foyer/services/plain"
)

// Format is how a batch file is written.
type Format string

// The formats.
const (
	JSON Format = "json"
	CSV  Format = "csv"
)

// FormatOf returns the format of a batch file by how it begins, of which 4 KiB are enough, and where
// that can be either, by the ending of its name.
func FormatOf(name string, head []byte) Format {
	text := strings.TrimSpace(plain.Decode(head))
	switch {
	case messagesPrefix([]byte(text)) > 0:
		return JSON
	case strings.HasSuffix(strings.ToLower(name), ".json"):
		return JSON
	case hasSuffixFold(name, ".csv", ".tsv", ".tab", ".txt") && !strings.HasPrefix(text, "[{") && !strings.HasPrefix(text, "{"):
		return CSV
	case strings.HasPrefix(text, "[") || strings.HasPrefix(text, "{"):
		return JSON
	default:
		return CSV
	}
}

func hasSuffixFold(s string, endings ...string) bool {
	s = strings.ToLower(s)
	for _, end := range endings {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// messagesPrefix returns how long the beginning of a form is in which the vendor's files have their
// array: messages=. 0 is without one.
func messagesPrefix(head []byte) int {
	rest, found := bytes.CutPrefix(head, []byte("messages"))
	if !found {
		return 0
	}
	rest = bytes.TrimLeft(rest, " \t")
	if len(rest) == 0 || rest[0] != '=' {
		return 0
	}
	return len(head) - len(rest) + 1
}
