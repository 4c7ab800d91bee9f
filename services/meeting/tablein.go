package meeting

import "strings"

// tableIn tells whether text is a table, and by which sign. Tabs come from spreadsheets only; with other
// signs a table has a header, or records that are alike and say one thing in each cell, of which some may be wrong.
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
		if alike(text, sep, distinct) {
			return sep, true
		}
	}
	for _, sep := range []byte{';', ',', '|'} {
		if alike(text, sep, apart) && someWay(text, sep) {
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

// alike tells whether the first records, two or more, have the same number of cells, and each one cells
// that stand in one record.
func alike(text string, sep byte, one func(cells []string) bool) bool {
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
		if len(rec.cells) != cells || cells < 2 || !one(rec.cells) {
			return false
		}
	}
	return n > 1
}

// distinct tells whether the cells of a record are different things, and a way to reach somebody is among
// them. Lists of addresses are not made so.
func distinct(cells []string) bool {
	var seen [classes]bool
	way := false
	for _, cell := range cells {
		c := classOf(cell)
		if c != classEmpty && seen[c] || strings.Contains(cell, "<") {
			return false
		}
		seen[c] = true
		way = way || isWay(c)
	}
	return way
}

// apart tells whether a record has a number and an address at most once, right or wrong, and never within
// other text, where only its words say which.
func apart(cells []string) bool {
	var seen [classes]bool
	for _, cell := range cells {
		c := meantClass(cell)
		switch {
		case strings.Contains(cell, "<"):
			return false
		case c == classText:
			if p := readPiece(cell); p.phone != "" || p.email != "" || p.reason != "" || p.faxes > 0 {
				return false
			}
		case isWay(c) && seen[c]:
			return false
		}
		seen[c] = true
	}
	return true
}

// someWay tells whether a cell of the first records is a way to reach somebody, or was meant to be one.
func someWay(text string, sep byte) bool {
	in := records{rest: text, sep: sep}
	for range looked {
		rec, ok := in.next()
		if !ok {
			break
		}
		for _, cell := range rec.cells {
			if isWay(meantClass(cell)) {
				return true
			}
		}
	}
	return false
}

func isWay(c class) bool { return c == classNumber || c == classSIP || c == classEmail }
