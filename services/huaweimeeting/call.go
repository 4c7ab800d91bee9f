package huaweimeeting

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"foyer/services/fault"
	"foyer/services/transport"
)

// The headers of the API, in the spelling of its pages.
const (
	headerAccess   = "X-Access-Token"
	headerControl  = "X-Conference-Authorization"
	headerPassword = "X-Password"
	headerLogin    = "X-Login-Type"
	headerTicket   = "X-Token-Type"
	headerRequest  = "X-Request-Id"
)

// ask is one call of the API.
type ask struct {
	op, method, path string
	query            url.Values
	header           map[string]string
	// body is encoded as JSON; nil is none.
	body any
	// kind is the Content-Type; "" is that of most calls.
	kind string
	// reads says that the call changes nothing that matters, so a lost answer leaves nothing unknown.
	reads bool
	// secrets are what no error may repeat.
	secrets []string
	// refusals are the codes of statuses that come without a code of the service's.
	refusals map[int]string
}

// with returns a with one header more, whose value is a secret.
func (a ask) with(name, secret string) ask {
	header := map[string]string{name: secret}
	for n, v := range a.header {
		header[n] = v
	}
	a.header = header
	a.secrets = append([]string{secret}, a.secrets...)
	return a
}

// request builds what is sent. Every call has an ID of its own, by which the service's operator finds it.
func (s *Service) request(a ask) transport.Request {
	u := s.base.JoinPath(a.path)
	u.RawQuery = strings.ReplaceAll(a.query.Encode(), "+", "%20") // a plus itself is %2B by then
	r := transport.Request{
		Op: a.op, Service: s.name, Method: a.method, URL: u.String(), Header: http.Header{},
		Secrets: a.secrets, Safe: a.reads, Retry: a.method == http.MethodGet,
	}
	// The vendor's SDK names the type of requests without a body, too.
	r.Header.Set("Content-Type", "application/json")
	if a.kind != "" {
		r.Header.Set("Content-Type", a.kind)
	}
	if s.language != "" {
		r.Header.Set("Accept-Language", s.language)
	}
	for name, value := range a.header {
		r.Header.Set(name, value)
	}
	r.Header.Set(headerRequest, s.dice.uuid())
	if a.body != nil {
		r.Body = encode(a.body)
	}
	return r
}

// encode writes JSON without the escapes for web pages, and with the line break at the end that the
// vendor's SDK sends. What is encoded here always can be.
func encode(value any) []byte {
	var b bytes.Buffer
	stream := json.NewEncoder(&b)
	stream.SetEscapeHTML(false)
	_ = stream.Encode(value)
	return b.Bytes()
}

// call asks and returns the answer as JSON, nil for an empty one. A complaint in an answer of any status
// is an error. A function that the gateway just turned away is not asked before the time it named.
func (s *Service) call(ctx context.Context, a ask) (json.RawMessage, error) {
	if err := s.shut(a); err != nil {
		return nil, err
	}
	request := s.request(a)
	answer, err := s.client.Do(ctx, request)
	if answer.Status != 0 {
		s.open.Store(answer.OpenLock)
	}
	if err != nil {
		err = s.refine(a, request, answer, err)
		s.shutAfter(a, err)
		return nil, err
	}
	document, err := answer.Document()
	if err != nil {
		return nil, s.refine(a, request, answer, err)
	}
	if c, found := complaintOf(document, false); found {
		return nil, s.refuse(a, request, answer, c)
	}
	return document, nil
}

// refuse is the error of an answer of status 200 that complains.
func (s *Service) refuse(a ask, request transport.Request, answer transport.Answer, c complaint) error {
	e := &fault.Error{
		Op: a.op, Service: s.name, Kind: fault.Refused, Status: answer.Status, Code: transport.CodeRefused,
		RequestID: answer.Words(answer.Header.Get(headerRequest)),
	}
	a.name(e, request, answer, c)
	return e
}

// refine puts the service's own code and words into an error of the transport.
func (s *Service) refine(a ask, request transport.Request, answer transport.Answer, err error) error {
	known, ok := errors.AsType[*fault.Error](err)
	if !ok {
		return err
	}
	e := *known
	if code, ok := a.refusals[e.Status]; ok {
		e.Code = code
	}
	c, found := complaint{}, false
	if e.Status < 200 || e.Status > 299 {
		if document, err := answer.Document(); err == nil {
			c, found = complaintOf(document, true)
		}
	}
	if found {
		a.name(&e, request, answer, c)
	}
	if e.RequestID == "" && e.Kind != fault.Invalid && e.Kind != fault.NotConfigured {
		e.RequestID = request.Header.Get(headerRequest)
	}
	if e.Status == http.StatusTooManyRequests && e.RetryAfter == 0 {
		e.RetryAfter = throttled(answer.Header, c.words)
	}
	return &e
}

// name puts a complaint into an error. The status says what kind of failure it is, unless the code knows
// better.
func (a ask) name(e *fault.Error, request transport.Request, answer transport.Answer, c complaint) {
	words := c.words
	switch code := codeOf(c.code); {
	case isKnown(code):
		e.Code = code
	case code != "" && transport.Redact(code, request.Secrets) == code:
		e.Code = code
	default:
		words = strings.TrimSuffix(c.code+": "+c.words, ": ")
	}
	e.Words = answer.Words(strings.TrimPrefix(words, ": "))
	// A server that fails in the middle of doing something proves nothing by calling it a refusal.
	if kind, ok := kindOf(e.Code, a.reads); ok && (kind != fault.Refused || a.reads || e.Status < 500) {
		e.Kind = kind
	}
	if e.RequestID == "" {
		e.RequestID = request.Header.Get(headerRequest)
	}
}

// gaveUp is the error of a caller that did not wait for what others are waiting for, too.
func (s *Service) gaveUp(op string, err error) error {
	e := &fault.Error{Op: op, Service: s.name, Kind: fault.Cancelled, Err: err}
	if errors.Is(err, context.DeadlineExceeded) {
		e.Kind, e.Code = fault.Unreachable, transport.CodeTimeout
	}
	return e
}

// invalid is the error of something that was not even tried.
func (s *Service) invalid(op, code string) error {
	return &fault.Error{Op: op, Service: s.name, Kind: fault.Invalid, Code: code}
}

// unreadable is the error of an accepted call whose answer lacks something.
func (s *Service) unreadable(op string) error {
	return &fault.Error{Op: op, Service: s.name, Kind: fault.Faulty, Status: http.StatusOK, Code: CodeNoAnswer}
}
