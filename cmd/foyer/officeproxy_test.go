package main

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"foyer/services/fault"
	"foyer/services/profile"
	"foyer/services/transport"
)

// refusing is a proxy that counts whom it turns away.
func refusing(t *testing.T) (address string, asked *int) {
	t.Helper()
	asked = new(int)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodConnect {
			*asked++
		}
		w.WriteHeader(http.StatusForbidden)
	}))
	t.Cleanup(server.Close)
	return server.URL, asked
}

// A proxy that is set while Foyer runs is used from the next call on.
func TestTheConnectionFollowsTheProxyOfTheSettings(t *testing.T) {
	first, askedFirst := refusing(t)
	second, askedSecond := refusing(t)
	o := &office{}
	v := profile.Defaults()
	call := func(proxy string) error {
		v.Network.Proxy = proxy
		client, err := o.connection(v)
		if err != nil {
			t.Fatal(err)
		}
		_, err = client.Do(t.Context(), transport.Request{Op: "testing", Method: http.MethodGet, URL: "https://cam.example.invalid/x"})
		return err
	}
	for _, proxy := range []string{first, first, second, "none"} {
		if err := call(proxy); fault.KindOf(err) != fault.Unreachable {
			t.Errorf("through %q: %v", proxy, err)
		}
	}
	if *askedFirst != 2 || *askedSecond != 1 {
		t.Errorf("the first proxy was asked %d times, the second %d times", *askedFirst, *askedSecond)
	}
	before := o.client
	if err := call("none"); err == nil || o.client != before {
		t.Errorf("%v, and the client is another one although nothing changed", err)
	}
}
