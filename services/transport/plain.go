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
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

// plain goes with a request over http and decides where its secrets may go. It is asked when a
// connection is made, with the address that the name led to, because a name may lead anywhere.
type plain struct {
	origin  string
	port    string
	allowed bool
	private func(netip.Addr) bool
	// blocked says that an address was refused.
	blocked atomic.Bool
}

type plainKey struct{}

// plainError stops a connection before its first packet.
type plainError struct{ origin string }

func (e *plainError) Error() string {
	return "not without encryption over a public network: " + e.origin
}

// dialer makes connections. One for a request over http is not made to a public address, unless the
// user accepted that.
func (c *Client) dialer(connect time.Duration) *net.Dialer {
	return &net.Dialer{Timeout: connect, ControlContext: func(ctx context.Context, _, address string, _ syscall.RawConn) error {
		if p, ok := ctx.Value(plainKey{}).(*plain); ok {
			return p.check(address)
		}
		return nil
	}}
}

func (p *plain) check(address string) error {
	at, err := netip.ParseAddrPort(address)
	if p.allowed || err == nil && p.private(at.Addr()) {
		return nil
	}
	if err == nil && strconv.Itoa(int(at.Port())) != p.port {
		return nil // redirected to https
	}
	p.blocked.Store(true)
	return &plainError{origin: p.origin}
}

// plainly prepares ctx for a request. Through a proxy nobody here sees where an unencrypted request
// goes in the end, so it needs to be accepted whatever the address. Over https it returns nil.
func (c *Client) plainly(ctx context.Context, u *url.URL, proxied bool) (context.Context, *plain, error) {
	if u.Scheme != "http" {
		return ctx, nil, nil
	}
	p := &plain{origin: origin(u), port: portOf(u), private: c.private}
	p.allowed = c.allowed(p.origin)
	if proxied {
		if !p.allowed {
			return ctx, p, &plainError{origin: p.origin}
		}
		return ctx, p, nil // the proxy's address is nobody's secret
	}
	return context.WithValue(ctx, plainKey{}, p), p, nil
}

// open reports whether an unencrypted request over this connection can be read by strangers.
func (p *plain) open(info httptrace.GotConnInfo, proxied bool) bool {
	if _, encrypted := info.Conn.(*tls.Conn); encrypted || p == nil {
		return false
	}
	at, err := netip.ParseAddrPort(info.Conn.RemoteAddr().String())
	return proxied || err != nil || !p.private(at.Addr())
}

// isPrivate reports whether packets to the address stay on this computer or in a network that is not
// routed in public. 100.64.0.0/10 is shared between strangers, so it is not private.
func isPrivate(a netip.Addr) bool {
	a = a.Unmap()
	return a.IsLoopback() || a.IsPrivate() || a.IsLinkLocalUnicast() || a.IsUnspecified()
}

// Origin returns scheme, host and port of a URL in the one form in which Config.PlainAllowed gets them,
// such as "http://cam.example.com:8080"; "" for what is no http or https URL with a host.
func Origin(address string) string {
	u, err := parse(address)
	if err != nil {
		return ""
	}
	return origin(u)
}

func origin(u *url.URL) string {
	host, port := strings.ToLower(strings.TrimSuffix(u.Hostname(), ".")), portOf(u)
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if port == "" || port == defaultPort(u.Scheme) {
		return u.Scheme + "://" + host
	}
	return u.Scheme + "://" + host + ":" + port
}

func portOf(u *url.URL) string {
	if port := u.Port(); port != "" {
		return port
	}
	return defaultPort(u.Scheme)
}

func defaultPort(scheme string) string {
	if scheme == "https" {
		return "443"
	}
	return "80"
}

// proxied reports whether a request goes through a proxy.
func (c *Client) proxied(r *http.Request) (bool, error) {
	proxy, err := c.proxy(r)
	return proxy != nil, err
}
