package meeting

import "slices"

// elsewhere returns the columns to which the cells of a row belong, "" for those that are not read: in lists
// that people type the number is where the address is in the row above. A cell that looks like its column
// stays. Another goes where it looks like, unless something is there, and stays as it was typed if it can go
// nowhere. No two cells get the same column, so that none is written over another.
func (t *table) elsewhere(cells []string) []Column {
	columns := make([]Column, len(cells))
	looks := make([]class, len(cells))
	take := func(i int, c Column) {
		if cells[i] != "" && columns[i] == "" && c != "" && !slices.Contains(columns, c) {
			columns[i] = c
		}
	}
	for i, cell := range cells {
		if looks[i] = classOf(cell); suits(looks[i], t.column(i)) {
			take(i, t.column(i))
		}
	}
	for i := range cells {
		if t.column(i) != "" && moves(looks[i], t.column(i)) {
			take(i, where(looks[i]))
		}
	}
	for i := range cells {
		take(i, t.column(i))
	}
	for i := range cells {
		if !t.leftOut(i) {
			take(i, where(looks[i]))
		}
	}
	return columns
}

// column returns what a column is, "" beyond the last.
func (t *table) column(i int) Column {
	if i < len(t.columns) {
		return t.columns[i]
	}
	return ""
}

// leftOut tells whether a mapping says that a column is not read.
func (t *table) leftOut(i int) bool { return i < len(t.left) && t.left[i] }

// where returns the column in which a cell is looked for first.
func where(looks class) Column {
	switch looks {
	case classEmail:
		return ColumnEmail
	case classNumber, classSIP:
		return ColumnPhone
	case classText:
		return ColumnName
	default:
		return ""
	}
}

// suits tells whether a cell that looks so may stand in a column. In columns that are not guessed by looks
// anything may.
func suits(looks class, c Column) bool {
	switch c {
	case ColumnName:
		return looks != classEmail && looks != classNumber && looks != classSIP
	case ColumnPhone, ColumnSMS:
		return looks == classNumber || looks == classSIP
	case ColumnEmail:
		return looks == classEmail
	default:
		return true
	}
}

// moves tells whether a cell leaves its column where it can: what is no number stays in a column of
// numbers, to be found wrong there.
func moves(looks class, c Column) bool {
	return looks != classText && !suits(looks, c)
}
