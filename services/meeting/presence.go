package meeting

import "time"

// Presence is who is in a meeting at a moment.
type Presence struct {
	// At is when it was read.
	At time.Time `json:"at"`
	// Participants are in it, being called, or joining. One account on two devices is two of them.
	Participants []Participation `json:"participants"`
	// Invited is everybody who was invited, in it or not.
	Invited []Invited `json:"invited"`
	// Hosts are the PIDs of the host and co-hosts.
	Hosts []string `json:"hosts,omitempty"`
}

// Participation is one device in a meeting, or on its way.
type Participation struct {
	PID   string `json:"pid"`
	Name  string `json:"name"`
	Phone string `json:"phone"`
	State State  `json:"state"`
	Video bool   `json:"video,omitempty"`
	Muted bool   `json:"muted,omitempty"`
	Hand  bool   `json:"hand,omitempty"` // raised
}

// State is how far a participant has come.
type State string

// The states. Every other number that a service may give is Unclear, and kept in no field.
const (
	In      State = "in"
	Calling State = "calling"
	Joining State = "joining"
	Unclear State = "unclear"
)

// Invited is an entry of the list of those who were invited.
type Invited struct {
	AccountID string `json:"accountId,omitempty"`
	UserUUID  string `json:"userUUID,omitempty"`
	Name      string `json:"name"`
	Phone     string `json:"phone"`
}
