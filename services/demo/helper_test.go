package demo_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"foyer/services/demo"
)

const token = "office-token"

// monday is what the pictures of Foyer show.
var monday = time.Date(2026, 11, 23, 10, 42, 0, 0, berlin)

// berlin is a zone of its own, so that tests do not depend on the computer's.
var berlin = time.FixedZone("CET", 60*60)

// visit opens an office below a path, as the adapters' tests do.
func visit(t *testing.T, c demo.Config) (*demo.Office, client) {
	t.Helper()
	if c.Token == "" {
		c.Token = token
	}
	if c.Zone == nil {
		c.Zone = berlin
	}
	if c.Now == nil {
		c.Now = func() time.Time { return monday }
	}
	c.Prefix = "/cam/api"
	o, err := demo.New(c)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(o)
	t.Cleanup(func() {
		server.Close()
		if err := o.Close(); err != nil {
			t.Error(err)
		}
	})
	return o, client{t, server.URL + "/cam/api", server.Client()}
}

// client calls an office.
type client struct {
	t    *testing.T
	url  string
	http *http.Client
}

// call makes a call, and returns its status and its body.
func (c client) call(method, function, token, form string) (int, string) {
	c.t.Helper()
	response, body, err := c.try(method, function, token, form)
	if err != nil {
		c.t.Fatal(err)
	}
	return response.StatusCode, body
}

func (c client) try(method, function, token, form string) (*http.Response, string, error) {
	c.t.Helper()
	target, body := c.url+"/"+function, io.Reader(nil)
	if method == http.MethodGet && form != "" {
		target += "?" + form
	} else if form != "" {
		body = strings.NewReader(form)
	}
	r, err := http.NewRequestWithContext(c.t.Context(), method, target, body)
	if err != nil {
		c.t.Fatal(err)
	}
	r.Header.Set(demo.TokenHeader, token)
	if body != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	response, err := c.http.Do(r)
	if err != nil {
		return nil, "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return response, string(text), err
}

// post calls with the right token and one field of JSON.
func (c client) post(function, field string, v any) (int, string) {
	c.t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		c.t.Fatal(err)
	}
	return c.call(http.MethodPost, function, token, url.Values{field: {string(data)}}.Encode())
}

// read decodes JSON.
func read[T any](t *testing.T, text string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v in %.200s", err, text)
	}
	return v
}

// refused returns the words of an answer with errors, and nil for another one.
func refused(t *testing.T, text string) []string {
	t.Helper()
	return read[struct{ Errors []string }](t, text).Errors
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
