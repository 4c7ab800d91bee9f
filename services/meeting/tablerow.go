package meeting

import "strings"

// sameness is in what two rows can be the same.
type sameness int

const (
	sameNumber sameness = iota
	samePerson
	samenesses
)

// tableRow is one row of a table.
type tableRow struct {
	attendee Attendee
	// typed are the cells that do not say what attendee has: as somebody typed them.
	typed map[Column]string
	// at is where the row stands.
	at int
	// problems are those that need no look at other rows.
	problems []Problem
	status   RowStatus
	// keys are what duplicates share with the row, "" for nothing; repeats says that one before it does.
	keys    [samenesses]string
	repeats [samenesses]bool
}

// set gives a cell what was typed.
func (r *tableRow) set(c Column, value string) {
	ok := r.attendee.assign(c, value)
	if ok && value == r.attendee.cell(c) {
		delete(r.typed, c)
		return
	}
	if r.typed == nil {
		r.typed = make(map[Column]string)
	}
	r.typed[c] = value
}

// check looks at the row anew.
func (r *tableRow) check() {
	_, roleTyped := r.typed[ColumnRole]
	r.problems = checkRow(&r.attendee, roleTyped && r.attendee.Role == NoRole && trimmed(r.typed[ColumnRole]) != "")
	r.status = StatusReady
	for _, p := range r.problems {
		switch {
		case !p.Warning:
			r.status = StatusWrong
		case p.Check == NotCalled && r.status != StatusWrong:
			r.status = StatusNotCalled
		case r.status == StatusReady:
			r.status = StatusWarned
		}
	}
	r.keys[sameNumber] = numberKey(r.attendee.Phone)
	r.keys[samePerson] = strings.ToLower(r.attendee.UserUUID)
}

// repeated tells whether a row before it is the same in any way.
func (r *tableRow) repeated() bool { return r.repeats[sameNumber] || r.repeats[samePerson] }
