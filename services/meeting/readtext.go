package meeting

import (
	"strings"

	"foyer/services/plain"
)

// ReadText reads attendees from whatever was pasted: rows of a spreadsheet, with or without header, with
// cells of several lines; vCards; JSON in the API's form; and text, with one attendee a line or several
// with commas, semicolons and the like between them: a name with a number, Name <a@example.com>, a number
// or an address alone, in any punctuation, behind labels such as Tel.; a name with its number and address
// on the lines below it. Who has no name is called by the number or the address. Text beyond 16 MiB is
// not read, and told.
func ReadText(text string) Reading {
	long := len(text) > maxInput
	if long {
		text = text[:maxInput]
	}
	r := readPasted(plain.Decode([]byte(text)), true)
	if long && !r.full() {
		r.Rejected = append(r.Rejected, Rejected{Line: strings.Count(text, "\n") + 1, Reason: ReasonTooMany})
	}
	return r
}

// readPasted reads decoded text; tables says that it may be a table.
func readPasted(text string, tables bool) Reading {
	begin := strings.TrimSpace(text)
	switch {
	case len(begin) >= len(beginCard) && strings.EqualFold(begin[:len(beginCard)], beginCard):
		return readCards(text)
	case strings.HasPrefix(begin, "{") || strings.HasPrefix(begin, "["):
		if r := readAttendees(text); len(r.Rows) > 0 || len(r.Rejected) > 0 && r.Rejected[0].Reason != ReasonJSON {
			return r
		}
	}
	if tables {
		if sep, rest, told := toldSeparator(text); told {
			return readTable(rest, sep, nil, 1)
		}
		if sep, found := tableIn(text); found {
			return readTable(text, sep, nil, 0)
		}
	}
	return readLines(text)
}

// tableIn tells whether text is a table, and by which sign. Tabs come from spreadsheets only; with other
// signs a table has a header, or records that are alike and say one thing in each cell.
func tableIn(text string) (sep byte, found bool) {
	if tabbed(text) {
		return '\t', true
	}
	for _, sep := range []byte{';', ',', '|'} {
		in := records{rest: text, sep: sep}
		first, _ := in.next()
		if n := knownHeaders(first.cells, nil); (n > 1 || n == 1 && len(first.cells) <= 2 && n < len(first.cells)) && isHeader(first.cells, nil) {
			return sep, true
		}
		if alike(text, sep) {
			return sep, true
		}
	}
	return 0, false
}

// looked is how many records say what a table is.
const looked = 20

// tabbed tells whether at least half of the first records have tabs between cells.
func tabbed(text string) bool {
	if !strings.Contains(text, "\t") {
		return false
	}
	in := records{rest: text, sep: '\t'}
	all, several := 0, 0
	for ; all < looked; all++ {
		rec, ok := in.next()
		if !ok {
			break
		}
		if len(rec.cells) > 1 {
			several++
		}
	}
	return several > 0 && 2*several >= all
}

// alike tells whether the first records, two or more, have the same number of cells, and each one at most
// one cell of a kind. Lists of addresses are not made so.
func alike(text string, sep byte) bool {
	in := records{rest: text, sep: sep}
	n, cells := 0, 0
	for ; n < looked; n++ {
		rec, ok := in.next()
		if !ok {
			break
		}
		if n == 0 {
			cells = len(rec.cells)
		}
		if len(rec.cells) != cells || cells < 2 || !distinct(rec.cells) {
			return false
		}
	}
	return n > 1
}

// distinct tells whether the cells of a record are different things, and a way to reach somebody is among
// them.
func distinct(cells []string) bool {
	var seen [classes]bool
	way := false
	for _, cell := range cells {
		c := classOf(cell)
		if c != classEmpty && seen[c] || strings.Contains(cell, "<") {
			return false
		}
		seen[c] = true
		way = way || c == classNumber || c == classSIP || c == classEmail
	}
	return way
}
