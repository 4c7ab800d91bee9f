package demo

import (
	"encoding/json"
	"net/url"
	"strings"
	"unicode/utf8"
)

// camArguments are what a call came with.
type camArguments struct {
	values url.Values
	// json is the value of the function's field with JSON in it.
	json []byte
}

// all returns the values of all arguments.
func (a camArguments) all() []string {
	var all []string
	for _, values := range a.values {
		all = append(all, values...)
	}
	return all
}

// readArguments reads a form. The vendor's own sample is curl -d message="{…}", which sends JSON as it
// is, with ; and % and & in it, so what begins like that is taken whole. Everybody else escapes.
func readArguments(text, field string) (camArguments, *refusal) {
	bad := func(words string) (camArguments, *refusal) {
		return camArguments{}, &refusal{field, "malformed", words}
	}
	text = strings.TrimPrefix(text, "\ufeff") // of a file that curl sent
	if !utf8.ValidString(text) {
		return bad("the request is not UTF-8")
	}
	if field != "" {
		rest, found := strings.CutPrefix(text, field+"=")
		rest = strings.TrimSpace(rest)
		if found && (strings.HasPrefix(rest, "{") || strings.HasPrefix(rest, "[")) && json.Valid([]byte(rest)) {
			return camArguments{json: []byte(rest)}, nil
		}
	}
	values, err := url.ParseQuery(text)
	if err != nil {
		return bad("the request is no form")
	}
	a := camArguments{values: values}
	if field == "" {
		return a, nil
	}
	if !values.Has(field) {
		return bad(field + " is missing")
	}
	a.json = []byte(values.Get(field))
	if !utf8.Valid(a.json) {
		return bad("the request is not UTF-8")
	}
	if !json.Valid(a.json) {
		return bad(field + " is not JSON")
	}
	return a, nil
}
