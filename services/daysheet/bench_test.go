package daysheet_test

import (
	"io"
	"testing"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/goregular"

	"foyer/services/daysheet"
)

// BenchmarkWrite writes 300 rooms with 2,000 bookings; the floor is the library with the same texts,
// without any layout.
func BenchmarkWrite(b *testing.B) {
	s := sheetOf(crowd(300, 2000))
	b.Run("sheet", func(b *testing.B) {
		for b.Loop() {
			if _, err := daysheet.Write(io.Discard, s); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("floor", func(b *testing.B) {
		for b.Loop() {
			f := fpdf.New("P", "pt", "A4", "")
			f.AddUTF8FontFromBytes("f", "", goregular.TTF)
			f.SetFont("f", "", 10)
			for i := range s.Board.Lines {
				if i%7 == 0 {
					f.AddPage()
				}
				for k := range s.Board.Lines[i].Slots {
					slot := &s.Board.Lines[i].Slots[k]
					f.Text(10, 10, s.Words.Span(slot))
					f.Text(10, 10, slot.Booking.Title)
					f.Text(10, 10, slot.Booking.Organizer.Name)
				}
			}
			if err := f.Output(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	})
}
