package transport

import (
	"bytes"
	"encoding/json"
	"errors"
	"mime"

	"foyer/services/fault"
)

// Document returns the body of an answer that should be JSON, and nil for an empty one. It is the memory
// of the body itself, as answers are large: who changes one changes the other. Errors are
// *fault.Error of kind Faulty that say what came instead: html-page, truncated or not-json.
func (a Answer) Document() (json.RawMessage, error) {
	body := bytes.TrimSpace(bytes.TrimPrefix(a.Body, []byte("\uFEFF")))
	if len(body) == 0 {
		return nil, nil
	}
	if json.Valid(body) {
		return body, nil
	}
	err := json.Unmarshal(body, new(json.RawMessage)) // says where it stops to be JSON
	c := call{Request: a.request}
	if isHTML(a) {
		e := c.answered(a, fault.Faulty, CodeHTMLPage, nil)
		e.Words = c.words(title(body))
		return nil, e
	}
	// The cause repeats single characters of the body only.
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok && isJSON(body) && syntax.Offset >= int64(len(body)) {
		return nil, c.answered(a, fault.Faulty, CodeTruncated, err)
	}
	return nil, c.answered(a, fault.Faulty, CodeNotJSON, err)
}

// isJSON reports whether the body begins as JSON does.
func isJSON(body []byte) bool {
	body = bytes.TrimSpace(bytes.TrimPrefix(body, []byte("\uFEFF")))
	return len(body) > 0 && bytes.IndexByte([]byte(`{["`), body[0]) >= 0
}

// isHTML reports whether the answer is a web page, by what it says or by how it looks.
func isHTML(a Answer) bool {
	kind, _, _ := mime.ParseMediaType(a.Header.Get("Content-Type"))
	body := bytes.TrimSpace(bytes.TrimPrefix(a.Body, []byte("\uFEFF")))
	return len(body) > 0 && (kind == "text/html" || kind == "application/xhtml+xml" || body[0] == '<') && !isJSON(body)
}
