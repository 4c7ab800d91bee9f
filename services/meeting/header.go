package meeting

import (
	"strings"
	"unicode"
)

// Columns that tables have and attendees have not. They may stand in a Mapping.
const (
	// ColumnGivenName and ColumnFamilyName are the halves of a name.
	ColumnGivenName  Column = "givenName"
	ColumnFamilyName Column = "familyName"
	// ColumnText has what was rejected without cells, to be read as if it were pasted.
	ColumnText Column = "text"
	// ColumnReason has why a row was rejected, and is not read.
	ColumnReason Column = "reason"
	// columnMobile is a phone, or where messages go if another column is the phone.
	columnMobile Column = "mobile"
)

// FoldHeader brings the name of a column into the form that Mapping has: its letters and digits, small.
func FoldHeader(cell string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '#' {
			return unicode.ToLower(r)
		}
		return -1
	}, cell)
}

// headerColumn returns the column that a header cell names, by m first; found is false when neither m nor
// the known names have it.
func headerColumn(cell string, m Mapping) (c Column, found bool) {
	folded := FoldHeader(cell)
	if c, found = m[folded]; found {
		return c, true
	}
	c, found = headers[folded]
	return c, found
}

// knownHeaders counts the cells that name a column.
func knownHeaders(cells []string, m Mapping) int {
	n := 0
	for _, cell := range cells {
		if _, found := headerColumn(cell, m); found {
			n++
		}
	}
	return n
}

// isHeader tells whether a first record is names of columns: one of them is known, and no cell is an
// address or a number.
func isHeader(cells []string, m Mapping) bool {
	for _, cell := range cells {
		if strings.Contains(cell, "@") || classOf(cell) == classNumber {
			return false
		}
	}
	return knownHeaders(cells, m) > 0
}

// settle says what the columns of a header are. What m says goes before what is guessed, and the first
// column of a kind counts; a mobile number is the phone where there is no other.
func settle(cells []string, m Mapping) []Column {
	columns := make([]Column, len(cells))
	taken := make(map[Column]bool)
	take := func(i int, c Column) {
		if c != "" && !taken[c] {
			columns[i], taken[c] = c, true
		}
	}
	for i, cell := range cells {
		take(i, m[FoldHeader(cell)])
	}
	var mobiles []int
	for i, cell := range cells {
		folded := FoldHeader(cell)
		if _, told := m[folded]; told {
			continue
		}
		if c := headers[folded]; c == columnMobile {
			mobiles = append(mobiles, i)
		} else {
			take(i, c)
		}
	}
	for _, i := range mobiles {
		if take(i, ColumnPhone); columns[i] == "" {
			take(i, ColumnSMS)
		}
	}
	return columns
}
