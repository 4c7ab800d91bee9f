package room

// Filter chooses rooms. The zero value chooses all.
type Filter struct {
	// Words have to stand in the room's name, place, equipment or note, in any order and case.
	Words string `json:"words,omitempty"`
	// Place is the room's place as it is written; "" for any.
	Place string `json:"place,omitempty"`
	// Capacity is how many seats there have to be; 0 for any. Rooms of which it is not known fit 0 only.
	Capacity int `json:"capacity,omitempty"`
	// FreeNow chooses the rooms that are Free, not those that are taken soon.
	FreeNow bool `json:"freeNow,omitempty"`
}

// IsZero reports whether the filter chooses all rooms.
func (f Filter) IsZero() bool { return f == Filter{} }

// Match reports whether the filter chooses the room, whatever its status.
func (f Filter) Match(r Room) bool { return true }

// Only returns the board with the lines that the filter chooses. Its Counts and Bookings are those of
// the lines that it would choose without FreeNow, so that they say what FreeNow would leave.
func (b *Board) Only(f Filter) *Board { return b }

// Only returns the plan with the rooms that the filter chooses, without regard to FreeNow, and with
// their bookings.
func (p Plan) Only(f Filter) Plan { return p }

// Places returns the places of the rooms that are not hidden, each once, in natural order.
func Places(rooms []Room) []string { return nil }

// Hit is a booking that was looked for.
type Hit struct {
	Room    Room
	Booking *Booking
}

// Search finds bookings of the board by words in their title, organiser, people and room, those to
// come first. With veiled, private bookings are found by their room only.
func (b *Board) Search(words string, veiled bool, limit int) []Hit { return nil }
