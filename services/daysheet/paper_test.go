package daysheet_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"foyer/services/daysheet"
	"foyer/services/room"
)

var monday = room.Date{Year: 2026, Month: time.November, Day: 23}

// at is a time of Monday; 25:00 is 1:00 of the next day.
func at(hour, minute int) time.Time { return time.Date(2026, 11, 23, hour, minute, 0, 0, time.UTC) }

var barbara = room.Person{Name: "Barbara Example", Email: "barbara@example.com"}

// boardOf is Monday at 10:42, read a minute ago.
func boardOf(d room.Day) *room.Board {
	d.Date = monday
	s := room.Snapshot{Day: d, Reading: room.Reading{At: at(10, 41)}}
	return room.NewBoard(s, at(10, 42), time.UTC, room.Options{})
}

func sheetOf(b *room.Board) daysheet.Sheet {
	return daysheet.Sheet{Board: b, At: at(10, 42), Fonts: daysheet.Fonts{Regular: goregular.TTF, Bold: gobold.TTF}, Words: daysheet.Words{
		Language: "en", Title: "Meeting rooms", Day: "Monday, 23 November 2026", AsOf: "as of 10:41", Summary: "what is on it",
		Span: func(s *room.Slot) string {
			if s.Booking.AllDay {
				return "all day"
			}
			from := s.Booking.Start.Format("15:04")
			if s.Before {
				from = s.Booking.Start.Format("Mon 15:04")
			}
			return from + "–" + s.Booking.End.Format("15:04")
		},
		Facts:   func(r room.Room) string { return r.Place },
		Private: "Private", Untitled: "Booked", Free: "free all day", Unknown: "not known", Double: "Double booking", NoRooms: "There are no rooms.",
		Unreadable: func(n int) string { return fmt.Sprintf("%d entries could not be read.", n) }, Veiled: "Private titles are hidden.",
		Continued: func(name string) string { return name + " (continued)" },
		Page:      func(n, of int) string { return fmt.Sprintf("page %d of %d", n, of) },
	}}
}

// made is a sheet as somebody else's reader finds it.
type made struct {
	daysheet.Result
	data   []byte
	reader *pdf.Reader
	pages  []string // the words of each page without blanks
}

func write(t testing.TB, s daysheet.Sheet) made {
	t.Helper()
	var out bytes.Buffer
	result, err := daysheet.Write(&out, s)
	if err != nil {
		t.Fatal(err)
	}
	reader, err := pdf.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatalf("the sheet is no PDF: %v", err)
	}
	m := made{Result: result, data: out.Bytes(), reader: reader}
	if reader.NumPage() != result.Pages {
		t.Errorf("there are %d pages, %d were told", reader.NumPage(), result.Pages)
	}
	for i := range reader.NumPage() {
		m.pages = append(m.pages, tight(words(reader.Page(i+1).V)))
	}
	return m
}

// words are what is written on a page. Its fonts are in Identity-H with the characters themselves as
// codes; this reader's own way to them knows ranges of 256 characters at most.
func words(page pdf.Value) string {
	var all []uint16
	pdf.Interpret(page.Key("Contents"), func(stack *pdf.Stack, operator string) {
		var last pdf.Value
		for stack.Len() > 0 {
			if v := stack.Pop(); last.IsNull() {
				last = v
			}
		}
		if operator == "Tj" {
			raw := last.RawString()
			for i := 0; i+1 < len(raw); i += 2 {
				all = append(all, uint16(raw[i])<<8|uint16(raw[i+1]))
			}
		}
	})
	return string(utf16.Decode(all))
}

// tight is a text without blanks: a line may have been broken anywhere.
func tight(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// on tells on which pages words stand.
func (m made) on(words string) (pages []int) {
	for i, page := range m.pages {
		if strings.Contains(page, tight(words)) {
			pages = append(pages, i+1)
		}
	}
	return pages
}

// count tells how often words stand on the sheet.
func (m made) count(words string) int {
	return strings.Count(strings.Join(m.pages, "\n"), tight(words))
}

func (m made) want(t testing.TB, all ...string) {
	t.Helper()
	for _, words := range all {
		if len(m.on(words)) == 0 {
			t.Errorf("%q is not on the sheet: %.600q", words, m.pages)
		}
	}
}

func (m made) wantNot(t testing.TB, all ...string) {
	t.Helper()
	for _, words := range all {
		if pages := m.on(words); len(pages) > 0 {
			t.Errorf("%q is on page %v of the sheet", words, pages)
		}
	}
}
