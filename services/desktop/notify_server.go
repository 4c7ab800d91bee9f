//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"

	"github.com/godbus/dbus/v5"

	"foyer/services/fault"
)

// notifyServer is a connection to the notification server with its signal loop.
type notifyServer struct {
	log     *slog.Logger
	conn    *dbus.Conn
	signals chan *dbus.Signal
	work    sync.WaitGroup // the signal loop and the handlers it started

	mu       sync.Mutex
	able     []string          // nil: not asked yet
	shown    map[string]uint32 // by tag
	handlers map[uint32]func(key string)
}

func newNotifyServer(ctx context.Context, log *slog.Logger) (*notifyServer, error) {
	conn, err := dialBus(ctx)
	if err != nil {
		return nil, err
	}
	s := &notifyServer{log: log, conn: conn, signals: make(chan *dbus.Signal, 32)}
	s.forget()
	// Naming the sender lets the bus drop what other programs send under the same interface.
	err = errors.Join(
		conn.AddMatchSignalContext(ctx, dbus.WithMatchSender(notifyName), dbus.WithMatchInterface(notifyName)),
		conn.AddMatchSignalContext(ctx, dbus.WithMatchSender("org.freedesktop.DBus"),
			dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, notifyName)),
	)
	if err != nil {
		conn.Close()
		return nil, trouble(opNotify, partBus, fault.Unreachable, CodeNoBus, "", err)
	}
	conn.Signal(s.signals)
	s.work.Go(s.loop)
	return s, nil
}

// loop handles the server's signals until the connection is closed.
func (s *notifyServer) loop() {
	for signal := range s.signals {
		switch signal.Name {
		case notifyName + ".ActionInvoked":
			var id uint32
			var key string
			if dbus.Store(signal.Body, &id, &key) == nil {
				s.act(id, key)
			}
		case notifyName + ".NotificationClosed":
			var id, reason uint32
			if dbus.Store(signal.Body, &id, &reason) == nil {
				s.gone(id)
			}
		case "org.freedesktop.DBus.NameOwnerChanged":
			s.forget() // another server: its numbers mean other notifications
		}
	}
}

func (s *notifyServer) act(id uint32, key string) {
	s.mu.Lock()
	handler := s.handlers[id]
	delete(s.handlers, id)
	s.mu.Unlock()
	if handler != nil {
		s.work.Go(func() { handler(key) })
	}
}

func (s *notifyServer) gone(id uint32) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.handlers, id)
	for tag, shown := range s.shown {
		if shown == id {
			delete(s.shown, tag)
		}
	}
}

func (s *notifyServer) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.able = nil
	s.shown = map[string]uint32{}
	s.handlers = map[uint32]func(string){}
}

// abilities asks the server once what it can do.
func (s *notifyServer) abilities(ctx context.Context) ([]string, error) {
	s.mu.Lock()
	able := s.able
	s.mu.Unlock()
	if able != nil {
		return able, nil
	}
	if err := s.call(ctx, "GetCapabilities").Store(&able); err != nil {
		return nil, notifyFault(ctx, err)
	}
	if able == nil {
		able = []string{}
	}
	s.mu.Lock()
	s.able = able
	s.mu.Unlock()
	return able, nil
}

// show sends one notification.
func (s *notifyServer) show(ctx context.Context, app, icon string, n Notification, onAction func(string)) error {
	able, err := s.abilities(ctx)
	if err != nil {
		return err
	}
	s.mu.Lock()
	replaces := s.shown[n.Tag]
	s.mu.Unlock()
	actions := []string{}
	if slices.Contains(able, "actions") && onAction != nil {
		for _, a := range n.Actions {
			actions = append(actions, a.Key, a.Label)
		}
	}
	body := plainOrEscaped(n.Body, slices.Contains(able, "body-markup"))
	urgency, expire := byte(1), int32(notifyExpiry.Milliseconds())
	if n.Urgent {
		urgency, expire = 2, 0
	}
	hints := map[string]dbus.Variant{
		"urgency":       dbus.MakeVariant(urgency),
		"desktop-entry": dbus.MakeVariant(appID),
	}
	var id uint32
	if err := s.call(ctx, "Notify", app, replaces, icon, n.Title, body, actions, hints, expire).Store(&id); err != nil {
		return notifyFault(ctx, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.shown[n.Tag] = id
	delete(s.handlers, id)
	if len(actions) > 0 {
		s.handlers[id] = onAction
	}
	return nil
}

func (s *notifyServer) call(ctx context.Context, method string, args ...any) *dbus.Call {
	return s.conn.Object(notifyName, notifyPath).CallWithContext(ctx, notifyName+"."+method, 0, args...)
}

// close hangs up, which ends the signal loop, and waits for it and for running handlers.
func (s *notifyServer) close() {
	s.conn.Close()
	s.work.Wait()
}

func notifyFault(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return gaveUp(ctx, opNotify, partNotifications)
	}
	if e, ok := errors.AsType[dbus.Error](err); ok && e.Name == "org.freedesktop.DBus.Error.ServiceUnknown" {
		return trouble(opNotify, partNotifications, fault.NotConfigured, CodeUnsupported, "", err)
	}
	return trouble(opNotify, partNotifications, fault.Faulty, "", "", err)
}
