package meeting

import (
	"fmt"
	"io"
)

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

// Format writes String for every verb and flag, so that no format finds the fields.
func (a Access) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, a.String()) }
