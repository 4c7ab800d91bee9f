package chatmessenger

import (
	"context"
	"encoding/json"
	"net/url"
	"strconv"
	"strings"

	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/transport"
)

// QuickCall makes the URL of a quick web conference. The answer's form is not documented, so the URL is
// looked for everywhere in it; without one the error has CodeNoAnswer.
func (s *Service) QuickCall(ctx context.Context, q message.QuickCall) (string, error) {
	const op = "making a quick call"
	if q.Expires.IsZero() {
		return "", &fault.Error{Op: op, Service: s.name, Kind: fault.Invalid, Code: CodeNoExpiry}
	}
	answer, document, err := s.call(ctx, ask{op: op, function: "createQuickCall", secrets: []string{q.Password}, form: url.Values{
		s.dialect.QuickCallExpires: {strconv.FormatInt(q.Expires.UnixMilli(), 10)},
		// The vendor: an empty password makes a URL without one.
		s.dialect.QuickCallPassword: {q.Password},
	}})
	if err != nil {
		if found := webURL(string(answer.Body)); found != "" && answer.Status/100 == 2 {
			return found, nil // undocumented: the URL alone, not as JSON
		}
		return "", err
	}
	if found := findURL(document, s.dialect.QuickCallURL, deepest); found != "" {
		return found, nil
	}
	return "", &fault.Error{Op: op, Service: s.name, Kind: fault.Faulty, Status: answer.Status, Code: CodeNoAnswer}
}

// findURL returns the URL of the first member that has one of the names, else the first URL anywhere.
func findURL(document json.RawMessage, names Names, depth int) string {
	if found := namedURL(document, names, depth); found != "" {
		return found
	}
	return anyURL(document, depth)
}

func namedURL(document json.RawMessage, names Names, depth int) string {
	if object, ok := members(document); ok {
		if value, ok := object.first(names, func(v json.RawMessage) bool { return webURL(scalar(v)) != "" }); ok {
			return webURL(scalar(value))
		}
	}
	return eachBelow(document, depth, func(value json.RawMessage) string { return namedURL(value, names, depth-1) })
}

func anyURL(document json.RawMessage, depth int) string {
	if found := webURL(scalar(document)); found != "" {
		return found
	}
	return eachBelow(document, depth, func(value json.RawMessage) string { return anyURL(value, depth-1) })
}

// eachBelow returns the first result of find for what an array or an object holds.
func eachBelow(document json.RawMessage, depth int, find func(json.RawMessage) string) string {
	if depth == 0 {
		return ""
	}
	below, _ := elements(document)
	object, _ := members(document)
	for _, m := range object {
		below = append(below, m.value)
	}
	for _, value := range below {
		if found := find(value); found != "" {
			return found
		}
	}
	return ""
}

// webURL returns text if it is an http or https URL and nothing else, else "".
func webURL(text string) string {
	text = strings.TrimSpace(text)
	if strings.ContainsAny(text, " \t\r\n<>\"") || transport.Origin(text) == "" {
		return ""
	}
	return text
}
