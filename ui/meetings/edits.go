package meetings

import (
	"slices"

	"foyer/services/meeting"
)

// entry is a row with what the table knows of it beside the attendee: a role or type as it was typed,
// and the invitation that it was part of.
type entry struct {
	attendee   meeting.Attendee
	role, kind string
	sent       *sentRow
}

// change is a change of the table that can be taken back: some rows in place of others.
type change struct {
	at            int
	before, after []entry
}

// pastMost is how many changes can be taken back.
const pastMost = 200

// entries returns rows as they are.
func (m *model) entries(at, count int) []entry {
	all := make([]entry, count)
	for i := range all {
		row := at + i
		all[i] = entry{m.table.Row(row), m.table.Cell(row, meeting.ColumnRole), m.table.Cell(row, meeting.ColumnType), m.sent[row]}
	}
	return all
}

// replace puts rows in place of others.
func (m *model) replace(at, count int, rows []entry) {
	if count == len(rows) {
		for i, e := range rows {
			m.table.Put(at+i, e.attendee)
		}
	} else {
		gone := make([]int, count)
		for i := range gone {
			gone[i] = at + i
		}
		if count > 0 {
			m.table.Remove(gone...)
		}
		attendees := make([]meeting.Attendee, len(rows))
		for i, e := range rows {
			attendees[i] = e.attendee
		}
		if len(rows) > 0 {
			m.table.Insert(at, attendees...)
		}
	}
	sent := make([]*sentRow, len(rows))
	for i, e := range rows {
		sent[i] = e.sent
		for column, typed := range map[meeting.Column]string{meeting.ColumnRole: e.role, meeting.ColumnType: e.kind} {
			if typed != "" && m.table.Cell(at+i, column) != typed {
				m.table.Set(at+i, column, typed)
			}
		}
	}
	m.sent = slices.Replace(m.sent, at, at+count, sent...)
}

// changeRows changes the table so that it can be taken back.
func (p *Page) changeRows(at, count int, rows []entry) {
	m := &p.model
	c := change{at: at, before: m.entries(at, count), after: rows}
	m.replace(at, count, rows)
	p.remember(c)
}

// remember keeps a change that was made, and draws the table.
func (p *Page) remember(c change) {
	m := &p.model
	m.past = append(m.past, c)
	if len(m.past) > pastMost {
		m.past = slices.Delete(m.past, 0, len(m.past)-pastMost)
	}
	m.undone = nil
	p.tableChanged()
}

// takeBack takes the last change of the table back; false when there is none.
func (p *Page) takeBack() bool {
	m := &p.model
	if len(m.past) == 0 || m.run != nil {
		return false
	}
	c := m.past[len(m.past)-1]
	m.past = m.past[:len(m.past)-1]
	m.replace(c.at, len(c.after), c.before)
	m.undone = append(m.undone, c)
	p.tableChanged()
	p.table.Go(c.at, max(p.column(), 0))
	return true
}

// doAgain does again what was taken back.
func (p *Page) doAgain() {
	m := &p.model
	if len(m.undone) == 0 || m.run != nil {
		return
	}
	c := m.undone[len(m.undone)-1]
	m.undone = m.undone[:len(m.undone)-1]
	m.replace(c.at, len(c.before), c.after)
	m.past = append(m.past, c)
	p.tableChanged()
	p.table.Go(c.at, max(p.column(), 0))
}

func (p *Page) column() int {
	_, column := p.table.Current()
	return column
}

// editCell takes what somebody typed into a cell; a row behind the last one is a new one. A row that was
// invited becomes one that was not.
func (p *Page) editCell(row int, column meeting.Column, value string) {
	m := &p.model
	if m.run != nil {
		return
	}
	c := change{at: row}
	if row < m.table.Len() {
		c.before = m.entries(row, 1)
	} else {
		m.table.Insert(row, meeting.Attendee{})
		m.sent = append(m.sent, nil)
	}
	m.table.Set(row, column, value)
	m.sent[row] = nil
	c.after = m.entries(row, 1)
	p.remember(c)
}

// insert puts people into the table.
func (p *Page) insert(at int, people []meeting.Attendee) {
	rows := make([]entry, len(people))
	for i, a := range people {
		rows[i] = entry{attendee: a}
	}
	p.changeRows(at, 0, rows)
}

// removeRows takes rows out of the table.
func (p *Page) removeRows(first, count int) {
	if p.model.run == nil && count > 0 {
		p.changeRows(first, count, nil)
	}
}

// keepOnly leaves rows out of the table for which keep is false.
func (p *Page) keepOnly(keep func(row int) bool) {
	m := &p.model
	var rows []entry
	for i, e := range m.entries(0, m.table.Len()) {
		if keep(i) {
			rows = append(rows, e)
		}
	}
	if n := m.table.Len(); len(rows) < n {
		p.changeRows(0, n, rows)
	}
}

// merge makes one row of those that repeat each other.
func (p *Page) merge() {
	m := &p.model
	if m.run != nil {
		return
	}
	c := change{before: m.entries(0, m.table.Len())}
	n := m.table.MergeDuplicates()
	if n == 0 {
		return
	}
	m.sent = make([]*sentRow, m.table.Len())
	c.after = m.entries(0, m.table.Len())
	p.remember(c)
	p.toast.Say(fine, p.config.Say.N("meetings.merged", n), p.config.Say.T("meetings.undo"), func() { p.takeBack() })
}

// tableChanged draws the table anew and keeps it soon.
func (p *Page) tableChanged() {
	p.touched()
	p.show()
}
