package meeting

import (
	"io"

	"foyer/services/fault"
	"foyer/services/plain"
)

// maxInput is how many bytes of a list are read.
const maxInput = 16 << 20

// The codes of lists that cannot be read at all.
const (
	CodeListUnread = "attendees-unread" // the file cannot be read
	CodeListLarge  = "attendees-large"  // it has more than 16 MiB
)

// readInput reads everything, in any encoding that spreadsheets write.
func readInput(r io.Reader) (string, error) {
	const op = "reading a list of attendees"
	b, err := io.ReadAll(io.LimitReader(r, maxInput+1))
	switch {
	case err != nil:
		return "", &fault.Error{Op: op, Kind: fault.Other, Code: CodeListUnread, Err: err}
	case len(b) > maxInput:
		return "", &fault.Error{Op: op, Kind: fault.Invalid, Code: CodeListLarge}
	}
	return plain.Decode(b), nil
}

// add takes a row; it is false when there are too many.
func (r *Reading) add(row Row) bool {
	if len(r.Rows) >= MaxRows {
		if n := len(r.Rejected); n == 0 || r.Rejected[n-1].Reason != ReasonTooMany {
			r.Rejected = append(r.Rejected, Rejected{Line: row.Line, Text: row.Name, Reason: ReasonTooMany})
		}
		return false
	}
	r.Rows = append(r.Rows, row)
	return true
}

// unread counts a value that no attendee takes.
func (r *Reading) unread(name string) { r.unreadTimes(name, 1) }

func (r *Reading) unreadTimes(name string, n int) {
	if r.Unread == nil {
		r.Unread = make(map[string]int)
	}
	r.Unread[name] += n
}

// full tells whether nothing more is read: rejected rows are kept up to a bound of their own, so that a
// file of another kind does not fill the memory.
func (r *Reading) full() bool {
	n := len(r.Rejected)
	return n >= MaxRows || n > 0 && r.Rejected[n-1].Reason == ReasonTooMany
}
