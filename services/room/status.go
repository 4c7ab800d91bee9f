package room

// Status is what a room is at a moment. The values go to JSON.
type Status string

// The statuses.
const (
	// Unknown: nobody knows what is booked.
	Unknown Status = "unknown"
	// Free: nothing runs, and nothing starts soon.
	Free Status = "free"
	// Soon: nothing runs, but something starts soon.
	Soon Status = "soon"
	// InUse: a booking runs.
	InUse Status = "in-use"
	// Booked: the board shows another day than today, and the room has bookings on it.
	Booked Status = "booked"
)

// Counts are how many rooms have which status.
type Counts struct {
	Free, Soon, InUse, Unknown, Booked int
}

// Total counts all rooms.
func (c Counts) Total() int { return c.Free + c.Soon + c.InUse + c.Unknown + c.Booked }

func (c *Counts) add(s Status) {
	switch s {
	case Free:
		c.Free++
	case Soon:
		c.Soon++
	case InUse:
		c.InUse++
	case Booked:
		c.Booked++
	default:
		c.Unknown++
	}
}
