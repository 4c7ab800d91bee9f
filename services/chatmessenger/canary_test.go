package chatmessenger

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

	"foyer/services/message"
	"foyer/services/transport"
)

// checkPrivate fails if an error, or anything that it wraps, tells a secret or a message's text.
func checkPrivate(t *testing.T, where string, err error) {
	t.Helper()
	all := fmt.Sprintf("%+v", message.NewFailure(err))
	for ; err != nil; err = errors.Unwrap(err) {
		all += fmt.Sprintf("\n%v %+v", err, err)
		if encoded, failed := json.Marshal(err); failed == nil {
			all += string(encoded)
		}
	}
	for _, secret := range []string{token, token[2:20], password, url.QueryEscape(password), "The room is free", "bring 50%"} {
		if strings.Contains(all, secret) {
			t.Errorf("%s: %q in %s", where, secret, all)
		}
	}
}

// echoes are servers that repeat in their answer what came.
var echoes = map[string]func(w http.ResponseWriter, all string){
	"text":     func(w http.ResponseWriter, all string) { w.WriteHeader(400); _, _ = io.WriteString(w, all) },
	"an error": func(w http.ResponseWriter, all string) { w.WriteHeader(500); _, _ = io.WriteString(w, all) },
	"a web page": func(w http.ResponseWriter, all string) {
		_, _ = io.WriteString(w, "<title>"+html.EscapeString(all)+"</title>")
	},
	"no JSON": func(w http.ResponseWriter, all string) { _, _ = io.WriteString(w, "no "+all) },
	"half an answer": func(w http.ResponseWriter, all string) {
		_, _ = fmt.Fprintf(w, `{"errors":[%q`, all)
	},
	"errors": func(w http.ResponseWriter, all string) {
		_ = json.NewEncoder(w).Encode(map[string]any{"errors": []string{all}})
	},
	"errors with 403": func(w http.ResponseWriter, all string) {
		w.WriteHeader(403)
		_ = json.NewEncoder(w).Encode(map[string]any{"errors": map[string]any{all: map[string]string{"code": all}}})
	},
	"a framework": func(w http.ResponseWriter, all string) {
		w.WriteHeader(404)
		_ = json.NewEncoder(w).Encode(map[string]any{"message": all})
	},
	"a redirect": func(w http.ResponseWriter, all string) {
		w.Header().Set("Location", "https://cam.example.com/"+url.PathEscape(all)+"?x="+url.QueryEscape(all))
		w.WriteHeader(307)
	},
	"a header": func(w http.ResponseWriter, all string) {
		w.Header().Set("X-Request-Id", all)
		w.WriteHeader(502)
	},
	"no HTTP": func(w http.ResponseWriter, all string) {
		conn, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			return
		}
		_, _ = io.WriteString(conn, "HTTP/1.1 "+all+"\r\n\r\n")
		conn.Close() //nolint:errcheck // the client sees what it sees
	},
}

func TestNoErrorTellsTheTokenThePasswordOrTheMessage(t *testing.T) {
	for name, echo := range echoes {
		for _, f := range functions {
			var all []string
			address, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
				echo(w, all[0])
			})
			for _, words := range []string{
				token, "bad token " + token + ".", url.QueryEscape(token), "password=" + password, url.QueryEscape(password),
				hello.Text, url.QueryEscape(hello.Text), fmt.Sprintf("%q", hello.Text),
			} {
				all = []string{words}
				err := f.call(t.Context(), service(t, address, nil))
				if err == nil {
					t.Errorf("%s, %s: accepted", name, f.name)
					continue
				}
				switch secret := words; {
				case f.name != "createQuickCall" && strings.Contains(secret, "word"):
				case !strings.HasPrefix(f.name, "sendMessage") && strings.Contains(secret, "room"):
				default:
					checkPrivate(t, name+", "+f.name, err)
				}
			}
		}
	}
}

func TestTheTokenIsInNoURL(t *testing.T) {
	address, calls := serve(t, says(200, jsonKind, `{"url":"https://cam.example.com/q","chatRoom":{"name":"x"}}`))
	for _, reads := range []Reads{Post, Get} {
		s := service(t, address, func(c *Config) { c.Reads = reads })
		for _, f := range functions {
			if err := f.call(t.Context(), s); err != nil {
				t.Error(err)
			}
		}
	}
	for _, c := range *calls {
		if strings.Contains(c.Path+c.Query+c.Body, token) || strings.Contains(c.Path+c.Query, "pass") || c.Token != token {
			t.Errorf("%+v", c)
		}
	}
}

func TestAServiceThatIsPrintedTellsNothing(t *testing.T) {
	s := service(t, "https://cam.example.com", nil)
	if all := fmt.Sprintf("%v %+v %#v", s, s, s); strings.Contains(all, token) {
		t.Error(all)
	}
}

func TestNothingLeavesForAPublicNetworkUnencrypted(t *testing.T) {
	s := service(t, "http://203.0.113.7:8080/cam", nil)
	for _, f := range functions {
		err := f.call(context.Background(), s)
		if e := asFault(t, err); e.Code != transport.CodePlainHTTP || e.Words != "http://203.0.113.7:8080" {
			t.Errorf("%s: %v", f.name, err)
		}
	}
}
