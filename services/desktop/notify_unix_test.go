//go:build !windows && !darwin

package desktop

import (
	"testing"

	"github.com/godbus/dbus/v5"
	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

// shown is one call of Notify as the server got it.
type shown struct {
	App, Icon, Title, Body string
	Replaces               uint32
	Actions                []string
	Urgency                byte
	Expire                 int32
}

// fakeServer is a notification server that numbers from 1 and keeps what it is told to show.
type fakeServer struct {
	conn  *dbus.Conn
	able  []string
	calls chan shown
	last  uint32
}

func startServer(t *testing.T, able ...string) *fakeServer {
	t.Helper()
	s := &fakeServer{able: able, calls: make(chan shown, 16)}
	s.conn = serveOnBus(t, notifyName, func(conn *dbus.Conn) error {
		return conn.ExportMethodTable(map[string]any{
			"GetCapabilities":      func() ([]string, *dbus.Error) { return s.able, nil },
			"GetServerInformation": func() (string, string, string, string, *dbus.Error) { return "fake", "test", "1.0", "1.2", nil },
			"Notify":               s.notify,
		}, notifyPath, notifyName)
	})
	return s
}

func (s *fakeServer) notify(app string, replaces uint32, icon, title, body string, actions []string,
	hints map[string]dbus.Variant, expire int32) (uint32, *dbus.Error) {
	urgency, _ := hints["urgency"].Value().(byte)
	s.calls <- shown{app, icon, title, body, replaces, actions, urgency, expire}
	if replaces != 0 {
		return replaces, nil
	}
	s.last++
	return s.last, nil
}

func (s *fakeServer) emit(t *testing.T, signal string, values ...any) {
	t.Helper()
	if err := s.conn.Emit(notifyPath, notifyName+"."+signal, values...); err != nil {
		t.Fatal(err)
	}
}

func newTestNotifier(t *testing.T) *Notifier {
	t.Helper()
	n := NewNotifier("Foyer", "/usr/share/icons/foyer 1.png", quiet())
	t.Cleanup(n.Close)
	return n
}

var undo = Notification{
	Title: "Marketing <3", Body: "Link & name <copied>",
	Actions: []Action{{Key: "open", Label: "Open"}, {Key: "undo", Label: "Undo"}},
}

func TestNotificationsFitTheServer(t *testing.T) {
	full := shown{App: "Foyer", Icon: "file:///usr/share/icons/foyer%201.png", Title: "Marketing <3", Urgency: 1, Expire: 10000}
	tests := map[string]struct {
		able []string
		want func(*shown)
	}{
		"everything": {[]string{"body", "actions", "body-markup"}, func(s *shown) {
			s.Body, s.Actions = "Link &amp; name &lt;copied&gt;", []string{"open", "Open", "undo", "Undo"}
		}},
		"no markup":  {[]string{"actions"}, func(s *shown) { s.Body, s.Actions = undo.Body, []string{"open", "Open", "undo", "Undo"} }},
		"no actions": {[]string{"body-markup"}, func(s *shown) { s.Body, s.Actions = "Link &amp; name &lt;copied&gt;", []string{} }},
		"nothing":    {nil, func(s *shown) { s.Body, s.Actions = undo.Body, []string{} }},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			startBus(t)
			server := startServer(t, tt.able...)
			if err := newTestNotifier(t).Notify(t.Context(), undo, func(string) {}); err != nil {
				t.Fatal(err)
			}
			want := full
			tt.want(&want)
			if diff := cmp.Diff(want, <-server.calls); diff != "" {
				t.Errorf("the server got (-want +got):\n%s", diff)
			}
		})
	}
}

func TestUrgentNotificationsStay(t *testing.T) {
	startBus(t)
	server := startServer(t)
	if err := newTestNotifier(t).Notify(t.Context(), Notification{Title: "t", Urgent: true}, nil); err != nil {
		t.Fatal(err)
	}
	if got := <-server.calls; got.Urgency != 2 || got.Expire != 0 {
		t.Errorf("urgency %d, expiry %d, want 2 and 0", got.Urgency, got.Expire)
	}
}

func TestNotificationsOfOneTagReplaceEachOther(t *testing.T) {
	startBus(t)
	server := startServer(t)
	n := newTestNotifier(t)
	var got []uint32
	for _, tag := range []string{"", "", "other", "", "other"} {
		if err := n.Notify(t.Context(), Notification{Title: "t", Tag: tag}, nil); err != nil {
			t.Fatal(err)
		}
		got = append(got, (<-server.calls).Replaces)
	}
	if diff := cmp.Diff([]uint32{0, 1, 0, 1, 2}, got); diff != "" {
		t.Errorf("replaced numbers (-want +got):\n%s", diff)
	}
}

