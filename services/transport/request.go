package transport

import (
	"net/http"
	"time"
)

// Request is one call of a service.
type Request struct {
	// Op and Service go into errors: what is being done, such as "sending a message", and to whom.
	Op, Service string
	// Method is GET, or POST, PUT or DELETE, which are alike here: a lost one may have done something, and
	// none is redirected or repeated. URL is absolute with the scheme http or https.
	Method, URL string
	Header      http.Header
	// Body is nil for none. Its Content-Type belongs into Header.
	Body []byte
	// Secrets are taken out of every word of every error, in all usual spellings.
	Secrets []string
	// Safe says that the call changes nothing at the service, so a lost answer leaves nothing unknown: it
	// is Unreachable or Cancelled, never UnknownOutcome. A GET is always safe.
	Safe bool
	// Retry repeats a GET after 429, 502, 503, 504 and lost connections. Other methods are never repeated.
	Retry bool
}

// Answer is what a server answered.
type Answer struct {
	// Status is 0 when there was no answer.
	Status int
	Header http.Header
	// Body is decompressed, at most MaxAnswer long, or MaxFault of an answer that is an error.
	Body []byte
	// Took is the time of the whole call, with all its tries.
	Took time.Duration
	// OpenLock says that the request went without encryption over a network that is not private.
	OpenLock bool

	request Request
}
