package meeting

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestACellStaysAsTypedAndTheRowIsWhatIsSent(t *testing.T) {
	table := NewTable(Attendee{Phone: "8000"})
	for _, c := range []struct {
		column      Column
		typed, sent string
		check       Check
	}{
		{ColumnName, "  Anna \n Kowalska ", "Anna Kowalska", ""},
		{ColumnPhone, "+49 (0)30 1234", "+49301234", ""},
		{ColumnPhone, "call me", "call me", PhoneWrong},
		{ColumnPhone, "8001", "8001", ""},
		{ColumnSMS, "+48 600-1", "+486001", ""},
		{ColumnEmail, "anna@example.com", "anna@example.com", ""},
		{ColumnRole, "Host", "1", ""},
		{ColumnRole, "boss", "", RoleUnknown},
		{ColumnRole, " ", "", ""},
		{ColumnRole, "２", "2", RoleReserved},
		{ColumnRole, "", "", ""},
		{ColumnType, "Terminal", "terminal", ""},
		{ColumnType, "fridge", "fridge", TypeUnknown},
		{ColumnType, "", "", ""},
		{ColumnPhone2, "8002", "8002", ScreensNotRoom},
		{ColumnPhone2, "", "", ""},
		{ColumnUserUUID, "u1", "u1", ""},
		{ColumnDeptName, "Sales\u200b", "Sales", ""},
	} {
		table.Set(0, c.column, c.typed)
		if got := table.Cell(0, c.column); got != c.typed {
			t.Errorf("%s: the cell %q says %q", c.column, c.typed, got)
		}
		a := table.Row(0)
		if got := a.cell(c.column); got != c.sent {
			t.Errorf("%s: of %q the row has %q, want %q", c.column, c.typed, got, c.sent)
		}
		var check Check
		for _, p := range table.Problems(0) {
			if p.Column == c.column {
				check = p.Check
			}
		}
		if check != c.check {
			t.Errorf("%s: %q is %q, want %q", c.column, c.typed, check, c.check)
		}
	}
	before := table.Row(0)
	table.Set(0, ColumnReason, "x")
	table.Set(0, ColumnGivenName, "x")
	if diff := cmp.Diff(before, table.Row(0)); diff != "" || table.Cell(0, ColumnReason) != "" {
		t.Errorf("what is no column of a table changed it: %s", diff)
	}
	table.Set(0, ColumnRole, "boss")
	table.Put(0, Attendee{Name: "Jan", Phone: "80 02"})
	if table.Cell(0, ColumnRole) != "" || table.Row(0).Phone != "8002" || table.Status(0) != StatusReady {
		t.Errorf("after Put: %+v, %v", table.Row(0), table.Problems(0))
	}
}

func TestTheStatesOfRows(t *testing.T) {
	table := NewTable(
		Attendee{Name: "Anna", Phone: "8001"},
		Attendee{Name: "Jan", Phone: "80-01"},
		Attendee{Name: "Ewa", Email: "ewa@example.com"},
		Attendee{Phone: "8002"},
		Attendee{Name: "Ola", Phone: "8003", Role: Reserved},
		Attendee{Email: "x"},
	)
	want := []RowStatus{StatusReady, StatusWarned, StatusNotCalled, StatusWrong, StatusWarned, StatusWrong}
	var got []RowStatus
	for i := range table.Len() {
		got = append(got, table.Status(i))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(Summary{Rows: 6, Ready: 3, Wrong: 2, NotCalled: 1, Duplicates: 1}, table.Summary()); diff != "" {
		t.Error(diff)
	}
	rows, at := table.Ready()
	if diff := cmp.Diff([]int{0, 1, 4}, at); diff != "" || rows[1] != table.Row(1) {
		t.Errorf("ready: %v, %s", rows, diff)
	}
	table.Remove(0, 0)
	if table.Status(0) != StatusReady || table.Summary().Duplicates != 0 {
		t.Errorf("the row that is the only one now: %v, %+v", table.Problems(0), table.Summary())
	}
}

func TestMergingFillsGapsAndLosesNothingElse(t *testing.T) {
	for name, c := range map[string]struct{ rows, want []Attendee }{
		"by number": {
			[]Attendee{{Name: "Anna", Phone: "8001"}, {Name: "Jan", Phone: "8002"}, {Name: "A. Kowalska", Phone: "80 01", Email: "anna@example.com", Type: Terminal, Role: Chair}},
			[]Attendee{{Name: "Anna", Phone: "8001", Email: "anna@example.com", Type: Terminal, Role: Chair}, {Name: "Jan", Phone: "8002"}},
		},
		"by UUID": {
			[]Attendee{{Name: "Anna", UserUUID: "U1"}, {UserUUID: "u1", Phone: "8001", Type: Mobile}},
			[]Attendee{{Name: "Anna", UserUUID: "U1", Phone: "8001", Type: Mobile}},
		},
		"the type of another number stays away": {
			[]Attendee{{Name: "Anna", UserUUID: "u1", Phone: "8001"}, {UserUUID: "u1", Phone: "+48600100200", Type: Mobile, SMS: "+48600100200"}},
			[]Attendee{{Name: "Anna", UserUUID: "u1", Phone: "8001", SMS: "+48600100200"}},
		},
		"screens only for rooms": {
			[]Attendee{{Name: "Room", Phone: "8001", Type: Terminal}, {Phone: "8001", Phone2: "8002", Type: Telepresence}},
			[]Attendee{{Name: "Room", Phone: "8001", Type: Terminal}},
		},
		"one after the other": {
			[]Attendee{{Name: "A", UserUUID: "u1"}, {Name: "B", UserUUID: "u1", Phone: "8001"}, {Name: "C", Phone: "8001", Email: "c@example.com"}},
			[]Attendee{{Name: "A", UserUUID: "u1", Phone: "8001", Email: "c@example.com"}},
		},
		"what is filled makes the next": {
			[]Attendee{{Name: "A", Phone: "8001"}, {Name: "B", UserUUID: "u1", Phone: "8002"}, {Name: "C", UserUUID: "u1", Phone: "8001"}},
			[]Attendee{{Name: "A", Phone: "8001", UserUUID: "u1"}},
		},
		"none": {[]Attendee{{Name: "A"}, {Name: "A"}}, []Attendee{{Name: "A"}, {Name: "A"}}},
	} {
		table := NewTable(c.rows...)
		merged := table.MergeDuplicates()
		if diff := cmp.Diff(c.want, table.Rows()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if merged != len(c.rows)-len(c.want) || table.Summary().Duplicates != 0 || table.Summary().Rows != len(c.want) {
			t.Errorf("%s: %d merged, %+v", name, merged, table.Summary())
		}
	}
}
