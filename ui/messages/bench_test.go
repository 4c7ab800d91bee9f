package messages_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/messages"
	"foyer/ui/style"
)

// BenchmarkCheck reads and checks a batch of 10,000 rows for the table of checks.
func BenchmarkCheck(b *testing.B) {
	text := parking(10_000, 0)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if rows, err := messages.Check(context.Background(), text); err != nil || rows != 10_000 {
			b.Fatalf("%d rows, %v", rows, err)
		}
	}
}

// BenchmarkCheckFloor only reads the same rows.
func BenchmarkCheckFloor(b *testing.B) {
	text := parking(10_000, 0)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if rows, err := csv.NewReader(strings.NewReader(text)).ReadAll(); err != nil || len(rows) != 10_001 {
			b.Fatalf("%d rows, %v", len(rows), err)
		}
	}
}

// BenchmarkLetter types a letter into a message to four people.
func BenchmarkLetter(b *testing.B) {
	o := newOffice(b, style.Light, 100, usual)
	review(o)
	field := o.page.Text()
	for b.Loop() {
		field.TypedRune('a')
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}

// BenchmarkLetterFloor types a letter into the field alone.
func BenchmarkLetterFloor(b *testing.B) {
	o := newOffice(b, style.Light, 100, usual)
	review(o)
	o.page.Deaf()
	field := o.page.Text()
	for b.Loop() {
		field.TypedRune('a')
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}

// BenchmarkWordOfATime types a letter into the time of a quick call.
func BenchmarkWordOfATime(b *testing.B) {
	o := newOffice(b, style.Light, 100, usual)
	o.page.Open(3)
	field := o.page.CallWords().Input()
	o.typeInto(field, "in ")
	for b.Loop() {
		field.TypedRune('2')
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}

// BenchmarkManyPeople writes to 500 people at once.
func BenchmarkManyPeople(b *testing.B) {
	var list strings.Builder
	for i := range 500 {
		fmt.Fprintf(&list, "colleague%d@example.com, ", i)
	}
	o := newOffice(b, style.Light, 100, usual)
	for b.Loop() {
		o.page.Compose(message.Message{})
		o.page.WriteTo(list.String())
		o.settle()
	}
}
