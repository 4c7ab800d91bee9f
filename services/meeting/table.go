package meeting

import (
	"slices"
)

// Table is a list of attendees that is being edited. It keeps what is wrong with each row and which rows
// are the same, so that setting a cell and asking for a row cost the same in short and long lists. Rows
// count from 0; a row that is not there makes it panic, as with slices. It is not safe for concurrent use.
type Table struct {
	rows []*tableRow
	// same has the rows that share a key, in their order.
	same    [samenesses]map[string][]*tableRow
	summary Summary
}

// NewTable returns a table of rows, tidied as they are sent.
func NewTable(rows ...Attendee) *Table {
	t := new(Table)
	for kind := range t.same {
		t.same[kind] = make(map[string][]*tableRow, len(rows))
	}
	t.Insert(0, rows...)
	return t
}

// Len returns the number of rows.
func (t *Table) Len() int { return len(t.rows) }

// Row returns a row as it would be sent.
func (t *Table) Row(i int) Attendee { return t.rows[i].attendee }

// Rows returns all rows as they would be sent.
func (t *Table) Rows() []Attendee {
	all := make([]Attendee, len(t.rows))
	for i, r := range t.rows {
		all[i] = r.attendee
	}
	return all
}

// Cell returns a cell as it was typed, or as the row has it.
func (t *Table) Cell(i int, c Column) string {
	r := t.rows[i]
	if typed, found := r.typed[c]; found {
		return typed
	}
	return r.attendee.cell(c)
}

// Set sets a cell to what was typed. Numbers are brought into their canonical form in the row, and stay
// as typed in the cell; what is no role or type stays in the cell and is a problem. Setting what is no
// column of a table does nothing.
func (t *Table) Set(i int, c Column, value string) {
	if !slices.Contains(Columns[:], c) {
		return
	}
	r := t.rows[i]
	t.leave(r)
	r.set(c, value)
	t.join(r)
}

// Put replaces a row.
func (t *Table) Put(i int, a Attendee) {
	r := t.rows[i]
	t.leave(r)
	r.attendee, r.typed = a.tidy(), nil
	t.join(r)
}

// Insert puts rows before the one at a place, which may be Len.
func (t *Table) Insert(at int, rows ...Attendee) {
	added := make([]*tableRow, len(rows))
	made := make([]tableRow, len(rows))
	for i, a := range rows {
		made[i].attendee = a.tidy()
		added[i] = &made[i]
	}
	t.rows = slices.Insert(t.rows, at, added...)
	t.number(at)
	t.summary.Rows = len(t.rows)
	for _, r := range added {
		t.join(r)
	}
}

// Remove takes rows out. The same row may be named twice.
func (t *Table) Remove(rows ...int) {
	if len(rows) == 0 {
		return
	}
	first := slices.Min(rows)
	for _, i := range rows {
		if r := t.rows[i]; r != nil {
			t.leave(r)
			t.rows[i] = nil
		}
	}
	t.rows = slices.DeleteFunc(t.rows, func(r *tableRow) bool { return r == nil })
	t.number(first)
	t.summary.Rows = len(t.rows)
}

// number tells the rows from one on where they stand.
func (t *Table) number(from int) {
	for i := from; i < len(t.rows); i++ {
		t.rows[i].at = i
	}
}

// Problems returns what is wrong with a row, errors first.
func (t *Table) Problems(i int) []Problem {
	r := t.rows[i]
	all := make([]Problem, 0, len(r.problems)+len(r.repeats))
	all = append(all, r.problems...)
	for kind, repeats := range r.repeats {
		if !repeats {
			continue
		}
		p := Problem{Column: ColumnPhone, Check: DuplicateNumber, Warning: true, Other: t.same[kind][r.keys[kind]][0].at}
		if sameness(kind) == samePerson {
			p.Column, p.Check = ColumnUserUUID, DuplicatePerson
		}
		all = append(all, p)
	}
	for n := range all {
		all[n].Row = i
	}
	return slices.Clip(all)
}

// Status returns what would become of a row.
func (t *Table) Status(i int) RowStatus {
	r := t.rows[i]
	if r.status == StatusReady && r.repeated() {
		return StatusWarned
	}
	return r.status
}

// Summary counts the rows.
func (t *Table) Summary() Summary { return t.summary }

// Ready returns the rows that can be sent, and where each stands in the table.
func (t *Table) Ready() (rows []Attendee, at []int) {
	for i, r := range t.rows {
		if r.status == StatusReady || r.status == StatusWarned {
			rows = append(rows, r.attendee)
			at = append(at, i)
		}
	}
	return rows, at
}
