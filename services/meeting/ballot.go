package meeting

// ballot counts the cells of a column by what they look like, or were meant to be.
type ballot [classes]int

// ranked are the classes that say what a column is. Where two are equally often the one before counts: what
// is written instead of a number or an address is text, and names are never numbers.
var ranked = [...]class{classNumber, classEmail, classUUID, classType, classText, classCount}

// of returns how many cells are of a class; SIP addresses stand among the numbers.
func (b ballot) of(c class) int {
	if c == classNumber {
		return b[classNumber] + b[classSIP]
	}
	return b[c]
}

// first returns the class of most cells, and whether as many are of another one.
func (b ballot) first() (most class, tie bool) {
	n := 0
	for _, c := range ranked {
		switch votes := b.of(c); {
		case votes > n:
			most, n, tie = c, votes, false
		case votes == n && n > 0:
			tie = true
		}
	}
	return most, tie
}

// plain returns what a column can be that has more cells of one class than of any other.
func (b ballot) plain() []Column {
	most, tie := b.first()
	switch {
	case tie:
		return nil
	case most == classNumber && b[classNumber] > b[classSIP]:
		return []Column{ColumnPhone, ColumnSMS}
	default:
		return columnOf(most)
	}
}

// numbers tells whether a column has more numbers than anything else.
func (b ballot) numbers() bool {
	most, tie := b.first()
	return most == classNumber && !tie
}

// between tells whether a column has as many numbers as texts, and more than of all else.
func (b ballot) between() bool {
	most, tie := b.first()
	return tie && most == classNumber && b[classText] == b.of(classNumber)
}

// wordy returns the name for a column of text in which no cell is a number.
func (b ballot) wordy() []Column {
	if most, tie := b.first(); tie || most != classText || b.of(classNumber) > 0 {
		return nil
	}
	return []Column{ColumnName}
}

// tied returns what a column can be that has as many cells of two classes. A name that no other column
// has goes before: a number among names is taken for one all the same.
func (b ballot) tied() []Column {
	most, tie := b.first()
	if !tie {
		return nil
	}
	if b[classText] == b.of(most) {
		return append([]Column{ColumnName}, columnOf(most)...)
	}
	return columnOf(most)
}

// fallback returns what a column can be whose first class is another column already: what at least a
// quarter of its cells are. Counted rows are nothing, even where the count is as long as a number.
func (b ballot) fallback() []Column {
	const share = 4
	if most, _ := b.first(); most == classCount {
		return nil
	}
	filled := 0
	for _, c := range ranked {
		filled += b.of(c)
	}
	var can []Column
	for _, c := range ranked {
		if n := b.of(c); n > 0 && share*n >= filled {
			can = append(can, columnOf(c)...)
		}
	}
	return can
}

// columnOf returns the column of a class, nil when it has none.
func columnOf(c class) []Column {
	switch c {
	case classText:
		return []Column{ColumnName}
	case classNumber, classSIP:
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
