package message

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"foyer/services/plain"
)

// progress is how far a record is read.
type progress int

const (
	fresh   progress = iota // at the beginning of a cell
	open                    // within quotes
	whole                   // at its end
	wrong                   // something stands behind a closing quote
	crowded                 // it has more than maxCells
)

// maxCells is the greatest number of cells in a row.
const maxCells = 4096

// record is a row of CSV that is read line by line. encoding/csv would do but for two things: a quote
// that does not end makes it read the whole file into memory, and a stray one ends the reading.
type record struct {
	sep   byte
	text  []byte
	at    int
	state progress
	parts []part
}

// part is where a cell stands in the text.
type part struct {
	start, end int
	quoted     bool
	doubled    bool // it has doubled quotes
}

func (r *record) begin() {
	r.text, r.parts, r.at, r.state = r.text[:0], r.parts[:0], 0, fresh
}

// scan reads the line that was appended to the text.
func (r *record) scan() {
	end := len(bytes.TrimRight(r.text, "\n"))
	for r.state == fresh || r.state == open {
		if r.state == open {
			if !r.quoted() {
				return
			}
			continue
		}
		if len(r.parts) == maxCells {
			r.state = crowded
			return
		}
		begin := r.at
		for begin < end && r.text[begin] == ' ' {
			begin++
		}
		if begin < end && r.text[begin] == '"' {
			r.at, r.state = begin+1, open
			r.parts = append(r.parts, part{start: begin + 1, quoted: true})
			continue
		}
		stop := bytes.IndexByte(r.text[r.at:end], r.sep)
		if stop < 0 {
			r.parts = append(r.parts, part{start: r.at, end: end})
			r.state = whole
			return
		}
		r.parts = append(r.parts, part{start: r.at, end: r.at + stop})
		r.at += stop + 1
	}
}

// quoted reads on within quotes and reports whether they end in this line. Behind them there may be
// nothing but the next cell.
func (r *record) quoted() bool {
	p := &r.parts[len(r.parts)-1]
	for {
		i := bytes.IndexByte(r.text[r.at:], '"')
		if i < 0 {
			r.at = len(r.text)
			return false
		}
		if r.at += i + 1; r.at < len(r.text) && r.text[r.at] == '"' {
			p.doubled = true
			r.at++
			continue
		}
		p.end = r.at - 1
		break
	}
	for r.at < len(r.text) && r.text[r.at] == ' ' {
		r.at++
	}
	switch {
	case r.at == len(r.text) || r.text[r.at] == '\n':
		r.state = whole
	case r.text[r.at] == r.sep:
		r.at++
		r.state = fresh
	default:
		r.state = wrong
	}
	return true
}

// cells returns what the cells say. They share one copy of the text.
func (r *record) cells() []string {
	text := string(r.text)
	isUTF8 := utf8.ValidString(text)
	cells := make([]string, len(r.parts))
	for i, p := range r.parts {
		cell := text[p.start:p.end]
		if !p.quoted {
			cell = strings.TrimSpace(cell)
		}
		if p.doubled {
			cell = strings.ReplaceAll(cell, `""`, `"`)
		}
		if !isUTF8 {
			cell = plain.Text(cell)
		}
		cells[i] = cell
	}
	return cells
}
