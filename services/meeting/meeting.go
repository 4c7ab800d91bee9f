package meeting

import "time"

// Meeting is what the service tells of one.
type Meeting struct {
	// ID is the conference ID; RoomID that of the cloud room it is held in, which invitations do not take.
	ID      string    `json:"id"`
	RoomID  string    `json:"roomId,omitempty"`
	Subject string    `json:"subject"`
	Start   time.Time `json:"start,omitzero"`
	End     time.Time `json:"end,omitzero"`
	Phase   Phase     `json:"phase"`
	// Host is the name of who scheduled it.
	Host string `json:"host,omitempty"`
	// HostPassword is only known to who may see it. It is a secret: no log, no file.
	HostPassword string `json:"hostPassword,omitempty"`
	// JoinURL is the guests' link.
	JoinURL string `json:"joinUrl,omitempty"`
	// Online is how many are in it, if the service says so.
	Online int `json:"online,omitempty"`
}

// Phase is how far a meeting has come.
type Phase string

// The phases: scheduled, starting, running, over, or none of the service's known words.
const (
	Scheduled    Phase = "scheduled"
	Starting     Phase = "starting"
	Running      Phase = "running"
	Over         Phase = "over"
	UnknownPhase Phase = "unknown"
)

// Draft is a meeting to be created.
type Draft struct {
	Subject string `json:"subject"` // at most 128 code points
	// Start is the zero time for now. Length is rounded to minutes, 15 to 1440.
	Start      time.Time     `json:"start,omitzero"`
	Length     time.Duration `json:"length"`
	Voice      bool          `json:"voice,omitempty"` // without video
	Attendees  []Attendee    `json:"attendees,omitempty"`
	GuestsOpen bool          `json:"guestsOpen,omitempty"` // guests may start it
}
