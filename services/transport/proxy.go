package transport

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"foyer/services/fault"
)

// NoProxy is the proxy setting that means none, whatever the environment says.
const NoProxy = "none"

// ProxyOf returns how the proxy of a request is chosen by a setting: by the environment for "", never
// for NoProxy, else it is the address in the setting, for every server but those on this computer. An
// address that cannot be used fails each request with CodeProxy.
func ProxyOf(setting string) func(*http.Request) (*url.URL, error) {
	switch setting {
	case "":
		return http.ProxyFromEnvironment
	case NoProxy:
		return func(*http.Request) (*url.URL, error) { return nil, nil }
	}
	proxy, err := url.Parse(setting)
	if err == nil && proxy.Hostname() == "" {
		err = errNoProxyHost
	}
	return func(r *http.Request) (*url.URL, error) {
		if err != nil {
			return nil, err
		}
		if isThisComputer(r.URL.Hostname()) {
			return nil, nil
		}
		return proxy, nil
	}
}

var errNoProxyHost = errors.New("the address of the proxy names no host")

// isThisComputer reports whether a host is this computer by its name or address.
func isThisComputer(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	at, err := netip.ParseAddr(host)
	return err == nil && at.Unmap().IsLoopback()
}

// byProxy says of a call that did not get as far as a connection that it was the proxy's doing, if it
// was. Nothing of such a call reached the server.
func (c *call) byProxy(e *fault.Error, r *route, err error) *fault.Error {
	if r.proxy == nil || r.made || e.Kind == fault.Cancelled || e.Code == CodeTLS || e.Code == CodeTLSOnPlainPort {
		return e
	}
	refused, isRefused := errors.AsType[*proxyError](err)
	at, isOp := errors.AsType[*net.OpError](err)
	isFirst := isOp && at.Op == "proxyconnect" // net/http's name for the way to the proxy itself
	switch {
	case strings.Contains(err.Error(), "TLS handshake timeout") && !isFirst:
		return e // the proxy has done its part
	case isRefused && refused.code == http.StatusProxyAuthRequired, strings.Contains(err.Error(), "no acceptable authentication methods"):
		e.Code = CodeProxyAuth
	case isFirst:
		e.Code = CodeNoProxy
	case e.Code == CodeTimeout && !isRefused:
		e.Code = CodeProxyTimeout
	default:
		e.Code = CodeProxyRefused
	}
	e.Kind, e.Words = fault.Unreachable, c.words(r.proxy.Host)
	return e
}

// forProxy says of an answer that it is the proxy's, which wants to know who asks, and that the server
// saw nothing of the request.
func (c *call) forProxy(e *fault.Error, r *route) *fault.Error {
	if e != nil && r.proxy != nil && e.Status == http.StatusProxyAuthRequired {
		e.Kind, e.Code, e.Words = fault.Unreachable, CodeProxyAuth, c.words(r.proxy.Host)
	}
	return e
}
