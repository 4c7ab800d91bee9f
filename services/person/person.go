// Package person knows people: their names, e-mail, SIP and telephone addresses, and how lists
// of them are written in CSV and vCard files. It does not know Webex links.
package person

// Person is somebody who can be written to or called.
type Person struct {
	// Name is on one line; it may be empty.
	Name string
	// Email is always there and valid.
	Email string
	// SIP is without its scheme; it may be empty.
	SIP string
	// Phone is as it was written; it may be empty.
	Phone string
	// Line is the physical line of the file that the person came from, counted from 1; 0 without one.
	Line int
}

// Reason is a stable code that says why a row was left out.
type Reason string

// The reasons.
const (
	// NoAddress: the row has no e-mail address.
	NoAddress Reason = "no-address"
	// BadAddress: what stands where the e-mail address should be is none.
	BadAddress Reason = "bad-address"
	// BadSIP: what stands where the SIP address should be is none.
	BadSIP Reason = "bad-sip"
	// Duplicate: an earlier row has the same e-mail address; that one counts.
	Duplicate Reason = "duplicate"
	// BadQuotes: a quoted field does not end.
	BadQuotes Reason = "bad-quotes"
	// TooLong: the line is longer than 64 KiB.
	TooLong Reason = "too-long"
	// BadCard: the vCard is not readable from this line on.
	BadCard Reason = "bad-card"
)

// RowError reports one row of a file that was left out.
type RowError struct {
	// Line is the physical line at which the row begins, counted from 1.
	Line int
	// Reason is the code.
	Reason Reason
	// Value is what was wrong, at most 80 characters of it.
	Value string
}