func TestAnActionIsHandedOverOnce(t *testing.T) {
	startBus(t)
	server := startServer(t, "actions")
	n := newTestNotifier(t)
	keys := make(chan string, 4)
	if err := n.Notify(t.Context(), undo, func(key string) { keys <- key }); err != nil {
		t.Fatal(err)
	}
	server.emit(t, "ActionInvoked", uint32(7), "open") // somebody else's notification
	server.emit(t, "ActionInvoked", uint32(1), "undo")
	server.emit(t, "ActionInvoked", uint32(1), "undo")
	if key := <-keys; key != "undo" {
		t.Errorf("key = %q, want undo", key)
	}
	// The connection keeps order: an answer to a later call proves that the signals have arrived.
	if _, err := n.Supports(t.Context()); err != nil {
		t.Fatal(err)
	}
	n.Close() // waits for handlers
	if len(keys) != 0 {
		t.Error("the handler was called twice")
	}
	wantFault(t, n.Notify(t.Context(), undo, nil), fault.Other, CodeClosed)
}

func TestAClosedNotificationIsNotReplaced(t *testing.T) {
	startBus(t)
	server := startServer(t, "actions")
	n := newTestNotifier(t)
	keys := make(chan string, 1)
	if err := n.Notify(t.Context(), undo, func(key string) { keys <- key }); err != nil {
		t.Fatal(err)
	}
	<-server.calls
	server.emit(t, "NotificationClosed", uint32(1), uint32(2))
	n.mu.Lock()
	link := n.server
	n.mu.Unlock()
	// Signals are handled in order: this one shows that the closing was.
	if err := n.Notify(t.Context(), Notification{Title: "t", Tag: "mark", Actions: undo.Actions}, func(key string) { keys <- key }); err != nil {
		t.Fatal(err)
	}
	server.emit(t, "ActionInvoked", (<-server.calls).Replaces+2, "open")
	<-keys
	link.mu.Lock()
	defer link.mu.Unlock()
	if id, there := link.shown[""]; there {
		t.Errorf("the closed notification %d would be replaced", id)
	}
}

func TestANewServerKnowsNothingOfOldNumbers(t *testing.T) {
	startBus(t)
	first := startServer(t, "actions")
	n := newTestNotifier(t)
	if err := n.Notify(t.Context(), undo, func(string) {}); err != nil {
		t.Fatal(err)
	}
	n.mu.Lock()
	link := n.server
	n.mu.Unlock()
	if _, err := first.conn.ReleaseName(notifyName); err != nil {
		t.Fatal(err)
	}
	second := startServer(t)
	keys := make(chan string, 1)
	mark := Notification{Title: "t", Tag: "mark", Actions: undo.Actions}
	// The new server cannot do actions; that it is asked again shows in the call below.
	for {
		if err := n.Notify(t.Context(), mark, func(key string) { keys <- key }); err != nil {
			t.Fatal(err)
		}
		if got := <-second.calls; len(got.Actions) == 0 {
			break
		}
	}
	link.mu.Lock()
	defer link.mu.Unlock()
	if id, there := link.shown[""]; there {
		t.Errorf("notification %d of the old server would be replaced", id)
	}
}

func TestALostBusIsDialledAgain(t *testing.T) {
	startBus(t)
	startServer(t)
	n := newTestNotifier(t)
	if err := n.Notify(t.Context(), undo, nil); err != nil {
		t.Fatal(err)
	}
	n.mu.Lock()
	n.server.conn.Close()
	n.mu.Unlock()
	if err := n.Notify(t.Context(), undo, nil); err != nil {
		t.Errorf("after the connection was lost: %v", err)
	}
}

func TestNobodyShowsNotifications(t *testing.T) {
	t.Run("no bus", func(t *testing.T) {
		noBus(t)
		n := newTestNotifier(t)
		wantFault(t, n.Notify(t.Context(), undo, nil), fault.NotConfigured, CodeNoBus)
		_, err := n.Supports(t.Context())
		wantFault(t, err, fault.NotConfigured, CodeNoBus)
	})
	t.Run("no server", func(t *testing.T) {
		startBus(t)
		wantFault(t, newTestNotifier(t).Notify(t.Context(), undo, nil), fault.NotConfigured, CodeUnsupported)
	})
}

func TestSupportsAsksTheServer(t *testing.T) {
	for _, able := range [][]string{nil, {"body"}, {"body", "actions"}} {
		startBus(t)
		startServer(t, able...)
		got, err := newTestNotifier(t).Supports(t.Context())
		if want := len(able) == 2; err != nil || got != want {
			t.Errorf("Supports with %v = %v, %v, want %v", able, got, err, want)
		}
	}
}
