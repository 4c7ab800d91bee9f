package chatmessenger

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"foyer/services/fault"
	"foyer/services/transport"
)

// ask is one call of a function.
type ask struct {
	op, function string
	form         url.Values
	// reads says that the function changes nothing, so it may be a GET.
	reads bool
	// secrets are what no error may repeat, beside the token.
	secrets []string
}

// call asks a function and returns its answer as JSON, nil for an empty one. An answer with errors is
// an error.
func (s *Service) call(ctx context.Context, a ask) (transport.Answer, json.RawMessage, error) {
	token, err := s.secret(ctx, a.op)
	if err != nil {
		return transport.Answer{}, nil, err
	}
	answer, err := s.client.Do(ctx, s.request(a, token))
	if answer.Status != 0 {
		s.open.Store(answer.OpenLock)
	}
	if err != nil {
		return answer, nil, s.refine(answer, err)
	}
	if s.isAccepted(answer) {
		return answer, nil, nil
	}
	document, err := answer.Document()
	if err != nil {
		return answer, nil, err
	}
	if words, found := s.dialect.complaint(document); found {
		return answer, nil, &fault.Error{
			Op: a.op, Service: s.name, Kind: fault.Refused, Status: answer.Status, Code: transport.CodeRefused, Words: answer.Words(words),
		}
	}
	return answer, document, nil
}

func (s *Service) request(a ask, token string) transport.Request {
	u := s.base.JoinPath(a.function)
	r := transport.Request{
		Op: a.op, Service: s.name, Method: http.MethodPost, Header: http.Header{"Accept": {"application/json"}},
		Secrets: append([]string{token}, a.secrets...), Safe: a.reads, Retry: a.reads,
	}
	value := s.dialect.TokenPrefix + token
	if s.dialect.ExactHeader {
		r.Header[s.dialect.TokenHeader] = []string{value} // Set would write X-Cam-Apitoken
	} else {
		r.Header.Set(s.dialect.TokenHeader, value)
	}
	if a.reads && s.reads == Get {
		r.Method, u.RawQuery = http.MethodGet, a.form.Encode()
	} else {
		r.Body = []byte(a.form.Encode())
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	r.URL = u.String()
	return r
}

// secret returns the token. Nothing was sent when it is missing, whatever the reason.
func (s *Service) secret(ctx context.Context, op string) (string, error) {
	var token string
	var err error
	if s.token != nil {
		token, err = s.token(ctx)
	}
	token = strings.TrimSpace(token)
	failure := &fault.Error{Op: op, Service: s.name, Kind: fault.NotConfigured, Code: CodeNoToken, Err: err}
	switch known, ok := errors.AsType[*fault.Error](err); {
	case err != nil && errors.Is(ctx.Err(), context.Canceled):
		failure.Kind, failure.Code = fault.Cancelled, ""
	case ok && (known.Kind == fault.NotConfigured || known.Kind == fault.Cancelled || known.Kind == fault.Unreachable):
		return "", err
	case ok && known.Code != "":
		failure.Code, failure.Words = known.Code, known.Words
	case err == nil && strings.ContainsFunc(token, func(r rune) bool { return r < ' ' || r == 0x7f }):
		failure.Code = CodeBadToken
	case err == nil && token != "":
		return token, nil
	}
	return "", failure
}

// refine puts the service's own words into an error of the transport. The kind is the status's: who
// answers 500 may have done half of it before finding errors.
func (s *Service) refine(a transport.Answer, err error) error {
	known, ok := errors.AsType[*fault.Error](err)
	if !ok || known.Status == 0 || a.Status == 0 {
		return err
	}
	e := *known
	if e.Status == http.StatusForbidden && e.Code == transport.CodeTokenRefused {
		e.Code = CodePlan
	}
	document, err := a.Document()
	if err != nil || len(document) == 0 {
		return &e
	}
	words, found := s.dialect.complaint(document)
	if !found {
		words = remark(document)
	}
	e.Words = a.Words(words)
	return &e
}

// isAccepted recognizes a success that is a bare word, if the dialect has one.
func (s *Service) isAccepted(a transport.Answer) bool {
	body := strings.TrimSpace(string(a.Body[:min(len(a.Body), 100)]))
	return body != "" && slices.ContainsFunc(s.dialect.Accepted, func(word string) bool { return strings.EqualFold(word, body) })
}
