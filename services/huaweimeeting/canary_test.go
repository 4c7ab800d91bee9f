package huaweimeeting

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"foyer/services/fault"
	"foyer/services/transport"
)

// secrets are all that no error may tell.
var secrets = []string{
	password, hostPassword, accessValue, controlValue, appKey, url.QueryEscape(password),
	base64.StdEncoding.EncodeToString([]byte(accountName + ":" + password)), "+99111283523475338", "+8613800000000",
}

// checkPrivate fails if an error, or anything that it wraps, tells a secret.
func checkPrivate(t *testing.T, where string, err error) {
	t.Helper()
	var all strings.Builder
	for ; err != nil; err = errors.Unwrap(err) {
		fmt.Fprintf(&all, "\n%v %+v %#v", err, err, err)
		if encoded, failed := json.Marshal(err); failed == nil {
			all.Write(encoded)
		}
	}
	for _, secret := range secrets {
		if strings.Contains(all.String(), secret) {
			t.Errorf("%s: %q in %s", where, secret, all.String())
		}
	}
}

// echoes are servers that repeat in their answer what came.
var echoes = map[string]func(w http.ResponseWriter, all string){
	"text":      func(w http.ResponseWriter, all string) { w.WriteHeader(400); _, _ = io.WriteString(w, all) },
	"a failure": func(w http.ResponseWriter, all string) { w.WriteHeader(500); _, _ = io.WriteString(w, all) },
	"a web page": func(w http.ResponseWriter, all string) {
		_, _ = io.WriteString(w, "<title>"+html.EscapeString(all)+"</title>")
	},
	"no JSON": func(w http.ResponseWriter, all string) { _, _ = io.WriteString(w, "no "+all) },
	"half":    func(w http.ResponseWriter, all string) { _, _ = fmt.Fprintf(w, `{"error_msg":%q`, all) },
	"words": func(w http.ResponseWriter, all string) {
		w.WriteHeader(400)
		_ = json.NewEncoder(w).Encode(map[string]any{"error_code": "MMC.111072065", "error_msg": all})
	},
	"a code": func(w http.ResponseWriter, all string) {
		w.WriteHeader(401)
		_ = json.NewEncoder(w).Encode(map[string]any{"error": map[string]any{"code": all, "message": all}})
	},
	"a success with words": func(w http.ResponseWriter, all string) {
		_ = json.NewEncoder(w).Encode(map[string]any{"returnCode": 111072065, "returnDesc": all})
	},
	"a redirect": func(w http.ResponseWriter, all string) {
		w.Header().Set("Location", "https://meeting.example.com/"+url.PathEscape(all)+"?x="+url.QueryEscape(all))
		w.WriteHeader(307)
	},
	"a header": func(w http.ResponseWriter, all string) {
		w.Header().Set("X-Request-Id", url.PathEscape(all))
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

// repeated is what came with a request, all of it.
func repeated(r *http.Request, body string) string {
	all := body
	for _, name := range []string{"Authorization", headerAccess, headerControl, headerPassword} {
		all += " " + r.Header.Get(name)
	}
	return strings.Join(strings.Fields(all), " ")
}

func TestNoErrorTellsASecret(t *testing.T) {
	for name, echo := range echoes {
		for _, f := range functions {
			t.Run(name+", "+f.name, func(t *testing.T) {
				t.Parallel()
				for _, path := range []string{f.path, pathLogin, pathControl} {
					var calls *log
					var address string
					address, calls = serve(t, office(map[string]http.HandlerFunc{path: func(w http.ResponseWriter, r *http.Request) {
						echo(w, repeated(r, calls.last().Body))
					}}))
					err := f.call(t.Context(), service(t, address, nil))
					if path == f.path && err == nil {
						t.Error("accepted")
					}
					checkPrivate(t, path, err)
				}
			})
		}
	}
}

func TestNoErrorTellsTheKeyOfAnApp(t *testing.T) {
	for name, echo := range echoes {
		address, _ := serve(t, func(w http.ResponseWriter, r *http.Request) { echo(w, appKey+" "+r.Header.Get("Authorization")) })
		s := service(t, address, func(c *Config) { c.Auth = Auth{AppID: "a", AppKey: fixed(appKey)} })
		_, err := s.Check(t.Context())
		if err == nil || strings.Contains(fmt.Sprintf("%+v", err), "signature=") && !strings.Contains(err.Error(), "signature=••••") {
			t.Errorf("%s: %v", name, err)
		}
		checkPrivate(t, name, err)
	}
}

func TestSecretsAreInHeadersAndBodiesOnly(t *testing.T) {
	address, calls := serve(t, office(nil))
	s := service(t, address, nil)
	for _, f := range functions {
		if err := f.call(t.Context(), s); err != nil {
			t.Errorf("%s: %v", f.name, err)
		}
	}
	for _, c := range calls.all() {
		for _, secret := range secrets {
			if strings.Contains(c.Path+c.Query, secret) || strings.Contains(c.Path+c.Query, url.QueryEscape(secret)) {
				t.Errorf("%q in %+v", secret, c)
			}
		}
		// Each token goes where it belongs, and nowhere else.
		isControl := strings.HasPrefix(c.Path, prefix+"/v1/mmc/control/")
		if isControl && c.Header.Get(headerAccess) != "" || !isControl && c.Header.Get(headerControl) != "" {
			t.Errorf("%+v", c)
		}
	}
}

func TestAServiceThatIsPrintedTellsNothing(t *testing.T) {
	address, _ := serve(t, office(nil))
	s := service(t, address, nil)
	for _, f := range functions {
		if err := f.call(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	slog.New(slog.NewJSONHandler(&b, nil)).Info("service", "service", s)
	all := fmt.Sprintf("%v %+v %#v %s %d %x %q", s, s, s, s, s, s, s) + b.String()
	for _, secret := range secrets {
		if strings.Contains(all, secret) || strings.Contains(all, fmt.Sprintf("%x", secret)) {
			t.Errorf("%q in %s", secret, all)
		}
	}
	if !strings.Contains(s.String(), "huawei-meeting at http://127.0.0.1") {
		t.Error(s.String())
	}
}

func TestNoHeaderFollowsToAnotherHost(t *testing.T) {
	other, heard := serve(t, office(nil))
	for _, status := range []int{301, 302, 303, 307, 308} {
		for _, where := range []string{other, strings.Replace(other, "127.0.0.1", "localhost", 1)} {
			for _, f := range functions {
				address, calls := serve(t, office(map[string]http.HandlerFunc{f.path: func(w http.ResponseWriter, r *http.Request) {
					http.Redirect(w, r, where+f.path, status)
				}}))
				kind := fault.Faulty
				if status >= 307 {
					kind = fault.Refused
				}
				want(t, fmt.Sprintf("%s, %d", f.name, status), f.call(t.Context(), service(t, address, nil)), kind, transport.CodeRedirected)
				if calls.count(f.path) != 1 {
					t.Errorf("%s: %d calls", f.name, calls.count(f.path))
				}
			}
		}
	}
	if all := heard.all(); len(all) > 0 {
		t.Errorf("the other host heard %+v", all)
	}
}

func TestNothingLeavesForAPublicNetworkUnencrypted(t *testing.T) {
	s := service(t, "http://203.0.113.7:8080/meeting", nil)
	for _, f := range functions {
		err := f.call(context.Background(), s)
		want(t, f.name, err, fault.NotConfigured, transport.CodePlainHTTP)
	}
}
