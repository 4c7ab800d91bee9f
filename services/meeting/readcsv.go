package meeting

import "io"

// ReadCSV reads a table of attendees: comma, semicolon, tab or | between the cells, quoted or not, in
// UTF-8, UTF-16 or Windows-1252. With m nil the columns are known by a header, in several languages, or
// without one by what stands in them; m says it for headers that are called otherwise, and for the places
// #1, #2… of a table without header. A ' that guards a cell from spreadsheets is taken off. Rows with a
// wrong cell, such as a number with an extension, are read, and are for Check; rejected are those of which a
// cell cannot be kept: a role that there is not, a quote that does not end. The error is a *fault.Error, and
// only for input that cannot be read.
func ReadCSV(r io.Reader, m Mapping) (Reading, error) {
	text, err := readInput(r)
	if err != nil {
		return Reading{}, err
	}
	sep, text, told := toldSeparator(text)
	if !told {
		sep = separatorOf(text, m)
	}
	line := 0
	if told {
		line = 1
	}
	return readTable(text, sep, m, line), nil
}

// table reads the records of one table.
type table struct {
	Reading
	columns []Column
	// guessed says that there is no header.
	guessed bool
	// left says which guessed columns a mapping leaves out.
	left []bool
	// shown are the places of the cells that are the table's own: neither text nor reason of a file with
	// rejected rows.
	shown []int
	names []string
}

// readTable reads a table that begins behind a number of lines.
func readTable(text string, sep byte, m Mapping, line int) Reading {
	in := records{rest: text, sep: sep, line: line}
	var t table
	first, ok := in.next()
	if !ok {
		return t.Reading
	}
	if first.reason == "" && isHeader(first.cells, m) {
		for i, cell := range first.cells {
			first.cells[i] = unguarded(cell)
		}
		t.header(first.cells, m)
		first, ok = in.next()
	} else {
		t.places(guess(text, sep, m), m)
	}
	for ; ok && !t.full(); first, ok = in.next() {
		t.record(first)
	}
	return t.Reading
}

// header takes the first record as names of columns.
func (t *table) header(cells []string, m Mapping) {
	t.columns = settle(cells, m)
	t.Mapping = make(Mapping, len(cells))
	t.names = cells
	for i, cell := range cells {
		switch t.columns[i] {
		case ColumnReason, ColumnText:
			continue
		}
		t.shown = append(t.shown, i)
		t.Header = append(t.Header, cell)
		if folded := FoldHeader(cell); t.columns[i] != "" || t.Mapping[folded] == "" {
			t.Mapping[folded] = t.columns[i]
		}
	}
}

// places takes columns that were guessed, but for what m said of them.
func (t *table) places(columns []Column, m Mapping) {
	t.columns, t.guessed = columns, true
	t.Mapping = make(Mapping, len(columns))
	for i, c := range columns {
		t.shown = append(t.shown, i)
		t.names = append(t.names, place(i))
		t.Mapping[place(i)] = c
		said, told := m[place(i)]
		t.left = append(t.left, told && said == "")
	}
}

// record reads one record.
func (t *table) record(rec record) {
	if rec.reason != "" {
		t.Rejected = append(t.Rejected, Rejected{Line: rec.line, Text: rec.text, Reason: rec.reason})
		return
	}
	for i, cell := range rec.cells {
		rec.cells[i] = unguarded(cell)
	}
	if again := t.pasted(rec); again {
		return
	}
	c := cellsReader{table: t}
	if reason := c.read(rec.cells); reason != "" {
		t.Rejected = append(t.Rejected, Rejected{Line: rec.line, Text: rec.text, Cells: t.own(rec.cells), Reason: reason})
		return
	}
	t.add(Row{Attendee: c.attendee, Line: rec.line})
}

// pasted reads what is a row of text rather than of cells: what was rejected without cells and is now
// corrected, and a row with one cell in a table without header. A wrong cell of a column of numbers or
// addresses stays there.
func (t *table) pasted(rec record) bool {
	text, ok := t.textIn(rec.cells)
	if !ok {
		return false
	}
	read := readPasted(text, false)
	for _, row := range read.Rows {
		row.Line = rec.line
		t.add(row)
	}
	for _, rejected := range read.Rejected {
		rejected.Line = rec.line
		t.Rejected = append(t.Rejected, rejected)
	}
	for name, n := range read.Unread {
		t.unreadTimes(name, n)
	}
	return true
}

// textIn returns the text that stands in place of cells.
func (t *table) textIn(cells []string) (text string, ok bool) {
	if !t.guessed {
		for i, cell := range cells {
			if cell != "" && t.column(i) == ColumnText {
				text, ok = cell, true
			}
		}
		return text, ok
	}
	only := -1
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		if only >= 0 {
			return "", false
		}
		only = i
	}
	if only < 0 || len(t.columns) < 2 || classOf(cells[only]) != classText {
		return "", false
	}
	return cells[only], len(cells) == 1 || suits(classText, t.column(only))
}

// own returns the cells that are the table's own, without empty ones behind the last.
func (t *table) own(cells []string) []string {
	var own []string
	for _, i := range t.shown {
		if i < len(cells) {
			own = append(own, cells[i])
		}
	}
	if len(cells) > len(t.columns) {
		own = append(own, cells[len(t.columns):]...)
	}
	return own
}
