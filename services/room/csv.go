package room

import (
	"io"
	"time"
)

// Export is a shown period as a file.
type Export struct {
	Rooms    []Room
	Bookings []Booking
	// From and To are the days of the period, both within it.
	From, To Date
	// Zone is in which times are written.
	Zone *time.Location
	// Veiled leaves out what private bookings are about.
	Veiled bool
}

// WriteCSV writes one row for each booking that touches the period, by room and start, as CSV that
// spreadsheets read: Room, Capacity, Place, Date, Start, End date, End, All day, Title, Organizer,
// E-mail, People, Note, Private, Link. Nothing is taken for a formula. It returns w's error.
func (e Export) WriteCSV(w io.Writer) error { return nil }
