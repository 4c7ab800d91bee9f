package demo

import (
	"fmt"
	"slices"
	"time"

	"foyer/services/fault"
)

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

// SetData puts other rooms and bookings in the place of the office's own, until Reset. A room without
// a name or an id, two with one id, or a booking without a room or that ends before it starts, is a
// *fault.Error of kind Invalid, and changes nothing.
func (o *Office) SetData(d Data) error {
	if err := d.check(); err != nil {
		return &fault.Error{Op: "setting data", Service: serviceName, Kind: fault.Invalid, Code: CodeForm, Err: err}
	}
	d = Data{Rooms: slices.Clone(d.Rooms), Bookings: slices.Clone(d.Bookings)}
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.state.Data = &d
	o.changed()
	return nil
}

func (d Data) check() error {
	known := map[string]bool{}
	for i, r := range d.Rooms {
		if r.ID == "" || r.Name == "" || known[r.ID] {
			return fmt.Errorf("room %d: id %q, name %q", i, r.ID, r.Name)
		}
		known[r.ID] = true
	}
	for i, b := range d.Bookings {
		if !known[b.Room] || b.ID == "" || !b.End.After(b.Start) {
			return fmt.Errorf("booking %d: id %q, room %q, %v to %v", i, b.ID, b.Room, b.Start, b.End)
		}
	}
	return nil
}
