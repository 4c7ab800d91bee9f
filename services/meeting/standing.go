package meeting

import "time"

// Seen is how far somebody who was invited has come.
type Seen string

// The steps.
const (
	SeenWaiting  Seen = "waiting" // accepted, and not seen yet
	SeenCalling  Seen = "calling"
	SeenJoining  Seen = "joining"
	SeenIn       Seen = "in"
	SeenNoAnswer Seen = "no-answer" // was called and is gone, or was never seen within AnswerTime
	SeenLeft     Seen = "left"      // was in
)

// AnswerTime is how long a call that nobody has seen yet may still ring.
const AnswerTime = 60 * time.Second

// Standing is where an invited row stands.
type Standing struct {
	State Seen
	// Since is when this state was first seen.
	Since time.Time
	// PID and Name are those of the participation that was seen last, "" before the first.
	PID  string
	Name string
}
