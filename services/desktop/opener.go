package desktop

import (
	"context"
	"log/slog"
	"net/url"
	"sync"
	"time"

	"foyer/services/fault"
	"foyer/services/link"
)

const (
	handlerLimit = 5 * time.Second
	opOpen       = "opening a link"
	opHandler    = "looking for the program that opens links"
)

// Opener opens links in the program that the desktop has registered for them. The zero value works
// and logs nothing.
type Opener struct {
	// Log receives how opening went, without the link; nil is allowed.
	Log *slog.Logger

	running sync.WaitGroup
}

// Open validates rawURL (link.Openable) and opens it. It returns as soon as the opening program ended well,
// or still runs after 3 s; that program is never killed. The error is a *fault.Error: Invalid from
// link.Openable, NotConfigured with CodeNoHandler (Words is the scheme) or CodeNoTool, Other
// with CodeOpenFailed when the opening program failed, Cancelled.
func (o *Opener) Open(ctx context.Context, rawURL string) error {
	target, err := link.Openable(rawURL)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return gaveUp(ctx, opOpen, partOpener)
	}
	u, err := url.Parse(target)
	if err != nil {
		return trouble(opOpen, partOpener, fault.Invalid, "", "", err)
	}
	// Web and mail links have fall-backs that the registration does not show; Webex's own have none.
	if u.Scheme == "webexteams" || u.Scheme == "webextel" {
		name, err := o.Handler(ctx, u.Scheme)
		if err != nil {
			return err
		}
		if name == "" {
			return trouble(opOpen, partOpener, fault.NotConfigured, CodeNoHandler, u.Scheme, nil)
		}
	}
	err = o.open(ctx, target)
	if o.Log != nil {
		o.Log.Debug(opOpen, "scheme", u.Scheme, "error", err)
	}
	return err
}

// OpenPage opens an http or https address of any host in the browser, such as the URL of a conference
// that a service made. The error is a *fault.Error as for Open; Invalid with CodeNoPage for anything
// that is no such address.
func (o *Opener) OpenPage(ctx context.Context, address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return trouble(opOpen, partOpener, fault.Invalid, CodeNoPage, "", err)
	}
	if err := ctx.Err(); err != nil {
		return gaveUp(ctx, opOpen, partOpener)
	}
	return o.open(ctx, u.String())
}

// Handler returns the name of what the desktop has registered for links with this scheme, such as
// "webex.desktop" or a path; empty when there is nothing.
func (o *Opener) Handler(ctx context.Context, scheme string) (name string, err error) {
	if !validScheme(scheme) {
		return "", trouble(opHandler, partOpener, fault.Invalid, "", scheme, nil)
	}
	ctx, cancel := context.WithTimeout(ctx, handlerLimit)
	defer cancel()
	return o.handler(ctx, scheme)
}

// Wait returns when every program that Open started has ended, or with ctx's error. Links stay open
// when nobody waits; tests and a tidy end do.
func (o *Opener) Wait(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		o.running.Wait()
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// validScheme follows RFC 3986, lower case only: the scheme becomes part of a name to look up.
func validScheme(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z'
		other := r >= '0' && r <= '9' || r == '+' || r == '-' || r == '.'
		if !letter && (i == 0 || !other) {
			return false
		}
	}
	return s != ""
}
