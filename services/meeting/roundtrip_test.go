package meeting

import (
	"bytes"
	"encoding/csv"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// oddWords are cells that careless writers and readers break.
var oddWords = []string{
	"", "Anna", "=1+1", "'=1", "''-x", "'", "+48 x", "-", "@me", `"quoted"`, `a"b`, "a,b;c|d", "企画", "O'Hara", "#1", "sep=;", "text", "name", "<b>", "Anna <x>", "\\", "''", "null", "🙂",
}

func oddAttendee(random *rand.Rand) Attendee {
	pick := func(values ...string) string { return values[random.IntN(len(values))] }
	return Attendee{
		Name: pick(oddWords...), Phone: pick("", "+48221234567", "8001", "=x", "anna@example.com", "+call", "'+1"), Phone2: pick("", "8002"), Phone3: pick("", "8003"),
		Email: pick("", "anna@example.com", "=a@example.com", "x"), SMS: pick("", "+48600", "-"), Role: Role(random.IntN(4)), Type: Type(pick("", "normal", "fridge", "=x")),
		UserUUID: pick("", "u1", "+u"), AccountID: pick(oddWords...), DeptUUID: pick("", "@d"), DeptName: pick(oddWords...),
	}.tidy()
}

func TestEveryListSurvivesBeingWrittenAndRead(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	for range 400 {
		rows := make([]Attendee, 1+random.IntN(6))
		for i := range rows {
			for rows[i] == (Attendee{}) {
				rows[i] = oddAttendee(random)
			}
		}
		for name, c := range map[string]struct {
			write func(*bytes.Buffer) error
			read  func(*bytes.Buffer) (Reading, error)
		}{
			"csv":  {func(b *bytes.Buffer) error { return WriteCSV(b, rows) }, func(b *bytes.Buffer) (Reading, error) { return ReadCSV(b, nil) }},
			"json": {func(b *bytes.Buffer) error { return WriteJSON(b, rows) }, func(b *bytes.Buffer) (Reading, error) { return ReadJSON(b) }},
			"text": {func(b *bytes.Buffer) error { return WriteCSV(b, rows) }, func(b *bytes.Buffer) (Reading, error) { return ReadText(b.String()), nil }},
		} {
			var file bytes.Buffer
			if err := c.write(&file); err != nil {
				t.Fatal(err)
			}
			text := file.String()
			if name != "text" {
				if want := Format(name); Detect("", []byte(text)) != want {
					t.Fatalf("%q is taken for %s, not %s", text, Detect("", []byte(text)), want)
				}
			}
			got, err := c.read(&file)
			if err != nil || len(got.Rejected) > 0 {
				t.Fatalf("%s: %v, %+v in %s", name, err, got.Rejected, text)
			}
			if diff := cmp.Diff(rows, attendees(got)); diff != "" {
				t.Fatalf("%s: %s\n%s", name, diff, text)
			}
		}
	}
}

func attendees(r Reading) []Attendee {
	var all []Attendee
	for _, row := range r.Rows {
		all = append(all, row.Attendee)
	}
	return all
}

func TestNoCellIsAFormulaAndNumbersKeepTheirPlus(t *testing.T) {
	var file bytes.Buffer
	rows := []Attendee{{Name: "=HYPERLINK(1)", Phone: "+48221234567", Email: "+a@example.com", DeptName: "-1", SMS: "=2"}}
	if err := WriteCSV(&file, rows); err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file.Bytes(), []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"'=HYPERLINK(1)", "+48221234567", "'+a@example.com", "'=2", "", "", "", "", "", "", "", "'-1"}
	if diff := cmp.Diff(want, lines[1]); diff != "" {
		t.Error(diff)
	}
}

// inWords is how a caller says reasons.
func inWords(r Reason) string { return "because of " + string(r) }

func writeRejected(t *testing.T, r Reading) string {
	t.Helper()
	var file bytes.Buffer
	if err := WriteRejected(&file, r, inWords); err != nil {
		t.Fatal(err)
	}
	return file.String()
}

