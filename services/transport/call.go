package transport

import (
	"bytes"
	"context"
	"io"
	"maps"
	"net/http"
	"net/url"

	"foyer/services/fault"
)

// call is one Do.
type call struct {
	client *Client
	Request
}

// maxFresh is how often a call is begun anew when the server had closed the connection before.
const maxFresh = 3

// fresh sends the request, on another connection when the one that was at rest turned out to be dead
// before anything left on it. net/http would do so itself, but it also repeats what a server may have
// acted on, so it gets no body to repeat (no GetBody). The body's type is one of which net/http knows that
// it is in memory, so that it leaves together with the header.
func (c *call) fresh(ctx context.Context) (Answer, *fault.Error) {
	for n := 1; ; n++ {
		answer, stale, err := c.once(ctx)
		if !stale || n == maxFresh {
			return answer, err
		}
	}
}

// once sends the request. It reports whether the failure was that of a connection made earlier.
func (c *call) once(ctx context.Context) (answer Answer, stale bool, failure *fault.Error) {
	u, err := parse(c.URL)
	if err != nil {
		return Answer{}, false, c.fault(fault.NotConfigured, CodeBadURL, nil)
	}
	request := c.request(u)
	route, err := c.client.route(request)
	if err != nil {
		return Answer{}, false, c.fault(fault.NotConfigured, CodeProxy, nil) // the cause may hold its password
	}
	if route.blocked.Load() {
		return Answer{}, false, c.plainFault(route)
	}
	if len(c.Body) > 0 {
		request.Body, request.ContentLength = io.NopCloser(bytes.NewReader(c.Body)), int64(len(c.Body))
	}
	traced, stop := route.trace(ctx)
	defer stop()
	response, err := c.client.send(request.WithContext(traced))
	if err == nil {
		defer response.Body.Close()
		answer, failure = c.read(ctx, response)
		answer.OpenLock = route.open
		return answer, false, c.forProxy(failure, route)
	}
	answer.OpenLock = route.open
	gone, unread := route.end(), untouched(err)
	switch {
	case route.blocked.Load() && !route.made:
		return answer, false, c.plainFault(route)
	case unread || !gone:
		return answer, ctx.Err() == nil && (unread || route.reused), c.byProxy(c.lost(ctx, cause(err), false), route, err)
	default:
		return answer, false, c.lost(ctx, cause(err), true)
	}
}

func (c *call) request(u *url.URL) *http.Request {
	header := make(http.Header, len(c.Header)+1)
	maps.Copy(header, c.Header) // the values are read only
	header["User-Agent"] = c.client.userAgent
	return &http.Request{Method: c.Method, URL: u, Header: header, Host: u.Host, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1}
}

// read takes the answer off the connection. Of an error the status is enough, so a body that does not
// arrive whole takes nothing from it.
func (c *call) read(ctx context.Context, response *http.Response) (Answer, *fault.Error) {
	answer := Answer{Status: response.StatusCode, Header: response.Header}
	if response.StatusCode < 200 || response.StatusCode > 299 {
		answer.Body, _ = io.ReadAll(io.LimitReader(response.Body, MaxFault))
		return answer, c.refused(answer, response)
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, MaxAnswer+1))
	switch {
	case err != nil:
		return answer, c.cut(ctx, answer, err)
	case len(body) > MaxAnswer:
		return answer, c.answered(answer, fault.Faulty, CodeTooLarge, nil)
	}
	answer.Body = body
	return answer, nil
}
