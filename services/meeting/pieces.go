package meeting

import (
	"strings"
	"unicode/utf8"
)

// splitPieces cuts a line at its commas, semicolons and the like, but not within quotes and angle
// brackets, nor before an extension. A name before a comma belongs to a name with an address behind it, as
// mail programs write it: Last, First <a@example.com>.
func splitPieces(l string) []string {
	p := pieces{line: l}
	var quote rune
	for i, r := range l {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case isBreak(r):
			if !beforeExtension(l[p.begin:i], l[i:]) {
				p.cut(i, i+utf8.RuneLen(r), r)
			}
		default:
			quote = closing(r, l[i+utf8.RuneLen(r):])
		}
	}
	p.cut(len(l), len(l), 0)
	return p.all
}

// pieces are those of a line that were cut so far.
type pieces struct {
	line  string
	all   []string
	begin int
	ended rune // what stood behind the piece before
}

// cut ends a piece, and begins the next.
func (p *pieces) cut(end, next int, by rune) {
	if text := strings.TrimSpace(p.line[p.begin:end]); text != "" {
		n := len(p.all)
		if n > 0 && p.ended == ',' && onlyName(p.all[n-1]) && namedAngle(text) {
			p.all[n-1] += ", " + text
		} else {
			p.all = append(p.all, text)
		}
	}
	p.ended, p.begin = by, next
}

// closing returns what ends the quote or bracket that r opens, 0 when it opens none, or none that ends
// within reach.
func closing(r rune, rest string) rune {
	by := rune(0)
	switch r {
	case '"':
		by = '"'
	case '“':
		by = '”'
	case '<':
		by = '>'
	}
	if by == 0 || !closes(rest, by) {
		return 0
	}
	return by
}

// closes tells whether a quote or bracket ends within reach.
func closes(rest string, by rune) bool {
	const reach = 512
	return strings.ContainsRune(rest[:min(len(rest), reach)], by)
}

func isBreak(r rune) bool {
	switch r {
	case ',', ';', '，', '；', '、', '|', '،', '؛':
		return true
	}
	return false
}

// beforeExtension tells whether the sign that rest begins with stands between a number and what a
// switchboard is given: ,,12 and ;ext=12.
func beforeExtension(before, rest string) bool {
	if before == "" || before[len(before)-1] < '0' || before[len(before)-1] > '9' {
		return strings.HasSuffix(before, ",") && len(rest) > 1 && rest[0] == ',' && rest[1] >= '0' && rest[1] <= '9'
	}
	const ext = ";ext="
	return strings.HasPrefix(rest, ",,") || len(rest) > len(ext) && strings.EqualFold(rest[:len(ext)], ext)
}

// onlyName tells whether a piece has neither an address nor digits.
func onlyName(p string) bool { return !strings.ContainsAny(p, "@<>0123456789:") }

// namedAngle tells whether a piece is a name and an address in angle brackets.
func namedAngle(p string) bool {
	open := strings.IndexByte(p, '<')
	return open > 0 && strings.TrimSpace(p[:open]) != "" && onlyName(p[:open])
}
