package transport

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"

	"foyer/services/fault"
)

// fault builds this call's error. Its cause shows no secret, and is found by errors.Is only.
func (c *call) fault(kind fault.Kind, code string, err error) *fault.Error {
	e := &fault.Error{Op: c.Op, Service: c.Service, Kind: kind, Code: code}
	if err != nil {
		e.Err = conceal(err, c.Secrets)
	}
	return e
}

func (c *call) plainFault(r *route) *fault.Error {
	e := c.fault(fault.NotConfigured, CodePlainHTTP, nil)
	e.Words = c.words(origin(r.url))
	return e
}

func (c *call) answered(a Answer, kind fault.Kind, code string, err error) *fault.Error {
	e := c.fault(kind, code, err)
	e.Status, e.RequestID = a.Status, c.words(requestID(a.Header))
	return e
}

// lost classifies a call without an answer; gone says that something may have left.
func (c *call) lost(ctx context.Context, err error, gone bool) *fault.Error {
	kind := fault.Unreachable
	if gone && !c.Safe {
		kind = fault.UnknownOutcome
	}
	switch ended := ctx.Err(); {
	case errors.Is(ended, context.Canceled):
		if kind == fault.Unreachable {
			kind = fault.Cancelled
		}
		return c.fault(kind, "", ended)
	case ended != nil:
		return c.fault(kind, CodeTimeout, ended)
	}
	if said, code, ok := spoke(err); ok {
		return c.fault(said, code, err)
	}
	return c.fault(kind, codeOf(err, gone), err)
}

// cut classifies an answer of status 2xx whose body did not come whole.
func (c *call) cut(ctx context.Context, a Answer, err error) *fault.Error {
	if ctx.Err() != nil {
		e := c.lost(ctx, err, true)
		e.Status = a.Status
		return e
	}
	return c.answered(a, fault.Faulty, CodeTruncated, err)
}

// spoke recognizes errors that show that the other side understood nothing, whatever left before.
func spoke(err error) (fault.Kind, string, bool) {
	text := err.Error()
	switch {
	case strings.Contains(text, `malformed HTTP response "\x15\x03`), strings.Contains(text, `malformed HTTP version "\x15\x03`):
		return fault.Refused, CodePlainOnTLSPort, true // a TLS alert
	case refusedCertificate(err):
		return fault.Refused, CodeTLS, true
	case strings.HasPrefix(text, "failed to parse Location header"):
		return fault.Faulty, CodeRedirected, true
	case strings.HasPrefix(text, "net/http: invalid "):
		return fault.Invalid, CodeBadRequest, true // a header or a method, before anything is sent
	case strings.Contains(text, "server response headers exceeded"), strings.Contains(text, "header list larger than"):
		return fault.Faulty, CodeTooLarge, true
	case strings.Contains(text, "malformed HTTP"), strings.Contains(text, "malformed MIME header"):
		return fault.Faulty, CodeNotJSON, true
	}
	return 0, "", false
}

// refusedCertificate: with TLS 1.3 a server says only after the first bytes that it wants another
// client certificate. It has not read them then.
func refusedCertificate(err error) bool {
	op, ok := errors.AsType[*net.OpError](err)
	if !ok || op.Op != "remote error" {
		return false
	}
	text := op.Err.Error()
	return strings.HasPrefix(text, "tls:") && (strings.Contains(text, "certificate") || strings.Contains(text, "access denied"))
}

func codeOf(err error, gone bool) string {
	_, noHost := errors.AsType[*net.DNSError](err)
	_, byProxy := errors.AsType[*proxyError](err)
	var slow net.Error
	switch {
	case byProxy:
		return CodeProxy
	case noHost:
		return CodeNoHost
	case errors.Is(err, http.ErrSchemeMismatch), isHTTP(err):
		return CodeTLSOnPlainPort
	case isTLS(err):
		return CodeTLS
	case errors.As(err, &slow) && slow.Timeout():
		return CodeTimeout
	case gone, untouched(err), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return CodeConnectionLost
	default:
		return CodeNoConnection
	}
}

// isHTTP: the first bytes of what should be a TLS record.
func isHTTP(err error) bool {
	record, ok := errors.AsType[tls.RecordHeaderError](err)
	return ok && string(record.RecordHeader[:]) == "HTTP/"
}

func isTLS(err error) bool {
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return true
	}
	if _, ok := errors.AsType[x509.UnknownAuthorityError](err); ok {
		return true
	}
	if _, ok := errors.AsType[tls.RecordHeaderError](err); ok {
		return true
	}
	text := err.Error()
	return strings.Contains(text, "tls: ") || strings.Contains(text, "x509: ")
}

// cause takes off net/http's wrap, which repeats the URL.
func cause(err error) error {
	if wrap, ok := errors.AsType[*url.Error](err); ok {
		return wrap.Err
	}
	return err
}

// untouched recognizes what HTTP/2 says of a request that the server did not process (RFC 9113, 8.7):
// it refused the stream, or was shutting down. net/http has no types for these.
func untouched(err error) bool {
	text := err.Error()
	return strings.Contains(text, "cannot retry err [") &&
		(strings.Contains(text, "REFUSED_STREAM") || strings.Contains(text, "graceful shutdown GOAWAY"))
}

// proxyError is a proxy's answer to CONNECT.
type proxyError struct {
	status string
	code   int
}

func (e *proxyError) Error() string { return "the proxy answered " + e.status }

func checkProxy(_ context.Context, _ *url.URL, _ *http.Request, answer *http.Response) error {
	if answer.StatusCode == http.StatusOK {
		return nil
	}
	return &proxyError{status: answer.Status, code: answer.StatusCode}
}
