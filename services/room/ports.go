package room

import "context"

// Source lists rooms and what is booked in them. Implementations return a *fault.Error and no partial
// result; entries they could not read are counted, never dropped silently. Their bookings are Mended.
type Source interface {
	// Rooms lists the rooms alone.
	Rooms(ctx context.Context) ([]Room, error)
	// Bookings reads one day: every booking that takes up a moment of it in the server's zone, those that
	// began before or end after it as well.
	Bookings(ctx context.Context, day Date) (Day, error)
	// Month reads a month in the same way.
	Month(ctx context.Context, m Month) (Plan, error)
}
