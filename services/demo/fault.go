package demo

import "time"

// Fault is what goes wrong with a request.
type Fault struct {
	Kind Kind
	// Wait is how long Delay waits and how long SlowDrip takes for each byte; 0 is 1 s.
	Wait time.Duration
	// RetryAfter goes out as the header of that name with TooMany and Unavailable, in whole seconds
	// rounded up; 0 sends none.
	RetryAfter time.Duration
	// Status overrides the kind's HTTP status, for the kinds that answer by themselves.
	Status int
	// Words override the kind's body, or its errors' words.
	Words string
	// Code overrides the code in errors, where the service has codes.
	Code string
	// Location is where Redirect leads; "" is another host.
	Location string
	// Size is how many bytes Oversized and GzipBomb send; 0 is 16 MiB.
	Size int
	// Accept accepts the request although the kind does not.
	Accept bool
	// Every lets the fault happen to every so many requests only, beginning with the first; 0 is 1.
	Every int
}

// Kind is what sort of fault it is.
type Kind string

// The kinds that accept nothing.
const (
	// Refuse resets the connection without reading the request's body.
	Refuse Kind = "refuse"
	// DropBefore reads the request and closes the connection.
	DropBefore Kind = "drop-before"
	// HTMLPage answers with a web page, as a wrong server does.
	HTMLPage Kind = "html-page"
	// TooMany answers 429.
	TooMany Kind = "too-many"
	// Unavailable answers 503.
	Unavailable Kind = "unavailable"
	// ServerError answers 500.
	ServerError Kind = "server-error"
	// Unauthorized answers as for a wrong token.
	Unauthorized Kind = "unauthorized"
	// Redirect answers 307 to another host.
	Redirect Kind = "redirect"
)

// The kinds that accept the request, and then fail to say so.
const (
	// Delay answers as usual, but late.
	Delay Kind = "delay"
	// DropAfter closes the connection in place of an answer: the unknown outcome.
	DropAfter Kind = "drop-after"
	// Truncate closes the connection in the middle of the answer.
	Truncate Kind = "truncate"
	// HalfJSON sends a whole answer that holds half of the JSON.
	HalfJSON Kind = "half-json"
	// NotJSON answers 200 with plain text.
	NotJSON Kind = "not-json"
	// Oversized answers with far more than anybody wants to read.
	Oversized Kind = "oversized"
	// GzipBomb answers with little that unpacks to far too much.
	GzipBomb Kind = "gzip-bomb"
	// SlowDrip answers as usual, byte by byte.
	SlowDrip Kind = "slow-drip"
)

// Kinds returns all kinds.
func Kinds() []Kind {
	return []Kind{
		Refuse, DropBefore, HTMLPage, TooMany, Unavailable, ServerError, Unauthorized, Redirect,
		Delay, DropAfter, Truncate, HalfJSON, NotJSON, Oversized, GzipBomb, SlowDrip,
	}
}

// Accepts reports whether requests that meet the fault are accepted.
func (f Fault) Accepts() bool {
	switch f.Kind {
	case Delay, DropAfter, Truncate, HalfJSON, NotJSON, Oversized, GzipBomb, SlowDrip:
		return true
	default:
		return f.Accept
	}
}

// trouble is a Fault that waits for requests.
type trouble struct {
	Fault
	left int // how often it still happens; negative for ever
	seen int
}

// SetFault lets a fault happen to the next so many requests of a function, for ever when times is
// not positive. It takes the place of the function's earlier fault. The function "" stands for all
// that have no fault of their own.
func (o *Office) SetFault(function string, f Fault, times int) {
	if times <= 0 {
		times = -1
	}
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.faults[function] = &trouble{Fault: f, left: times}
}

// ClearFaults takes all faults away.
func (o *Office) ClearFaults() {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	clear(o.faults)
}

// takeFault counts a request and returns what goes wrong with it, nil for nothing.
func (o *Office) takeFault(function string) *Fault {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.calls[function]++
	key := function
	f := o.faults[key]
	if f == nil {
		key = ""
		if f = o.faults[key]; f == nil {
			return nil
		}
	}
	f.seen++
	if f.Every > 1 && f.seen%f.Every != 1 {
		return nil
	}
	if f.left > 0 {
		if f.left--; f.left == 0 {
			delete(o.faults, key)
		}
	}
	happens := f.Fault
	return &happens
}
