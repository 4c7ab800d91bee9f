package meeting

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// modelRow is a row of the naive table: what each cell says.
type modelRow map[Column]string

func modelOf(a Attendee) modelRow {
	r := modelRow{}
	a = a.tidy()
	for _, c := range Columns {
		r[c] = a.cell(c)
	}
	return r
}

// attendee reads the cells anew.
func (r modelRow) attendee() (a Attendee, roleWrong bool) {
	for _, c := range Columns {
		if !a.assign(c, r[c]) {
			roleWrong = true
		}
	}
	return a, roleWrong
}

// model is a table that remembers nothing but its cells, and compares every row with every other.
type model []modelRow

func (m model) problems(i int) []Problem {
	a, roleWrong := m[i].attendee()
	all := checkRow(&a, roleWrong)
	number, person := -1, -1
	for j := i - 1; j >= 0; j-- {
		other, _ := m[j].attendee()
		if SameNumber(a.Phone, other.Phone) {
			number = j
		}
		if a.UserUUID != "" && a.UserUUID == other.UserUUID {
			person = j
		}
	}
	if number >= 0 {
		all = append(all, Problem{Column: ColumnPhone, Check: DuplicateNumber, Warning: true, Other: number})
	}
	if person >= 0 {
		all = append(all, Problem{Column: ColumnUserUUID, Check: DuplicatePerson, Warning: true, Other: person})
	}
	for n := range all {
		all[n].Row = i
	}
	return all
}

func (m model) status(i int) RowStatus {
	s := StatusReady
	for _, p := range m.problems(i) {
		switch {
		case !p.Warning:
			return StatusWrong
		case p.Check == NotCalled:
			s = StatusNotCalled
		case s == StatusReady:
			s = StatusWarned
		}
	}
	return s
}

func (m model) summary() Summary {
	s := Summary{Rows: len(m)}
	for i := range m {
		switch m.status(i) {
		case StatusReady, StatusWarned:
			s.Ready++
		case StatusNotCalled:
			s.NotCalled++
		case StatusWrong:
			s.Wrong++
		}
		for _, p := range m.problems(i) {
			if p.Check == DuplicateNumber || p.Check == DuplicatePerson {
				s.Duplicates++
				break
			}
		}
	}
	return s
}

// compare compares everything that a table says with the model.
func (m model) compare(t *testing.T, table *Table) {
	t.Helper()
	if diff := cmp.Diff(m.summary(), table.Summary()); diff != "" || table.Len() != len(m) {
		t.Fatalf("%d rows: %s", table.Len(), diff)
	}
	for i, row := range m {
		a, _ := row.attendee()
		if diff := cmp.Diff(a, table.Row(i)); diff != "" {
			t.Fatalf("row %d: %s", i, diff)
		}
		if got, want := table.Problems(i), m.problems(i); !slices.Equal(got, want) {
			t.Fatalf("row %d: %s", i, cmp.Diff(want, got))
		}
		if got, want := table.Status(i), m.status(i); got != want {
			t.Fatalf("row %d is %s, want %s", i, got, want)
		}
		for _, c := range Columns {
			if got := table.Cell(i, c); got != row[c] {
				t.Fatalf("row %d: %s is %q, want %q", i, c, got, row[c])
			}
		}
	}
}

var someCells = map[Column][]string{
	ColumnName:     {"", "Anna", "Jan ", "企画\u202e"},
	ColumnPhone:    {"", "8001", "80-01", "+49 (0)30 1234", "+49301234", "x", "1 ext 2", "a@EXAMPLE.com", "a@example.com"},
	ColumnPhone2:   {"", "8002"},
	ColumnEmail:    {"", "a@example.com", "a"},
	ColumnSMS:      {"", "+48 1"},
	ColumnRole:     {"", "0", "host", "2", "boss"},
	ColumnType:     {"", "normal", "TERMINAL", "telepresence", "fridge"},
	ColumnUserUUID: {"", "u1", "u2"},
}

func someAttendee(random *rand.Rand) Attendee {
	var a Attendee
	for _, c := range Columns {
		if values := someCells[c]; values != nil {
			a.assign(c, values[random.IntN(len(values))])
		}
	}
	return a
}

func TestATableEqualsANaiveModelAfterAnyEdits(t *testing.T) {
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 2))
		table, m := NewTable(), model{}
		for range 120 {
			edit(random, table, &m)
			if random.IntN(4) == 0 {
				m.compare(t, table)
			}
		}
		m.compare(t, table)
		table.MergeDuplicates()
		if s := table.Summary(); s.Duplicates != 0 || s.Rows != table.Len() {
			t.Fatalf("after merging: %+v", s)
		}
	}
}

// edit makes one random edit in both.
func edit(random *rand.Rand, table *Table, m *model) {
	if len(*m) == 0 || random.IntN(5) == 0 {
		at := random.IntN(len(*m) + 1)
		for range random.IntN(4) {
			a := someAttendee(random)
			table.Insert(at, a)
			*m = slices.Insert(*m, at, modelOf(a))
		}
		return
	}
	i := random.IntN(len(*m))
	switch random.IntN(6) {
	case 0:
		j := random.IntN(len(*m))
		table.Remove(j, i, j)
		*m = slices.Delete(*m, max(i, j), max(i, j)+1)
		if i != j {
			*m = slices.Delete(*m, min(i, j), min(i, j)+1)
		}
	case 1:
		a := someAttendee(random)
		table.Put(i, a)
		(*m)[i] = modelOf(a)
	default:
		c := Columns[random.IntN(8)]
		if values := someCells[c]; values != nil {
			value := values[random.IntN(len(values))]
			table.Set(i, c, value)
			(*m)[i][c] = value
		}
	}
}

func TestInsertingManyAtOnceEqualsOneByOne(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	var rows []Attendee
	for range 40 {
		rows = append(rows, someAttendee(random))
	}
	table, m := NewTable(rows[:10]...), model{}
	table.Insert(3, rows[10:]...)
	for _, a := range slices.Concat(rows[:3], rows[10:], rows[3:10]) {
		m = append(m, modelOf(a))
	}
	m.compare(t, table)
}
