//go:build !windows && !darwin

package secrets

import (
	"errors"
	"os"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

func TestRealKeyringKeepsReplacesAndRemoves(t *testing.T) {
	useRealKeyring(t)
	dir := folder(t)
	k := New(Config{Dir: dir})
	want := func(rule, value, code string, state State) {
		t.Helper()
		// A Keeper of its own, that remembers nothing.
		got, err := New(Config{Dir: dir}).Get(t.Context(), "token")
		if got != value || codeOf(err) != code {
			t.Errorf("%s: got %q, %v", rule, got, err)
		}
		s, err := k.State(t.Context(), "token")
		if d := cmp.Diff(state, s); d != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", rule, err, d)
		}
	}
	want("empty", "", CodeNone, State{Keyring: true})
	for _, value := range []string{canary, "second, ünïcode 日本"} {
		if err := k.Set(t.Context(), "token", value, InKeyring); err != nil {
			t.Fatal(err)
		}
		want("kept", value, "", State{Kept: InKeyring, Keyring: true})
	}
	if value, err := New(Config{Dir: dir, Tag: "other"}).Get(t.Context(), "token"); codeOf(err) != CodeNone {
		t.Errorf("another profile has %q, %v", value, err)
	}
	if err := k.Set(t.Context(), "token", canary, InFile); err != nil {
		t.Fatal(err)
	}
	want("moved to a file", canary, "", State{Kept: InFile, Keyring: true})
	if _, err := (systemRing{}).Get("Foyer", "token"); !errors.Is(err, errNotFound) {
		t.Errorf("the keyring still has it: %v", err)
	}
	if err := k.Set(t.Context(), "token", canary, InKeyring); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("the folder holds %v, %v", left, err)
	}
	for range 2 {
		if err := k.Remove(t.Context(), "token"); err != nil {
			t.Fatal(err)
		}
		want("removed", "", CodeNone, State{Keyring: true})
	}
}

func TestProfilesHaveEntriesOfTheirOwnInTheRealKeyring(t *testing.T) {
	useRealKeyring(t)
	mine, other := New(Config{Dir: folder(t)}), New(Config{Dir: folder(t), Tag: "other"})
	if err := errors.Join(mine.Set(t.Context(), "token", "mine", InKeyring), other.Set(t.Context(), "token", "other's", InKeyring)); err != nil {
		t.Fatal(err)
	}
	if err := mine.Remove(t.Context(), "token"); err != nil {
		t.Fatal(err)
	}
	if value, err := other.Get(t.Context(), "token"); value != "other's" || err != nil {
		t.Errorf("the other profile has %q, %v", value, err)
	}
}

func TestLockedRealKeyringIsNamed(t *testing.T) {
	useRealKeyring(t)
	k := New(Config{Dir: folder(t)})
	if err := k.Set(t.Context(), "token", canary, InKeyring); err != nil {
		t.Fatal(err)
	}
	lockKeyring(t)
	if s, err := k.State(t.Context(), "token"); err != nil || s.Kept != InKeyring || s.Code != CodeLocked {
		t.Errorf("the state is %+v, %v", s, err)
	}
	// Nobody is there to ask the user, so the keyring says no at once.
	value, err := k.Get(t.Context(), "token")
	if value != "" || codeOf(err) != CodeLocked || fault.KindOf(err) != fault.Unreachable {
		t.Errorf("got %q, %v", value, err)
	}
	if err := k.Set(t.Context(), "token", "x", InKeyring); codeOf(err) != CodeLocked {
		t.Errorf("set: %v", err)
	}
	unlockKeyring(t)
	if value, err := k.Get(t.Context(), "token"); value != canary || err != nil {
		t.Errorf("after unlocking: %q, %v", value, err)
	}
}

func TestUserWhoDoesNotUnlockTheRealKeyringIsNotWaitedForForEver(t *testing.T) {
	useRealKeyring(t)
	k := New(Config{Dir: folder(t), Limit: 300 * time.Millisecond})
	if err := k.Set(t.Context(), "token", canary, InKeyring); err != nil {
		t.Fatal(err)
	}
	lockKeyring(t)
	asked, leave := servePrompter(t)
	for range 2 { // the second waits for its turn
		if _, err := k.Get(t.Context(), "token"); codeOf(err) != CodeLocked {
			t.Errorf("got %v", err)
		}
	}
	if len(asked) != 1 {
		t.Errorf("the user was asked %d times", len(asked))
	}
	leave()
	if err := k.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	// Foyer does not pester who did not unlock it.
	if _, err := k.Get(t.Context(), "token"); codeOf(err) != CodeLocked {
		t.Errorf("got %v", err)
	}
	unlockKeyring(t)
	if value, err := k.Get(t.Context(), "token"); value != canary || err != nil {
		t.Errorf("after unlocking: %q, %v", value, err)
	}
}

// onRealBus calls a method of the keyring as its owner.
func onRealBus(t *testing.T, do func(*dbus.Conn) error) *dbus.Conn {
	t.Helper()
	conn, err := dbus.Connect(os.Getenv("DBUS_SESSION_BUS_ADDRESS"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if err := do(conn); err != nil {
		t.Fatal(err)
	}
	return conn
}

func lockKeyring(t *testing.T) {
	t.Helper()
	onRealBus(t, func(conn *dbus.Conn) error {
		return conn.Object(secretsName, secretsPath).Call(secretsInterface+".Lock", 0, []dbus.ObjectPath{loginCollection}).Err
	})
}

func unlockKeyring(t *testing.T) {
	t.Helper()
	onRealBus(t, func(conn *dbus.Conn) error {
		var nothing dbus.Variant
		var session dbus.ObjectPath
		object := conn.Object(secretsName, secretsPath)
		if err := object.Call(secretsInterface+".OpenSession", 0, "plain", dbus.MakeVariant("")).Store(&nothing, &session); err != nil {
			return err
		}
		password := struct {
			Session           dbus.ObjectPath
			Parameters, Value []byte
			ContentType       string
		}{session, []byte{}, []byte("password"), "text/plain"}
		return object.Call("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface.UnlockWithMasterPassword", 0, loginCollection, password).Err
	})
}

// servePrompter is the desktop's part that asks users for passwords. This user does nothing until
// leave is called.
func servePrompter(t *testing.T) (asked chan dbus.ObjectPath, leave func()) {
	t.Helper()
	asked = make(chan dbus.ObjectPath, 10)
	conn := onRealBus(t, func(conn *dbus.Conn) error {
		methods := map[string]any{
			"BeginPrompting": func(callback dbus.ObjectPath) *dbus.Error {
				asked <- callback
				return nil
			},
			"StopPrompting": func(dbus.ObjectPath) *dbus.Error { return nil },
		}
		if err := conn.ExportMethodTable(methods, "/org/gnome/keyring/Prompter", "org.gnome.keyring.internal.Prompter"); err != nil {
			return err
		}
		_, err := conn.RequestName("org.gnome.keyring.SystemPrompter", dbus.NameFlagDoNotQueue)
		return err
	})
	return asked, func() { conn.Close() }
}
