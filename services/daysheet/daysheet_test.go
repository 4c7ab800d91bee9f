package daysheet_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"syscall"
	"testing"

	"foyer/services/daysheet"
	"foyer/services/fault"
	"foyer/services/room"
)

func TestASheetSaysOfEachRoomWhatIsBookedInIt(t *testing.T) {
	b := boardOf(room.Day{
		Rooms:   []room.Room{{ID: "a", Name: "Aurora", Place: "2nd floor"}, {ID: "b", Name: "Borealis"}, {ID: "c", Name: "Cirrus"}, {ID: "d", Name: "Delta"}},
		Unknown: []string{"d"}, Unreadable: 2,
		Bookings: []room.Booking{
			{ID: "1", RoomID: "a", Title: "Sync", Start: at(9, 0), End: at(10, 0), Organizer: barbara},
			{ID: "2", RoomID: "a", Title: "Board meeting", Start: at(13, 0), End: at(15, 30), Organizer: room.Person{Email: "max@example.com"}},
			{ID: "3", RoomID: "b", Title: "Fair", Start: at(0, 0), End: at(24, 0), AllDay: true},
			{ID: "4", RoomID: "x", Start: at(-2, 0), End: at(2, 0)},
		},
	})
	m := write(t, sheetOf(b))
	m.want(t, "Meeting rooms", "Monday, 23 November 2026", "as of 10:41", "what is on it", "page 1 of 1",
		"Aurora", "2nd floor", "09:00–10:00", "Sync", "Barbara Example", "13:00–15:30", "Board meeting", "max@example.com",
		"Borealis", "all day", "Fair", "Cirrus", "free all day", "Delta", "not known", "Sun 22:00–02:00", "Booked", "2 entries could not be read.")
	m.wantNot(t, "Double booking", "Private", "There are no rooms.")
	if n := m.count("free all day"); n != 1 {
		t.Errorf("%d rooms are free, want 1", n)
	}
	order := strings.Join(m.pages, "")
	if strings.Index(order, "Sync") > strings.Index(order, "Boardmeeting") {
		t.Error("bookings are not in the order of their times")
	}
}

func TestDoubleBookingsAreMarkedInWords(t *testing.T) {
	m := write(t, sheetOf(boardOf(room.Day{Rooms: []room.Room{{ID: "a", Name: "Aurora"}}, Bookings: []room.Booking{
		{ID: "1", RoomID: "a", Title: "One", Start: at(9, 0), End: at(10, 0)},
		{ID: "2", RoomID: "a", Title: "Two", Start: at(9, 30), End: at(11, 0)},
		{ID: "3", RoomID: "a", Title: "Three", Start: at(11, 0), End: at(12, 0)},
	}})))
	if n := m.count("Double booking"); n != 2 {
		t.Errorf("%d bookings are marked, want 2", n)
	}
}

func TestAVeiledSheetHasNothingOfPrivateBookings(t *testing.T) {
	b := boardOf(room.Day{Rooms: []room.Room{{ID: "a", Name: "Aurora"}}, Bookings: []room.Booking{
		{ID: "1", RoomID: "a", Title: "Salaries", Private: true, Start: at(9, 0), End: at(10, 0), Organizer: barbara},
		{ID: "2", RoomID: "a", Title: "Sync", Start: at(11, 0), End: at(12, 0)},
	}})
	open := sheetOf(b)
	write(t, open).want(t, "Salaries", "Barbara Example")
	veiled := open
	veiled.Veiled = true
	m := write(t, veiled)
	m.want(t, "Private", "09:00–10:00", "Sync", "Private titles are hidden.")
	m.wantNot(t, "Salaries", "Barbara")
}

func TestOldDataAreMarkedOnEveryPage(t *testing.T) {
	s := sheetOf(crowd(60, 300))
	s.Words.Stale = "As of 10:41. The room server has been unreachable since 10:43."
	m := write(t, s)
	if got := m.on(s.Words.Stale); !slices.Equal(got, []int{1}) {
		t.Errorf("the warning is on pages %v", got)
	}
	if got := m.on("as of 10:41"); len(got) != m.Pages || m.Pages < 2 {
		t.Errorf("the age is on pages %v of %d", got, m.Pages)
	}
}

// crowd is a day of so many rooms and bookings, each with a name of its own.
func crowd(rooms, bookings int) *room.Board {
	var d room.Day
	for i := range rooms {
		d.Rooms = append(d.Rooms, room.Room{ID: fmt.Sprint(i), Name: fmt.Sprintf("Room number %03d.", i), Place: "somewhere"})
	}
	for i := range bookings {
		start := at(6, 0).Add(minutes(i / rooms * 40))
		d.Bookings = append(d.Bookings, room.Booking{ID: fmt.Sprint("b", i), RoomID: fmt.Sprint(i % rooms), Title: fmt.Sprintf("Meeting %04d about something.", i), Start: start, End: start.Add(minutes(30)), Organizer: barbara})
	}
	return boardOf(d)
}

