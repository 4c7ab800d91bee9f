//go:build !windows && !darwin

package desktop

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/godbus/dbus/v5"
	"github.com/google/go-cmp/cmp"
)

// fakePortal is a desktop's portal that has shortcuts, and a person who answers its question.
type fakePortal struct {
	conn   *dbus.Conn
	asked  chan asked  // questions to the person
	closed chan string // sessions that the program closed

	mu      sync.Mutex
	answer  uint32 // 0 yes, 1 no, 2 an error
	trigger string // what the desktop waits for
	session dbus.ObjectPath
}

// will sets how the person answers, and for what the desktop waits then.
func (p *fakePortal) will(answer uint32, trigger string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.answer, p.trigger = answer, trigger
}

// opened is the session that was opened last.
func (p *fakePortal) opened() dbus.ObjectPath {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.session
}

// asked is a question to the person.
type asked struct{ ID, Does, Trigger string }

func startPortal(t *testing.T) *fakePortal {
	t.Helper()
	p := &fakePortal{trigger: "Control+Alt+K", asked: make(chan asked, 8), closed: make(chan string, 8)}
	serveOnBus(t, portalName, func(conn *dbus.Conn) error {
		p.conn = conn
		err := conn.ExportMethodTable(map[string]any{
			"Get": func(of, name string) (dbus.Variant, *dbus.Error) { return dbus.MakeVariant(uint32(1)), nil },
		}, portalPath, "org.freedesktop.DBus.Properties")
		if err != nil {
			return err
		}
		return conn.ExportMethodTable(map[string]any{"CreateSession": p.createSession, "BindShortcuts": p.bindShortcuts}, portalPath, portalKeys)
	})
	t.Setenv("WAYLAND_DISPLAY", "wayland-7")
	t.Setenv("DISPLAY", "")
	return p
}

// path is where something lies that a program asks for.
func (p *fakePortal) path(kind string, from dbus.Sender, token any) dbus.ObjectPath {
	sender := strings.ReplaceAll(strings.TrimPrefix(string(from), ":"), ".", "_")
	name, _ := token.(string)
	return dbus.ObjectPath("/org/freedesktop/portal/desktop/" + kind + "/" + sender + "/" + name)
}

// respond answers a request after the call has returned, as real portals do most of the time.
func (p *fakePortal) respond(request dbus.ObjectPath, code uint32, results map[string]dbus.Variant) {
	_ = p.conn.Emit(request, portalRequest+".Response", code, results)
}

func (p *fakePortal) createSession(from dbus.Sender, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	session := p.path("session", from, options["session_handle_token"].Value())
	_ = p.conn.ExportMethodTable(map[string]any{"Close": func() *dbus.Error { p.closed <- string(session); return nil }}, session, portalSession)
	p.mu.Lock()
	p.session = session
	p.mu.Unlock()
	request := p.path("request", from, options["handle_token"].Value())
	p.respond(request, 0, map[string]dbus.Variant{"session_handle": dbus.MakeVariant(string(session))})
	return request, nil
}

func (p *fakePortal) bindShortcuts(from dbus.Sender, session dbus.ObjectPath, wanted []portalShortcut, _ string,
	options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	does, _ := wanted[0].Data["description"].Value().(string)
	trigger, _ := wanted[0].Data["preferred_trigger"].Value().(string)
	p.asked <- asked{wanted[0].ID, does, trigger}
	request := p.path("request", from, options["handle_token"].Value())
	p.mu.Lock()
	answer := p.answer
	p.mu.Unlock()
	p.respond(request, answer, map[string]dbus.Variant{"shortcuts": dbus.MakeVariant(p.bound(wanted[0].ID))})
	return request, nil
}

func (p *fakePortal) bound(id string) []portalShortcut {
	p.mu.Lock()
	defer p.mu.Unlock()
	return []portalShortcut{{id, map[string]dbus.Variant{"trigger_description": dbus.MakeVariant(p.trigger)}}}
}

func (p *fakePortal) emit(t *testing.T, path dbus.ObjectPath, signal string, values ...any) {
	t.Helper()
	if err := p.conn.Emit(path, signal, values...); err != nil {
		t.Fatal(err)
	}
}

func (p *fakePortal) press(t *testing.T, session dbus.ObjectPath, id string) {
	t.Helper()
	p.emit(t, portalPath, portalKeys+".Activated", session, id, uint64(1), map[string]dbus.Variant{})
}

const pasteID = "paste-ctrl-alt-k"

var (
	asking    = ShortcutEvent{Hold: HoldFailed, Advice: AdviceShortcutAsking}
	byPortal  = ShortcutEvent{Hold: HoldHeld, Detail: "Control+Alt+K"}
	refused   = ShortcutEvent{Hold: HoldFailed, Advice: AdviceShortcutRefused}
	cannot    = ShortcutEvent{Hold: HoldUnsupported, Advice: AdviceShortcutUnsupported}
	noPortals = ShortcutEvent{Hold: HoldFailed, Advice: AdviceShortcutFailed}
)

