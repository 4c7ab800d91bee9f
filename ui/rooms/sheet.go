package rooms

import (
	"fmt"
	"strconv"
	"time"

	"foyer/services/room"
)

// Sheet is a day that is printed.
type Sheet struct {
	Board *room.Board
	// Veiled leaves out what private bookings are about.
	Veiled bool
	Words  SheetWords
	// At is when the sheet is made.
	At time.Time
}

// SheetWords are the words on a sheet.
type SheetWords struct {
	// Language is the language's tag.
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

// daySheet is the day in sight, with the rooms that the filter chooses.
func (p *Page) daySheet() Sheet {
	m := &p.model
	b, all := m.shown, m.board
	if m.view == viewNow {
		b, all = m.now.Only(m.filter), m.now
	}
	return Sheet{Board: b, Veiled: m.veiled, At: p.now(), Words: p.sheetWords(b, all)}
}

// sheetWords are the words for a board, which is all or some of another one.
func (p *Page) sheetWords(b, all *room.Board) SheetWords {
	say := p.config.Say
	d := b.Date
	w := SheetWords{
		Language: say.Language().String(),
		Title:    say.T("rooms.sheet-title"),
		Day:      say.T("rooms.sheet-day", "Weekday", p.weekday(d), "Day", d.Day, "Month", p.monthWord(d.Month), "Year", fmt.Sprint(d.Year)),
		AsOf:     say.T("rooms.never-read"),
		Summary:  p.amount(b, all),
		Span:     p.span, Facts: p.roomFacts,
		Private: say.T("rooms.private"), Untitled: say.T("rooms.no-title"), Free: say.T("rooms.free-all-day"), Unknown: say.T("rooms.not-known"),
		Double: say.T("rooms.sheet-double"), NoRooms: say.T("rooms.none"), Veiled: say.T("rooms.foot-veiled"),
		Unreadable: func(n int) string { return say.N("rooms.unreadable", n) },
		Continued:  func(name string) string { return say.T("rooms.sheet-continued", "Name", name) },
		Page: func(n, of int) string {
			return say.T("rooms.sheet-page", "Page", strconv.Itoa(n), "Pages", strconv.Itoa(of))
		},
	}
	if p.model.service.Demo {
		w.Title = say.T("rooms.sheet-demo")
	}
	if len(all.Lines) > 0 {
		w.NoRooms = say.T("rooms.nothing")
	}
	if !b.Reading.At.IsZero() {
		w.AsOf = say.T("rooms.as-of", "When", p.moment(b.Reading.At))
	}
	if b.Freshness == room.Stale || b.Freshness == room.Unread && b.Reading.Why != nil {
		_, w.Stale = p.staleSince(b.Reading)
		if !b.Reading.At.IsZero() {
			w.Stale = say.T("rooms.stale-as-of", "When", p.moment(b.Reading.At)) + " " + w.Stale
		}
	}
	return w
}

// amount counts the rooms and bookings of a board.
func (p *Page) amount(b, all *room.Board) string {
	bookings := 0
	for i := range b.Lines {
		bookings += len(b.Lines[i].Slots)
	}
	return p.config.Say.T("rooms.count-bookings", "Rooms", p.roomsOf(b, all), "Bookings", p.config.Say.N("rooms.bookings", bookings))
}
