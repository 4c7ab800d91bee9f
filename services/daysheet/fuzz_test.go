package daysheet_test

import (
	"testing"

	"foyer/services/room"
)

// FuzzWrite prints whatever servers send; another reader can read what comes of it.
func FuzzWrite(f *testing.F) {
	for _, seed := range [][3]string{{"Aurora", "Sync", "Barbara Example"}, {"", "\x00\x07\t\n", "\xff\xfe"}, {"会議室", "👩‍👩‍👧 🎉", "ي\u202eabc"}, {"(a\\b)", "\uffff\ufffe\U0010ffff", "e\u0301"}} {
		f.Add(seed[0], seed[1], seed[2], uint16(30))
	}
	f.Fuzz(func(t *testing.T, name, title, who string, length uint16) {
		start := at(9, 0)
		m := write(t, sheetOf(boardOf(room.Day{Rooms: []room.Room{{ID: "a", Name: name, Place: title}}, Bookings: []room.Booking{
			{ID: "1", RoomID: "a", Title: title, Start: start, End: start.Add(minutes(int(length))), Organizer: room.Person{Name: who}},
			{ID: "2", RoomID: "b", Title: who, Start: start, End: start.Add(minutes(10))},
		}})))
		m.want(t, "Meeting rooms", "09:00–09:10", "page 1 of 1")
	})
}
