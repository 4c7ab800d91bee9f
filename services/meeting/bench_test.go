package meeting

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// benchmarkRows is a list as long as Foyer promises to bear.
const benchmarkRows = 5000

// pasted is such a list as spreadsheets paste it: numbers in any punctuation, a tenth of them twice, some
// rows wrong.
func pasted(n int) string {
	random := rand.New(rand.NewPCG(1, 1))
	var b strings.Builder
	b.WriteString("Imię i nazwisko\tNr telefonu\tE-mail\tRola\tDział\n")
	for i := range n {
		number := i
		if i%10 == 9 {
			number = random.IntN(i)
		}
		switch i % 4 {
		case 0:
			fmt.Fprintf(&b, "Użytkownik %d\t+48 (0)22 %03d-%04d\tuser%d@example.com\tgospodarz\tDział %d\n", i, number/1000, number, i, i%7)
		case 1:
			fmt.Fprintf(&b, "Uczestniczka %d\t+9911128352%07d\tuser%d@example.com\t\tDział %d\n", i, number, i, i%7)
		case 2:
			fmt.Fprintf(&b, "\"Jan\nNowak %d\"\t0048 600 %06d\t\t0\t\n", i, number)
		default:
			fmt.Fprintf(&b, "企画 %d\t%s\tbroken@\t\t\n", i, []string{"", "call me", "8001"}[i%3])
		}
	}
	return b.String()
}

// BenchmarkPaste reads a pasted list and checks every row. The floor is the same text cut at its lines
// and tabs, with nothing understood.
func BenchmarkPaste(b *testing.B) {
	text := pasted(benchmarkRows)
	b.Run("read and check", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			r := ReadText(text)
			if problems := CheckAll(attendees(r)); len(r.Rows) != benchmarkRows || len(problems) < benchmarkRows/4 {
				b.Fatalf("%d rows, %d problems, %d rejected", len(r.Rows), len(problems), len(r.Rejected))
			}
		}
	})
	b.Run("check", func(b *testing.B) {
		rows := attendees(ReadText(text))
		b.ReportAllocs()
		for b.Loop() {
			if problems := CheckAll(rows); len(problems) < benchmarkRows/4 {
				b.Fatal(len(problems))
			}
		}
	})
	b.Run("floor=split", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			n := 0
			for line := range strings.Lines(text) {
				n += len(strings.Split(line, "\t"))
			}
			if n < 5*benchmarkRows {
				b.Fatal(n)
			}
		}
	})
}

// BenchmarkEdit sets a cell and asks for what a page shows of it. The floor is the same in a list of ten:
// the length of a list costs nothing.
func BenchmarkEdit(b *testing.B) {
	for name, n := range map[string]int{"rows=5000": benchmarkRows, "floor=10": 10} {
		b.Run(name, func(b *testing.B) {
			table := NewTable(attendees(ReadText(pasted(n)))...)
			numbers := []string{"+48 (0)22 1234567", "8001", "call me"}
			i := 0
			for b.Loop() {
				i++
				table.Set(i%n, ColumnPhone, numbers[i%3])
				if table.Status(i%n) == "" || len(table.Problems(i%n)) > 9 || table.Summary().Rows != n {
					b.Fatal(table.Summary())
				}
			}
		})
	}
}

// BenchmarkSameNumbers is the worst that a list can be: all rows have one number.
func BenchmarkSameNumbers(b *testing.B) {
	rows := make([]Attendee, benchmarkRows)
	for i := range rows {
		rows[i] = Attendee{Name: "Anna", Phone: "8001", UserUUID: "u1"}
	}
	for b.Loop() {
		table := NewTable(rows...)
		table.Insert(0, rows...)
		if n := table.MergeDuplicates(); n != 2*benchmarkRows-1 {
			b.Fatal(n)
		}
	}
}

// BenchmarkFollow looks at a meeting of 500 of 5,000 who were invited. In the worst list all numbers end
// alike, so that what is shown of them tells little.
func BenchmarkFollow(b *testing.B) {
	for name, end := range map[string]string{"numbers=any": "", "numbers=alike": "000"} {
		rows := people(benchmarkRows)
		var all []Participation
		for i := range rows {
			rows[i].Phone += end
			if i%10 == 0 {
				all = append(all, seen(fmt.Sprint("p", i), rows[i].Name, masked(rows[i].Phone), In))
			}
		}
		b.Run(name, func(b *testing.B) {
			f := NewFollow(rows, noon)
			for b.Loop() {
				clear(f.known)
				f.See(at(1, all...))
				if f.Standing(10).State != SeenIn {
					b.Fatal(f.Standing(10))
				}
			}
		})
	}
}

// BenchmarkReadTextHostile reads 1 MiB of what makes careless readers quadratic.
func BenchmarkReadTextHostile(b *testing.B) {
	for name, piece := range map[string]string{
		"quotes": `"`, "open quotes": "\"a\n", "quote and tab": "\"\t\n", "closed": "\"a\"\n", "angles": "<", "digits": "1 ", "long digits": "1", "pluses": "+1 ", "commas": ",", "names": "Anna ", "at signs": "@", "at words": "a@b ",
		"tabs": "a\t", "cards": "BEGIN:VCARD\n", "soft": "BEGIN:VCARD\nFN;QUOTED-PRINTABLE:=\n", "objects": "[{", "braces": "{\"a\":", "colons": "tel:", "Han": "企", "invalid": "\xff", "marks": "\u202a", "extensions": "1 ext ", "brackets": "(1)", "ext lines": "1x\n", "names on lines": "Anna\n", "CR": "\r",
	} {
		text := strings.Repeat(piece, 1<<20/len(piece))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				ReadText(text)
			}
		})
	}
	// Every line goes on with the one before.
	soft := "BEGIN:VCARD\nFN;QUOTED-PRINTABLE:" + strings.Repeat("a=\n", 1<<20/3)
	b.Run("one soft field", func(b *testing.B) {
		b.SetBytes(int64(len(soft)))
		for b.Loop() {
			ReadText(soft)
		}
	})
}
