package link

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"foyer/services/person"
	"foyer/services/plain"
)

// How far, in bytes, the words that belong to a link are looked for.
const (
	maxCaption = 1024
	maxAnchor  = 4096
)

// caption finds what the text around h calls its target: the title of a Markdown link, the label
// of an HTML link, Webex's own label before a bare link, or the name before <address>.
func (s *scanner) caption(h *hit, from floors) {
	near := h.start - maxCaption
	switch {
	case s.markdown(h, max(from.title, near)):
	case s.anchor(h, max(from.title, near)):
	case s.announced(h, max(from.label, near)):
	case h.isPersonal():
		s.named(h, max(from.name, near))
	}
	h.name = spoken(h.name)
}

// floors say how far back the words that belong to a hit may go. All stop at the link before it.
type floors struct {
	// label may begin with the line, title with the line's value; addresses and ids may stand in both.
	label, title int
	// name also stops at the address before it.
	name int
}

// announced reads "Join me in the NAME Webex space: link", the plain half of rich text.
func (s *scanner) announced(h *hit, floor int) bool {
	if t, ok := h.leadsToSpace(); !ok || t.Kind != Space {
		return false
	}
	before, after, _ := strings.Cut(spaceLabel, "{name}")
	words := strings.TrimRight(s.text[floor:h.start], ":(< ")
	if !strings.HasSuffix(words, after) {
		return false
	}
	begin := strings.Index(words, before)
	if begin < 0 || begin+len(before) > len(words)-len(after) {
		return false
	}
	h.outerStart = floor + begin
	h.name = words[begin+len(before) : len(words)-len(after)]
	return true
}

// markdown reads [title](link). The title may hold brackets: where the value begins with one, it
// goes from there to the last "](".
func (s *scanner) markdown(h *hit, floor int) bool {
	open := h.start
	for open > floor && strings.IndexByte("<\" ", s.text[open-1]) >= 0 {
		open--
	}
	if open-2 < floor || s.text[open-2:open] != "](" {
		return false
	}
	titleEnd := open - 2
	before := s.text[floor:titleEnd]
	begin := strings.IndexByte(before, '[')
	if begin < 0 {
		return false
	}
	if strings.TrimLeft(before[:begin], " \t*-+•>,;|") != "" {
		begin = openingBracket(before, begin)
	}
	h.name = plain.Line(unescapeTitle(before[begin+1:]))
	h.outerStart = floor + begin
	h.outerEnd = h.end
	for h.outerEnd < len(s.text) && s.text[h.outerEnd] == '>' {
		h.outerEnd++
	}
	if h.outerEnd < len(s.text) && s.text[h.outerEnd] == ')' {
		h.outerEnd++
	}
	return true
}

// openingBracket returns the bracket that belongs to the end of s, counting pairs; first when
// they do not come out even.
func openingBracket(s string, first int) int {
	depth := 1
	for i := len(s) - 1; i >= first; i-- {
		if i > 0 && s[i-1] == '\\' {
			continue
		}
		switch s[i] {
		case ']':
			depth++
		case '[':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return first
}

var titleEscapes = strings.NewReplacer(`\\`, `\`, `\[`, `[`, `\]`, `]`)

func unescapeTitle(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	return titleEscapes.Replace(s)
}

// anchor reads <a href="link">label</a>.
func (s *scanner) anchor(h *hit, floor int) bool {
	before := strings.TrimRight(s.text[floor:h.start], "\"' ")
	if len(before) < 5 || !strings.EqualFold(before[len(before)-5:], "href=") {
		return false
	}
	open := strings.LastIndexByte(before, '<')
	after := s.text[h.end:min(len(s.text), h.end+maxAnchor)]
	closeTag := strings.IndexByte(after, '>')
	if open < 0 || closeTag < 0 {
		return false
	}
	label := after[closeTag+1:]
	length := strings.Index(label, "</a")
	if length < 0 {
		length = strings.Index(label, "</A")
	}
	if length < 0 {
		return false
	}
	h.outerStart = floor + open
	h.outerEnd = min(len(s.text), h.end+closeTag+1+length+len("</a>"))
	h.name = plain.Line(html.UnescapeString(strings.Join(strings.Fields(withoutTags(label[:length])), " ")))
	return true
}

func withoutTags(s string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			break
		}
		_, length := tag(s[open:])
		if length == 0 {
			length = 1
			b.WriteString(s[:open+1])
		} else {
			b.WriteString(s[:open])
		}
		s = s[open+length:]
	}
	b.WriteString(s)
	return b.String()
}

// isPersonal tells whether h is somebody's address.
func (h *hit) isPersonal() bool {
	if h.form == formAddress {
		return true
	}
	return len(h.reading.Targets) == 1 && (h.reading.Targets[0].Kind == Person || h.reading.Targets[0].SIP != "")
}

// named reads Name <address>.
func (s *scanner) named(h *hit, floor int) {
	open := h.start - 1
	if open < floor || s.text[open] != '<' || h.end >= len(s.text) || s.text[h.end] != '>' {
		return
	}
	h.outerEnd = h.end + 1
	h.outerStart = open
	words := s.text[floor:open]
	if i := strings.LastIndexAny(words, ";\t|"); i >= 0 {
		words = words[i+1:]
	}
	if words = strings.TrimSpace(words); words == "" {
		return
	}
	if last := words[len(words)-1]; last == '"' {
		if i := openingQuote(words[:len(words)-1]); i >= 0 {
			h.name = person.CleanName(words[i:])
			return
		}
	}
	words = strings.TrimLeftFunc(words, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '"' && r != '('
	})
	h.name = person.CleanName(lastName(words))
}

// openingQuote returns the last quote in s that is not escaped, or -1.
func openingQuote(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '"' && (i == 0 || s[i-1] != '\\') {
			return i
		}
	}
	return -1
}

// spoken returns the name in a label: what Webex's own labels are about, and nothing for labels
// that name nobody, such as the link itself.
func spoken(label string) string {
	if label == "" {
		return ""
	}
	switch label {
	case personLabel, namelessLabel, meetingLabel, webMeetingLabel:
		return ""
	}
	if name, ok := spaceInLabel(label); ok {
		return name
	}
	if strings.Contains(label, "://") || person.ValidEmail(label) || isUUID(label) || utf8.RuneCountInString(label) > 300 {
		return ""
	}
	return label
}

// spaceInLabel returns the name of the space in Webex's own label.
func spaceInLabel(label string) (string, bool) {
	before, after, _ := strings.Cut(spaceLabel, "{name}")
	if len(label) <= len(before)+len(after) || !strings.HasPrefix(label, before) || !strings.HasSuffix(label, after) {
		return "", false
	}
	return label[len(before) : len(label)-len(after)], true
}
