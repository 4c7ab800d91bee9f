package message

import (
	"slices"
	"strings"
)

// line reads one line.
func (l *recipients) line(text string) {
	tokens := lex(text)
	if slices.ContainsFunc(tokens, func(t token) bool { return t.kind == tab }) {
		l.cells(text, tokens)
		return
	}
	l.list(text, tokens)
}

// list reads recipients with semicolons between them, and commas too.
func (l *recipients) list(text string, tokens []token) {
	parts := cut(tokens, semicolon)
	for _, part := range parts {
		if len(parts) > 1 && !slices.ContainsFunc(part, token.addresses) {
			l.invalid(span(text, part)) // "Last, First" without an address
			continue
		}
		l.part(text, cut(part, comma))
	}
}

// part reads recipients with commas between them. A name before the comma belongs to what follows if
// that is an address in brackets: Last, First <a@b.example>.
func (l *recipients) part(text string, pieces [][]token) {
	for i := 0; i < len(pieces); i++ {
		piece := pieces[i]
		if !slices.ContainsFunc(piece, token.addresses) {
			if i+1 == len(pieces) || !isLastName(text, piece, pieces[i+1]) {
				l.invalid(span(text, piece))
				continue
			}
			i++
			piece = slices.Concat(piece, pieces[i])
		}
		p := piecer{text: text, list: l}
		p.read(piece)
	}
}

// isLastName tells whether last is the first half of the name of next.
func isLastName(text string, last, next []token) bool {
	at := slices.IndexFunc(next, token.addresses)
	if len(last) == 0 || at < 0 || next[at].kind != angle {
		return false
	}
	first := span(text, next[:at])
	return isName(span(text, last)) || first != "" && hasWord(first) && !isName(first) && isSmallName(span(text, last))
}

// cells reads a row of a spreadsheet that is no clear table: the address is in one cell, or more, and
// the first cell without one is the name if there is only one address.
func (l *recipients) cells(text string, tokens []token) {
	if !slices.ContainsFunc(tokens, token.addresses) {
		l.invalid(text)
		return
	}
	name, before := "", len(l.all)
	for _, cell := range cut(tokens, tab) {
		switch {
		case slices.ContainsFunc(cell, token.addresses):
			l.list(text, cell)
		case name == "" && isName(span(text, cell)):
			name = cleanName(span(text, cell))
		}
	}
	if added := l.all[before:]; len(added) == 1 && added[0].Valid && added[0].Name == "" {
		added[0].Name = name
	}
}

// cut splits tokens at those of one kind.
func cut(tokens []token, at kind) [][]token {
	var parts [][]token
	begin := 0
	for i, t := range tokens {
		if t.kind == at {
			parts = append(parts, tokens[begin:i])
			begin = i + 1
		}
	}
	return append(parts, tokens[begin:])
}

// span returns the text from the first to the last token.
func span(text string, tokens []token) string {
	if len(tokens) == 0 {
		return ""
	}
	return strings.TrimFunc(text[tokens[0].start:tokens[len(tokens)-1].end], isBlank)
}
