package transport

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

// elsewhereURL is a server that only the proxy of these tests knows the way to. Its name is in the
// certificate of every test server.
const elsewhereURL = "https://example.com" + base

// tunnel is a proxy that leads every CONNECT to one server, and notes what it was asked.
type tunnel struct {
	*httptest.Server
	to   string
	lock sync.Mutex
	seen []string
}

func newTunnel(t *testing.T, to string) *tunnel {
	t.Helper()
	p := &tunnel{to: to}
	p.Server = httptest.NewServer(p)
	t.Cleanup(p.Close)
	return p
}

func (p *tunnel) asked() []string {
	p.lock.Lock()
	defer p.lock.Unlock()
	return p.seen
}

func (p *tunnel) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.lock.Lock()
	p.seen = append(p.seen, strings.TrimSpace(r.Method+" "+r.RequestURI+" "+r.Header.Get("Proxy-Authorization")))
	p.lock.Unlock()
	there, err := net.Dial("tcp", p.to)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer there.Close()
	here, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer here.Close()
	_, _ = io.WriteString(here, "HTTP/1.1 200 Connection established\r\n\r\n")
	go func() {
		_, _ = io.Copy(there, here)
		there.Close() //nolint:errcheck // both sides end here
	}()
	_, _ = io.Copy(here, there)
}

// proxied is a client with a proxy in its settings.
func proxied(t *testing.T, setting string, c Config) *Client {
	t.Helper()
	c.Proxy = ProxyOf(setting)
	return client(t, c)
}

func TestAProxyInTheSettingsIsUsed(t *testing.T) {
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, received(r))
	}))
	defer server.Close()
	p := newTunnel(t, server.Listener.Addr().String())
	c := proxied(t, p.URL, Config{CAFile: authority(t, server)})
	answer, err := c.Do(t.Context(), post(elsewhereURL))
	if err != nil || string(answer.Body) != "message=hello" || answer.OpenLock {
		t.Fatalf("%+v, %v", answer, err)
	}
	if diff := cmp.Diff([]string{"CONNECT example.com:443"}, p.asked()); diff != "" {
		t.Error(diff)
	}
}

func TestThisComputerIsNotReachedThroughAProxy(t *testing.T) {
	via := ProxyOf("http://proxy.example.com:3128")
	for address, proxy := range map[string]bool{
		"http://localhost:8080/x": false, "http://LOCALHOST./x": false, "https://cam.localhost/x": false, "http://127.0.0.1/x": false, "http://127.4.5.6:99/": false,
		"http://[::1]:80/": false, "http://[::ffff:127.0.0.1]/": false,
		"https://cam.example.com/x": true, "http://10.0.0.1/": true, "http://192.168.1.7:8080/": true, "http://localhost.example.com/": true, "http://[fe80::1]/": true,
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		got, err := via(&http.Request{URL: u})
		if err != nil || (got != nil) != proxy {
			t.Errorf("%s goes through %v, %v", address, got, err)
		}
	}
}

func TestNoneIsNoneWhateverTheEnvironmentSays(t *testing.T) {
	u, err := url.Parse("https://cam.example.com")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := ProxyOf(NoProxy)(&http.Request{URL: u}); got != nil || err != nil {
		t.Errorf("%v, %v", got, err)
	}
}

func TestAProxySettingThatIsNoAddressIsASettingToMend(t *testing.T) {
	for _, setting := range []string{"://", "http://", "nonsense", "http://a b:3128"} {
		want(t, fails(t, proxied(t, setting, Config{}), post(elsewhereURL)), fault.NotConfigured, CodeProxy)
	}
}

// closedPort is an address of this computer at which nobody listens.
func closedPort(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

func TestADeadProxyIsSaidToBeIt(t *testing.T) {
	address := closedPort(t)
	for _, scheme := range []string{"http", "https", "socks5"} {
		for _, r := range []Request{post(elsewhereURL), get(elsewhereURL)} {
			e := fails(t, proxied(t, scheme+"://"+address, Config{}), r)
			want(t, e, fault.Unreachable, CodeNoProxy)
			if e.Words != address {
				t.Errorf("it names %q", e.Words)
			}
		}
	}
	want(t, fails(t, proxied(t, "http://no-such-proxy.invalid:3128", Config{}), post(elsewhereURL)), fault.Unreachable, CodeNoProxy)
}

// answering is a proxy that answers the same to everything.
func answering(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server.URL
}

func TestAProxyThatWantsToKnowWhoAsks(t *testing.T) {
	address := answering(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Proxy-Authenticate", `Basic realm="office"`)
		w.WriteHeader(http.StatusProxyAuthRequired)
	})
	accepted := Config{PlainAllowed: func(string) bool { return true }}
	for _, target := range []string{elsewhereURL, "http://example.com/x"} {
		e := fails(t, proxied(t, address, accepted), post(target))
		want(t, e, fault.Unreachable, CodeProxyAuth)
		if "http://"+e.Words != address {
			t.Errorf("it names %q", e.Words)
		}
	}
}

func TestAServerThatPretendsToBeAProxyRefuses(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusProxyAuthRequired) })
	want(t, fails(t, client(t, Config{}), post(server.URL+base)), fault.Refused, CodeProxy)
}

func TestAProxyThatLetsNothingThrough(t *testing.T) {
	for name, answer := range map[string]http.HandlerFunc{
		"forbidden": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) },
		"gateway":   func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) },
		"hangs up":  func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"no proxy": func(w http.ResponseWriter, _ *http.Request) {
			conn, _, err := http.NewResponseController(w).Hijack()
			if err == nil {
				_, _ = io.WriteString(conn, "220 mail.example.com ESMTP\r\n")
				conn.Close() //nolint:errcheck // the client sees what it sees
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			e := fails(t, proxied(t, answering(t, answer), Config{}), post(elsewhereURL))
			want(t, e, fault.Unreachable, CodeProxyRefused)
		})
	}
}

// A certificate that nobody trusts is the server's matter, with and without a proxy.
func TestBehindAProxyTheServerHasToShowWhoItIs(t *testing.T) {
	server := encrypted(silent)
	server.StartTLS()
	defer server.Close()
	p := newTunnel(t, server.Listener.Addr().String())
	want(t, fails(t, proxied(t, p.URL, Config{}), post(elsewhereURL)), fault.Unreachable, CodeTLS)
}

func TestAProxyThatHangs(t *testing.T) {
	bubble(t, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, func(t *testing.T, c *Client) {
		c.proxy = ProxyOf("http://10.0.0.9:3128")
		c.pool.Proxy = c.proxy
		for _, r := range []Request{post(elsewhereURL), get(elsewhereURL)} {
			answer, err := c.Do(t.Context(), r)
			e := asFault(t, err)
			want(t, e, fault.Unreachable, CodeProxyTimeout)
			if answer.Took != DefaultWhole || e.Words != "10.0.0.9:3128" {
				t.Errorf("after %v, naming %q", answer.Took, e.Words)
			}
		}
	})
}
