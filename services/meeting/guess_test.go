package meeting

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// orders returns every order of n columns.
func orders(n int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var all [][]int
	for _, rest := range orders(n - 1) {
		for at := range n {
			order := append(append(append([]int{}, rest[:at]...), n-1), rest[at:]...)
			all = append(all, order)
		}
	}
	return all
}

// inOrder writes a table with its columns in an order.
func inOrder(rows [][]string, order []int, sep string) string {
	var b strings.Builder
	for _, cells := range rows {
		for i, from := range order {
			if i > 0 {
				b.WriteString(sep)
			}
			b.WriteString(cells[from])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestGoodAndWrongNumbersStayInTheirColumnInAnyOrder(t *testing.T) {
	const good, typo = "+99111283523400022", "+9911128352340005O"
	for name, c := range map[string]struct {
		rows [][]string
		want []Attendee
	}{
		"two columns": {[][]string{{"Ludwig Muster", good}, {"Juan Modelo", typo}},
			[]Attendee{{Name: "Ludwig Muster", Phone: good}, {Name: "Juan Modelo", Phone: typo}}},
		"a word for a number": {[][]string{{"Ludwig Muster", good}, {"Juan Modelo", "unknown"}},
			[]Attendee{{Name: "Ludwig Muster", Phone: good}, {Name: "Juan Modelo", Phone: "unknown"}}},
		"two wrong": {[][]string{{"Bert", "+49 30 abc"}, {"Carl", "unknown"}},
			[]Attendee{{Name: "Bert", Phone: "+49 30 abc"}, {Name: "Carl", Phone: "unknown"}}},
		"more words than numbers": {[][]string{{"Ludwig Muster", good}, {"Juan Modelo", "unknown"}, {"Carl", "none"}},
			[]Attendee{{Name: "Ludwig Muster", Phone: good}, {Name: "Juan Modelo", Phone: "unknown"}, {Name: "Carl", Phone: "none"}}},
		"three columns": {[][]string{{"Ludwig Muster", good, "ludwig.muster@example.com"}, {"Juan Modelo", typo, "juan.modelo@example.es"}},
			[]Attendee{{Name: "Ludwig Muster", Phone: good, Email: "ludwig.muster@example.com"}, {Name: "Juan Modelo", Phone: typo, Email: "juan.modelo@example.es"}}},
		"good, wrong and empty": {[][]string{{"Ludwig Muster", good, "l@example.com"}, {"Juan Modelo", "unknown", "j@example.es"}, {"Carl", "", "c@example.com"}},
			[]Attendee{{Name: "Ludwig Muster", Phone: good, Email: "l@example.com"}, {Name: "Juan Modelo", Phone: "unknown", Email: "j@example.es"}, {Name: "Carl", Email: "c@example.com"}}},
		"a wrong address": {[][]string{{"Ludwig Muster", "8001", "l@example.com"}, {"Juan Modelo", "8002", "juan@"}},
			[]Attendee{{Name: "Ludwig Muster", Phone: "8001", Email: "l@example.com"}, {Name: "Juan Modelo", Phone: "8002", Email: "juan@"}}},
		"four columns": {[][]string{{"Ludwig Muster", good, "l@example.com", "normal"}, {"Juan Modelo", "unknown", "j@example.es", "board"}},
			[]Attendee{{Name: "Ludwig Muster", Phone: good, Email: "l@example.com", Type: Normal}, {Name: "Juan Modelo", Phone: "unknown", Email: "j@example.es", Type: Board}}},
	} {
		for _, order := range orders(len(c.rows[0])) {
			for _, sep := range []string{"\t", ";", ","} {
				text := inOrder(c.rows, order, sep)
				for how, got := range map[string]Reading{"pasted": ReadText(text), "file": readCSV(t, text, nil)} {
					if diff := cmp.Diff(c.want, attendees(got)); diff != "" || len(got.Rejected) > 0 || len(got.Unread) > 0 {
						t.Errorf("%s, %s: %q: %s%+v %v", name, how, text, diff, got.Rejected, got.Unread)
					}
				}
			}
		}
	}
}

func TestAWrongCellOfAPastedTableIsFoundWrong(t *testing.T) {
	table := NewTable(attendees(ReadText("Ludwig Muster\t+99111283523400022\tl@example.com\nJuan Modelo\t+9911128352340005O\tj@example.es\n"))...)
	if s := table.Summary(); s.Rows != 2 || s.Ready != 1 || s.Wrong != 1 || s.NotCalled != 0 {
		t.Errorf("%+v", s)
	}
}

func TestACellInAColumnWithoutMeaningIsTakenOrCounted(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		want   Attendee // of the last row
		unread map[string]int
	}{
		"a number":            {"Anna;8001;IT\nJan;8002;HR\nUla;8003;HR\nOla;8004;HR\nEwa;;8005", Attendee{Name: "Ewa", Phone: "8005"}, map[string]int{"#3": 4}},
		"an address":          {"Anna;8001;a\nJan;8002;b\nUla;8003;c\nOla;8004;d\nUwe;8004;d\nEwa;8005;e@example.com", Attendee{Name: "Ewa", Phone: "8005", Email: "e@example.com"}, map[string]int{"#3": 5}},
		"a number too many":   {"Anna;8001;IT\nJan;8002;HR\nUla;8003;HR\nOla;8004;HR\nUwe;8004;HR\nEwa;8005;8006", Attendee{Name: "Ewa", Phone: "8005"}, map[string]int{"#3": 6}},
		"more cells":          {"Anna;8001\nJan;8002\nEwa;8003;x;8004", Attendee{Name: "Ewa", Phone: "8003", SMS: "8004"}, map[string]int{"#3": 1}},
		"changed places":      {"Anna;8001\nJan;8002\nUla;8003\n8004;Ewa", Attendee{Name: "Ewa", Phone: "8004"}, nil},
		"two addresses":       {"Anna;8001;a@example.com\nJan;8002;j@example.com\nEwa;x@example.com;e@example.com", Attendee{Name: "Ewa", Phone: "x@example.com", Email: "e@example.com"}, nil},
		"an address too many": {"Anna;8001;a@example.com\nEwa <x@example.com>;8003;e@example.com", Attendee{Name: "Ewa", Phone: "8003", Email: "e@example.com"}, map[string]int{"#1": 1}},
		"counted rows":        {"99;Anna;8001\n100;Ewa;8002", Attendee{Name: "Ewa", Phone: "8002"}, map[string]int{"#1": 2}},
	} {
		got := readCSV(t, c.text, nil)
		n := len(got.Rows)
		if n == 0 || got.Rows[n-1].Attendee != c.want {
			t.Errorf("%s: %+v, %+v", name, got.Rows, got.Rejected)
		}
		if diff := cmp.Diff(c.unread, got.Unread); diff != "" {
			t.Errorf("%s: unread: %s", name, diff)
		}
	}
}

func TestAColumnThatAMappingLeavesOutGivesNothing(t *testing.T) {
	got := readCSV(t, "8001;Anna\n8002;Jan", Mapping{"#1": ""})
	if len(got.Rows) != 2 || got.Rows[0].Phone != "" || got.Unread["#1"] != 2 {
		t.Errorf("%+v, %v", got.Rows, got.Unread)
	}
}

func TestAColumnUnderAnUnknownNameIsLeftToBeAskedFor(t *testing.T) {
	got := readCSV(t, "Wer;Womit;Wozu\nAnna;+49 30 5550 1;x\n", nil)
	if diff := cmp.Diff(Mapping{"#1": ColumnName, "#2": "", "#3": ""}, got.Mapping); diff != "" {
		t.Error(diff)
	}
	if n := len(got.Rows); n != 2 || got.Rows[1].Phone != "+493055501" || got.Unread["#2"] != 1 {
		t.Errorf("%+v, %v", got.Rows, got.Unread)
	}
}

func TestANumberWithOddBlanksIsWrittenInOneWay(t *testing.T) {
	if once := CanonicalNumber("0\v0000"); once != "00000" {
		t.Errorf("%q", once)
	}
}

func TestListsAndProseAreNoTables(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []Row
	}{
		"numbers":   {"8001, 8002\n8003, 8004", []Row{row(1, "8001", "8001", ""), row(1, "8002", "8002", ""), row(2, "8003", "8003", ""), row(2, "8004", "8004", "")}},
		"addresses": {"Kowalska, Anna <a@example.com>\nNowak, Jan <j@example.com>", []Row{row(1, "Kowalska, Anna", "", "a@example.com"), row(2, "Nowak, Jan", "", "j@example.com")}},
		"labels":    {"Anna, Tel. 8001\nEwa, 8002", []Row{row(1, "Anna", "8001", ""), row(2, "Ewa", "8002", "")}},
		"uneven":    {"Anna, 8001\nEwa, 8002, none", []Row{row(1, "Anna", "8001", ""), row(2, "Ewa", "8002", "")}},
	} {
		if diff := cmp.Diff(c.want, ReadText(c.text).Rows); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestNoCellOfATableWithoutHeaderIsLost writes tables at random, each cell with a mark of its own, and looks
// for every mark.
func TestNoCellOfATableWithoutHeaderIsLost(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	for range 3000 {
		width, mark := 2+random.IntN(3), 1000
		cells := 0
		var b strings.Builder
		for range 1 + random.IntN(5) {
			for i := range width {
				if i > 0 {
					b.WriteByte('\t')
				}
				if form := []string{"", "+49 30 %", "Anna%", "a%@example.com", "+49 30 %O", "sip:a%@example.com", "a%@"}[random.IntN(7)]; form != "" {
					mark++
					cells++
					b.WriteString(strings.ReplaceAll(form, "%", strconv.Itoa(mark)))
				}
			}
			b.WriteByte('\n')
		}
		text := b.String()
		got := readCSV(t, text, nil)
		found := 0
		for _, a := range attendees(got) {
			for _, c := range Columns {
				if strings.Contains(a.cell(c), "1") {
					found++
				}
			}
		}
		for _, n := range got.Unread {
			found += n
		}
		for _, bad := range got.Rejected {
			for _, cell := range strings.Split(bad.Text, "\t") {
				if strings.TrimSpace(cell) != "" {
					found++
				}
			}
		}
		if found < cells {
			t.Fatalf("%d of %d cells of %q: %+v", found, cells, text, got)
		}
	}
}
