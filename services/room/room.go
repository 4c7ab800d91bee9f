// Package room is the board of an office's meeting rooms: what is booked in them, which are free now
// and until when, which fit a wish, how full they are, and what changed since the last look. It reads
// nothing and stores nothing: who asks the server satisfies Source, and the time and the zone always
// come from the caller. Bookings are never made or changed; no server that Foyer knows documents how.
package room

import "encoding/json"

// Room is a meeting room.
type Room struct {
	// ID is the server's; two rooms may have the same name.
	ID   string `json:"id"`
	Name string `json:"name"`
	// Capacity is how many people fit in; 0 when it is not known.
	Capacity  int      `json:"capacity,omitempty"`
	Place     string   `json:"place,omitempty"`
	Equipment []string `json:"equipment,omitempty"`
	Note      string   `json:"note,omitempty"`
	// Color is as the server wrote it, in no particular form.
	Color string `json:"color,omitempty"`
	// Order is the server's; rooms of the same order are in that of their names.
	Order int `json:"order,omitempty"`
	// Hidden rooms were deleted or disabled; the board leaves them out.
	Hidden bool `json:"hidden,omitempty"`
	// Raw is the room as it came, without its bookings if they were inside of it.
	Raw json.RawMessage `json:"raw,omitempty"`
}
