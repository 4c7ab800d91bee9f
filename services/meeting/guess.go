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
	votes, header := count(text, sep)
	g := guesses{columns: make([]Column, len(votes)), taken: make(map[Column]bool)}
	var open []int
	for i := range votes {
		switch c, told := m[place(i)]; {
		case told && c != "":
			g.take(i, []Column{c})
		case told, header && votes[i].between():
			// It is left out, or it may be asked for.
		default:
			open = append(open, i)
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
			g.take(i, choose(votes[i]))
		}
	}
	return g.columns
}

// count counts what stands in the columns of the first records. header says that the first of them may be
// names of columns.
func count(text string, sep byte) (votes []ballot, header bool) {
	const looked = 50
	in := records{rest: text, sep: sep}
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
	return votes, header
}

// guesses are the columns so far.
type guesses struct {
	columns []Column
	taken   map[Column]bool
}

// take lets a column that is nothing yet be the first that it can be and no other is.
func (g *guesses) take(i int, can []Column) {
	for _, c := range can {
		if g.columns[i] == "" && !g.taken[c] {
			g.columns[i], g.taken[c] = c, true
		}
	}
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
