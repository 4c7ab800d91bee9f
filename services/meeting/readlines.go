package meeting

import (
	"strings"
	"unicode"
)

// lineReader reads text that is no table. What belongs together is gathered until something comes that
// the attendee at hand has already.
type lineReader struct {
	Reading
	// now is the attendee at hand, text what was read of it, line where it began.
	now  Attendee
	text []string
	line int
	// reason is why it cannot be kept, "" while it can.
	reason Reason
	// block says that it began with a line that has only a name, so that the lines below belong to it.
	block bool
}

// readLines reads text that is no table.
func readLines(text string) Reading {
	var r lineReader
	for n := 1; text != "" && !r.full(); n++ {
		var l string
		l, text = cutLine(text)
		if n == 1 && isHeading(l) && text != "" {
			continue
		}
		r.readLine(n, l)
	}
	r.flush()
	return r.Reading
}

// isHeading tells whether a line is the name of one column, as it stands above a column that is pasted.
func isHeading(l string) bool {
	_, found := headers[FoldHeader(l)]
	return found && !strings.ContainsAny(l, ":：")
}

// readLine reads one line.
func (r *lineReader) readLine(n int, l string) {
	l = unmarked(l)
	if len(l) > maxRecord && !strings.ContainsAny(l, ",;，；、\t") {
		r.flush()
		r.Rejected = append(r.Rejected, Rejected{Line: n, Text: shortened(l), Reason: ReasonLong})
		return
	}
	if l == "" {
		r.flush()
		return
	}
	for _, piece := range splitPieces(l) {
		if r.full() {
			return
		}
		r.add(n, piece)
	}
	r.endLine(l)
}

// endLine ends the attendee at hand, unless the next line may go on with it.
func (r *lineReader) endLine(l string) {
	hasWay := r.now.Phone != "" || r.now.Email != ""
	switch {
	case strings.HasSuffix(l, ":") || strings.HasSuffix(l, "："): // Prose that leads to a list.
		r.flush()
	case r.reason == "" && r.now.Name != "" && !hasWay:
		r.block = true
	case !r.block:
		r.flush()
	}
}

// add takes a piece of a line.
func (r *lineReader) add(line int, text string) {
	p := readPiece(text)
	r.take(line, text, p)
	others := p.others()
	for _, other := range others {
		shown := other.phone + other.email
		r.take(line, shown, other)
	}
	r.skip("fax", p.faxes)
	if others == nil {
		r.skip("number", len(p.numbers))
		r.skip("email", len(p.emails))
	}
}

// skip counts what is not taken.
func (r *lineReader) skip(kind string, n int) {
	if n > 0 {
		r.unreadTimes(kind, n)
	}
}

// take gathers what a piece says.
func (r *lineReader) take(line int, text string, p piece) {
	if p.empty() {
		return
	}
	if r.clashes(p) {
		r.flush()
	}
	if len(r.text) == 0 {
		r.line = line
	}
	r.text = append(r.text, text)
	keep(&r.now.Name, p.name)
	keep(&r.now.Phone, p.phone)
	keep(&r.now.Email, p.email)
	if r.reason == "" {
		r.reason = p.reason
	}
}

// clashes tells whether p has what the attendee at hand has already.
func (r *lineReader) clashes(p piece) bool {
	return p.name != "" && r.now.Name != "" || p.email != "" && r.now.Email != "" ||
		(p.phone != "" || p.reason != "") && (r.now.Phone != "" || r.reason != "")
}

func keep(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

// flush ends the attendee at hand.
func (r *lineReader) flush() {
	if len(r.text) > 0 {
		a := r.now
		hasWay := a.Phone != "" || a.Email != ""
		switch {
		case r.reason != "":
			r.reject(r.reason)
		case !hasWay:
			r.reject(ReasonNoWay)
		default:
			keep(&a.Name, a.Phone)
			keep(&a.Name, a.Email)
			r.Reading.add(Row{Attendee: a, Line: r.line})
		}
	}
	r.now, r.text, r.line, r.reason, r.block = Attendee{}, nil, 0, "", false
}

func (r *lineReader) reject(why Reason) {
	r.Rejected = append(r.Rejected, Rejected{Line: r.line, Text: shortened(strings.Join(r.text, ", ")), Reason: why})
}

// unmarked returns a line without the marks of lists and quotations before it: -, •, >, 1. and the like.
func unmarked(l string) string {
	if !isTidy(l) {
		l = strings.TrimSpace(strings.Map(visible, l))
	}
	l = strings.TrimSpace(strings.TrimLeft(l, "-–—*•·‣◦>| \t"))
	digits := strings.TrimLeftFunc(l, unicode.IsDigit)
	if n := len(l) - len(digits); n > 0 && n < 4 && len(digits) > 2 && strings.ContainsRune(".)", rune(digits[0])) && digits[1] == ' ' {
		return strings.TrimSpace(digits[2:])
	}
	return l
}

// visible drops signs that are not seen, and makes blanks of the tabs between words.
func visible(r rune) rune {
	switch {
	case r == '\t' || r == '\u00a0' || r == '\u3000' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		return ' '
	case strings.ContainsRune(invisible, r), r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
		return -1
	}
	return r
}
