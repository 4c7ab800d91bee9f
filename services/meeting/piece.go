package meeting

import (
	"strings"

	"foyer/services/person"
)

// piece is what a part of a line says.
type piece struct {
	name, phone, email string
	// reason is why it cannot be kept, "" when it can.
	reason Reason
	// unread are the kinds of what is not taken: "fax" for a number of a fax machine, "number" for a second
	// one.
	unread []string
}

func (p *piece) empty() bool { return p.name == "" && p.phone == "" && p.email == "" && p.reason == "" }

// readPiece reads a part of a line: words that are no number, address or label are the name.
func readPiece(text string) piece {
	var p piece
	words := strings.Fields(strings.NewReplacer("<", " <", ">", "> ").Replace(text))
	var name []string
	fax := false
	for i := 0; i < len(words); {
		w := words[i]
		switch kind, rest := labelOf(w); {
		case kind != noLabel && (rest != "" || i+1 < len(words)):
			fax = kind == faxLabel
			if words[i] = rest; rest != "" {
				continue
			}
			i++
			continue
		case strings.ContainsAny(w, "@＠"):
			p.address(w)
			i++
			continue
		}
		number, used := numberIn(words[i:], len(name) == 0 && i == 0)
		switch {
		case used == 0:
			if looksNumber(w) {
				p.reason = ReasonNumber
			}
			name = append(name, w)
			i++
			continue
		case fax:
			p.unread = append(p.unread, "fax")
		case number == "":
			p.reason = ReasonExtension
		case p.phone == "":
			p.phone = number
		default:
			p.unread = append(p.unread, "number")
		}
		fax = false
		i += used
	}
	p.name = nameOf(strings.Join(name, " "))
	return p
}

// address takes a word with an @.
func (p *piece) address(w string) {
	w = strings.Trim(narrow(w), `<>()[]{}"'“”‘’,;`)
	isMail := false
	if rest, found := cutFold(w, "mailto:"); found {
		w, _, _ = strings.Cut(rest, "?")
		isMail = true
	}
	w = strings.TrimRight(w, ".!")
	_, isSIP := cutFold(w, "sip:")
	_, isSecure := cutFold(w, "sips:")
	switch number, ok := parseNumber(w); {
	case !isSIP && !isSecure && person.ValidEmail(w) && p.email == "":
		p.email = w
	case ok && !isMail && p.phone == "" && (isSIP || isSecure || !person.ValidEmail(w)):
		p.phone = number
	case p.reason == "":
		p.reason = ReasonAddress
	}
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// nameOf takes off what stands around a name.
func nameOf(s string) string {
	return tidyName(strings.Trim(s, " \t-–—:：=/\\.,;<>"))
}
