package transport

import (
	"net/http"
	"net/url"
	"time"
)

// The time limits of a Config that names none.
const (
	DefaultConnect = 5 * time.Second
	DefaultWhole   = 30 * time.Second
)

// Config says how a Client reaches servers. The zero value is usable.
type Config struct {
	// Connect bounds the making of a connection, and once more its TLS handshake; 0 is DefaultConnect.
	Connect time.Duration
	// Whole bounds one call from the first look-up to the last byte of the answer, with all its tries; 0
	// is DefaultWhole.
	Whole time.Duration
	// CAFile is a PEM file of certificate authorities that are trusted beside the system's; "" is none.
	CAFile string
	// CertFile and KeyFile are the PEM files of the client certificate; "" is none. The key may be in
	// CertFile.
	CertFile, KeyFile string
	// UserAgent is sent with every request; "" is "Foyer".
	UserAgent string
	// PlainAllowed reports whether the user accepted that secrets go to an origin, such as
	// "http://cam.example.com:8080", without encryption across networks that are not private. Nil is no.
	PlainAllowed func(origin string) bool
	// Proxy returns the proxy of a request, nil for none. A nil function takes it from the environment.
	Proxy func(*http.Request) (*url.URL, error)
}