func TestNothingIsMissingFromALargeSheet(t *testing.T) {
	m := write(t, sheetOf(crowd(300, 2000)))
	for i := range 2000 {
		m.want(t, fmt.Sprintf("Meeting %04d about something.", i))
	}
	for i := range 300 {
		if got := m.on(fmt.Sprintf("Room number %03d.", i)); len(got) != 1 {
			t.Errorf("room %d is on pages %v", i, got)
		}
	}
	if n := m.count("(continued)"); n != 0 {
		t.Errorf("%d rooms are split", n)
	}
	if n := m.count("06:00–06:30"); n != 300 {
		t.Errorf("%d bookings begin at 6:00, want 300", n)
	}
	for i := range m.Pages {
		if got := m.on(fmt.Sprintf("page %d of %d", i+1, m.Pages)); !slices.Contains(got, i+1) {
			t.Errorf("page %d has no number", i+1)
		}
	}
}

func TestOnlyARoomLongerThanAPageIsSplit(t *testing.T) {
	d := room.Day{Rooms: []room.Room{{ID: "a", Name: "Aurora"}, {ID: "b", Name: "Borealis"}}}
	for i := range 130 {
		start := at(0, 0).Add(minutes(i * 10))
		d.Bookings = append(d.Bookings, room.Booking{ID: fmt.Sprint(i), RoomID: "b", Title: fmt.Sprintf("Slot %03d.", i), Start: start, End: start.Add(minutes(10))})
	}
	m := write(t, sheetOf(boardOf(d)))
	if got := m.on("Slot 000."); !slices.Equal(got, []int{1}) {
		t.Errorf("a room longer than a page begins on page %v", got)
	}
	if n := m.count("Borealis (continued)"); n != m.Pages-1 || m.Pages < 3 {
		t.Errorf("%d of %d pages say that they continue the room", n, m.Pages)
	}
	for i := range 130 {
		if n := m.count(fmt.Sprintf("Slot %03d.", i)); n != 1 {
			t.Errorf("booking %d is %d times on the sheet", i, n)
		}
	}
}

func TestAnEmptyDayIsASheetToo(t *testing.T) {
	m := write(t, sheetOf(boardOf(room.Day{})))
	m.want(t, "There are no rooms.", "page 1 of 1")
}

func TestTheSameSheetIsTheSameBytes(t *testing.T) {
	s := sheetOf(crowd(40, 200))
	a, b := write(t, s), write(t, s)
	if !bytes.Equal(a.data, b.data) {
		t.Error("two sheets of the same day differ")
	}
}

func TestPaperIsA4OrLetter(t *testing.T) {
	for paper, want := range map[daysheet.Paper]string{daysheet.A4: "595x841", daysheet.Letter: "612x792", "": "595x841", "napkin": "595x841"} {
		s := sheetOf(crowd(3, 3))
		s.Paper = paper
		m := write(t, s)
		page := m.reader.Page(1).V
		box := page.Key("MediaBox")
		if box.IsNull() {
			box = page.Key("Parent").Key("MediaBox")
		}
		if got := fmt.Sprintf("%.0fx%d", box.Index(2).Float64(), int(box.Index(3).Float64())); got != want {
			t.Errorf("%q is %s, want %s", paper, got, want)
		}
	}
}

func TestLongTextsWrapAndAreCutAtLast(t *testing.T) {
	long := strings.Repeat("a sentence that goes on and ", 3) + "ends."
	endless := strings.Repeat("Donaudampfschiff", 400)
	m := write(t, sheetOf(boardOf(room.Day{Rooms: []room.Room{{ID: "a", Name: endless}, {ID: "b", Name: "Borealis", Place: endless}}, Bookings: []room.Booking{
		{ID: "1", RoomID: "a", Title: long, Start: at(9, 0), End: at(10, 0), Organizer: room.Person{Name: endless}},
		{ID: "2", RoomID: "a", Title: endless, Start: at(11, 0), End: at(12, 0)},
	}})))
	m.want(t, long, "Donaud…")
	if m.Pages != 1 {
		t.Errorf("there are %d pages", m.Pages)
	}
}

// full is a disk that is full.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestTheWritersErrorComesBack(t *testing.T) {
	_, err := daysheet.Write(full{}, sheetOf(crowd(3, 3)))
	var f *fault.Error
	if !errors.Is(err, syscall.ENOSPC) || errors.As(err, &f) {
		t.Errorf("got %v", err)
	}
}
