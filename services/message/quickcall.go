package message

import "time"

// QuickCall asks the service for the URL of a quick web conference.
type QuickCall struct {
	// Expires is when the URL stops working; in the future.
	Expires time.Time
	// Password protects the conference; "" is none. It is a secret.
	Password string
}
