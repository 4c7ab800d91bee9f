package room

import (
	"testing"
	"time"
)

// Whatever a server sends, each booking is drawn, counted, or on another day.
func FuzzTheBoardTakesAnything(f *testing.F) {
	f.Add([]byte("\x00\x10\x20\x01\x11\x10\x02\xff\x00"), int64(0))
	f.Add([]byte("aaaaaaaaa"), int64(1792879200)) // around the end of summer time
	f.Add([]byte("\x80\x00\xff"), int64(-62135596800))
	z := berlin(f)
	f.Fuzz(func(t *testing.T, data []byte, seconds int64) {
		seconds %= 1 << 40
		base := time.Unix(seconds, 0).In(z)
		day := Day{Date: DateOf(base), Rooms: rooms("a", "b")}
		for i := 0; i+2 < len(data) && i < 300; i += 3 {
			kind := data[i]
			b := Booking{RoomID: []string{"a", "b", "stray", ""}[kind&3], AllDay: kind&4 > 0, Cancelled: kind&8 > 0, Private: kind&16 > 0}
			if kind&32 == 0 {
				b.Start = base.Add(time.Duration(int8(data[i+1])) * 29 * time.Minute)
			}
			if kind&64 == 0 {
				b.End = base.Add(time.Duration(int8(data[i+2])) * 31 * time.Minute)
			}
			if kind&128 > 0 {
				b.ID = string(rune('0' + kind%10))
			}
			day.Bookings = append(day.Bookings, b)
		}
		board := NewBoard(Snapshot{Day: day, Reading: Reading{At: base}}, base, z, Options{})
		elsewhere, slots := 0, 0
		g := group(day.Rooms, day.Bookings, z, false)
		for _, r := range g.rooms {
			for _, b := range r.bookings {
				if !b.End.After(b.Start) {
					t.Errorf("from %s to %s", b.Start, b.End)
				}
				if !b.Overlaps(board.Start, board.End) {
					elsewhere++
				}
			}
		}
		for i := range board.Lines {
			slots += len(board.Lines[i].Slots)
			checkLanes(t, &board.Lines[i])
		}
		if slots != board.Bookings || slots+elsewhere+board.Copies+board.Cancelled+board.Unreadable != len(day.Bookings) {
			t.Errorf("%d slots, %d on other days, %d copies, %d cancelled, %d unreadable of %d", slots, elsewhere, board.Copies, board.Cancelled, board.Unreadable, len(day.Bookings))
		}
	})
}
