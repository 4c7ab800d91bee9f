package transport

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"foyer/services/fault"
)

func TestAPostIsNeverRedirected(t *testing.T) {
	for status, kind := range map[int]fault.Kind{
		301: fault.Faulty, 302: fault.Faulty, 303: fault.Faulty, 307: fault.Refused, 308: fault.Refused,
	} {
		calls := 0
		server := serve(t, func(w http.ResponseWriter, r *http.Request) {
			calls++
			http.Redirect(w, r, base+"/elsewhere?token=secret", status)
		})
		e := fails(t, client(t, Config{}), post(server.URL+base))
		want(t, e, kind, CodeRedirected)
		if e.Status != status || e.Words != server.URL+base+"/elsewhere" || calls != 1 {
			t.Errorf("%d: %v after %d calls", status, e, calls)
		}
	}
}

func TestAReadIsRedirectedWithinItsServer(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Header.Get("X-Token") != "secret" || r.Header.Get("Referer") != "":
			t.Errorf("header %v", r.Header)
		case r.URL.Path == base:
			http.Redirect(w, r, base+"/moved", http.StatusFound)
		default:
			_, _ = io.WriteString(w, "here")
		}
	})
	r := get(server.URL + base)
	r.Header = http.Header{"X-Token": {"secret"}}
	answer, err := client(t, Config{}).Do(t.Context(), r)
	if err != nil || string(answer.Body) != "here" {
		t.Errorf("%q, %v", answer.Body, err)
	}
}

func TestAReadIsNotRedirectedInCircles(t *testing.T) {
	calls := 0
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		calls++
		http.Redirect(w, r, base, http.StatusFound)
	})
	want(t, fails(t, client(t, Config{}), get(server.URL+base)), fault.Faulty, CodeRedirected)
	if calls != maxHops+1 {
		t.Errorf("%d calls", calls)
	}
}

func TestNoSecretFollowsToAnotherServer(t *testing.T) {
	var got []string
	other := serve(t, func(_ http.ResponseWriter, r *http.Request) { got = append(got, r.Method+" "+r.Header.Get("X-Token")) })
	for _, where := range []string{other.URL, strings.Replace(other.URL, "127.0.0.1", "localhost", 1)} {
		server := serve(t, func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, where+base, http.StatusTemporaryRedirect)
		})
		for _, r := range []Request{get(server.URL + base), post(server.URL + base)} {
			r.Header = http.Header{"X-Token": {"secret"}}
			e := fails(t, client(t, Config{}), r)
			want(t, e, fault.Refused, CodeRedirected)
			if e.Words != where+base {
				t.Errorf("words %q", e.Words)
			}
		}
	}
	if len(got) > 0 {
		t.Errorf("the other server heard %q", got)
	}
}

func TestNoRedirectTakesTheEncryptionAway(t *testing.T) {
	plain := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("it does") })
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, plain.URL+base, http.StatusFound)
	}))
	defer server.Close()
	c := client(t, Config{CAFile: authority(t, server)})
	want(t, fails(t, c, get(server.URL+base)), fault.Faulty, CodeRedirected)
}

func TestWhatIsTheSameServer(t *testing.T) {
	for _, test := range []struct {
		from, to string
		same     bool
	}{
		{"https://cam.example.com/a", "https://cam.example.com/b", true},
		{"https://cam.example.com/a", "https://CAM.example.com:443/b", true},
		{"http://cam.example.com/a", "http://cam.example.com:80/b", true},
		{"http://cam.example.com/a", "https://cam.example.com/a", true},
		{"http://cam.example.com:8080/a", "https://cam.example.com/a", false},
		{"http://cam.example.com/a", "https://cam.example.com:8443/a", false},
		{"https://cam.example.com/a", "http://cam.example.com/a", false},
		{"https://cam.example.com/a", "https://cam.example.com:8443/a", false},
		{"https://cam.example.com/a", "https://cam.example.com.evil.example/a", false},
		{"https://cam.example.com/a", "https://user@cam.example.com/a", false},
		{"https://cam.example.com/a", "ftp://cam.example.com/a", false},
	} {
		from, _ := http.NewRequest(http.MethodGet, test.from, nil)
		to, _ := http.NewRequest(http.MethodGet, test.to, nil)
		if got := stays(from.URL, to.URL); got != test.same {
			t.Errorf("%s to %s: %v", test.from, test.to, got)
		}
	}
}

func TestARedirectToNowhere(t *testing.T) {
	for _, location := range []string{"", "http://[::1", "mailto:barbara@example.com"} {
		server := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			if location != "" {
				w.Header().Set("Location", location)
			}
			w.WriteHeader(http.StatusFound)
		})
		for _, r := range []Request{get(server.URL + base), post(server.URL + base)} {
			e := fails(t, client(t, Config{}), r)
			if e.Code != CodeRedirected || e.Kind != fault.Faulty {
				t.Errorf("%s to %q: %v", r.Method, location, e)
			}
		}
	}
}
