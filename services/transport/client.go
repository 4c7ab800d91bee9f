package transport

import (
	"context"
	"net/http"
	"net/netip"
	"net/url"
	"time"
)

// The limits of what is read of an answer.
const (
	// MaxAnswer is the length in bytes of the longest answer, decompressed.
	MaxAnswer = 8 << 20
	// MaxFault is how many bytes are kept of the body of an error.
	MaxFault = 64 << 10

	maxHead = 64 << 10
)

const (
	// idle is short, because a server that ends a resting connection in the very moment in which a
	// message leaves on it leaves its outcome unknown. Servers keep them for 5 seconds and more.
	idle = 3 * time.Second
	// quiet and pong find a dead HTTP/2 connection before the next calls go the same way.
	quiet = 10 * time.Second
	pong  = 5 * time.Second
	// resting is how many connections to one server are kept for the next calls.
	resting = 16
)

// Client calls servers. It is safe for concurrent use, and one serves all adapters.
type Client struct {
	http      *http.Client
	pool      *http.Transport
	whole     time.Duration
	userAgent []string
	proxy     func(*http.Request) (*url.URL, error)
	allowed   func(origin string) bool
	// private reports whether an address belongs to this computer or to a private network.
	private func(netip.Addr) bool
}

// New returns a Client. Errors are *fault.Error of kind NotConfigured for certificates that cannot be used.
func New(c Config) (*Client, error) {
	trust, err := trust(c)
	if err != nil {
		return nil, err
	}
	connect := orDefault(c.Connect, DefaultConnect)
	client := &Client{
		whole:     orDefault(c.Whole, DefaultWhole),
		userAgent: []string{c.UserAgent},
		proxy:     c.Proxy,
		allowed:   c.PlainAllowed,
		private:   isPrivate,
	}
	if c.UserAgent == "" {
		client.userAgent = []string{"Foyer"}
	}
	if client.proxy == nil {
		client.proxy = http.ProxyFromEnvironment
	}
	if client.allowed == nil {
		client.allowed = func(string) bool { return false }
	}
	client.pool = &http.Transport{
		Proxy:                  client.proxy,
		DialContext:            dial(connect),
		OnProxyConnectResponse: checkProxy,
		TLSClientConfig:        trust,
		TLSHandshakeTimeout:    connect,
		ForceAttemptHTTP2:      true,
		HTTP2:                  &http.HTTP2Config{SendPingTimeout: quiet, PingTimeout: pong},
		IdleConnTimeout:        idle,
		MaxIdleConnsPerHost:    resting,
		MaxResponseHeaderBytes: maxHead,
	}
	client.http = &http.Client{Transport: client.pool, CheckRedirect: follow}
	return client, nil
}

// Close ends the connections that are at rest. Calls under way go on.
func (c *Client) Close() { c.pool.CloseIdleConnections() }

// Do sends r and returns the answer. Every error is a *fault.Error:
//   - NotConfigured or Invalid: nothing was tried,
//   - Unreachable: no byte of the body left this computer, or the server said that it did not look at
//     it (of a safe call: no answer came),
//   - Cancelled: ctx was cancelled, and no byte of the body had left (or the call is safe),
//   - UnknownOutcome: bytes of the body left, and no answer came,
//   - Refused: the server answered with 4xx but 408 and 429, or with 307 or 308,
//   - Faulty: it answered with another status than 2xx, with half an answer, or with no HTTP.
//
// With an answer of another status than 2xx both the Answer and an error are returned.
func (c *Client) Do(ctx context.Context, r Request) (Answer, error) {
	began := time.Now()
	call := &call{client: c, Request: r}
	call.Safe = r.Safe || r.Method == http.MethodGet
	ctx, cancel := context.WithTimeout(ctx, c.whole)
	defer cancel()
	answer, err := call.repeat(ctx)
	answer.request, answer.Took = r, time.Since(began)
	if err != nil {
		return answer, err
	}
	return answer, nil
}

// send sends a request. Only a GET may be redirected, so nothing else needs what is made for that.
func (c *Client) send(r *http.Request) (*http.Response, error) {
	if r.Method == http.MethodGet {
		return c.http.Do(r)
	}
	return c.pool.RoundTrip(r)
}

func orDefault(d, otherwise time.Duration) time.Duration {
	if d > 0 {
		return d
	}
	return otherwise
}
