package transport

import (
	"bytes"
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"

	"foyer/services/fault"
)

// refused classifies an answer of another status than 2xx. 307 and 308 ask for the same request at
// another address, so the server did nothing with it; 301 to 303 may come after the deed.
func (c *call) refused(a Answer, response *http.Response) *fault.Error {
	kind, code := ofStatus(a.Status)
	e := c.answered(a, kind, code, nil)
	switch {
	case code == CodeRedirected:
		e.Words = c.words(elsewhere(response))
	case isHTML(a):
		e.Words = c.words(title(a.Body))
	case !isJSON(a.Body):
		e.Words = c.words(string(a.Body))
	}
	switch {
	case a.Status == http.StatusBadRequest && wantsTLS(a.Body):
		e.Code = CodePlainOnTLSPort
	case code == CodeRefused && isHTML(a):
		e.Code = CodeHTMLPage
	}
	if a.Status == http.StatusTooManyRequests || a.Status == http.StatusServiceUnavailable {
		if e.RetryAfter = retryAfter(a.Header); e.RetryAfter > 0 {
			e.Code = CodeRateLimited
		}
	}
	return e
}

func ofStatus(status int) (fault.Kind, string) {
	switch {
	case status == http.StatusTemporaryRedirect, status == http.StatusPermanentRedirect:
		return fault.Refused, CodeRedirected
	case status >= 300 && status <= 399:
		return fault.Faulty, CodeRedirected
	case status == http.StatusUnauthorized, status == http.StatusForbidden:
		return fault.Refused, CodeTokenRefused
	case status == http.StatusNotFound:
		return fault.Refused, CodeNotFound
	case status == http.StatusProxyAuthRequired:
		return fault.Refused, CodeProxy
	case status == http.StatusRequestTimeout:
		return fault.Faulty, CodeTimeout
	case status == http.StatusTooManyRequests:
		return fault.Faulty, CodeRateLimited
	case status >= 400 && status <= 499:
		return fault.Refused, CodeRefused
	default:
		return fault.Faulty, CodeServerFault
	}
}

// wantsTLS recognizes what Go, nginx and Apache answer on their encrypted port.
func wantsTLS(body []byte) bool {
	lower := bytes.ToLower(body)
	for _, words := range []string{"http request to an https server", "plain http request was sent to https port", "speaking plain http to an ssl-enabled server port"} {
		if bytes.Contains(lower, []byte(words)) {
			return true
		}
	}
	return false
}

const (
	minPause = time.Second
	maxPause = 30 * 24 * time.Hour
)

// retryAfter reads Retry-After: seconds, or a date, which is compared with the server's own clock if it
// names it. A pause of nothing is a second, so that it is not taken for no pause; 0 is none or nonsense.
func retryAfter(h http.Header) time.Duration {
	value := strings.TrimSpace(h.Get("Retry-After"))
	if value == "" {
		return 0
	}
	if seconds, err := strconv.ParseFloat(value, 64); err == nil {
		if math.IsNaN(seconds) || seconds < 0 {
			return 0
		}
		return time.Duration(min(max(seconds, minPause.Seconds()), maxPause.Seconds()) * float64(time.Second))
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	now, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	return min(max(at.Sub(now), minPause), maxPause)
}

// requestID is how the server's operator finds the call.
func requestID(h http.Header) string {
	for _, name := range []string{"X-Request-Id", "Request-Id", "X-Correlation-Id", "X-Amzn-Requestid"} {
		if id := h.Get(name); id != "" {
			return id
		}
	}
	return ""
}
