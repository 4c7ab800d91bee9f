package message

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

// readAll returns the rows of a batch file, and its error.
func readAll(text string, format Format, roomKeys ...string) (rows []Row, columns []string, err error) {
	r := NewReader(strings.NewReader(text), format, roomKeys...)
	columns = r.Columns()
	for row, failure := range r.All() {
		if failure != nil {
			return rows, columns, failure
		}
		rows = append(rows, row)
	}
	return rows, columns, nil
}

// mustRead fails the test unless text is read without an error of the whole file.
func mustRead(t *testing.T, text string, format Format) []Row {
	t.Helper()
	rows, _, err := readAll(text, format)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return rows
}

// checkBroken fails the test unless text as a whole is broken, with that code at that line.
func checkBroken(t *testing.T, text string, format Format, rows int, code string, line int) {
	t.Helper()
	got, _, err := readAll(text, format)
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != code || f.Kind != fault.Invalid || len(got) != rows {
		t.Errorf("%.60q: %d rows, %v, want %d and %s", text, len(got), err, rows, code)
		return
	}
	var at *LineError
	if has := errors.As(err, &at); has != (line > 0) || has && at.Line != line {
		t.Errorf("%.60q: %v, want line %d", text, err, line)
	}
}

func TestFormatsAreKnownByHowFilesBegin(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       Format
	}{
		{"a.json", `[{"message":"x"}]`, JSON}, {"a.JSON", "", JSON}, {"a.json", "users,message", JSON}, {"a", `messages=[`, JSON}, {"a.csv", "messages = [", JSON}, {"a.txt", "\ufeff \n[{", JSON},
		{"a.txt", "{", JSON}, {"a", "[", JSON}, {"a", "users;message", CSV}, {"a.csv", "[urgent],message", CSV}, {"a.tsv", "", CSV}, {"", "", CSV}, {"a.csv", "messages,users", CSV},
		{"a", "\xff\xfe[\x00", JSON}, {"a.csv", "PK\x03\x04", CSV},
	} {
		if got := FormatOf(c.name, []byte(c.head)); got != c.want {
			t.Errorf("%s with %q is %s, want %s", c.name, c.head, got, c.want)
		}
	}
}

func TestFilesOfSpreadsheetProgramsAreNamedAsSuch(t *testing.T) {
	for _, text := range []string{"PK\x03\x04\x14\x00\x06\x00", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 100)} {
		checkBroken(t, text, CSV, 0, CodeBatchWorkbook, 0)
		checkBroken(t, text, JSON, 0, CodeBatchWorkbook, 0)
	}
}

func TestFilesWithoutRowsAreReported(t *testing.T) {
	for _, text := range []string{"", " \n\r\n", "\ufeff", "[]", "messages=[ ]", `{"messages":[]}`} {
		checkBroken(t, text, JSON, 0, CodeBatchEmpty, 0)
	}
	for _, text := range []string{"", "\n \n", "users,message", "users,message\n\n,\n", "sep=;\n"} {
		checkBroken(t, text, CSV, 0, CodeBatchEmpty, 0)
	}
}

func TestAFileThatCannotBeReadIsNoFaultOfItsText(t *testing.T) {
	gone := errors.New("gone")
	for format, text := range map[Format]string{JSON: `[{"users":"a@example.com","message":"x"},{"mess`, CSV: "users,message\na@example.com,x\nb@exam"} {
		for _, head := range []string{text, text[:5], ""} {
			r := NewReader(io.MultiReader(strings.NewReader(head), iotest.ErrReader(gone)), format)
			var f *fault.Error
			for _, err := range r.All() {
				if err != nil && (!errors.As(err, &f) || f.Kind != fault.Other || f.Code != CodeBatchUnread || !errors.Is(err, gone)) {
					t.Errorf("%s %q: %v", format, head, err)
				}
			}
			if f == nil {
				t.Errorf("%s %q: no error", format, head)
			}
		}
	}
}

func TestReadingStopsWhenNobodyWantsMore(t *testing.T) {
	for format, text := range map[Format]string{JSON: `[{},{},{`, CSV: "users,message\na,b\na,b\n"} {
		for row, err := range NewReader(strings.NewReader(text), format).All() {
			if err != nil || row.Number != 1 {
				t.Errorf("%s: row %d, %v", format, row.Number, err)
			}
			break
		}
	}
}

func TestBatchesAreTheSameInWhateverPiecesTheyCome(t *testing.T) {
	for format, text := range map[Format]string{
		JSON: "\ufeff messages = [\r\n {\"users\":\"a@example.com\",\"message\":\"x\\ny\"},\r\n{\"panelName\":\"Desk\",\"message\":\"\\u00e9\"}\r\n]",
		CSV:  "\ufeffUsers;Message;Room\r\n\"a@example.com\";\"x\r\n\"\"y\"\"\";\r\n;z;Desk",
	} {
		whole := mustRead(t, text, format)
		var pieces []Row
		for row, err := range NewReader(iotest.OneByteReader(strings.NewReader(text)), format).All() {
			if err != nil {
				t.Fatalf("%s: %v", format, err)
			}
			pieces = append(pieces, row)
		}
		if diff := cmp.Diff(whole, pieces); diff != "" || len(whole) != 2 {
			t.Errorf("%s: %d rows, %s", format, len(whole), diff)
		}
	}
}
