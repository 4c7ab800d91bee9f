package meeting

// CheckAll returns what is wrong with each of rows, in their order and errors first within one. Rows
// that repeat another are told with the first one that they repeat.
func CheckAll(rows []Attendee) []Problem {
	t := NewTable(rows...)
	var all []Problem
	for i := range t.Len() {
		all = append(all, t.Problems(i)...)
	}
	return all
}
