// Package fault is the one error vocabulary of Foyer's services: what was being done, to which
// service, what kind of failure it was, and when it makes sense to try again. It writes no
// sentences for people; the user interface makes them from the kind. Secrets and message bodies
// never enter an Error.
package fault

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Kind sorts failures by what a person can do about them.
type Kind int

// The kinds of failure.
const (
	// Other is a failure on this computer: disk, permissions, a missing program.
	Other Kind = iota
	// NotConfigured: a setting is missing.
	NotConfigured
	// Invalid: the input is wrong; nothing was done.
	Invalid
	// Refused: the service understood and said no.
	Refused
	// Unreachable: no connection, DNS, TLS.
	Unreachable
	// Faulty: the service answered with a fault or with something unreadable.
	Faulty
	// UnknownOutcome: bytes were sent and nobody knows what became of them.
	UnknownOutcome
	// Cancelled: the caller gave up.
	Cancelled
)

var kindNames = [...]string{"failed", "not configured", "invalid", "refused", "unreachable", "faulty", "unknown outcome", "cancelled"}

// String returns the kind in words for logs.
func (k Kind) String() string {
	if k < 0 || int(k) >= len(kindNames) {
		return fmt.Sprintf("kind %d", int(k))
	}
	return kindNames[k]
}

// Error is a failure with what is known about it.
type Error struct {
	// Op is what was being done, such as "reading the clipboard".
	Op string
	// Service names the configured service, or the part of the desktop, such as "clipboard".
	Service string
	Kind    Kind
	// Status is the HTTP status, 0 without one.
	Status int
	// Code and Words are the service's own, redacted and bounded by the adapter.
	Code, Words string
	// Allowed is what would be taken in place of what is invalid: the choices, or for a number the
	// lowest and the highest; nil when it is not said.
	Allowed []string
	// RequestID identifies the call to the service's operator.
	RequestID string
	// RetryAfter says how long to wait before another try; 0 when unknown.
	RetryAfter time.Duration
	// Err is the cause, if there is one.
	Err error
}

// Error returns one line for logs and for stderr.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Op)
	if e.Service != "" {
		fmt.Fprintf(&b, " (%s)", e.Service)
	}
	fmt.Fprintf(&b, ": %s", e.Kind)
	if e.Status != 0 {
		fmt.Fprintf(&b, " (HTTP %d)", e.Status)
	}
	for _, s := range []string{e.Code, e.Words} {
		if s != "" {
			b.WriteString(": " + s)
		}
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// KindOf returns the kind of the first *Error that err wraps, and Other without one.
func KindOf(err error) Kind {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Kind
	}
	return Other
}
