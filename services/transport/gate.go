package transport

import (
	"bytes"
	"errors"
	"io"
	"sync"
)

// gate hands out a request's body, and knows whether any byte of it was asked for. Below it net/http
// buffers, so a byte that was asked for may still be here: that is in doubt, and counts as gone. The
// other way there is no doubt: once the gate is shut unopened, no byte of the body leaves any more, not
// even from a goroutine of net/http that outlives the call. And because a gate is none of the readers that
// net/http knows to be in memory, it sends the header off before it asks for the body, so that a
// connection that died unnoticed mostly shows itself before the gate is opened.
type gate struct {
	lock   sync.Mutex
	body   *bytes.Reader
	opened bool
	closed bool
}

var errShut = errors.New("the call is over")

func newGate(body []byte) *gate { return &gate{body: bytes.NewReader(body)} }

// Read implements io.Reader.
func (g *gate) Read(p []byte) (int, error) {
	g.lock.Lock()
	defer g.lock.Unlock()
	if g.closed {
		return 0, errShut
	}
	g.opened = true
	return g.body.Read(p)
}

// Close implements io.Closer. net/http closes a body that it did not need.
func (g *gate) Close() error { return nil }

// shut ends the giving and reports whether it ever began.
func (g *gate) shut() (opened bool) {
	g.lock.Lock()
	defer g.lock.Unlock()
	g.closed = true
	return g.opened
}

var _ io.ReadCloser = (*gate)(nil)
