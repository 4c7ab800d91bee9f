package meeting

// participants finds the rows of those in a meeting: of each the places of its rows, nil for a guest. A
// number that is shown whole, or under which a row was invited, tells most; then a number that is shown in
// part, with the name; then a name that only one row has; and last a number in part that only one row can
// have, which has nobody else. Rows with one number are all found by it. Those whose PID is known stay
// what they are, and known learns the others, but not from the last way. learn must have been called.
func (m *matcher) participants(p Presence, known map[string][]int) [][]int {
	found := make([][]int, len(p.Participants))
	taken := make(map[int]bool)
	byPID := func(one Participation, _ map[int]bool) []int { return known[one.PID] }
	ways := []func(Participation, map[int]bool) []int{byPID, m.byWhole, m.byPart, m.byOnlyName, m.byOnlyPart}
	for n, by := range ways {
		for i, one := range p.Participants {
			if found[i] != nil {
				continue
			}
			found[i] = by(one, taken)
			for _, row := range found[i] {
				taken[row] = true
			}
			if found[i] != nil && one.PID != "" && n < len(ways)-1 {
				known[one.PID] = found[i]
			}
		}
	}
	return found
}

// byWhole finds rows by a number that is shown whole, or by the number under which they were invited; of
// several those with the name, if there are any.
func (m *matcher) byWhole(p Participation, _ map[int]bool) []int {
	number := readShown(p.Phone)
	if !number.masked {
		if rows := m.numbered(number); len(rows) > 0 {
			return orAll(m.named(rows, foldedName(p.Name)), rows)
		}
	}
	rows := m.alias[p.Phone]
	if named := m.named(rows, foldedName(p.Name)); len(named) == 1 {
		return named
	}
	if len(rows) == 1 && !number.masked {
		return rows
	}
	return nil
}

func orAll(some, all []int) []int {
	if len(some) > 0 {
		return some
	}
	return all
}

// byPart finds a row by a number that is shown in part and the name. Of several it takes the first that
// has nobody yet: they cannot be told apart, on the screen neither.
func (m *matcher) byPart(p Participation, taken map[int]bool) []int {
	number := readShown(p.Phone)
	if !number.masked {
		return nil
	}
	rows := m.named(m.numbered(number), foldedName(p.Name))
	for _, row := range rows {
		if !taken[row] {
			return []int{row}
		}
	}
	if len(rows) > 0 {
		return rows[:1]
	}
	return nil
}

// byOnlyName finds a row by a name that no other has, for somebody who came since the invitation on
// another device than the one that was called.
func (m *matcher) byOnlyName(p Participation, taken map[int]bool) []int {
	if m.before[p.PID] {
		return nil
	}
	if rows := m.byName[foldedName(p.Name)]; len(rows) == 1 && !taken[rows[0]] {
		return rows
	}
	return nil
}

// byOnlyPart finds a row by a number that is shown in part.
func (m *matcher) byOnlyPart(p Participation, taken map[int]bool) []int {
	number := readShown(p.Phone)
	if !number.masked || len(number.tail) < tailLength {
		return nil
	}
	if rows := m.numbered(number); len(rows) == 1 && !taken[rows[0]] {
		return rows
	}
	return nil
}
