package message

import "time"

// Codes of the *fault.Error that ParseExpiry returns; its kind is Invalid.
const (
	// CodeExpiryUnread: the text is no time.
	CodeExpiryUnread = "expiry-unread"
	// CodeExpiryPast: the time is over.
	CodeExpiryPast = "expiry-past"
)

// ParseExpiry reads the time at which something ends, in now.Location().
func ParseExpiry(text string, now time.Time) (time.Time, error) { return time.Time{}, nil }
