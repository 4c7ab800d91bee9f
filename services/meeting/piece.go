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
	// numbers and emails are further ones: of others if there is no name, not taken if there is.
	numbers, emails []string
	// faxes counts the numbers of fax machines, which are not called.
	faxes int
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
			p.faxes++
		case number == "":
			p.reason = ReasonExtension
		case p.phone == "":
			p.phone = number
		default:
			p.numbers = append(p.numbers, number)
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
	switch number, isSIP := sipIn(w); {
	case isSIP && !isMail && p.phone == "":
		p.phone = number
	case isSIP && !isMail:
		p.numbers = append(p.numbers, number)
	case !isSIP && person.ValidEmail(w) && p.email == "":
		p.email = w
	case !isSIP && person.ValidEmail(w):
		p.emails = append(p.emails, w)
	case p.reason == "":
		p.reason = ReasonAddress
	}
}

// sipIn reads a word with an @ as a SIP address: it has the scheme, or its user is a number, or its host an
// IP address or one with a port. Without any of these it is, or should be, an e-mail address.
func sipIn(w string) (number string, isSIP bool) {
	number, ok := parseNumber(w)
	if !ok {
		return "", false
	}
	if bare, _ := cutScheme(w); len(bare) < len(w) {
		return number, true
	}
	user, host, _ := strings.Cut(number, "@")
	digits, isNumber := parseDigits(user)
	return number, isNumber && len(digits) > shortestNumber || strings.ContainsAny(host, "[:") || !person.ValidEmail("a@"+host) && strings.Contains(host, ".")
}

// others returns what a piece without a name says of others than the first: several numbers or addresses
// with blanks between them.
func (p *piece) others() []piece {
	if p.name != "" {
		return nil
	}
	var all []piece
	for _, n := range p.numbers {
		all = append(all, piece{phone: n})
	}
	for _, e := range p.emails {
		all = append(all, piece{email: e})
	}
	return all
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// nameOf takes off what stands around a name.
func nameOf(s string) string {
	return tidyName(strings.Trim(s, " \t-–—:：/\\.,;<>"))
}
