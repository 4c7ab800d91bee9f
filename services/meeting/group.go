package meeting

import "time"

// Group is a saved list of attendees.
type Group struct {
	Name      string     `json:"name"`
	Attendees []Attendee `json:"attendees"`
	Saved     time.Time  `json:"saved,omitzero"`
}
