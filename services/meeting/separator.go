package meeting

import "strings"

// toldSeparator reads the line in which Excel says outright what stands between the cells: sep=;
func toldSeparator(text string) (sep byte, rest string, told bool) {
	line, rest := cutLine(text)
	line = strings.Trim(strings.TrimSpace(line), `"`)
	if len(line) != len("sep=;") || !strings.EqualFold(line[:4], "sep=") || !strings.ContainsRune(",;|\t", rune(line[4])) {
		return 0, text, false
	}
	return line[4], rest, true
}

// separatorOf returns what stands between the cells of a table: the sign by which the first record has
// the most known names of columns, else the one that its first records hold equally often.
func separatorOf(text string, m Mapping) byte {
	best, most := byte(','), 0
	for _, sep := range []byte{'\t', ';', ',', '|'} {
		in := records{rest: text, sep: sep}
		first, _ := in.next()
		if n := knownHeaders(first.cells, m); len(first.cells) > 1 && n > most {
			best, most = sep, n
		}
	}
	if most > 0 {
		return best
	}
	for _, sep := range []byte{'\t', ';', ','} {
		if n := agreement(text, sep); n > most {
			best, most = sep, n
		}
	}
	return best
}

// agreement counts the first records that have as many cells as the first one, 0 when that has one only.
func agreement(text string, sep byte) int {
	const looked = 20
	in := records{rest: text, sep: sep}
	cells, same := 0, 0
	for range looked {
		rec, ok := in.next()
		if !ok {
			break
		}
		if cells == 0 {
			cells = len(rec.cells)
		}
		if cells < 2 {
			return 0
		}
		if len(rec.cells) == cells {
			same++
		}
	}
	return same
}
