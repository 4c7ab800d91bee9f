package transport

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"foyer/services/fault"
)

// base is a path such as an on-premise server may have.
const base = "/cam/api"

// serve answers below base until the test ends.
func serve(t *testing.T, h http.HandlerFunc) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle(base, h)
	mux.Handle(base+"/", h)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

// client returns a Client without proxies.
func client(t testing.TB, c Config) *Client {
	t.Helper()
	if c.Proxy == nil {
		c.Proxy = direct
	}
	made, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(made.Close)
	return made
}

// post is a call that changes something.
func post(address string) Request {
	return Request{Op: "sending a message", Service: "Berlin office", Method: http.MethodPost, URL: address, Body: []byte("message=hello")}
}

// get is a call that changes nothing.
func get(address string) Request {
	return Request{Op: "reading rooms", Service: "Berlin office", Method: http.MethodGet, URL: address}
}

// fails returns the *fault.Error of a call that has to fail.
func fails(t *testing.T, c *Client, r Request) *fault.Error {
	t.Helper()
	answer, err := c.Do(t.Context(), r)
	if err == nil {
		t.Fatalf("%s %s succeeds with %d %.100q", r.Method, r.URL, answer.Status, answer.Body)
	}
	return asFault(t, err)
}

func asFault(t *testing.T, err error) *fault.Error {
	t.Helper()
	e, ok := errors.AsType[*fault.Error](err)
	if !ok {
		t.Fatalf("%v is no *fault.Error", err)
	}
	return e
}

// want checks kind and code.
func want(t *testing.T, e *fault.Error, kind fault.Kind, code string) {
	t.Helper()
	if e.Kind != kind || e.Code != code {
		t.Errorf("%v: kind %v, code %q; want %v, %q", e, e.Kind, e.Code, kind, code)
	}
}

// received reads a request's body to its end.
func received(r *http.Request) string {
	body, _ := io.ReadAll(r.Body)
	return string(body)
}
