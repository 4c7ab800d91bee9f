package chatmessenger

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/transport"
)

// prefix is a path that an on-premise server may have.
const prefix = "/cam/server"

// token is a canary: no error may repeat it.
const token = "QIQVOSvRJHrQElDwj20x8KQm"

// seen is a request that arrived.
type seen struct {
	Method, Path, Query, Body string
	Token, Kind               string
}

// serve answers below prefix and keeps what arrives.
func serve(t *testing.T, h http.HandlerFunc) (address string, calls *[]seen) {
	t.Helper()
	calls = &[]seen{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		*calls = append(*calls, seen{r.Method, r.URL.Path, r.URL.RawQuery, string(body), r.Header.Get("x-cam-apiToken"), r.Header.Get("Content-Type")})
		h(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL + prefix, calls
}

// says answers every call in the same way.
func says(status int, kind, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func direct(*http.Request) (*url.URL, error) { return nil, nil }

func client(t testing.TB, c transport.Config) *transport.Client {
	t.Helper()
	c.Proxy = direct
	made, err := transport.New(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(made.Close)
	return made
}

func fixed(token string) func(context.Context) (string, error) {
	return func(context.Context) (string, error) { return token, nil }
}

// service is a Service for a server; change may be nil.
func service(t testing.TB, address string, change func(*Config)) *Service {
	t.Helper()
	c := Config{URL: address, Token: fixed(token), Zone: time.UTC}
	if change != nil {
		change(&c)
	}
	s, err := New(client(t, transport.Config{}), c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func dialect(t testing.TB, values map[string]string) func(*Config) {
	t.Helper()
	d, err := DefaultDialect().With(values)
	if err != nil {
		t.Fatal(err)
	}
	return func(c *Config) { c.Dialect = &d }
}

func asFault(t *testing.T, err error) *fault.Error {
	t.Helper()
	e, ok := errors.AsType[*fault.Error](err)
	if !ok {
		t.Fatalf("%v is no *fault.Error", err)
	}
	return e
}

func want(t *testing.T, err error, kind fault.Kind, code string) {
	t.Helper()
	if e := asFault(t, err); e.Kind != kind || e.Code != code {
		t.Errorf("%v: kind %v, code %q; want %v, %q", e, e.Kind, e.Code, kind, code)
	}
}

var (
	hello = message.Message{To: []string{"barbara@example.com", "ludwig@example.com"}, Text: "The room is free.\nCome \"soon\" & bring 50% <cake>; 会議"}
	sales = message.Message{Room: "Sales & more", Mentions: []string{"chen@example.com"}, Text: "The meeting has moved", Envelope: true}
	until = time.UnixMilli(1624368868714)
)

const password = "pass word!+%"

// functions are all that a Service can be asked, without what they return.
var functions = []struct {
	name  string
	reads bool
	call  func(context.Context, *Service) error
}{
	{"sendMessage", false, func(ctx context.Context, s *Service) error { return s.Send(ctx, hello) }},
	{"sendMessages", false, func(ctx context.Context, s *Service) error {
		return s.SendBulk(ctx, []message.Message{hello, {To: []string{"chen@example.com"}, Text: "Lunch?"}})
	}},
	{"createQuickCall", false, func(ctx context.Context, s *Service) error {
		_, err := s.QuickCall(ctx, message.QuickCall{Expires: time.Now().Add(time.Hour), Password: password})
		return err
	}},
	{"updateChatRoom", false, func(ctx context.Context, s *Service) error {
		_, err := s.SaveChatRoom(ctx, message.ChatRoom{Name: "Projects"})
		return err
	}},
	{"getConferenceMaster", true, func(ctx context.Context, s *Service) error { _, err := s.Master(ctx); return err }},
	{"getConferenceRoomStatus", true, func(ctx context.Context, s *Service) error { _, err := s.Status(ctx, "20261123"); return err }},
	{"getConferenceMaster", true, func(ctx context.Context, s *Service) error { _, err := s.Check(ctx); return err }},
}
