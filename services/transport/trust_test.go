package transport

import (
	"crypto/tls"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"foyer/services/fault"
)

// encrypted is a TLS server that has not started.
func encrypted(handler http.HandlerFunc) *httptest.Server {
	server := httptest.NewUnstartedServer(handler)
	server.Config.ErrorLog = log.New(io.Discard, "", 0) // of handshakes that have to fail
	return server
}

func silent(http.ResponseWriter, *http.Request) {}

func TestOnlyTrustedServersAreTalkedTo(t *testing.T) {
	server := encrypted(silent)
	server.StartTLS()
	defer server.Close()
	e := fails(t, client(t, Config{}), post(server.URL+base))
	want(t, e, fault.Unreachable, CodeTLS)
	if !strings.Contains(e.Error(), "certificate") {
		t.Errorf("%v does not say why", e)
	}
	c := client(t, Config{CAFile: authority(t, server)})
	if _, err := c.Do(t.Context(), post(server.URL+base)); err != nil {
		t.Error(err)
	}
	// The certificate is for 127.0.0.1 and example.com.
	want(t, fails(t, c, post(strings.Replace(server.URL, "127.0.0.1", "localhost", 1))), fault.Unreachable, CodeTLS)
}

func TestOldEncryptionIsNone(t *testing.T) {
	server := encrypted(silent)
	server.TLS = &tls.Config{MaxVersion: tls.VersionTLS11} //nolint:gosec // what has to be refused
	server.StartTLS()
	defer server.Close()
	want(t, fails(t, client(t, Config{CAFile: authority(t, server)}), post(server.URL+base)), fault.Unreachable, CodeTLS)
}

func TestAServerMayWantAClientCertificate(t *testing.T) {
	cert, key, pool := identity(t)
	for name, version := range map[string]uint16{"TLS 1.2": tls.VersionTLS12, "TLS 1.3": tls.VersionTLS13} {
		t.Run(name, func(t *testing.T) {
			received := 0
			server := encrypted(func(http.ResponseWriter, *http.Request) { received++ })
			demanding(t, server, pool, version)
			ca := authority(t, server)
			certFile, keyFile := save(t, "me.pem", cert), save(t, "me.key", key)
			for _, c := range []Config{
				{CAFile: ca, CertFile: certFile, KeyFile: keyFile},
				{CAFile: ca, CertFile: save(t, "both.pem", cert, key)},
			} {
				if _, err := client(t, c).Do(t.Context(), post(server.URL+base)); err != nil {
					t.Error(err)
				}
			}
			// In TLS 1.3 the server says so only after the request has left, which it has not read.
			e := fails(t, client(t, Config{CAFile: ca}), post(server.URL+base))
			if e.Code != CodeTLS && e.Code != CodeConnectionLost || e.Kind == fault.Cancelled {
				t.Errorf("%v", e)
			}
			if received != 2 {
				t.Errorf("%d calls arrived", received)
			}
		})
	}
}

func TestHTTPSOnAPlainPortAndTheReverseAreNamed(t *testing.T) {
	plain := serve(t, silent)
	e := fails(t, client(t, Config{}), post(strings.Replace(plain.URL, "http:", "https:", 1)))
	want(t, e, fault.Unreachable, CodeTLSOnPlainPort)

	server := encrypted(silent)
	server.StartTLS()
	defer server.Close()
	want(t, fails(t, client(t, Config{}), post(strings.Replace(server.URL, "https:", "http:", 1))), fault.Refused, CodePlainOnTLSPort)

	// Other servers answer with a TLS alert.
	want(t, fails(t, client(t, Config{}), post(say(t, "\x15\x03\x01\x00\x02\x02\x46"))), fault.Refused, CodePlainOnTLSPort)
}

func TestFilesThatAreNoCertificatesAreSettingsToMend(t *testing.T) {
	cert, key, _ := identity(t)
	_, otherKey, _ := identity(t)
	empty := filepath.Join(t.TempDir(), "empty.pem")
	if err := os.WriteFile(empty, []byte("nothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		config Config
		code   string
	}{
		"no authorities":   {Config{CAFile: "/nowhere/ca.pem"}, CodeCAFile},
		"none inside":      {Config{CAFile: empty}, CodeCAFile},
		"no certificate":   {Config{CertFile: "/nowhere/me.pem"}, CodeClientCert},
		"no key":           {Config{CertFile: save(t, "me.pem", cert)}, CodeClientCert},
		"another's key":    {Config{CertFile: save(t, "me.pem", cert), KeyFile: save(t, "k.pem", otherKey)}, CodeClientCert},
		"key, certificate": {Config{CertFile: save(t, "me.pem", key), KeyFile: save(t, "k.pem", cert)}, CodeClientCert},
	} {
		_, err := New(test.config)
		if err == nil {
			t.Errorf("%s: accepted", name)
			continue
		}
		want(t, asFault(t, err), fault.NotConfigured, test.code)
	}
}

func TestAServerThatDoesNotShakeHandsIsLeft(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close() // the kernel accepts, and nobody answers
	e := fails(t, client(t, Config{Connect: 100 * time.Millisecond}), post("https://"+listener.Addr().String()+base))
	want(t, e, fault.Unreachable, CodeTimeout)
}
