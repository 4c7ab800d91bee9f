package meeting

import (
	"strings"

	"foyer/services/plain"
)

// Bounds of one record. A quote that is never closed must not swallow the rest of a file.
const (
	maxRecord      = 64 << 10
	maxRecordLines = 1000
	// maxWasted is how much is read in vain behind quotes that do not end. Beyond it no quote may reach
	// over the end of its line.
	maxWasted = 8 << 20
)

// record is one row of a table.
type record struct {
	cells []string
	// text is how it stood, in lines that end with \n.
	text string
	// line is where it begins, from 1.
	line int
	// reason is why it has no cells, "" when it has.
	reason Reason
}

// records cuts text into records. encoding/csv would do but for two things: it gives up at the first
// stray quote, and it does not say what stood in a record that it cannot read.
type records struct {
	rest string
	line int
	sep  byte
	// wasted counts what was read in vain.
	wasted int
}

// next returns the next record that is not blank; ok is false after the last.
func (r *records) next() (rec record, ok bool) {
	for r.rest != "" {
		if line, rest := cutLine(r.rest); line == "" {
			r.rest, r.line = rest, r.line+1
			continue
		}
		rec = r.cut()
		if rec.reason != "" || !blank(rec.cells) {
			return rec, true
		}
	}
	return record{}, false
}

// cut takes one record off the text. Where it cannot be read only its first line is given up: those
// behind it are records of their own, most likely.
func (r *records) cut() record {
	first, after := cutLine(r.rest)
	rec := record{text: first, line: r.line + 1}
	cells, text, rest, lines := r.reach(first, after)
	if cells != nil {
		rec.cells, rec.text = cells, text
		r.rest, r.line = rest, r.line+lines
		return rec
	}
	rec.reason, rec.text = ReasonQuotes, shortened(first)
	if len(first) > maxRecord {
		rec.reason = ReasonLong
	}
	r.rest, r.line = after, r.line+1
	return rec
}

// reach splits a record, taking lines of rest while a quote is open. cells is nil where it has no end.
func (r *records) reach(text, rest string) (cells []string, all, after string, lines int) {
	wasted := 0
	split := true
	for lines = 1; len(text) <= maxRecord; lines++ {
		if split {
			if cells, whole := splitRecord(text, r.sep); whole {
				return cells, text, rest, lines
			}
			wasted += len(text)
		}
		if rest == "" || lines == maxRecordLines || r.wasted > maxWasted {
			break
		}
		var l string
		l, rest = cutLine(rest)
		text += "\n" + l
		split = strings.Contains(l, `"`)
	}
	r.wasted += wasted + len(text)
	return nil, "", "", 0
}

// cutLine takes the first line off text, whose end may be \n, \r\n or \r.
func cutLine(text string) (line, rest string) {
	end := strings.IndexAny(text, "\r\n")
	if end < 0 {
		return text, ""
	}
	if strings.HasPrefix(text[end:], "\r\n") {
		return text[:end], text[end+2:]
	}
	return text[:end], text[end+1:]
}

// splitRecord cuts a record into its cells, without blanks around them. A quote counts only at the
// beginning of a cell; whole is false when a quoted cell does not end.
func splitRecord(text string, sep byte) (cells []string, whole bool) {
	for {
		begin := strings.TrimLeft(text, " ")
		if !strings.HasPrefix(begin, `"`) {
			cell, rest, more := strings.Cut(text, string(sep))
			cells = append(cells, strings.TrimSpace(cell))
			if !more {
				return cells, true
			}
			text = rest
			continue
		}
		cell, rest, ended := plain.Quoted(begin[1:])
		if !ended {
			return nil, false
		}
		tail, rest, more := strings.Cut(rest, string(sep))
		if strings.Contains(cell, "\n") && strings.TrimSpace(tail) != "" {
			return nil, false // The quote was left open, and this one opens another cell.
		}
		if name := strings.TrimSpace(tail); strings.HasPrefix(name, "<") {
			cell = `"` + cell + `" ` + name // "Name" <a@example.com>
		} else {
			cell += strings.TrimRight(tail, " ")
		}
		cells = append(cells, strings.TrimSpace(cell))
		if !more {
			return cells, true
		}
		text = rest
	}
}

func blank(cells []string) bool {
	for _, c := range cells {
		if c != "" {
			return false
		}
	}
	return true
}

// lineEnds makes \n of the line ends of other systems.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// shortened keeps what is rejected from being longer than a record, and gives its lines one end.
func shortened(s string) string {
	if len(s) > maxRecord {
		s = strings.ToValidUTF8(s[:maxRecord], "")
	}
	return lineEnds.Replace(s)
}
