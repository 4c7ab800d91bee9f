package meeting

import (
	"slices"
	"strconv"
)

// place is the name that Mapping has for a column without a header: #1 for the first.
func place(i int) string { return "#" + strconv.Itoa(i+1) }

// guess says what the columns of a table without header are, by what stands in its first records. What m
// says of their places goes before.
func guess(text string, sep byte, m Mapping) []Column {
	const looked = 50
	var votes []ballot
	in := records{rest: text, sep: sep}
	header := false
	for n := range looked {
		rec, ok := in.next()
		if !ok {
			break
		}
		header = header || n == 0 && mayBeHeader(rec.cells)
		for i, cell := range rec.cells {
			if i == len(votes) {
				votes = append(votes, ballot{})
			}
			votes[i][meantClass(unguarded(cell))]++
		}
	}
	columns := make([]Column, len(votes))
	taken := make(map[Column]bool)
	take := func(i int, can []Column) {
		for _, c := range can {
			if columns[i] == "" && !taken[c] {
				columns[i], taken[c] = c, true
			}
		}
	}
	var open []int
	for i := range votes {
		if c, told := m[place(i)]; !told && header && votes[i].between() {
			continue // It may be asked for.
		} else if !told {
			open = append(open, i)
		} else if c != "" {
			take(i, []Column{c})
		}
	}
	// What is sure goes first, so that a column with a bit of everything takes nothing from one that is plain.
	choices := []func(ballot) []Column{ballot.plain, ballot.tied, ballot.fallback}
	if !slices.ContainsFunc(votes, ballot.numbers) {
		// The numbers are among text then, and the names are where there are none.
		choices = slices.Insert(choices, 0, ballot.wordy)
	}
	for _, choose := range choices {
		for _, i := range open {
			take(i, choose(votes[i]))
		}
	}
	return columns
}

// mayBeHeader tells whether a first record may be names of columns that nobody knows: three words or more,
// and nothing else.
func mayBeHeader(cells []string) bool {
	const least = 3
	for _, cell := range cells {
		if meantClass(unguarded(cell)) != classText {
			return false
		}
	}
	return len(cells) >= least
}
