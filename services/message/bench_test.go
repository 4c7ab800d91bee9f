package message

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"strings"
	"testing"
)

// The benchmarks read 1 MiB of what people have. Each has a peer beside it: the standard library
// reading the same, without checking anything.

func benchmarkBatch(b *testing.B, format Format, text int, peer func(b *testing.B, file []byte) int) {
	var file bytes.Buffer
	if _, err := file.ReadFrom(newBatchFile(format, 1<<20, text)); err != nil {
		b.Fatal(err)
	}
	rows := newBatchFile(format, 1<<20, text).rows
	run := func(name string, read func() int) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(file.Len()))
			b.ReportAllocs()
			for b.Loop() {
				if n := read(); n != rows {
					b.Fatalf("%d rows of %d", n, rows)
				}
			}
		})
	}
	run("reader", func() int {
		n := 0
		for row, err := range NewReader(bytes.NewReader(file.Bytes()), format).All() {
			if err != nil || row.Problems != nil {
				b.Fatal(row.Problems, err)
			}
			n++
		}
		return n
	})
	run("peer=encoding/"+string(format), func() int { return peer(b, file.Bytes()) })
}

func BenchmarkReadJSON(b *testing.B) {
	for _, text := range []int{33, 1 << 10, 10 << 10} {
		b.Run(fmt.Sprintf("text=%d", text), func(b *testing.B) { benchmarkBatch(b, JSON, text, decodeJSON) })
	}
}

// decodeJSON reads the rows as encoding/json streams them.
func decodeJSON(b *testing.B, file []byte) int {
	in := json.NewDecoder(bytes.NewReader(file))
	if _, err := in.Token(); err != nil {
		b.Fatal(err)
	}
	n := 0
	for in.More() {
		var row struct {
			Message  string
			IsOpened bool
			Property struct{ Users string }
		}
		if err := in.Decode(&row); err != nil {
			b.Fatal(err)
		}
		n++
	}
	return n
}

func BenchmarkReadCSV(b *testing.B) {
	for _, text := range []int{33, 1 << 10, 10 << 10} {
		b.Run(fmt.Sprintf("text=%d", text), func(b *testing.B) { benchmarkBatch(b, CSV, text, decodeCSV) })
	}
}

func decodeCSV(b *testing.B, file []byte) int {
	in := csv.NewReader(bytes.NewReader(file))
	in.Comma, in.ReuseRecord = ';', true
	for n := -1; ; n++ { // without the headings
		if _, err := in.Read(); errors.Is(err, io.EOF) {
			return n
		} else if err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadRecipients(b *testing.B) {
	var list strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&list, "\"Example, Barbara %d\" <barbara.%d@example.com>, ", i, i)
	}
	text := strings.TrimSuffix(list.String(), ", ")
	b.Run("reader", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			if n := len(ReadRecipients(text)); n != 1000 {
				b.Fatal(n)
			}
		}
	})
	b.Run("peer=net/mail", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			if all, err := mail.ParseAddressList(text); err != nil || len(all) != 1000 {
				b.Fatal(len(all), err)
			}
		}
	})
}

// BenchmarkReadRecipientsHostile reads 1 MiB of what makes careless readers quadratic. No case should
// be many times slower than the list above.
func BenchmarkReadRecipientsHostile(b *testing.B) {
	for name, piece := range map[string]string{
		"at signs": "@", "angles": "<", "closed": "<>", "quotes": `"`, "escapes": `\"`, "parentheses": "(", "commas": ",", "names": "Barbara ", "letters": "a", "dots": "a.", "mailto": "mailto:", "asked": "mailto:?,",
		"addresses": "a@example.com ", "tabs": "a\t", "rows": "Barbara\ta@example.com\n", "lines": "Barbara\n", "folded": "Barbara\n<a@example.com>\n", "table": "Barbara,a@example.com\n", "glued": "a@b", "slashes": "a@example.com/",
		"zero width": "\u200b", "wide": "＠", "semicolons": "Last, First;", "brackets": "](", "colons": "a:", "joiners": "é\u200d", "Han": "企", "invalid": "\xff", "angles and addresses": "a@example.com <", "bullets": "- 1. ",
	} {
		text := strings.Repeat(piece, 1<<20/len(piece))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				ReadRecipients(text)
			}
		})
	}
}
