package transport

import (
	"crypto/tls"
	"errors"
	"net"
	"sync"
)

// counted is a connection that counts what leaves on it, and can be sealed: once it was found that
// nothing left since some moment, nothing does any more, not even from a goroutine of net/http that
// outlives its call.
type counted struct {
	net.Conn
	lock   sync.Mutex
	left   int64
	sealed bool
}

var errSealed = errors.New("the call is over")

// Write counts before it writes, so that what is on its way is never taken for nothing.
func (c *counted) Write(p []byte) (int, error) {
	c.lock.Lock()
	if c.sealed {
		c.lock.Unlock()
		return 0, errSealed
	}
	c.left += int64(len(p))
	c.lock.Unlock()
	n, err := c.Conn.Write(p)
	if n == 0 && err != nil { // a connection that was dead already
		c.lock.Lock()
		defer c.lock.Unlock()
		c.left -= int64(len(p))
	}
	return n, err
}

// count returns how many bytes have left so far.
func (c *counted) count() int64 {
	c.lock.Lock()
	defer c.lock.Unlock()
	return c.left
}

// seal reports whether anything left since the count, and if not, sees to it that nothing will.
func (c *counted) seal(since int64) (left bool) {
	c.lock.Lock()
	defer c.lock.Unlock()
	c.sealed = c.sealed || c.left == since
	return c.left != since
}

// mark is a connection that a request was given, and what had left on it by then.
type mark struct {
	conn  *counted
	since int64
}

// marked returns the mark of a connection; false for one that other requests use at the same time, as
// in HTTP/2, or that nobody counts. Below TLS its own records count, too: that errs on the safe side.
func marked(conn net.Conn) (mark, bool) {
	if encrypted, ok := conn.(*tls.Conn); ok {
		if encrypted.ConnectionState().NegotiatedProtocol == "h2" {
			return mark{}, false
		}
		conn = encrypted.NetConn()
	}
	c, ok := conn.(*counted)
	if !ok {
		return mark{}, false
	}
	return mark{conn: c, since: c.count()}, true
}
