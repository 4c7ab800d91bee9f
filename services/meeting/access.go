package meeting

import "log/slog"

// Access is what opens a running meeting: its ID, and the host password or a control token. A Token
// that is given is used as it is, and needs no account.
type Access struct {
	// ID is the conference ID, without blanks.
	ID       string `json:"id"`
	Password string `json:"password,omitempty"`
	Token    string `json:"token,omitempty"`
}

// String names the meeting only, so that no log and no error repeats a secret.
func (a Access) String() string { return "meeting " + a.ID }

// GoString is String, for %#v.
func (a Access) GoString() string { return a.String() }

// LogValue is String, for log/slog.
func (a Access) LogValue() slog.Value { return slog.StringValue(a.String()) }
