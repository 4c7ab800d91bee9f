package transport

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"foyer/services/fault"
)

// canary is a secret that changes in every spelling.
const canary = `QIQ/VOSv+"RJH&<r>\é %7e`

func TestASecretIsTakenOutInEverySpelling(t *testing.T) {
	quoted, err := json.Marshal(canary)
	if err != nil {
		t.Fatal(err)
	}
	for name, spelling := range map[string]string{
		"as it is":      canary,
		"as a form":     url.QueryEscape(canary),
		"as a path":     url.PathEscape(canary),
		"in lower case": lowerHex(url.QueryEscape(canary)),
		"with %20":      strings.ReplaceAll(url.QueryEscape(canary), "+", "%20"),
		"as JSON":       string(quoted),
		"as HTML":       html.EscapeString(canary),
		"quoted":        fmt.Sprintf("%q", canary),
	} {
		got := Redact("before "+spelling+" behind", []string{"", canary})
		if !strings.Contains(got, mask) || strings.Contains(got, "VOS") || !strings.HasPrefix(got, "before ") || !strings.HasSuffix(got, " behind") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestWithoutSecretsNothingIsTakenOut(t *testing.T) {
	if got := Redact("all of it", nil); got != "all of it" {
		t.Errorf("%q", got)
	}
	if got := Redact("all of it", []string{"", " "}); !strings.Contains(got, "all") {
		t.Errorf("%q", got)
	}
}

func FuzzRedact(f *testing.F) {
	f.Add("the token abcdef is bad", "abcdef")
	f.Add("ab%2fcdef", "ab/cdef")
	f.Add("aabaabaaab", "aabaa")
	f.Fuzz(func(t *testing.T, text, secret string) {
		if len(secret) < 4 || strings.Contains(mask, secret) || strings.Contains(secret, "•") {
			return
		}
		if got := Redact(text+secret+text, []string{secret}); strings.Contains(got, secret) {
			t.Errorf("%q in %q", secret, got)
		}
	})
}

func TestACauseIsFoundAndTellsNothing(t *testing.T) {
	err := error(&fault.Error{Op: "sending", Err: conceal(fmt.Errorf("header %s: %w", canary, context.Canceled), []string{canary})})
	if !errors.Is(err, context.Canceled) {
		t.Error("the cause is not found")
	}
	for ; err != nil; err = errors.Unwrap(err) {
		if strings.Contains(fmt.Sprintf("%v %+v", err, err), "VOS") {
			t.Errorf("%v tells it", err)
		}
	}
}

func TestWhatAServerRepeatsOfASecretIsTakenOut(t *testing.T) {
	for name, h := range map[string]http.HandlerFunc{
		"words": func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(400)
			_, _ = io.WriteString(w, "bad: "+received(r)+r.Header.Get("X-Token"))
		},
		"a title": func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(500)
			_, _ = io.WriteString(w, "<title>"+html.EscapeString(r.Header.Get("X-Token"))+"</title>")
		},
		"a place": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", "https://cam.example.com/"+url.PathEscape(r.Header.Get("X-Token"))+"?t="+url.QueryEscape(r.Header.Get("X-Token")))
			w.WriteHeader(307)
		},
		"an id": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("X-Request-Id", r.Header.Get("X-Token"))
			w.WriteHeader(500)
		},
		"a broken place": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", "http://[::1"+r.Header.Get("X-Token"))
			w.WriteHeader(307)
		},
		"no HTTP": func(w http.ResponseWriter, r *http.Request) {
			conn, _, err := http.NewResponseController(w).Hijack()
			if err != nil {
				return
			}
			_, _ = io.WriteString(conn, "QIQ "+r.Header.Get("X-Token")+"\r\n\r\n")
			conn.Close() //nolint:errcheck // the client sees what it sees
		},
	} {
		t.Run(name, func(t *testing.T) {
			server := serve(t, h)
			r := post(server.URL + base)
			r.Body, r.Header, r.Secrets = []byte(url.Values{"password": {canary}}.Encode()), http.Header{"X-Token": {canary}}, []string{canary}
			e := fails(t, client(t, Config{}), r)
			if all := fmt.Sprintf("%v %+v %v", e, *e, e.Err); strings.Contains(all, "VOS") {
				t.Errorf("%s", all)
			}
		})
	}
}

func TestAHeaderThatCannotBeSentIsNotSent(t *testing.T) {
	server := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("it is") })
	r := post(server.URL + base)
	r.Header = http.Header{"X-Token": {"a\nb"}}
	want(t, fails(t, client(t, Config{}), r), fault.Invalid, CodeBadRequest)
}
