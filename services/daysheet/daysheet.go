// Package daysheet writes a day of meeting rooms as a PDF to be printed and hung up: per room what is
// booked in it, by time. It knows the domain and the fonts of this computer; every word on the sheet
// comes from the caller.
package daysheet

import (
	"io"
	"slices"
	"time"

	"foyer/services/fault"
	"foyer/services/room"
)

// The codes of Write's errors.
const (
	// CodeFont: a font of the caller's cannot be used.
	CodeFont = "sheet-font"
	// CodeNotMade: the PDF could not be put together.
	CodeNotMade = "sheet-not-made"
)

// Paper is a size of paper, upright.
type Paper string

// The sizes.
const (
	A4     Paper = "A4"
	Letter Paper = "Letter"
)

// Sheet is what is printed.
type Sheet struct {
	// Board is the day; its lines are printed in their order.
	Board *room.Board
	// Veiled leaves out what private bookings are about.
	Veiled bool
	// Paper is A4 unless it is Letter.
	Paper Paper
	Words Words
	Fonts Fonts
	// At is when the sheet is made; it stands in the file alone.
	At time.Time
}

// Words are the words on a sheet, in the caller's language. None of them wraps but Stale and the notes.
type Words struct {
	// Language is the language's tag, such as "en", for programs that read the sheet aloud.
	Language string
	// Title heads the sheet, Day says which day it is, AsOf when that was known, Summary how much it is.
	Title, Day, AsOf, Summary string
	// Stale says since when the server has been unreachable; "" while the data are fresh.
	Stale string
	// Span is when a booking is on the day, Facts are seats and place of a room or "".
	Span  func(s *room.Slot) string
	Facts func(r room.Room) string
	// Private is the title of a veiled booking, Untitled that of one without; Free and Unknown are what is
	// said of rooms without bookings, Double of a booking at the time of another one.
	Private, Untitled, Free, Unknown, Double string
	// NoRooms stands where the first room would be.
	NoRooms string
	// Unreadable counts the entries that are not on the sheet, Veiled says that titles are left out.
	Unreadable func(n int) string
	Veiled     string
	// Continued is the name of a room whose bookings began on the page before, Page counts the pages.
	Continued func(name string) string
	Page      func(n, of int) string
}

// Result is what came of a sheet.
type Result struct {
	Pages int
	// Missing are the characters that no font of this computer has, each once, in order. A box stands for
	// them on paper.
	Missing []rune
}

// Write writes the sheet as a PDF, the same bytes for the same sheet and fonts. Nothing is written
// before all of it is made. It fails with a *fault.Error with CodeFont or CodeNotMade, or w's error.
func Write(w io.Writer, s Sheet) (Result, error) {
	t, err := newTypesetter(s.Fonts)
	if err != nil {
		return Result{}, err
	}
	l := newLayout(s, t)
	pages := l.pages()
	p, err := newPen(s, t)
	if err != nil {
		return Result{}, err
	}
	for i, page := range pages {
		p.page()
		for _, m := range page {
			m.draw(p, m.y)
		}
		l.foot(p, s.Words.Page(i+1, len(pages)))
	}
	missing := make([]rune, 0, len(t.missing))
	for r := range t.missing {
		missing = append(missing, r)
	}
	slices.Sort(missing)
	return Result{Pages: len(pages), Missing: missing}, p.write(w)
}

func broken(code string, err error) error {
	return &fault.Error{Op: "making the day sheet", Service: "file", Kind: fault.Other, Code: code, Err: err}
}
