package demo

import "time"

// Data are an office's conference rooms and what is booked in them.
type Data struct {
	Rooms    []Room    `json:"rooms"`
	Bookings []Booking `json:"bookings"`
}

// Room is a conference room.
type Room struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Capacity int    `json:"capacity,omitempty"`
	Place    string `json:"place,omitempty"`
	// Equipment is a list in words.
	Equipment []string `json:"equipment,omitempty"`
	Note      string   `json:"note,omitempty"`
}

// Booking is what a room is reserved for.
type Booking struct {
	ID    string    `json:"id"`
	Room  string    `json:"room"` // its id
	Title string    `json:"title,omitempty"`
	Start time.Time `json:"start"`
	// End is later than Start, by less than a day or, for AllDay, by a whole one.
	End    time.Time `json:"end"`
	AllDay bool      `json:"allDay,omitempty"`
	// Organizer and People are e-mail addresses.
	Organizer string   `json:"organizer,omitempty"`
	People    []string `json:"people,omitempty"`
	Private   bool     `json:"private,omitempty"`
}

// Person is somebody who works at the office.
type Person struct {
	UID     string `json:"uid"`
	Name    string `json:"name"`
	Address string `json:"address"`
}

// SetData puts other rooms and bookings in the place of the office's own, until Reset.
func (o *Office) SetData(d Data) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.state.Data = &d
	o.changed()
}
