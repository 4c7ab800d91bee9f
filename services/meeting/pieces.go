package meeting

import (
	"strings"
	"unicode/utf8"
)

// splitPieces cuts a line at its commas, semicolons and the like, but not within quotes and angle
// brackets, nor before an extension. A name before a comma belongs to a name with an address behind it, as
// mail programs write it: Last, First <a@example.com>.
func splitPieces(l string) []string {
	var all []string
	var quote rune
	begin := 0
	var ended rune // what stood behind the piece before
	cut := func(end, next int, by rune) {
		if p := strings.TrimSpace(l[begin:end]); p != "" {
			n := len(all)
			if n > 0 && ended == ',' && onlyName(all[n-1]) && namedAngle(p) {
				all[n-1] += ", " + p
			} else {
				all = append(all, p)
			}
		}
		ended, begin = by, next
	}
	for i, r := range l {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '"' && closes(l[i+1:], '"'):
			quote = '"'
		case r == '“' && closes(l[i+len("“"):], '”'):
			quote = '”'
		case r == '<' && closes(l[i+1:], '>'):
			quote = '>'
		case isBreak(r) && i >= begin && !beforeExtension(l[begin:i], l[i:]):
			cut(i, i+utf8.RuneLen(r), r)
		}
	}
	cut(len(l), len(l), 0)
	return all
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
