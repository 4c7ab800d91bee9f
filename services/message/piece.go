package message

import (
	"strings"

	"foyer/services/plain"
)

// piecer reads what stands between two commas: addresses with the names, comments and words around
// them.
type piecer struct {
	text string
	list *recipients
	// loose are words that belong to no address yet.
	loose []token
	// done are the recipients so far; bare says that the last one was written without brackets.
	done []Recipient
	bare bool
}

func (p *piecer) read(tokens []token) {
	if len(tokens) == 1 && tokens[0].kind == quoted && tokens[0].addresses() {
		p.list.line(tokens[0].inner) // a cell of a spreadsheet
		return
	}
	for i, t := range tokens {
		switch {
		case t.kind == angle || t.addresses() && strings.HasPrefix(tidy(t.inner), "<"):
			p.bracketed(t)
		case t.kind == comment && len(p.loose) == 0 && len(p.done) > 0:
			p.commented(t)
		case !t.addresses() || isNamed(tokens[i:]):
			p.loose = append(p.loose, t)
		default:
			p.word(t)
		}
	}
	p.end(tokens)
}

// isNamed tells whether the first token is a quoted name before an address in brackets.
func isNamed(tokens []token) bool {
	return len(tokens) > 1 && tokens[0].kind == quoted && tokens[1].kind == angle
}

// bracketed takes <a@b.example> and the name before it.
func (p *piecer) bracketed(t token) {
	all := append(p.loose, t)
	name := cleanName(span(p.text, p.loose))
	raw := plain.Line(span(p.text, all))
	p.loose = nil
	found := readWord(t.inner)
	if len(found) == 0 {
		p.done = append(p.done, Recipient{Raw: raw})
		p.bare = false
		return
	}
	if last := len(p.done) - 1; p.bare && len(all) == 1 && strings.EqualFold(p.done[last].Address, found[0].Address) {
		p.done = p.done[:last] // a@b.example <a@b.example>
	}
	for _, f := range found {
		p.done = append(p.done, Recipient{Address: f.Address, Name: firstOf(name, f.Name), Raw: firstOf(f.Raw, raw), Valid: true})
	}
	p.bare = false
}

// word takes an address without brackets. Words before it are its name if they look like one.
func (p *piecer) word(t token) {
	found := readWord(t.inner)
	if len(found) == 0 {
		p.flush()
		p.done = append(p.done, Recipient{Raw: plain.Line(t.inner)})
		p.bare = false
		return
	}
	name, all := "", []token{t}
	if before := span(p.text, p.loose); isNameOf(before, found[0].Address) {
		name, all = cleanName(before), append(p.loose, t)
		p.loose = nil
	}
	p.flush()
	raw := plain.Line(span(p.text, all))
	for _, f := range found {
		p.done = append(p.done, Recipient{Address: f.Address, Name: firstOf(name, f.Name), Raw: firstOf(f.Raw, raw), Valid: true})
	}
	p.bare = true
}

// commented takes (Name) behind an address.
func (p *piecer) commented(t token) {
	last := &p.done[len(p.done)-1]
	if last.Valid && last.Name == "" {
		last.Name = cleanName(t.inner)
	}
	last.Raw = plain.Line(last.Raw + " " + p.text[t.start:t.end])
}

// flush gives back the loose words as what is no recipient. A label, such as To:, and the number of a
// list are none and not meant to be.
func (p *piecer) flush() {
	if raw := span(p.text, p.loose); raw != "" && !isLabel(raw) {
		p.done = append(p.done, Recipient{Raw: plain.Line(raw)})
	}
	p.loose = nil
}

// end deals with the words behind the last address, and hands over what was read.
func (p *piecer) end(tokens []token) {
	if after := span(p.text, p.loose); p.bare && len(p.done) == 1 && p.done[0].Name == "" && isNameOf(after, p.done[0].Address) {
		p.done[0].Name = cleanName(after)
		p.done[0].Raw = plain.Line(span(p.text, tokens))
		p.loose = nil
	}
	p.flush()
	valid := false
	for _, r := range p.done {
		valid = valid || r.Valid
	}
	if !valid { // "barbara @example.com" is one slip and not two.
		p.list.invalid(span(p.text, tokens))
		return
	}
	for _, r := range p.done {
		if r.Valid {
			p.list.add(r)
		} else {
			p.list.invalid(r.Raw)
		}
	}
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
