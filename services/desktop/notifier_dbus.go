//go:build !windows && !darwin

package desktop

import (
	"context"
	"html"
	"log/slog"
	"net/url"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/godbus/dbus/v5"

	"foyer/services/fault"
)

const (
	notifyName = "org.freedesktop.Notifications"
	notifyPath = dbus.ObjectPath("/org/freedesktop/Notifications")

	notifyLimit  = 2 * time.Second // the server may have to be started first
	notifyExpiry = 10 * time.Second
)

// Notifier shows notifications through the session's notification server. It is safe for concurrent
// use. Nothing is connected before the first notification.
type Notifier struct {
	log  *slog.Logger
	app  string
	icon string

	mu     sync.Mutex // held while calling the server, so that replacements keep their order
	server *notifyServer
	closed bool
}

// NewNotifier returns a notifier that signs as appName with the picture at iconPath (may be empty).
func NewNotifier(appName, iconPath string, log *slog.Logger) *Notifier {
	icon := iconPath
	if filepath.IsAbs(icon) {
		icon = (&url.URL{Scheme: "file", Path: icon}).String()
	}
	return &Notifier{log: log, app: appName, icon: icon}
}

// Notify shows n, replacing the last one with the same Tag. onAction may be nil; it is called on a
// goroutine of its own, at most once, and must not call Close. Without a session bus, or when nobody
// shows notifications, the error is a *fault.Error with CodeNoBus or CodeUnsupported.
func (t *Notifier) Notify(ctx context.Context, n Notification, onAction func(key string)) error {
	ctx, cancel := context.WithTimeout(ctx, notifyLimit)
	defer cancel()
	t.mu.Lock()
	defer t.mu.Unlock()
	server, err := t.connect(ctx)
	if err != nil {
		return err
	}
	return server.show(ctx, t.app, t.icon, n, onAction)
}

// Supports tells whether the server shows actions as buttons.
func (t *Notifier) Supports(ctx context.Context) (actions bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, notifyLimit)
	defer cancel()
	t.mu.Lock()
	defer t.mu.Unlock()
	server, err := t.connect(ctx)
	if err != nil {
		return false, err
	}
	abilities, err := server.abilities(ctx)
	return slices.Contains(abilities, "actions"), err
}

func (t *Notifier) connect(ctx context.Context) (*notifyServer, error) {
	if t.closed {
		return nil, trouble(opNotify, partNotifications, fault.Other, CodeClosed, "", nil)
	}
	if t.server != nil {
		if t.server.conn.Connected() {
			return t.server, nil
		}
		t.server.close()
		t.server = nil
	}
	server, err := newNotifyServer(ctx, t.log)
	if err != nil {
		return nil, err
	}
	t.server = server
	return server, nil
}

// Close hangs up and waits for handlers that are still running. Notifications on screen stay.
func (t *Notifier) Close() {
	t.mu.Lock()
	server := t.server
	t.server, t.closed = nil, true
	t.mu.Unlock()
	if server != nil {
		server.close()
	}
}

// plainOrEscaped returns the body as the server wants it: servers that read markup take & and < for it.
func plainOrEscaped(body string, markup bool) string {
	if markup {
		return html.EscapeString(body)
	}
	return body
}
