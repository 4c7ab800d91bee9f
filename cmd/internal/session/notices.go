package session

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/godbus/dbus/v5"
)

// noticesConfig lets bubbles stay for a minute and appear without fading, at the top right.
//
//go:embed xfce4-notifyd.xml
var noticesConfig []byte

// notifyServers are the places where Debian, Fedora and Arch put the server.
var notifyServers = []string{
	"/usr/lib/*/xfce4/notifyd/xfce4-notifyd",
	"/usr/lib*/xfce4/notifyd/xfce4-notifyd",
	"/usr/libexec/xfce4/notifyd/xfce4-notifyd",
}

const notificationsName = "org.freedesktop.Notifications"

// Notice is one notification as a program sent it.
type Notice struct {
	App, Title, Body string
	// Actions are pairs of key and label.
	Actions []string
}

// Notices listens to what programs tell the notification server.
type Notices struct {
	conn *dbus.Conn
	done chan struct{}

	mu   sync.Mutex
	seen []Notice
}

// startNotifications starts a real notification server, and a listener on the bus beside it.
func (s *Session) startNotifications(ctx context.Context) error {
	file := filepath.Join(s.Getenv("XDG_CONFIG_HOME"), "xfce4/xfconf/xfce-perchannel-xml/xfce4-notifyd.xml")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return fmt.Errorf("configuring notifications: %w", err)
	}
	if err := os.WriteFile(file, noticesConfig, 0o600); err != nil {
		return fmt.Errorf("configuring notifications: %w", err)
	}
	server := ""
	for _, pattern := range notifyServers {
		if found, _ := filepath.Glob(pattern); len(found) > 0 {
			server = found[0]
			break
		}
	}
	if server == "" {
		return fmt.Errorf("starting notifications: xfce4-notifyd is not installed")
	}
	if _, err := s.Launch(server); err != nil {
		return err
	}
	if err := s.awaitName(ctx, notificationsName); err != nil {
		return err
	}
	return s.listen(ctx)
}

func (s *Session) listen(ctx context.Context) error {
	conn, err := s.connectBus()
	if err != nil {
		return err
	}
	n := &Notices{conn: conn, done: make(chan struct{})}
	messages := make(chan *dbus.Message, 256)
	rules := []string{"type='method_call',interface='" + notificationsName + "',member='Notify'"}
	call := conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.Monitoring.BecomeMonitor", 0, rules, uint32(0))
	if call.Err != nil {
		return fmt.Errorf("listening for notifications: %w", call.Err)
	}
	conn.Eavesdrop(messages)
	go n.record(messages)
	s.notices = n
	return nil
}

func (n *Notices) record(messages <-chan *dbus.Message) {
	defer close(n.done)
	for m := range messages { // closed with the connection
		if notice, ok := readNotice(m); ok {
			n.mu.Lock()
			n.seen = append(n.seen, notice)
			n.mu.Unlock()
		}
	}
}

func readNotice(m *dbus.Message) (Notice, bool) {
	if m == nil || m.Type != dbus.TypeMethodCall || len(m.Body) < 6 {
		return Notice{}, false
	}
	var n Notice
	var id uint32
	var icon string
	err := dbus.Store(m.Body[:6], &n.App, &id, &icon, &n.Title, &n.Body, &n.Actions)
	return n, err == nil
}

func (n *Notices) close() {
	_ = n.conn.Close()
	<-n.done
}

// Notices lists the notifications sent so far, oldest first.
func (s *Session) Notices() []Notice {
	s.notices.mu.Lock()
	defer s.notices.mu.Unlock()
	return slices.Clone(s.notices.seen)
}

// WaitNotice waits for the first notification, of those after the first skip ones, that is what
// the caller looks for.
func (s *Session) WaitNotice(ctx context.Context, skip int, is func(Notice) bool) (Notice, error) {
	var found Notice
	err := Await(ctx, "a notification", func() (bool, error) {
		all := s.Notices()
		for _, n := range all[min(skip, len(all)):] {
			if is(n) {
				found = n
				return true, nil
			}
		}
		return false, nil
	})
	if err != nil {
		return found, fmt.Errorf("%w; seen: %+v", err, s.Notices())
	}
	return found, nil
}
