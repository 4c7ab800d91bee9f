package message

import (
	"slices"
	"strings"
	"unicode"
)

// column is what a column of a batch holds.
type column int

const (
	colOther column = iota
	colUsers
	colRoom
	colMessage
	colEnvelope
	colMentions
	columnCount
)

// headingNames are the names of columns, in small letters without blanks and signs. Of the names for
// one column the first that the file has counts; its others are further columns.
var headingNames = [columnCount][]string{
	colUsers:    {"users", "user", "to", "recipients", "recipient", "email", "emails", "mail", "emailaddress", "address", "addresses"},
	colRoom:     {"room", "chatroom", "roomname", "panelname"},
	colMessage:  {"message", "text", "body"},
	colEnvelope: {"envelope", "isopened", "sealed"},
	colMentions: {"mentions", "mention"},
}

// headings say which cell is what.
type headings struct {
	known []column
	// place is where each kind of column is, -1 for nowhere.
	place [columnCount]int
	extra []string
}

// readHeadings reads the first row. missing names a column without which there is nothing to send.
func readHeadings(cells []string) (h *headings, missing string) {
	h = &headings{known: make([]column, len(cells))}
	words := make([]string, len(cells))
	for i, c := range cells {
		words[i] = headingWord(c)
	}
	for col := colUsers; col < columnCount; col++ {
		h.place[col] = -1
		for _, name := range headingNames[col] {
			if at := slices.Index(words, name); at >= 0 {
				h.place[col], h.known[at] = at, col
				break
			}
		}
	}
	for i, c := range cells {
		if h.known[i] == colOther && words[i] != "" {
			h.extra = append(h.extra, strings.TrimSpace(c))
		} else if h.known[i] == colOther {
			h.known[i] = columnCount // without a heading
		}
	}
	switch {
	case h.place[colMessage] < 0:
		return h, "message"
	case h.place[colUsers] < 0 && h.place[colRoom] < 0:
		return h, "users"
	}
	return h, ""
}

// headingWord brings a heading into the form of headingNames.
func headingWord(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// row makes a row of its cells.
func (h *headings) row(cells []string) Row {
	cell := func(col column) string {
		if at := h.place[col]; at >= 0 && at < len(cells) {
			return cells[at]
		}
		return ""
	}
	d := draft{text: cell(colMessage), users: addresses(cell(colUsers)), mentions: addresses(cell(colMentions))}
	d.room(cell(colRoom))
	d.seal(cell(colEnvelope))
	if h.extra != nil {
		d.extra = make([]string, 0, len(h.extra))
	}
	for i, col := range h.known {
		if col == colOther && i < len(cells) {
			d.extra = append(d.extra, cells[i])
		} else if col == colOther {
			d.extra = append(d.extra, "")
		}
	}
	for i, c := range cells {
		if c != "" && (i >= len(h.known) || h.known[i] == columnCount) {
			d.problem(ProblemManyCells, c)
			break
		}
	}
	return d.row()
}

// toldSeparator reads the line in which Excel says outright what stands between the cells: sep=;
func toldSeparator(line string) (sep byte, told bool) {
	line = strings.Trim(strings.TrimSpace(line), `"`)
	if !hasPrefixFold(line, "sep=") || len(line) != len("sep=;") {
		return 0, false
	}
	return line[len(line)-1], true
}

// sniffed returns the separator by which the line of headings has the most names that are known.
func sniffed(line string) byte {
	best, most := byte(','), 0
	for _, sep := range []byte{',', ';', '\t'} {
		r := record{sep: sep, text: []byte(line)}
		if r.scan(); r.state != whole {
			continue
		}
		h, _ := readHeadings(r.cells())
		n := 0
		for _, at := range h.place[colUsers:] {
			if at >= 0 {
				n++
			}
		}
		if n > most {
			best, most = sep, n
		}
	}
	return best
}
