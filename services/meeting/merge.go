package meeting

// MergeDuplicates makes one row of those with the same number or the same UUID: the first of them stays,
// with its empty cells filled from the others in their order. It returns how many rows were taken out.
func (t *Table) MergeDuplicates() (merged int) {
	// What a row is filled with can make it the same as one more.
	for t.summary.Duplicates > 0 {
		into := make(map[*tableRow]*tableRow, t.summary.Duplicates)
		var gone []int
		for i, r := range t.rows {
			first := t.firstSame(r)
			if first == nil {
				continue
			}
			if kept, merged := into[first]; merged {
				first = kept
			}
			into[r] = first
			first.fill(r)
			gone = append(gone, i)
		}
		t.Remove(gone...)
		merged += len(gone)
		t.again()
	}
	return merged
}

// firstSame returns the first row that r repeats, nil when there is none.
func (t *Table) firstSame(r *tableRow) *tableRow {
	var first *tableRow
	for kind, repeats := range r.repeats {
		if !repeats {
			continue
		}
		if other := t.same[kind][r.keys[kind]][0]; first == nil || other.at < first.at {
			first = other
		}
	}
	return first
}

// fill gives r what it has not from another row. The type and the screens belong to a number, and come
// only with the number that they belong to.
func (r *tableRow) fill(from *tableRow) {
	if r.attendee.Role == NoRole && trimmed(r.typed[ColumnRole]) == "" {
		r.attendee.Role = from.attendee.Role
		delete(r.typed, ColumnRole)
	}
	sameNumber := r.attendee.Phone == "" || SameNumber(r.attendee.Phone, from.attendee.Phone)
	for _, c := range Columns {
		mine := r.attendee.field(c)
		if mine == nil || *mine != "" {
			continue
		}
		switch c {
		case ColumnType, ColumnPhone2, ColumnPhone3:
			if !sameNumber || c != ColumnType && r.attendee.Type != Telepresence {
				continue
			}
		}
		*mine = *from.attendee.field(c)
		delete(r.typed, c)
	}
}

// again checks every row anew.
func (t *Table) again() {
	fresh := NewTable()
	fresh.rows = t.rows
	fresh.summary.Rows = len(t.rows)
	for _, r := range t.rows {
		r.repeats = [samenesses]bool{}
		fresh.join(r)
	}
	*t = *fresh
}
