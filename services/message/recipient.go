package message

import (
	"strings"

	"foyer/services/plain"
)

// Recipient is somebody to write to, as read from text.
type Recipient struct {
	// Address is the e-mail address; "" when it is not Valid.
	Address string
	// Name is on one line; "" when the text has none.
	Name string
	// Raw is what stood in the text.
	Raw string
	// Valid says that Address is an e-mail address.
	Valid bool
}

// ReadRecipients reads the recipients that people type and paste, in their order: with any of comma,
// semicolon, blank, tab and line break between them, full-width ones too; bare, as links, and as
// mail programs write them, Name <a@b.example> and Last, First <a@b.example>; cells of a spreadsheet
// with names beside the addresses. An address counts once, in whatever case, and with the first name
// that stands beside it. What looks like a recipient and is none comes back with Valid false.
func ReadRecipients(text string) []Recipient {
	list := recipients{seen: make(map[string]int)}
	lines := splitLines(plain.Text(text))
	if !list.table(lines) && !list.pairs(lines) {
		for _, line := range lines {
			list.line(line)
		}
	}
	return list.all
}

// recipients collects what was read.
type recipients struct {
	all  []Recipient
	seen map[string]int // where in all an address, or what is none, stands
}

func (l *recipients) add(r Recipient) {
	key := strings.ToLower(r.Address)
	if !r.Valid {
		key = " " + r.Raw
	}
	if i, again := l.seen[key]; again {
		if l.all[i].Name == "" {
			l.all[i].Name = r.Name
		}
		return
	}
	l.seen[key] = len(l.all)
	l.all = append(l.all, r)
}

// invalid adds what is no recipient, unless nothing but punctuation is left of it.
func (l *recipients) invalid(raw string) {
	if raw = plain.Line(raw); hasAt(raw) || hasWord(tidy(raw)) {
		l.add(Recipient{Raw: raw})
	}
}

// splitLines returns the lines of text that are not blank, without blanks at their ends. A line that
// is only an address in brackets belongs to the name before it, as mail programs fold long headers.
func splitLines(text string) []string {
	var lines []string
	for line := range strings.FieldsFuncSeq(text, isLineEnd) {
		line = strings.TrimFunc(line, isBlank)
		last := len(lines) - 1
		switch {
		case line == "":
		case last >= 0 && strings.HasPrefix(line, "<") && !strings.ContainsAny(lines[last], "@＠<\t") && !strings.HasSuffix(lines[last], ","):
			lines[last] += " " + line
		default:
			lines = append(lines, line)
		}
	}
	return lines
}

func isLineEnd(r rune) bool {
	return r >= '\n' && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}