func TestRejectedRowsAreCorrectedAndReadAgain(t *testing.T) {
	first := map[string]func() Reading{
		"with header": func() Reading {
			return readCSV(t, "Wer;Telefon;Rolle;x\nAnna;+48 22 1 ext. 5;;=1\n\"Jan\nNowak\";8001;boss;\nEwa;8002;;\n", Mapping{"wer": ColumnName})
		},
		"without header": func() Reading {
			return readCSV(t, "Anna;+48 22 1 ext. 5;anna@example.com\nEwa;8002;ewa@example.com\n\"Jan;8001 ext. 5\n", nil)
		},
		"pasted": func() Reading { return ReadText("Anna +48 22 1 ext. 5\nJan\n\n=Ewa\n+48 22 2 ext. 6") },
		"vcard":  func() Reading { return readVCard(t, vcardOf("FN:Anna", "NOTE:=1,2", "TEL:+48 22 1 ext. 5")) },
		"json":   func() Reading { return readJSON(t, "[{\"name\":\"Anna\",\n\"phone\":\"8001\",\"role\":9}]") },
		"several": func() Reading {
			return readCSV(t, "name,phone\n\"Anna,8001 ext. 5\nJan,+48 22 1 ext. 5,more,cells\n", nil)
		},
	}
	for name, read := range first {
		r := read()
		if len(r.Rejected) == 0 {
			t.Fatalf("%s: nothing is rejected", name)
		}
		mapping := r.Mapping
		if len(r.Header) == 0 {
			mapping = nil
		}
		file := writeRejected(t, r)
		comesBack(t, name, r.Rejected, readCSV(t, file, mapping))
		corrected := strings.NewReplacer(" ext. 5", "", " ext. 6", "", "boss", "host", `""role"":9`, `""role"":1`).Replace(file)
		fixed := readCSV(t, corrected, mapping)
		if len(fixed.Rows) == 0 || len(CheckAll(attendees(fixed))) > 0 {
			t.Errorf("%s: corrected: %+v", name, fixed)
		}
		for _, left := range fixed.Rejected {
			if left.Reason != ReasonNoWay { // The name without a number is not corrected.
				t.Errorf("%s: corrected and rejected: %+v", name, left)
			}
		}
	}
}

// comesBack proves that a file with rejected rows that nobody corrected is rejected again, row for row.
func comesBack(t *testing.T, name string, want []Rejected, again Reading) {
	t.Helper()
	if len(again.Rows) != 0 || len(again.Rejected) != len(want) {
		t.Fatalf("%s: uncorrected: %+v", name, again)
	}
	for i, want := range want {
		got := again.Rejected[i]
		if want.Reason == ReasonQuotes {
			continue // As text there is no quote that must end.
		}
		if got.Reason != want.Reason || want.Cells == nil && got.Text != want.Text || !sameCells(got.Cells, want.Cells) {
			t.Errorf("%s: %+v came back as %+v", name, want, got)
		}
	}
	if second := writeRejected(t, again); strings.Count(second, "reason") != 1 || !strings.Contains(second, "because of") {
		t.Errorf("%s: written again: %q", name, second)
	}
}

// sameCells compares cells but for empty ones at the end.
func sameCells(a, b []string) bool {
	return strings.TrimRight(strings.Join(a, "\x00"), "\x00") == strings.TrimRight(strings.Join(b, "\x00"), "\x00")
}

func TestAnyRejectedCellsComeBack(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	for range 400 {
		r := Reading{Header: []string{"Name", "Role", "Other"}}
		for range 1 + random.IntN(4) {
			cells := []string{oddWords[random.IntN(len(oddWords))], "boss", oddWords[random.IntN(len(oddWords))]}
			r.Rejected = append(r.Rejected, Rejected{Cells: cells, Reason: ReasonRole})
		}
		again := readCSV(t, writeRejected(t, r), nil)
		if len(again.Rejected) != len(r.Rejected) || len(again.Rows) > 0 {
			t.Fatalf("%+v came back as %+v", r.Rejected, again)
		}
		for i, want := range r.Rejected {
			if !sameCells(again.Rejected[i].Cells, want.Cells) {
				t.Fatalf("%q came back as %q", want.Cells, again.Rejected[i].Cells)
			}
		}
	}
}

func TestTheResultIsAListThatCanBeReadAgain(t *testing.T) {
	rows := []Attendee{{Name: "=Anna", Phone: "+48221234567", Role: Chair}, {Name: "Jan", Phone: "8001"}, {Name: "Ewa", Phone: "8002"}}
	at := time.Date(2026, 5, 4, 10, 0, 0, 0, time.UTC)
	standings := []Standing{{State: SeenIn, Since: at, Name: "Anna K."}, {State: SeenNoAnswer}}
	var file bytes.Buffer
	if err := WriteResult(&file, rows, standings, func(s Seen) string { return "is " + string(s) }); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"state,since,seen as", "is in,2026-05-04T10:00:00Z,Anna K.", "is no-answer,,"} {
		if !strings.Contains(file.String(), part) {
			t.Errorf("%q is not in %s", part, file.String())
		}
	}
	got := readCSV(t, file.String(), nil)
	if diff := cmp.Diff(rows[:2], attendees(got)); diff != "" {
		t.Error(diff)
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAFullDiskIsTold(t *testing.T) {
	rows := []Attendee{anna()}
	for name, err := range map[string]error{
		"csv":      WriteCSV(full{}, rows),
		"json":     WriteJSON(full{}, rows),
		"rejected": WriteRejected(full{}, Reading{Rejected: []Rejected{{Text: "x"}}}, inWords),
		"result":   WriteResult(full{}, rows, []Standing{{}}, func(Seen) string { return "" }),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
