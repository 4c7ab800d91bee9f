package demo

import (
	"encoding/json"
	"net/http"
	"strconv"
)

// answer is what the office says to one request, before any fault.
type answer struct {
	status int
	kind   string // Content-Type
	body   []byte
}

// JSON as the vendor's page promises it.
const jsonKind = "application/json; charset=utf-8"

// said is an answer of status 200.
func said(v any) answer { return answer{http.StatusOK, jsonKind, raw(v)} }

// write sends the answer as it is.
func (a answer) write(w http.ResponseWriter) {
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("Content-Length", strconv.Itoa(len(a.body)))
	w.WriteHeader(a.status)
	w.Write(a.body) //nolint:errcheck // the client is gone, which is its own business
}

// refusal is one reason why a request is not accepted.
type refusal struct {
	Field string `json:"field"`
	Code  string `json:"code"`
	Words string `json:"message"`
}

// refused is an answer with errors.
//
// undocumented: the vendor documents the word errors and neither its shape nor the status that goes
// with it. The vendor's samples read errors from an answer that was otherwise fine, hence 200.
func (f Form) refused(status int, reasons ...refusal) answer {
	var shaped any
	switch f.Errors {
	case ErrorsText:
		shaped = reasons[0].Words
	case ErrorsObjects:
		shaped = reasons
	case ErrorsFields:
		fields := map[string]string{}
		for _, r := range reasons {
			fields[r.Field] = r.Words
		}
		shaped = fields
	default:
		words := make([]string, len(reasons))
		for i, r := range reasons {
			words[i] = r.Words
		}
		shaped = words
	}
	return answer{status, jsonKind, raw(map[string]any{"errors": shaped})}
}

// empty is a JSON object without members.
var empty = json.RawMessage("{}")
