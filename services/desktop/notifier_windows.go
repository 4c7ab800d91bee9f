package desktop

import (
	"context"
	"log/slog"
	"sync"

	"foyer/services/fault"
)

// Notifier shows notifications as balloons of the notification area, which Windows 10 and 11 show in
// the style of their own. Balloons have no buttons: a click on one is its first action, or
// the one with the key "default". It is safe for concurrent use.
type Notifier struct {
	log  *slog.Logger
	app  string
	icon string

	mu       sync.Mutex
	area     *balloonArea // nil until needed
	closed   bool
	key      string
	onAction func(string)
	work     sync.WaitGroup
}

// NewNotifier returns a notifier that signs as appName with the icon file (.ico) at iconPath, or with
// the system's own when it is empty or of another kind.
func NewNotifier(appName, iconPath string, log *slog.Logger) *Notifier {
	return &Notifier{log: log, app: appName, icon: iconPath}
}

// Notify shows n in place of the last one. onAction may be nil; it is called on a goroutine of its own, at
// most once, and must not call Close.
func (t *Notifier) Notify(ctx context.Context, n Notification, onAction func(key string)) error {
	if ctx.Err() != nil {
		return gaveUp(ctx, opNotify, partNotifications)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return trouble(opNotify, partNotifications, fault.Other, CodeClosed, "", nil)
	}
	if t.area == nil {
		area, err := newBalloonArea(t.app, t.icon, t.clicked)
		if err != nil {
			return trouble(opNotify, partNotifications, fault.Other, CodeUnsupported, "", err)
		}
		t.area = area
	}
	t.key, t.onAction = clickKey(n.Actions), onAction
	if err := t.area.show(n); err != nil {
		return trouble(opNotify, partNotifications, fault.Other, CodeUnsupported, "", err)
	}
	return nil
}

// clickKey is the action that a click stands for.
func clickKey(actions []Action) string {
	key := ""
	for _, a := range actions {
		if key == "" || a.Key == "default" {
			key = a.Key
		}
	}
	return key
}

// clicked is called by the window's thread, which must not wait.
func (t *Notifier) clicked() {
	t.work.Go(func() {
		t.mu.Lock()
		key, onAction := t.key, t.onAction
		t.onAction = nil
		t.mu.Unlock()
		if key != "" && onAction != nil {
			onAction(key)
		}
	})
}

// Supports tells that balloons have no buttons.
func (t *Notifier) Supports(context.Context) (actions bool, err error) { return false, nil }

// Close removes the balloon and waits for handlers that are still running.
func (t *Notifier) Close() {
	t.mu.Lock()
	area := t.area
	t.area, t.closed = nil, true
	t.mu.Unlock()
	if area != nil {
		area.close()
	}
	t.work.Wait()
}
