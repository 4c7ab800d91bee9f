package message

import (
	"slices"
	"strings"
	"unicode"

	"foyer/services/person"
	"foyer/services/plain"
)

// table reads lines that are a table with one address a row: copied cells, or a list of people as
// package person reads it. It adds nothing and returns false when they are none.
func (l *recipients) table(lines []string) bool {
	written, lines := lines, tidyCells(lines)
	sep, ok := tableSeparator(lines)
	if !ok {
		return false
	}
	// The first line tells the separator, as Excel writes it.
	people, bad, err := person.ReadCSV(strings.NewReader("sep=" + sep + "\n" + strings.Join(lines, "\n")))
	if err != nil || len(people) == 0 {
		return false
	}
	const first = 2 // the line of lines[0]
	if slices.ContainsFunc(bad, func(e person.RowError) bool { return e.Reason == person.BadQuotes || e.Reason == person.BadSIP }) {
		return false
	}
	at := make([]Recipient, len(lines))
	for _, p := range people {
		line, raw := lines[p.Line-first], plain.Line(written[p.Line-first])
		at[p.Line-first] = Recipient{Raw: raw}
		if found := readAddress(p.Email); found != nil { // as everywhere else
			at[p.Line-first] = Recipient{Address: found[0].Address, Name: nameIn(p.Name, line, sep), Raw: raw, Valid: true}
		}
	}
	for _, e := range bad {
		if e.Reason != person.Duplicate {
			at[e.Line-first] = Recipient{Raw: written[e.Line-first]}
		}
	}
	for _, r := range at {
		if r.Valid {
			l.add(r)
		} else {
			l.invalid(r.Raw)
		}
	}
	return true
}

// nameIn returns name, or the first cell that looks like one when name is only a number.
func nameIn(name, line, sep string) string {
	if name == "" || strings.ContainsFunc(name, unicode.IsLetter) {
		return cleanName(name)
	}
	for cell := range strings.SplitSeq(line, sep) {
		if isName(cell) {
			return cleanName(cell)
		}
	}
	return ""
}

// tidyCells returns the lines with each cell tidy.
func tidyCells(lines []string) []string {
	all := make([]string, len(lines))
	for i, line := range lines {
		cells := strings.Split(line, "\t")
		for j := range cells {
			cells[j] = tidy(cells[j])
		}
		all[i] = strings.Join(cells, "\t")
	}
	return all
}

// tableSeparator tells whether lines are a table, and what stands between its cells.
func tableSeparator(lines []string) (sep string, ok bool) {
	if slices.ContainsFunc(lines, func(s string) bool { return strings.Contains(s, "\t") }) {
		return "\t", !slices.ContainsFunc(lines, func(s string) bool { return strings.Count(s, "@") > 1 })
	}
	for _, sep := range []string{";", ","} {
		if isTable(lines, sep) {
			return sep, true
		}
	}
	return ",", isColumn(lines)
}

// isTable tells whether all lines have the same number of cells, and a bare address in the same one,
// but for a first line of headings. One line alone is a list.
func isTable(lines []string, sep string) bool {
	if len(lines) < 2 {
		return false
	}
	cells, column := 0, -1
	for i, line := range lines {
		fields := strings.Split(line, sep)
		if len(fields) < 2 || cells != 0 && len(fields) != cells || strings.ContainsAny(line, "<\"") || strings.Count(line, "@") > 1 {
			return false
		}
		cells = len(fields)
		at := slices.IndexFunc(fields, hasAt)
		if at < 0 && i == 0 {
			continue
		}
		if at < 0 || column >= 0 && at != column || strings.ContainsAny(strings.TrimSpace(fields[at]), " ") {
			return false
		}
		column = at
	}
	return true
}

// isColumn tells whether lines are a heading and then one address a line.
func isColumn(lines []string) bool {
	if len(lines) < 2 || strings.ContainsAny(lines[0], "@,;") {
		return false
	}
	return !slices.ContainsFunc(lines[1:], func(s string) bool { return !person.ValidEmail(s) })
}

// pairs reads lines that are a name and then its address, again and again, as copied from cards.
func (l *recipients) pairs(lines []string) bool {
	if len(lines) < 4 || len(lines)%2 != 0 {
		return false
	}
	for i := 0; i < len(lines); i += 2 {
		if !isName(lines[i]) || strings.ContainsAny(lines[i], ",;") || !person.ValidEmail(lines[i+1]) {
			return false
		}
	}
	for i := 0; i < len(lines); i += 2 {
		l.add(Recipient{Address: lines[i+1], Name: cleanName(lines[i]), Raw: lines[i] + " " + lines[i+1], Valid: true})
	}
	return true
}
