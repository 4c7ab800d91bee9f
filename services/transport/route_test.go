package transport

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

func TestNothingGoesUnencryptedToAPublicAddress(t *testing.T) {
	for _, address := range []string{"http://203.0.113.7/x", "http://203.0.113.7:8080/x", "http://[2001:db8::1]:8080/x"} {
		e := fails(t, client(t, Config{}), post(address))
		want(t, e, fault.NotConfigured, CodePlainHTTP)
		if e.Words != Origin(address) {
			t.Errorf("words %q", e.Words)
		}
	}
}

// public takes loopback for a public network.
func public(c *Client) *Client {
	c.private = func(netip.Addr) bool { return false }
	return c
}

func TestTheAddressBehindANameDecides(t *testing.T) {
	calls := 0
	server := serve(t, func(http.ResponseWriter, *http.Request) { calls++ })
	named := strings.Replace(server.URL, "127.0.0.1", "localhost", 1) + base
	answer, err := client(t, Config{}).Do(t.Context(), post(named))
	if err != nil || answer.OpenLock || calls != 1 {
		t.Errorf("%+v, %v, %d calls", answer, err, calls)
	}
	want(t, fails(t, public(client(t, Config{})), post(named)), fault.NotConfigured, CodePlainHTTP)
	if calls != 1 {
		t.Errorf("%d calls", calls)
	}
}

func TestWhatTheUserAcceptedGoesUnencryptedUnderAnOpenLock(t *testing.T) {
	status := 200
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })
	var asked []string
	c := public(client(t, Config{PlainAllowed: func(origin string) bool {
		asked = append(asked, origin)
		return true
	}}))
	for _, status = range []int{200, 500} {
		if answer, _ := c.Do(t.Context(), post(server.URL+base)); answer.Status != status || !answer.OpenLock {
			t.Errorf("%+v", answer)
		}
	}
	if diff := cmp.Diff([]string{server.URL}, asked); diff != "" { // once for each connection
		t.Error(diff)
	}
}

func TestAnEncryptedCallHasAClosedLock(t *testing.T) {
	server := httptest.NewTLSServer(http.HandlerFunc(silent))
	defer server.Close()
	answer, err := public(client(t, Config{CAFile: authority(t, server)})).Do(t.Context(), post(server.URL+base))
	if err != nil || answer.OpenLock {
		t.Errorf("%+v, %v", answer, err)
	}
}

func TestThroughAProxyPlainCallsNeedToBeAccepted(t *testing.T) {
	var heard []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		heard = append(heard, r.Method+" "+r.RequestURI)
		if r.Method == http.MethodConnect {
			w.WriteHeader(http.StatusProxyAuthRequired)
		}
	}))
	defer proxy.Close()
	through := func(*http.Request) (*url.URL, error) { return url.Parse(proxy.URL) }
	for _, address := range []string{"http://cam.example.com:8080/x", "http://10.0.0.1/x"} {
		want(t, fails(t, client(t, Config{Proxy: through}), post(address)), fault.NotConfigured, CodePlainHTTP)
	}
	allowed := Config{Proxy: through, PlainAllowed: func(origin string) bool { return origin == "http://cam.example.com:8080" }}
	answer, err := client(t, allowed).Do(t.Context(), post("http://cam.example.com:8080/x"))
	if err != nil || !answer.OpenLock {
		t.Errorf("%+v, %v", answer, err)
	}
	want(t, fails(t, client(t, Config{Proxy: through}), post("https://cam.example.com/x")), fault.Unreachable, CodeProxyAuth)
	if diff := cmp.Diff([]string{"POST http://cam.example.com:8080/x", "CONNECT cam.example.com:443"}, heard); diff != "" {
		t.Error(diff)
	}
}

func TestAProxyThatIsNoneIsASettingToMend(t *testing.T) {
	broken := func(*http.Request) (*url.URL, error) { return nil, fmt.Errorf("invalid proxy user:hunter2@") }
	e := fails(t, client(t, Config{Proxy: broken}), post("https://cam.example.com/x"))
	want(t, e, fault.NotConfigured, CodeProxy)
	if strings.Contains(e.Error(), "hunter2") {
		t.Errorf("%v tells its password", e)
	}
}

func TestWhichAddressesArePrivate(t *testing.T) {
	for address, private := range map[string]bool{
		"127.0.0.1": true, "127.9.9.9": true, "::1": true, "10.1.2.3": true, "172.16.0.1": true, "172.31.255.255": true, "192.168.1.1": true,
		"169.254.1.1": true, "fe80::1%eth0": true, "fd00::1": true, "::ffff:10.0.0.1": true, "0.0.0.0": true,
		"172.32.0.1": false, "192.169.0.1": false, "100.64.0.1": false, "8.8.8.8": false, "2001:db8::1": false, "::ffff:8.8.8.8": false, "64:ff9b::a00:1": false,
	} {
		if got := isPrivate(netip.MustParseAddr(address)); got != private {
			t.Errorf("%s: %v", address, got)
		}
	}
}

func TestARedirectToHTTPSIsNoPlainCall(t *testing.T) {
	u, err := parse("http://cam.example.com")
	if err != nil {
		t.Fatal(err)
	}
	p := &route{plain: true, url: u, private: isPrivate, allowed: func(string) bool { return false }}
	if err := p.check("203.0.113.7:443"); err != nil || p.blocked.Load() {
		t.Errorf("%v", err)
	}
	if err := p.check("203.0.113.7:80"); err == nil || !p.blocked.Load() {
		t.Error("it is let through")
	}
}
