package huaweimeeting

import (
	"crypto/rand"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"foyer/services/meeting"
	"foyer/services/transport"
)

const serviceName = "huawei-meeting"

// Service is one Huawei Cloud Meeting. It is safe for concurrent use. Every error is a *fault.Error.
type Service struct {
	client   *transport.Client
	base     *url.URL
	name     string
	auth     Auth
	language string
	now      func() time.Time
	dice     dice
	open     atomic.Bool

	logins   flights[int, accessToken]
	controls flights[controlKey, controlToken]
	lock     sync.Mutex
	kept     kept
}

// kept is what is known until Forget. It is guarded by Service.lock.
type kept struct {
	// era counts how often all was forgotten, so that nothing of an era before is kept.
	era     int
	access  accessToken
	refused refusal
	control map[controlKey]controlToken
	gates   map[string]gate
}

var _ meeting.Host = (*Service)(nil)

// New returns the Service of c. It asks nobody. Errors are of kind NotConfigured: no URL, or a wrong one.
func New(client *transport.Client, c Config) (*Service, error) {
	s := &Service{client: client, name: c.Name, auth: c.Auth, language: language(c.Language), now: c.Now, dice: dice{from: c.Random}}
	if s.name == "" {
		s.name = serviceName
	}
	if s.now == nil {
		s.now = time.Now
	}
	var err error
	s.base, err = base(c.URL)
	if err != nil {
		return nil, err
	}
	return s, nil
}

// CheckURL reports what is wrong with the URL of a service: nothing, or that it cannot be one. Errors
// are *fault.Error of kind NotConfigured.
func CheckURL(address string) error {
	_, err := base(address)
	return err
}

func base(address string) (*url.URL, error) {
	return transport.BaseURL("reading the URL of the meeting service", serviceName, address)
}

// language returns which of its two languages the service should speak.
func language(name string) string {
	switch {
	case name == "":
		return ""
	case strings.HasPrefix(strings.ToLower(name), "zh"):
		return "zh-CN"
	default:
		return "en-US"
	}
}

// OpenLock reports whether the last call that reached the service crossed a network that is not private
// without encryption.
func (s *Service) OpenLock() bool { return s.open.Load() }

// String names the service, and none of its tokens.
func (s *Service) String() string { return s.name + " at " + transport.Origin(s.base.String()) }

// Format is String for every verb, so that no log shows what is kept.
func (s *Service) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, s.String()) }

// LogValue is String, for log/slog.
func (s *Service) LogValue() slog.Value { return slog.StringValue(s.String()) }

// dice makes random bytes, one caller at a time.
type dice struct {
	lock sync.Mutex
	from io.Reader
}

func (d *dice) roll(n int) []byte {
	d.lock.Lock()
	defer d.lock.Unlock()
	b := make([]byte, n)
	if d.from != nil {
		if _, err := io.ReadFull(d.from, b); err == nil {
			return b
		}
	}
	_, _ = rand.Read(b) // it never fails
	return b
}

// uuid returns a random UUID (RFC 9562, version 4).
func (d *dice) uuid() string {
	b := d.roll(16)
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
