package room

import "time"

// WatchOf returns the wish to be told about a booking of the office's days in a zone; false for one
// without an ID, which cannot be watched.
func WatchOf(k *Booking, zone *time.Location) (Watch, bool) {
	if k.ID == "" || k.RoomID == "" {
		return Watch{}, false
	}
	return Watch{RoomID: k.RoomID, BookingID: k.ID, Date: DateOf(k.Start.In(zone)), Start: k.Start}, true
}

// Watched returns the booking on the board that a wish is about: the one in its room with its ID that
// starts nearest to when the watched one did. It is nil when there is none, or the wish is about a room.
func (b *Board) Watched(w Watch) *Booking {
	if w.BookingID == "" || b.Date != w.Date {
		return nil
	}
	if l := b.Line(w.RoomID); l != nil {
		return l.nearest(w)
	}
	return nil
}
