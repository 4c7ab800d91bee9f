package transport

import (
	"context"
	"errors"
)

// The limits of what is read of an answer.
const (
	// MaxAnswer is the length in bytes of the longest answer, decompressed.
	MaxAnswer = 8 << 20
	// MaxFault is how many bytes are kept of the body of an error.
	MaxFault = 64 << 10
)

// Client calls servers. It is safe for concurrent use, and one serves all adapters.
type Client struct{}

// New returns a Client. Errors are *fault.Error of kind NotConfigured for certificates that cannot be used.
func New(c Config) (*Client, error) { return nil, errors.ErrUnsupported }

// Close ends the connections that are at rest. Calls under way go on.
func (c *Client) Close() {}

// Do sends r and returns the answer. Every error is a *fault.Error:
//   - NotConfigured or Invalid: nothing was tried,
//   - Unreachable: no byte of the body left this computer (of a safe call: no answer came),
//   - Cancelled: ctx was cancelled, and no byte of the body had left (or the call is safe),
//   - UnknownOutcome: bytes of the body left, and no answer came,
//   - Refused: the server answered with 4xx but 408 and 429, or with 307 or 308,
//   - Faulty: it answered with another status than 2xx, or with something that is no HTTP.
//
// With an answer of another status than 2xx both the Answer and an error are returned.
func (c *Client) Do(ctx context.Context, r Request) (Answer, error) {
	return Answer{}, errors.ErrUnsupported
}
