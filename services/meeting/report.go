package meeting

// Progress is how far an invitation has come, in attendees.
type Progress struct {
	// Sent have left in a request that was answered; Accepted are those that the service took.
	Sent, Accepted, Total int
}

// Fate is what became of a row that was to be invited.
type Fate string

// The fates.
const (
	FateAccepted Fate = "accepted"
	FateRefused  Fate = "refused"  // its request was refused, or reached nobody: it is not called
	FateUnclear  Fate = "unclear"  // no answer came: maybe called
	FateSeen     Fate = "seen"     // no answer came, but the meeting shows them
	FateNotSent  Fate = "not-sent" // the invitation stopped before it
)

// Report says of every row what became of it.
type Report struct {
	// Fates has one for each row.
	Fates []Fate
	// Err is that of the request that stopped the invitation, nil when all were accepted.
	Err error
	// Looked is who was in the meeting after an answer stayed out, nil when nobody looked or could.
	Looked *Presence
}

// Count returns how many rows have a fate.
func (r Report) Count(f Fate) int {
	n := 0
	for _, fate := range r.Fates {
		if fate == f {
			n++
		}
	}
	return n
}
