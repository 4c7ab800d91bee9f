package meeting

import "strings"

// matcher finds the rows of those whom a meeting shows.
type matcher struct {
	rows []Attendee
	// bare are the bare numbers of each row, folded their names.
	bare   [][3]string
	folded []string
	// The rows that have something.
	byUUID, byAccount, byNumber, byName map[string][]int
	// byTail are the rows by the last digits of their numbers, for numbers that are shown in part.
	byTail map[string][]int
	// alias are the rows of those on the list of the invited, by the number that is shown there.
	alias map[string][]int
	// aliasName are the names that rows have there.
	aliasName map[int]string
	// before are the PIDs of those who were in before anybody was invited.
	before map[string]bool
}

// tailLength is how many digits at the end of a number the service shows.
const tailLength = 3

func newMatcher(rows []Attendee) *matcher {
	m := &matcher{
		rows: rows, bare: make([][3]string, len(rows)), folded: make([]string, len(rows)), byUUID: make(map[string][]int), byAccount: make(map[string][]int),
		byNumber: make(map[string][]int), byName: make(map[string][]int), byTail: make(map[string][]int),
		alias: make(map[string][]int), aliasName: make(map[int]string),
	}
	for i, a := range rows {
		index(m.byUUID, strings.ToLower(a.UserUUID), i)
		index(m.byAccount, strings.ToLower(a.AccountID), i)
		m.folded[i] = foldedName(a.Name)
		index(m.byName, m.folded[i], i)
		for n, number := range []string{a.Phone, a.Phone2, a.Phone3} {
			bare := bareNumber(number)
			m.bare[i][n] = bare
			index(m.byNumber, bare, i)
			if len(bare) >= tailLength {
				index(m.byTail, bare[len(bare)-tailLength:], i)
			}
		}
	}
	return m
}

// index adds a row under a key, once.
func index(rows map[string][]int, key string, row int) {
	if key == "" {
		return
	}
	if of := rows[key]; len(of) == 0 || of[len(of)-1] != row {
		rows[key] = append(of, row)
	}
}

// foldedName brings names into the form in which they are compared.
func foldedName(s string) string { return strings.ToLower(trimmed(s)) }

// learn finds the rows of those on the list of the invited, and remembers how these are shown there.
func (m *matcher) learn(p Presence) (rows []int) {
	clear(m.alias)
	clear(m.aliasName)
	for _, entry := range p.Invited {
		if row := m.invited(entry); row >= 0 {
			rows = append(rows, row)
			index(m.alias, entry.Phone, row)
			m.aliasName[row] = foldedName(entry.Name)
		}
	}
	return rows
}

// invited returns the row of an entry of the list of the invited, -1 without one.
func (m *matcher) invited(e Invited) int {
	for _, found := range [][]int{m.byUUID[strings.ToLower(e.UserUUID)], m.byAccount[strings.ToLower(e.AccountID)]} {
		if len(found) == 1 {
			return found[0]
		}
	}
	number := readShown(e.Phone)
	name := foldedName(e.Name)
	found := m.numbered(number)
	if named := m.named(found, name); len(named) > 0 {
		return named[0]
	}
	if len(found) == 1 && !number.masked {
		return found[0]
	}
	if named := m.byName[name]; len(named) == 1 {
		return named[0]
	}
	return -1
}

// numbered returns the rows whose number can be the one that is shown.
func (m *matcher) numbered(n shownNumber) []int {
	switch {
	case n.empty():
		return nil
	case !n.masked:
		return m.byNumber[n.head]
	}
	var all []int
	fits := func(i int) {
		for _, bare := range m.bare[i] {
			if n.fits(bare) {
				all = append(all, i)
				return
			}
		}
	}
	if len(n.tail) >= tailLength {
		for _, i := range m.byTail[n.tail[len(n.tail)-tailLength:]] {
			fits(i)
		}
		return all
	}
	for i := range m.rows {
		fits(i)
	}
	return all
}

// named returns those of rows that have a folded name, their own or the one they are invited under.
func (m *matcher) named(rows []int, name string) []int {
	if name == "" {
		return nil
	}
	var all []int
	for _, i := range rows {
		if m.folded[i] == name || m.aliasName[i] == name {
			all = append(all, i)
		}
	}
	return all
}
