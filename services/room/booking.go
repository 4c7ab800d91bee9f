package room

import (
	"encoding/json"
	"strconv"
	"time"
)

// Person is who booked or takes part. Either may be missing.
type Person struct {
	Name  string `json:"name,omitempty"`
	Email string `json:"email,omitempty"`
}

// String returns the name, or the address of a person without one.
func (p Person) String() string {
	if p.Name != "" {
		return p.Name
	}
	return p.Email
}

// Booking says that a room is taken for a time.
type Booking struct {
	// ID is the server's; "" when there is none. The dates of a series may share it.
	ID     string `json:"id,omitempty"`
	RoomID string `json:"room"`
	Title  string `json:"title,omitempty"`
	// Start is the first moment, End the first one after it.
	Start time.Time `json:"start"`
	End   time.Time `json:"end"`
	// EndUnknown says that no end was named, and End is an hour after Start.
	EndUnknown bool `json:"endUnknown,omitempty"`
	// AllDay bookings begin and end at midnight.
	AllDay    bool     `json:"allDay,omitempty"`
	Organizer Person   `json:"organizer,omitzero"`
	People    []Person `json:"people,omitempty"`
	Note      string   `json:"note,omitempty"`
	// Private bookings are shown as such; Veiled leaves out what they are about.
	Private bool   `json:"private,omitempty"`
	URL     string `json:"url,omitempty"`
	// Cancelled bookings take up nothing and are only counted.
	Cancelled bool `json:"cancelled,omitempty"`
	// Raw is the booking as it came.
	Raw json.RawMessage `json:"raw,omitempty"`
}

// Key tells the booking from all others for as long as it is not moved: to keep a selection while the
// board is read again.
func (b Booking) Key() string {
	name := b.ID
	if name == "" {
		name = "title " + b.Title
	}
	return b.RoomID + "\x00" + name + "\x00" + strconv.FormatInt(b.Start.Unix(), 10)
}

// Veiled returns the booking without what it is about if it is private: without title, people, note,
// link and source. When and where it is remains.
func (b Booking) Veiled() Booking {
	if b.Private {
		b.Title, b.Organizer, b.People, b.Note, b.URL, b.Raw = "", Person{}, nil, "", "", nil
	}
	return b
}

// Overlaps reports whether the booking takes up a moment of from to end, without end itself.
func (b Booking) Overlaps(from, end time.Time) bool { return b.touches(from, end) }

// touches is Overlaps for loops: bookings are large.
func (b *Booking) touches(from, end time.Time) bool {
	return b.Start.Before(end) && b.End.After(from)
}
