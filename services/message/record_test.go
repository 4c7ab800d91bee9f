package message

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLinesEndAsTheyDoEverywhere(t *testing.T) {
	for text, want := range map[string][]string{
		"": nil, "a": {"a"}, "a\nb": {"a\n", "b"}, "a\r\nb\r\n": {"a\n", "b\n"}, "a\rb\r": {"a\n", "b\n"}, "\n\r\n\r": {"\n", "\n", "\n"}, "a\n\rb": {"a\n", "\n", "b"}, "\r": {"\n"},
	} {
		l := lines{in: bufio.NewReader(strings.NewReader(text))}
		var got []string
		for {
			b, err := l.appendLine(nil)
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, string(b))
		}
		if diff := cmp.Diff(want, got); diff != "" || l.read != len(want) {
			t.Errorf("%q: %d lines, %s", text, l.read, diff)
		}
	}
}

func TestLinesThatAreGivenBackAreReadAgain(t *testing.T) {
	l := lines{in: bufio.NewReaderSize(strings.NewReader("a\r\nb\nc\nd"), 16)}
	read := func() string {
		b, err := l.appendLine(nil)
		if err != nil && !errors.Is(err, io.EOF) {
			t.Fatal(err)
		}
		return string(b)
	}
	first, second := read(), read()
	l.giveBack([]byte(second), 1)
	l.giveBack([]byte(first), 1)
	if diff := cmp.Diff("a\n|b\n|c\n|d|", read()+"|"+read()+"|"+read()+"|"+read()+"|"+read()); diff != "" || l.read != 4 {
		t.Errorf("%d lines, %s", l.read, diff)
	}
}

// TestRecordsAreCutIntoCells has a line of two encodings: each cell is read for itself.
func TestRecordsAreCutIntoCells(t *testing.T) {
	for line, want := range map[string][]string{
		"": {""}, ";": {"", ""}, "a;b;": {"a", "b", ""}, ` a ; "b" ;c`: {"a", "b", "c"}, `"a;b";"c""d"`: {"a;b", `c"d`}, `a"b;c""`: {`a"b`, `c""`}, `"";""`: {"", ""}, `"""";x`: {`"`, "x"}, "é;\xe9": {"é", "é"},
	} {
		r := record{sep: ';', text: []byte(line + "\n")}
		if r.scan(); r.state != whole {
			t.Errorf("%q is in state %d", line, r.state)
			continue
		}
		if diff := cmp.Diff(want, r.cells()); diff != "" {
			t.Errorf("%q: %s", line, diff)
		}
	}
	for line, want := range map[string]progress{`"a`: open, `a;"`: open, `"a""`: open, `"a"b`: wrong, `"a"";"b`: wrong, `"a" "b"`: wrong, strings.Repeat(";", maxCells): crowded} {
		r := record{sep: ';', text: []byte(line + "\n")}
		if r.scan(); r.state != want {
			t.Errorf("%.20q is in state %d, want %d", line, r.state, want)
		}
	}
}

func TestTheSeparatorIsTheOneThatMakesSenseOfTheHeadings(t *testing.T) {
	for line, want := range map[string]byte{
		"users,message": ',', "users;message": ';', "users\tmessage": '\t', "a,b,c;users;message": ';', "users;message,x;room": ';', `"a;b",users,message`: ',', "message": ',', "x;y": ',', "": ',',
	} {
		if got := sniffed(line + "\n"); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
	for line, want := range map[string]byte{"sep=;\n": ';', "SEP=,": ',', "\"sep=|\"\r\n": '|', "sep=": 0, "sep=;;": 0, "separator": 0} {
		if got, told := toldSeparator(line); got != want || told != (want != 0) {
			t.Errorf("%q: %q, %t", line, got, told)
		}
	}
}

func TestTheFaultInJSONIsFound(t *testing.T) {
	for text, want := range map[string]int{
		`{"a":1}`: 7, `{"a" 1}`: 5, `{"a":1,}`: 7, `{a:1}`: 1, `[1 2]`: 3, `[01]`: 2, `[1.]`: 3, `[1e]`: 3, `[-]`: 2, `["\q"]`: 3, `["\u12g4"]`: 6, "[\"a\tb\"]": 3, `[tru]`: 4, `{"a":}`: 5, `"a`: 1, `[nul`: 3, `[1]x`: 3, `{"a":[1,{"b":"\ud83d"}]}`: 24,
	} {
		if got := validLength([]byte(text)); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

func TestBrokenLinesNameThemselves(t *testing.T) {
	cause := errors.New("cause")
	err := broken(CodeBatchJSON, 7, cause)
	if want := "reading a batch file: invalid: batch-json: line 7: cause"; err.Error() != want || !errors.Is(err, cause) {
		t.Errorf("%q", err.Error())
	}
	if want := "reading a batch file: invalid: batch-quotes: line 7"; broken(CodeBatchQuotes, 7, nil).Error() != want {
		t.Errorf("%q", broken(CodeBatchQuotes, 7, nil).Error())
	}
}
