package meeting

import (
	"context"
	"time"
)

// Host is a meeting service as the settings say. Every call may wait and ends with ctx. Errors are
// *fault.Error: NotConfigured (no account, no URL), Invalid, Refused (wrong password, wrong token, not
// started, with the service's code), Unreachable (nothing was done), Faulty, and UnknownOutcome when
// bytes that change something left and no answer came.
type Host interface {
	// Open gets the control token of a running meeting, or uses the one of access. It says that the
	// meeting runs and that the password is right.
	Open(ctx context.Context, access Access) (Control, error)
	// Presence says who is in a meeting.
	Presence(ctx context.Context, access Access) (Presence, error)
	// Invite calls attendees in one request, which the service takes whole or refuses whole. It is
	// never repeated by itself: after UnknownOutcome look at Presence. At most MaxInvite at once.
	Invite(ctx context.Context, access Access, attendees []Attendee) error
	// InviteNumber calls one number with the meeting's password and without a control token.
	InviteNumber(ctx context.Context, access Access, number string) error
	// HangUp ends the calls of these participants, by PID; they stay invited.
	HangUp(ctx context.Context, access Access, pids []string) error
	// Remove takes people off the list of the invited, and out of the meeting.
	Remove(ctx context.Context, access Access, people []Removal) error

	// List returns meetings that have not ended.
	List(ctx context.Context, q Query) (Meetings, error)
	// Detail returns one meeting.
	Detail(ctx context.Context, id string) (Meeting, error)
	Create(ctx context.Context, d Draft) (Meeting, error)
	// Start activates a scheduled meeting, so that people can be called before anybody is in it.
	Start(ctx context.Context, access Access) error
	// End ends a running meeting for everybody.
	End(ctx context.Context, access Access) error
	// Cancel takes a scheduled meeting off.
	Cancel(ctx context.Context, id string) error
	// Search looks for people and room systems in the directory.
	Search(ctx context.Context, q Query) (Directory, error)

	// Preview returns the request that Invite would send, without sending it and without asking anybody.
	Preview(ctx context.Context, access Access, attendees []Attendee) (Request, error)
}

// MaxInvite is how many attendees go into one request at most: a limit of ours, none is documented.
const MaxInvite = 500

// Control says how long a meeting can be controlled.
type Control struct {
	// Expires is when the control token ends, the zero time when that is not known. It is renewed before.
	Expires time.Time `json:"expires,omitzero"`
	// Host says that the token is the host's.
	Host bool `json:"host"`
}

// Removal is somebody to take off. PID is needed when the number has joined.
type Removal struct {
	Number string `json:"number"`
	PID    string `json:"pid,omitempty"`
}

// Request is a request to look at. Its secrets are masked.
type Request struct {
	Method string `json:"method"`
	URL    string `json:"url"`
	// Header has pairs of name and value in the order of sending.
	Header [][2]string `json:"header"`
	// Body is JSON, indented.
	Body string `json:"body"`
	// Curl is the same as one command line for a POSIX shell, with variables where the secrets go.
	Curl string `json:"curl"`
}
