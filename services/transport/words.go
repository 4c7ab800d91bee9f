package transport

import (
	"html"
	"regexp"
	"strings"
	"unicode"
)

// maxWords is how many characters of a server's words are kept.
const maxWords = 300

// Words returns what a server said as one line that can be shown and kept: without the request's
// secrets, without control characters, at most 300 characters long.
func (a Answer) Words(text string) string { return bound(Redact(text, a.request.Secrets)) }

func (c *call) words(text string) string { return bound(Redact(text, c.Secrets)) }

// bound makes one short line of text.
func bound(text string) string {
	text = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(text, "\uFFFD"), func(r rune) bool {
		return unicode.IsSpace(r) || !unicode.IsPrint(r)
	}), " ")
	n := 0
	for i := range text {
		if n == maxWords {
			return text[:i] + "…"
		}
		n++
	}
	return text
}

var titleTag = regexp.MustCompile(`(?is)<title[^>]*>(.*?)</title`)

// title returns the title of a web page.
func title(page []byte) string {
	if found := titleTag.FindSubmatch(page); found != nil {
		return html.UnescapeString(string(found[1]))
	}
	return ""
}
