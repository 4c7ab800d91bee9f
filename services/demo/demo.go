// Package demo is the demo office: a server on loopback that speaks Chat&Messenger's HTTP API and that of
// Huawei Cloud Meeting as far as their vendors document them, with twelve rooms, forty people, three chat
// rooms and two running meetings. People try Foyer with it, and it is the server of Foyer's own tests: it
// answers in every shape that the vendors' pages leave open, and with every fault of a network on request.
// What it does where nothing is documented is marked "undocumented:" in its source. It delivers nothing to
// anybody, and calls nobody.
package demo

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"time"

	"foyer/services/fault"
)

// Config describes an office. The zero value is one in memory, with a token of its own.
type Config struct {
	// Dir is the folder of the file that keeps the office's data between two starts; "" keeps them
	// in memory only.
	Dir string
	// Token is what clients have to send; "" makes one, which stays the same as long as Dir does.
	Token string
	// Prefix is a path such as "/cam" below which the functions are served, too.
	Prefix string
	// Form is how the office answers to begin with.
	Form Form
	// Zone is the office's time zone, which is local time without one.
	Zone *time.Location
	// Now is the clock; nil is the computer's.
	Now func() time.Time
	// Log hears of functions called, never of what was sent; nil is nobody.
	Log *slog.Logger
}

// Office is a demo office. It is an http.Handler for httptest, and serves by itself with Serve. Its
// methods may be called at the same time.
type Office struct {
	token  string
	prefix string
	zone   *time.Location
	now    func() time.Time
	log    *slog.Logger
	mux    *http.ServeMux
	file   *stateFile // nil in memory

	mutex  sync.Mutex
	form   Form
	state  state
	faults map[string]*trouble
	calls  map[string]int
	huawei *huawei
	// arrived is closed when something is accepted; nil while nobody waits.
	arrived chan struct{}

	listening sync.Mutex
	listener  net.Listener
	serving   bool
}

// New opens an office, which Close closes. Data that cannot be read are set aside, see SetAside.
// Errors are *fault.Error; their Code is CodeBusy when another process has the same Dir open, and
// CodeForm for a Form or Prefix that cannot be.
func New(c Config) (*Office, error) {
	o := &Office{
		prefix: strings.TrimRight(c.Prefix, "/"),
		zone:   c.Zone,
		now:    c.Now,
		log:    c.Log,
		form:   c.Form.withDefaults(),
		faults: map[string]*trouble{},
		calls:  map[string]int{},
		state:  seed(),
	}
	if o.zone == nil {
		o.zone = time.Local
	}
	if o.now == nil {
		o.now = time.Now
	}
	if o.log == nil {
		o.log = slog.New(slog.DiscardHandler)
	}
	if err := errors.Join(o.form.check(), checkPrefix(o.prefix)); err != nil {
		return nil, err
	}
	if c.Dir != "" {
		if err := o.open(c.Dir); err != nil {
			return nil, err
		}
	}
	o.hand(c.Token)
	o.mux = o.routes()
	return o, nil
}

// hand decides on the token, and on what Huawei Cloud Meeting wants. A token that was given stays with
// the giver.
func (o *Office) hand(token string) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if token == "" {
		if o.state.Token == "" {
			o.state.Token = rand.Text()
			o.changed()
		}
		token = o.state.Token
	}
	o.token = token
	if o.state.Huawei == nil {
		keys := newKeys()
		o.state.Huawei = &keys
		o.changed()
	}
	o.huawei = newHuawei(*o.state.Huawei, o.now())
}

var prefixes = regexp.MustCompile(`^(/[A-Za-z0-9._~-]+)*$`)

func checkPrefix(prefix string) error {
	if prefixes.MatchString(prefix) {
		return nil
	}
	return &fault.Error{Op: "opening", Service: serviceName, Kind: fault.Invalid, Code: CodeForm, Words: "prefix " + prefix}
}

// Token returns what clients have to send in the header x-cam-apiToken.
func (o *Office) Token() string { return o.token }

// ServeHTTP answers one request.
func (o *Office) ServeHTTP(w http.ResponseWriter, r *http.Request) { o.mux.ServeHTTP(w, r) }

// Serve answers on addr, such as "127.0.0.1:0", until ctx ends; then it lets running requests end
// for a moment and returns nil. After Listen addr is of no matter. Errors are *fault.Error.
func (o *Office) Serve(ctx context.Context, addr string) error {
	if err := o.Listen(ctx, addr); err != nil {
		return err
	}
	return errors.Join(o.serve(ctx), o.flush())
}