func TestThePortalTellsOfPresses(t *testing.T) {
	startBus(t)
	p := startPortal(t)
	events, stop := holdKeys(t, ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K"), Does: "Paste space info"})
	wantEvent(t, events, asking)
	wantEvent(t, events, byPortal)
	if diff := cmp.Diff(asked{pasteID, "Paste space info", "CTRL+ALT+k"}, <-p.asked); diff != "" {
		t.Errorf("the person was asked (-want +got):\n%s", diff)
	}
	p.press(t, "/another/session", pasteID)
	p.press(t, p.opened(), "another-shortcut")
	p.press(t, p.opened(), pasteID)
	wantEvent(t, events, pressed)
	p.will(0, "Meta+V")
	p.emit(t, portalPath, portalKeys+".ShortcutsChanged", p.opened(), p.bound(pasteID))
	wantEvent(t, events, ShortcutEvent{Hold: HoldHeld, Detail: "Meta+V"}) // and no press before
	stop()
	if closed := <-p.closed; closed != string(p.opened()) {
		t.Errorf("the session %q was closed", closed)
	}
}

func TestAPersonWhoDoesNotAgreeIsAskedOnce(t *testing.T) {
	startBus(t)
	p := startPortal(t)
	p.will(1, "")
	c := ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K"), Refused: filepath.Join(t.TempDir(), "refused")}
	for start := range 2 {
		events, stop := holdKeys(t, c)
		if start == 0 {
			wantEvent(t, events, asking)
		}
		wantEvent(t, events, refused)
		stop()
	}
	if len(p.asked) != 1 {
		t.Errorf("the person was asked %d times", len(p.asked))
	}
	other := c
	other.Chord = wantChord(t, "Super+V")
	events, stop := holdKeys(t, other)
	wantEvent(t, events, asking) // other keys are another question
	wantEvent(t, events, refused)
	stop()
	off := c
	off.Chord = wantChord(t, "")
	events, _ = holdKeys(t, off)
	wantEvent(t, events, ShortcutEvent{Hold: HoldOff})
	if _, there := <-events; there {
		t.Error("something happens without keys")
	}
	if _, err := os.Stat(c.Refused); err == nil {
		t.Error("the refusal is remembered after the shortcut was taken away")
	}
	p.will(0, "Control+Alt+K")
	events, _ = holdKeys(t, c)
	wantEvent(t, events, asking)
	wantEvent(t, events, byPortal)
}

func TestASessionThatTheDesktopEndsIsNotOpenedAgain(t *testing.T) {
	startBus(t)
	p := startPortal(t)
	events, _ := holdKeys(t, ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K")})
	wantEvent(t, events, asking)
	wantEvent(t, events, byPortal)
	p.emit(t, p.opened(), portalSession+".Closed", map[string]dbus.Variant{})
	wantEvent(t, events, noPortals)
	if e, there := <-events; there {
		t.Errorf("%+v after the end", e)
	}
}

func TestAPortalThatComesBackIsAskedAgain(t *testing.T) {
	startBus(t, portalName)
	p := startPortal(t)
	events, _ := holdKeys(t, ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K")})
	wantEvent(t, events, asking)
	wantEvent(t, events, byPortal)
	if _, err := p.conn.ReleaseName(portalName); err != nil {
		t.Fatal(err)
	}
	wantEvent(t, events, noPortals)
	if _, err := p.conn.RequestName(portalName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	wantEvent(t, events, asking)
	wantEvent(t, events, byPortal)
}

func TestAPortalThatFailsIsTriedAgain(t *testing.T) {
	startBus(t)
	p := startPortal(t)
	p.will(2, "")
	events, _ := holdKeys(t, ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K")})
	wantEvent(t, events, asking)
	wantEvent(t, events, noPortals)
	wantEvent(t, events, asking)
}

func TestDesktopsWithoutThePortalReserveNothing(t *testing.T) {
	t.Setenv("WAYLAND_DISPLAY", "wayland-7")
	c := ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K")}
	ends := func(events <-chan ShortcutEvent) {
		t.Helper()
		wantEvent(t, events, cannot)
		if _, there := <-events; there {
			t.Error("it is tried again")
		}
	}
	t.Run("no bus", func(t *testing.T) {
		noBus(t)
		events, _ := holdKeys(t, c)
		ends(events)
	})
	t.Run("no portal", func(t *testing.T) {
		startBus(t)
		events, _ := holdKeys(t, c)
		ends(events)
	})
	t.Run("a portal without shortcuts", func(t *testing.T) {
		startBus(t)
		serveOnBus(t, portalName, func(*dbus.Conn) error { return nil })
		events, _ := holdKeys(t, c)
		ends(events)
	})
}

func TestTriggersAreWrittenAsDesktopsReadThem(t *testing.T) {
	for chord, want := range map[string]string{
		"Ctrl+Alt+K": "CTRL+ALT+k", "Shift+Super+PageUp": "SHIFT+LOGO+Page_Up", "Ctrl+7": "CTRL+7", "F12": "F12", "Super+Space": "LOGO+space",
	} {
		if got := trigger(wantChord(t, chord)); got != want {
			t.Errorf("%s is written as %s, want %s", chord, got, want)
		}
	}
}
