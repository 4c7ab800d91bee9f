package message

import (
	"slices"
	"strings"
	"unicode/utf8"

	"foyer/services/person"
	"foyer/services/plain"
)

// draft is a message of a batch while it is put together.
type draft struct {
	users, mentions []string
	name            string // of the chat room
	text            string
	envelope        bool
	extra           []string
	problems        []Problem
}

func (d *draft) problem(code, subject string) {
	d.problems = append(d.problems, Problem{Code: code, Subject: shown(subject)})
}

// maxSubject bounds what a problem of a row says of a value, in bytes.
const maxSubject = 120

// shown returns s as the subject of a problem.
func shown(s string) string { return bounded(plain.Line(s), maxSubject) }

// room takes the name of a chat room. The service's own word for direct messages is none.
func (d *draft) room(name string) {
	name = plain.Line(name)
	switch {
	case name == "" || name == Direct || name == d.name:
	case d.name != "":
		d.problem(ProblemTwoRooms, name)
	default:
		d.name = name
	}
}

// seal takes the word that says whether to ask for an opening confirmation.
func (d *draft) seal(word string) {
	yes, ok := yesOrNo(word)
	if !ok {
		d.problem(ProblemBadEnvelope, word)
	}
	d.envelope = d.envelope || yes
}

// row returns the row, without checking its message.
func (d *draft) row() Row {
	m := Message{Room: d.name, Text: lineFeeds(d.text), Envelope: d.envelope}
	if m.IsDirect() {
		m.To, m.Mentions = d.users, d.mentions
	} else {
		m.Mentions = merged(d.users, d.mentions)
	}
	return Row{Message: m, Extra: d.extra, Problems: d.problems}
}

// addresses returns the addresses in text, and what is none as it is there.
func addresses(text string) []string {
	if list, ok := plainAddresses(text); ok {
		return list
	}
	var list []string
	for _, r := range ReadRecipients(text) {
		if r.Valid {
			list = append(list, r.Address)
		} else {
			list = append(list, shown(r.Raw))
		}
	}
	return list
}

// plainAddresses reads a list of bare addresses as ReadRecipients would, in a tenth of the time. ok is
// false for all other text.
func plainAddresses(text string) (list []string, ok bool) {
	const few = 16 // that are compared with each other
	isSeparator := func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\n' }
	for field := range strings.FieldsFuncSeq(text, isSeparator) {
		if len(list) == few || !isPlain(field) || !person.ValidEmail(field) {
			return nil, false
		}
		list = merged(list, []string{field})
	}
	return list, true
}

// isPlain tells whether an address has nothing in it but letters and digits, and signs between them.
func isPlain(s string) bool {
	for i := range len(s) {
		c := s[i]
		isSign := i > 0 && i < len(s)-1 && (c == '.' || c == '@' || c == '-' || c == '+' || c == '_')
		if !isSign && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			return false
		}
	}
	return !hasSuffixFold(s, "png", "jpg", "jpeg", "gif", "svg", "webp") // which ReadRecipients takes for pictures
}

// merged returns a and what b has beside it, in whatever case.
func merged(a, b []string) []string {
	for _, s := range b {
		if !slices.ContainsFunc(a, func(t string) bool { return strings.EqualFold(s, t) }) {
			a = append(a, s)
		}
	}
	return a
}

// lineFeeds returns s with its lines separated by \n, and valid.
func lineFeeds(s string) string {
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	if !utf8.ValidString(s) {
		s = plain.Text(s)
	}
	return s
}
