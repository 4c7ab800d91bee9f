package room

import "time"

// Arrival is a booking that people will come for.
type Arrival struct {
	Booking *Booking
	Room    Room
	// In is how long it is until it starts.
	In time.Duration
	// After is the booking that runs in the room now and ends before this one starts; nil for none.
	After *Booking
}

// Arrivals returns the bookings that start after now and within a while, by their start and then in the
// order of the rooms; and the first one after that, nil for none.
func (b *Board) Arrivals(within time.Duration) (arrivals []Arrival, then *Arrival) { return nil, nil }
