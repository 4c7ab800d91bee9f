package transport

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"foyer/services/fault"
)

func TestADocumentIsWholeJSONOrNothing(t *testing.T) {
	for body, want := range map[string]string{
		"": "", " \r\n": "", "\uFEFF": "",
		`{"a":1}`: `{"a":1}`, " [] ": "[]", "\uFEFF{}": "{}", `"ok"`: `"ok"`, "true": "true", "12": "12", "null": "null",
	} {
		// Some servers call everything a web page.
		got, err := Answer{Status: 200, Body: []byte(body), Header: http.Header{"Content-Type": {"text/html"}}}.Document()
		if err != nil || string(got) != want {
			t.Errorf("%q: %q, %v", body, got, err)
		}
	}
}

func TestWhatIsNoDocumentHasAName(t *testing.T) {
	for _, test := range []struct{ kind, body, code, words string }{
		{"text/html; charset=utf-8", "<html><title>Welcome</title>", CodeHTMLPage, "Welcome"},
		{"", "\n<!doctype html>", CodeHTMLPage, ""},
		{"text/html", "It works!", CodeHTMLPage, ""},
		{"application/json", "<?xml version='1.0'?><x/>", CodeHTMLPage, ""},
		{"application/json", `{"conferenceRooms":[{"id":"1"`, CodeTruncated, ""},
		{"text/html", `{"conferenceRooms":`, CodeTruncated, ""},
		{"", `["a`, CodeTruncated, ""},
		{"", `{"a":1} and more`, CodeNotJSON, ""},
		{"", `{'a':1}`, CodeNotJSON, ""},
		{"text/plain", "OK", CodeNotJSON, ""},
		{"", "tru", CodeNotJSON, ""},
		{"", strings.Repeat("[", 20_000), CodeNotJSON, ""},
	} {
		a := Answer{Status: 200, Body: []byte(test.body), Header: http.Header{"Content-Type": {test.kind}}, request: post("")}
		_, err := a.Document()
		if err == nil {
			t.Errorf("%.50q is accepted", test.body)
			continue
		}
		e := asFault(t, err)
		want(t, e, fault.Faulty, test.code)
		if e.Words != test.words || e.Status != 200 || e.Op == "" {
			t.Errorf("%.50q: %v", test.body, e)
		}
	}
}

func FuzzDocument(f *testing.F) {
	for _, s := range []string{"", "{}", `{"a":[1,"x"`, "<html>", "OK", "\uFEFF[]", `"`} {
		f.Add([]byte(s), "text/html")
	}
	f.Fuzz(func(t *testing.T, body []byte, kind string) {
		document, err := Answer{Body: body, Header: http.Header{"Content-Type": {kind}}}.Document()
		if err == nil && len(document) > 0 && !json.Valid(document) {
			t.Errorf("%q is no JSON", document)
		}
		if err != nil && document != nil {
			t.Error("both an error and a document")
		}
	})
}
