package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/godbus/dbus/v5"
	"github.com/godbus/dbus/v5/prop"

	"foyer/cmd/internal/session"
)

// bareDesktop is a throw-away display with a bus and nothing on it, and a profile in it.
func bareDesktop(t testing.TB) (*session.Session, place) {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Fatal("these tests need a Linux desktop; other systems have tests of their own")
	}
	for tool, pkg := range map[string]string{"Xvfb": "xvfb", "dbus-daemon": "dbus", "xclip": "xclip"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing: install the package %s", tool, pkg)
		}
	}
	s, err := session.Start(context.WithoutCancel(t.Context()), session.Options{Bare: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	p := newPlace(t)
	p.env = s.Env()
	return s, p
}

// watcher is a status notifier watcher with a host: what a panel is on the bus.
type watcher struct {
	mu         sync.Mutex
	items      []string
	registered chan string
	props      *prop.Properties
}

const (
	watcherName = "org.kde.StatusNotifierWatcher"
	watcherPath = dbus.ObjectPath("/StatusNotifierWatcher")
)

// RegisterStatusNotifierItem is what icons call.
func (w *watcher) RegisterStatusNotifierItem(service string, from dbus.Sender) *dbus.Error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.items = append(w.items, string(from)+service)
	w.props.SetMust(watcherName, "RegisteredStatusNotifierItems", w.items)
	w.registered <- string(from) + service
	return nil
}

func showPanel(t testing.TB, s *session.Session) *watcher {
	t.Helper()
	w := &watcher{registered: make(chan string, 8)}
	conn := s.Bus()
	if err := conn.Export(w, watcherPath, watcherName); err != nil {
		t.Fatal(err)
	}
	var err error
	w.props, err = prop.Export(conn, watcherPath, prop.Map{watcherName: {
		"IsStatusNotifierHostRegistered": {Value: true},
		"RegisteredStatusNotifierItems":  {Value: []string{}},
		"ProtocolVersion":                {Value: int32(0)},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if reply, err := conn.RequestName(watcherName, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatalf("owning %s: %v, %v", watcherName, reply, err)
	}
	return w
}

// icon is an icon that came to the panel.
type icon struct {
	session.TrayItem
	item dbus.BusObject
	menu dbus.BusObject
}

// icon waits for the icon of a just started agent.
func (w *watcher) icon(t testing.TB, s *session.Session) icon {
	t.Helper()
	owner, path, _ := strings.Cut(<-w.registered, "/")
	item, err := s.WaitTray(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	object := s.Bus().Object(owner, dbus.ObjectPath("/"+path))
	menu, err := object.GetProperty("org.kde.StatusNotifierItem.Menu")
	if err != nil {
		t.Fatal(err)
	}
	return icon{item, object, s.Bus().Object(owner, menu.Value().(dbus.ObjectPath))}
}

// labels returns what the menu shows, separators as dashes.
func (i icon) labels(t testing.TB) []string {
	t.Helper()
	menu, err := i.Menu(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var labels []string
	for _, e := range menu {
		if e.Separator {
			labels = append(labels, "-")
		} else {
			labels = append(labels, e.Label)
		}
	}
	return labels
}

// stillFor is how many looks at a menu must show the same before it is clicked: a click on a menu
// that is just being rebuilt is lost, as it is in any tray.
const stillFor = 12

// choose clicks the line with this label as soon as it is there and the menu rests.
func (i icon) choose(t testing.TB, label string) {
	t.Helper()
	id, same := int32(-1), 0
	await(t, "the menu's line "+label, func() bool {
		menu, err := i.Menu(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range menu {
			if e.Label != label {
				continue
			}
			if e.ID != id {
				id, same = e.ID, 0
			}
			same++
			return same >= stillFor
		}
		return false
	})
	call := i.menu.CallWithContext(t.Context(), "com.canonical.dbusmenu.Event", 0, id, "clicked", dbus.MakeVariant(""), uint32(0))
	if call.Err != nil {
		t.Fatal(call.Err)
	}
}

// bubble is a notification server that notes what it is asked to show.
type bubble struct {
	conn  *dbus.Conn
	shown chan notification
	last  uint32
}

type notification struct {
	id          uint32
	title, body string
	actions     []string
}

const (
	bubblesName = "org.freedesktop.Notifications"
	bubblesPath = dbus.ObjectPath("/org/freedesktop/Notifications")
)

// Notify is what programs call.
func (b *bubble) Notify(_ string, _ uint32, _, title, body string, actions []string, _ map[string]dbus.Variant, _ int32) (uint32, *dbus.Error) {
	b.last++
	b.shown <- notification{b.last, title, body, actions}
	return b.last, nil
}

// GetCapabilities says that there are buttons.
func (b *bubble) GetCapabilities() ([]string, *dbus.Error) { return []string{"actions", "body"}, nil }

// GetServerInformation says who this is.
func (b *bubble) GetServerInformation() (name, vendor, version, spec string, err *dbus.Error) {
	return "bubbles", "foyer", "1", "1.2", nil
}

// CloseNotification does nothing.
func (b *bubble) CloseNotification(uint32) *dbus.Error { return nil }

func showBubbles(t testing.TB, s *session.Session) *bubble {
	t.Helper()
	b := &bubble{conn: s.Bus(), shown: make(chan notification, 8)}
	if err := b.conn.Export(b, bubblesPath, bubblesName); err != nil {
		t.Fatal(err)
	}
	if _, err := b.conn.RequestName(bubblesName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return b
}

// press presses the button with this label until that has worked: a press that comes before the
// program has even been told that its notification is shown is lost.
func (b *bubble) press(t testing.TB, n notification, label string, worked func() bool) {
	t.Helper()
	for i := 0; i+1 < len(n.actions); i += 2 {
		if n.actions[i+1] != label {
			continue
		}
		await(t, "the button "+label, func() bool {
			if err := b.conn.Emit(bubblesPath, bubblesName+".ActionInvoked", n.id, n.actions[i]); err != nil {
				t.Fatal(err)
			}
			return worked()
		})
		return
	}
	t.Fatalf("%q has no button %q: %q", n.title, label, n.actions)
}

// holders counts the background processes that hold a clipboard for this built program.
func holders(t testing.TB) int {
	t.Helper()
	processes, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, path := range processes {
		line, err := os.ReadFile(path)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if strings.HasPrefix(string(line), program+"\x00hold-clipboard") {
			n++
		}
	}
	return n
}

// next waits for the next notification.
func (b *bubble) next(t testing.TB) notification {
	t.Helper()
	await(t, "a notification", func() bool { return len(b.shown) > 0 })
	return <-b.shown
}
