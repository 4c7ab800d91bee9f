package message

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
)

// batchFile generates a batch file of about the given size, with rows of about 10 KiB.
type batchFile struct {
	head, row, tail string
	rows            int
	made            int
	rest            string
	done            bool
}

func newBatchFile(format Format, size, text int) *batchFile {
	words := strings.Repeat("Your parking space is number 17. ", text/33+1)[:text]
	f := &batchFile{head: "[\n", row: `{"message":"` + words + `\nRow %d","property":{"users":"row%d@example.com,ludwig@example.com"},"isOpened":true}`, tail: "\n]\n"}
	if format == CSV {
		f = &batchFile{head: "message;users;envelope;Badge\n", row: "\"" + words + "\nRow %d\";row%d@example.com, ludwig@example.com;yes;17\n"}
	}
	f.rows = size / len(f.row)
	f.rest = f.head
	return f
}

func (f *batchFile) Read(p []byte) (int, error) {
	if f.rest == "" && f.made == f.rows {
		if f.done {
			return 0, io.EOF
		}
		f.rest, f.done = f.tail, true
	}
	if f.rest == "" && f.made < f.rows {
		if f.made++; f.made > 1 && f.tail != "" {
			f.rest = ",\n"
		}
		f.rest += fmt.Sprintf(f.row, f.made, f.made)
	}
	n := copy(p, f.rest)
	f.rest = f.rest[n:]
	return n, nil
}

func TestHundredMegabytesAreReadInLittleMemory(t *testing.T) {
	const size, allowed = 100 << 20, 60 << 20
	for _, format := range []Format{JSON, CSV} {
		t.Run(string(format), func(t *testing.T) {
			file := newBatchFile(format, size, 10<<10)
			runtime.GC()
			before, most := heap(), uint64(0)
			rows := 0
			for row, err := range NewReader(file, format).All() {
				if err != nil || row.Problems != nil {
					t.Fatalf("row %d: %v, %v", row.Number, row.Problems, err)
				}
				if rows = row.Number; rows%100 == 0 {
					most = max(most, heap())
				}
			}
			if rows != file.rows || rows < 9000 {
				t.Errorf("%d rows of %d", rows, file.rows)
			}
			grown := int64(most) - int64(before)
			if grown > allowed {
				t.Errorf("the heap grew by %d bytes", grown)
			}
			t.Logf("%d rows, at most %d KiB more on the heap", rows, grown>>10)
		})
	}
}

// TestHostileFilesAreReadInLittleMemory has files that would be one row, if one believed them.
func TestHostileFilesAreReadInLittleMemory(t *testing.T) {
	const size, allowed = 24 << 20, 20 << 20
	for name, c := range map[string]struct {
		format     Format
		head, more string
	}{
		"a string that does not end":  {JSON, `[{"message":"`, "x"},
		"an object that does not end": {JSON, `[{`, `"message":"x",`},
		"blanks":                      {JSON, ``, " "},
		"a number":                    {JSON, `[`, "1"},
		"brackets":                    {JSON, `[`, "["},
		"a quote that does not end":   {CSV, "room,message\nDesk,\"", strings.Repeat("x", 99) + "\n"},
		"a line that does not end":    {CSV, "room,message\nDesk,", "x"},
		"headings that do not end":    {CSV, "room,message", "x"},
		"cells that do not end":       {CSV, "room,message\n", "x,"},
	} {
		t.Run(name, func(t *testing.T) {
			in := io.MultiReader(strings.NewReader(c.head), io.LimitReader(&forever{strings.Repeat(c.more, 5000/len(c.more))}, size))
			runtime.GC()
			before := heap()
			most, failed := before, false
			for row, err := range NewReader(in, c.format).All() {
				failed = failed || err != nil || row.Problems != nil
				if row.Number%1000 == 1 {
					most = max(most, heap())
				}
			}
			most = max(most, heap())
			if !failed {
				t.Error("it was read without a problem")
			}
			if grown := int64(most) - int64(before); grown > allowed {
				t.Errorf("the heap grew by %d bytes", grown)
			}
		})
	}
}

// forever reads the same text again and again.
type forever struct{ text string }

func (f *forever) Read(p []byte) (int, error) { return copy(p, f.text), nil }

func heap() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
