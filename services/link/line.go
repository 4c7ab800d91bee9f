package link

import (
	"strings"
	"unicode/utf8"
)

// Bounds of a line of space info, in bytes. Longer lines are running text.
const (
	maxLine  = 4096
	maxLabel = 120
)

// line is one line of the text without what mail and chat programs put before it.
type line struct {
	// start and end bound the line in the text, without its line end.
	start, end int
	// at is where the content begins; the content is trimmed.
	at      int
	content string
	// word is the label, made comparable; it is empty for lines without one.
	word string
	// value stands behind the label, or is the content.
	value   string
	valueAt int
	// hits are those that begin in the line.
	hits []*hit
	// known is what the label says, role what the line says altogether.
	known, role role
	// fenced says that marks of a code block stand before the content.
	fenced bool
	// id is the space that the value names, when the role is that of an id or link.
	id string
	// number is the value of a count.
	number int
}

// isBlank tells whether there is nothing on the line but decoration.
func (l *line) isBlank() bool { return l.content == "" }

// newLine takes the decoration off text[start:end] and splits it at the first colon.
func newLine(text string, start, end int, hits []*hit) *line {
	l := &line{start: start, end: end, at: start, hits: hits}
	if end-start > maxLine {
		l.content = text[start:end]
		l.value, l.valueAt = l.content, start
		return l
	}
	l.at = start + decoration(text[start:end])
	l.fenced = strings.Contains(text[start:l.at], "```") || strings.Contains(text[start:l.at], "~~~")
	l.content = strings.TrimRight(text[l.at:end], " \t")
	if strings.HasSuffix(l.content, "```") {
		l.content = strings.TrimRight(l.content, "` \t")
	}
	l.value, l.valueAt = l.content, l.at
	l.split()
	return l
}

// decoration returns the length of what stands before the content: quote marks, bullets, numbers
// and fences, in any mixture.
func decoration(s string) int {
	i := 0
	for i < len(s) {
		switch c := s[i]; {
		case c == ' ' || c == '\t' || c == '>':
			i++
		case strings.HasPrefix(s[i:], "```") || strings.HasPrefix(s[i:], "~~~"):
			i += 3
		case c == '|' && i+1 < len(s) && s[i+1] == ' ':
			i++
		case bullet(s[i:]) > 0:
			i += bullet(s[i:])
		default:
			return i
		}
	}
	return i
}

// bullet returns the length of the list mark that s begins with, or 0.
func bullet(s string) int {
	for _, mark := range [...]string{"* ", "- ", "+ ", "• ", "– ", "· ", "▪ ", "◦ ", "*\t", "-\t", "•\t"} {
		if strings.HasPrefix(s, mark) {
			return len(mark)
		}
	}
	i := 0
	for i < len(s) && i < 3 && isDigit(s[i]) {
		i++
	}
	if i > 0 && i+1 < len(s) && (s[i] == '.' || s[i] == ')') && s[i+1] == ' ' {
		return i + 2
	}
	return 0
}

// split finds the label: what stands before the first colon, of any width, outside links.
func (l *line) split() {
	limit := min(len(l.content), maxLabel)
	if len(l.hits) > 0 {
		limit = min(limit, max(0, l.hits[0].start-l.at))
	}
	colon, width := firstColon(l.content[:limit])
	if tab := strings.IndexByte(l.content[:limit], '\t'); colon < 0 && tab > 0 && labels[comparable(l.content[:tab])] != roleNone {
		colon, width = tab, 1 // two cells of a spreadsheet
	}
	if colon <= 0 || strings.HasPrefix(l.content[colon+width:], "//") {
		return
	}
	label := l.content[:colon]
	word := comparable(label)
	if word == "" || strings.Count(label, `"`)%2 == 1 {
		return
	}
	l.word = word
	rest := l.content[colon+width:]
	l.value = strings.TrimLeft(rest, " \t\u3000")
	l.valueAt = l.at + len(l.content) - len(l.value)
	if mark := emphasis(label); mark != "" && strings.Count(label, mark) == 1 {
		l.dropMark(mark)
	}
	l.value = strings.TrimRight(l.value, " \t\u3000")
}

// dropMark removes the Markdown emphasis that began in the label from the value.
func (l *line) dropMark(mark string) {
	if rest, found := strings.CutPrefix(l.value, mark); found {
		rest = strings.TrimLeft(rest, " ")
		l.valueAt += len(l.value) - len(rest)
		l.value = rest
		return
	}
	l.value = strings.TrimSuffix(l.value, mark)
}

// emphasis returns the Markdown mark that label begins with.
func emphasis(label string) string {
	n := 0
	for n < len(label) && n < 3 && label[n] == label[0] && strings.IndexByte("*_`", label[0]) >= 0 {
		n++
	}
	return label[:n]
}

// firstColon returns the position and width of the first colon, in half, full or small form.
func firstColon(s string) (at, width int) {
	at = strings.IndexByte(s, ':')
	width = 1
	if at >= 0 {
		s = s[:at]
	}
	for _, wide := range [...]string{"：", "﹕"} {
		if i := strings.Index(s, wide); i >= 0 {
			at, width, s = i, len(wide), s[:i]
		}
	}
	return at, width
}

// comparable brings a label into the form in which labels are compared: lower case, without
// blanks, hyphens, apostrophes and emphasis. It returns "" for what is no label.
func comparable(label string) string {
	var b strings.Builder
	b.Grow(len(label))
	letters := 0
	for _, r := range label {
		switch r {
		case ' ', '\t', '\u3000', '-', '_', '*', '`', '\'', '’', '"', '“', '”', '#', '‑':
			continue
		case '[', '/', '<', '>', '@', '{', '}', '\\', '=', '!', '?', ';':
			return ""
		}
		if r < utf8.RuneSelf {
			if isAlpha(byte(r)) {
				r |= 0x20
				letters++
			}
			b.WriteByte(byte(r))
			continue
		}
		letters++
		b.WriteString(strings.ToLower(string(r)))
	}
	if letters == 0 {
		return ""
	}
	return b.String()
}
