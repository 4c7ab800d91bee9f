package link

import (
	"html"
	"strings"

	"foyer/services/plain"
)

const upperHex = "0123456789ABCDEF"

// escape writes one value of a link's query. Unreserved characters and @ stay, as in Webex's own
// examples; everything else becomes percent-encoded UTF-8. url.QueryEscape would write + for a
// blank, which the receiver of a custom scheme need not understand, and %40 for @.
func escape(value string) string {
	var b strings.Builder
	b.Grow(len(value) + 8)
	for i := 0; i < len(value); i++ {
		c := value[i]
		if isAlnum(c) || c == '@' || c == '-' || c == '.' || c == '_' || c == '~' {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(upperHex[c>>4])
		b.WriteByte(upperHex[c&15])
	}
	return b.String()
}

// unescape undoes percent-encoding. What is no encoding stays as it stands, and + stays +: links
// that people copy are often half encoded.
func unescape(s string) string {
	i := strings.IndexByte(s, '%')
	if i < 0 {
		return s
	}
	b := make([]byte, i, len(s))
	copy(b, s)
	for ; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			b = append(b, unhex(s[i+1])<<4|unhex(s[i+2]))
			i += 2
			continue
		}
		b = append(b, s[i])
	}
	return strings.ToValidUTF8(string(b), "\ufffd")
}

// anchor writes an HTML link.
func anchor(url, label string) string {
	return `<a href="` + html.EscapeString(url) + `">` + html.EscapeString(label) + `</a>`
}

var markdownTitle = strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`)

// markdownLink writes a Markdown link.
func markdownLink(url, label string) string {
	return "[" + markdownTitle.Replace(plain.Line(label)) + "](" + url + ")"
}

func isAlpha(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isAlnum(c byte) bool { return isAlpha(c) || isDigit(c) }

func isHex(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

func unhex(c byte) byte {
	if isDigit(c) {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}
