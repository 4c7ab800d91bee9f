package transport

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"net/url"
	"strconv"
	"sync/atomic"
	"syscall"
	"time"
)

// route is the way of one request, and what became known of it. It decides where an unencrypted
// request may go. It is asked when a connection is made, with the address that the name led to,
// because a name may lead anywhere.
type route struct {
	// plain says that the request is not encrypted; proxy is what it goes through, nil for nothing.
	plain      bool
	proxy, url *url.URL
	private    func(netip.Addr) bool
	allowed    func(origin string) bool

	// blocked says that an unencrypted request was kept from a public network.
	blocked atomic.Bool
	// made says that there was a connection, reused that it had been at rest, open that strangers could
	// read along, doubt that it is not known what left on it.
	made, reused, open, doubt bool
	marks                     []mark
	// asked says that a header left to which nothing was answered yet.
	asked atomic.Bool
}

type routeKey struct{}

// route finds the way of a request. Through a proxy nobody here sees where an unencrypted request goes
// in the end, so it needs to be accepted whatever the address.
func (c *Client) route(request *http.Request) (*route, error) {
	proxy, err := c.proxy(request)
	if err != nil {
		return nil, err
	}
	r := &route{plain: request.URL.Scheme == "http", proxy: proxy, url: request.URL, private: c.private, allowed: c.allowed}
	r.blocked.Store(r.plain && proxy != nil && !r.allowed(origin(r.url)))
	return r, nil
}

// trace lets ctx carry the route to where connections are made, and the news back. In HTTP/2 net/http
// repeats a request without a body, and without end, although the server may have acted on it: that is
// ended here before the second leaves.
func (r *route) trace(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := context.WithCancel(context.WithValue(ctx, routeKey{}, r))
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GotConn: func(info httptrace.GotConnInfo) {
			if r.doubt && r.asked.Load() {
				stop()
			}
			r.made, r.reused = true, info.Reused
			r.open = r.open || r.isOpen(info.Conn)
			if m, ok := marked(info.Conn); ok {
				r.marks = append(r.marks, m)
			} else {
				r.doubt = true
			}
		},
		WroteHeaders:         func() { r.asked.Store(true) },
		GotFirstResponseByte: func() { r.asked.Store(false) }, // where it is redirected to, it is asked anew
	}), stop
}

// end reports, after a call that failed, whether anything of it may have left. If nothing has, nothing
// will any more. In HTTP/2 that is in doubt as soon as there is a connection.
func (r *route) end() (gone bool) {
	gone = r.doubt
	for _, m := range r.marks {
		if m.conn.seal(m.since) {
			gone = true
		}
	}
	return gone
}

// isOpen reports whether an unencrypted request over this connection can be read by strangers.
func (r *route) isOpen(conn net.Conn) bool {
	if _, encrypted := conn.(*tls.Conn); encrypted || !r.plain {
		return false
	}
	at, ok := conn.RemoteAddr().(*net.TCPAddr)
	return r.proxy != nil || !ok || !r.private(at.AddrPort().Addr())
}

// plainError stops a connection before its first packet.
type plainError struct{ origin string }

func (e *plainError) Error() string {
	return "not without encryption over a public network: " + e.origin
}

// dial returns the function that makes connections. One for an unencrypted request is not made to a public
// address, unless the user accepted that.
func dial(connect time.Duration) func(ctx context.Context, network, address string) (net.Conn, error) {
	dialer := &net.Dialer{Timeout: connect, ControlContext: func(ctx context.Context, _, address string, _ syscall.RawConn) error {
		if r, ok := ctx.Value(routeKey{}).(*route); ok {
			return r.check(address)
		}
		return nil
	}}
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := dialer.DialContext(ctx, network, address)
		if err != nil {
			return nil, err
		}
		return &counted{Conn: conn}, nil
	}
}

func (r *route) check(address string) error {
	if !r.plain || r.proxy != nil {
		return nil // a proxy's address is nobody's secret
	}
	at, err := netip.ParseAddrPort(address)
	if err == nil && (r.private(at.Addr()) || strconv.Itoa(int(at.Port())) != portOf(r.url)) {
		return nil // another port is that of https, where a read may be redirected to
	}
	where := origin(r.url)
	if r.allowed(where) {
		return nil
	}
	r.blocked.Store(true)
	return &plainError{origin: where}
}

// isPrivate reports whether packets to the address stay on this computer or in a network that is not
// routed in public. 100.64.0.0/10 is shared between strangers, so it is not private.
func isPrivate(a netip.Addr) bool {
	a = a.Unmap()
	return a.IsLoopback() || a.IsPrivate() || a.IsLinkLocalUnicast() || a.IsUnspecified()
}
