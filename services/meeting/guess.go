package meeting

import "strconv"

// place is the name that Mapping has for a column without a header: #1 for the first.
func place(i int) string { return "#" + strconv.Itoa(i+1) }

// guess says what the columns of a table without header are, by what stands in its first records. What m
// says of their places goes before.
func guess(text string, sep byte, m Mapping) []Column {
	const looked = 50
	var votes [][classes]int
	in := records{rest: text, sep: sep}
	for range looked {
		rec, ok := in.next()
		if !ok {
			break
		}
		for i, cell := range rec.cells {
			if i == len(votes) {
				votes = append(votes, [classes]int{})
			}
			votes[i][classOf(unguarded(cell))]++
		}
	}
	columns := make([]Column, len(votes))
	taken := make(map[Column]bool)
	for i := range votes {
		if c := m[place(i)]; c != "" && !taken[c] {
			columns[i], taken[c] = c, true
		}
	}
	for i, v := range votes {
		if _, told := m[place(i)]; told {
			continue
		}
		for _, c := range columnsOf(v) {
			if !taken[c] {
				columns[i], taken[c] = c, true
				break
			}
		}
	}
	return columns
}

// columnsOf returns what a column with these classes of cells can be, the likeliest first.
func columnsOf(votes [classes]int) []Column {
	most, n := classEmpty, 0
	for c := classText; c < classes; c++ {
		if votes[c] > n {
			most, n = c, votes[c]
		}
	}
	switch most {
	case classText:
		return []Column{ColumnName}
	case classNumber:
		return []Column{ColumnPhone, ColumnSMS}
	case classSIP:
		return []Column{ColumnPhone}
	case classEmail:
		return []Column{ColumnEmail}
	case classType:
		return []Column{ColumnType}
	case classUUID:
		return []Column{ColumnUserUUID}
	default:
		return nil
	}
}

// elsewhere returns the column to which a cell of a guessed one belongs by what it looks like: in lists
// that people type the number is where the address is in the row above.
func elsewhere(guessed Column, cell string, a *Attendee) Column {
	switch looks := classOf(cell); {
	case looks == classEmail && (guessed == ColumnPhone || guessed == ColumnName) && a.Email == "":
		return ColumnEmail
	case (looks == classNumber || looks == classSIP) && (guessed == ColumnEmail || guessed == ColumnName) && a.Phone == "":
		return ColumnPhone
	case looks == classText && guessed == "" && a.Name == "":
		return ColumnName
	default:
		return guessed
	}
}
