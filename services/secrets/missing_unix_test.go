//go:build !windows && !darwin

package secrets

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

// missing is one way in which there is no keyring.
type missing struct {
	rule, code string
	kind       fault.Kind
	arrange    func(t *testing.T)
}

func waysToBeMissing() []missing {
	never := func(string, string) (dbus.Variant, *dbus.Error) { select {} }
	wrong := func(string, string) (dbus.Variant, *dbus.Error) { return dbus.MakeVariant("wrong"), nil }
	empty := func(_, name string) (dbus.Variant, *dbus.Error) {
		if name != "Collections" {
			return dbus.Variant{}, &dbus.Error{Name: "org.freedesktop.DBus.Error.UnknownObject"}
		}
		return dbus.MakeVariant([]dbus.ObjectPath{}), nil
	}
	serve := func(get any) func(t *testing.T) {
		return func(t *testing.T) {
			useBus(t, nil)
			serveSecrets(t, map[string]any{"Get": get})
		}
	}
	activate := func(program string) func(t *testing.T) {
		return func(t *testing.T) { useBus(t, map[string]string{secretsName: program}) }
	}
	return []missing{
		{"no bus", CodeNoBus, fault.NotConfigured, noBus},
		{"a dead address", CodeNoBus, fault.NotConfigured, func(t *testing.T) {
			t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
		}},
		{"a bus that never answers", CodeSilent, fault.Unreachable, silentBus},
		{"no service on the bus", CodeNoKeyring, fault.NotConfigured, func(t *testing.T) { useBus(t, nil) }},
		{"a service that does not start", CodeNoKeyring, fault.NotConfigured, activate("/bin/false")},
		{"a service that starts and never comes", CodeSilent, fault.Unreachable, activate("/bin/sleep 60")},
		{"a service that never answers", CodeSilent, fault.Unreachable, serve(never)},
		{"a service without a keyring", CodeNoKeyring, fault.NotConfigured, serve(empty)},
		{"a service that answers nonsense", CodeFailed, fault.Unreachable, serve(wrong)},
	}
}

// noBus makes a session without a bus, and fails when one is started.
func noBus(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("XDG_RUNTIME_DIR", folder(t))
	launcher := filepath.Join(folder(t), "dbus-launch")
	if err := os.WriteFile(launcher, []byte("#!/bin/sh\ntouch \"$0.called\"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", filepath.Dir(launcher))
	t.Cleanup(func() {
		if _, err := os.Stat(launcher + ".called"); err == nil {
			t.Error("a bus was started")
		}
	})
}

// keeperFor waits for a keyring only as long as it is sure to be silent.
func keeperFor(t *testing.T, m missing) *Keeper {
	limit := 3 * time.Second
	if m.code == CodeSilent {
		limit = 100 * time.Millisecond
	}
	return New(Config{Dir: folder(t), Limit: limit})
}

func TestMissingKeyringIsNamed(t *testing.T) {
	for _, m := range waysToBeMissing() {
		t.Run(m.rule, func(t *testing.T) {
			m.arrange(t)
			k := keeperFor(t, m)
			s, err := k.State(t.Context(), "token")
			if d := cmp.Diff(State{Code: m.code, Words: sayings[m.code]}, s); d != "" || err != nil {
				t.Errorf("the state: %v (-want +got):\n%s", err, d)
			}
			if value, err := k.Get(t.Context(), "token"); value != "" || codeOf(err) != m.code || fault.KindOf(err) != m.kind {
				t.Errorf("got %q, %v", value, err)
			}
			err = k.Set(t.Context(), "token", canary, InKeyring)
			if codeOf(err) != m.code || fault.KindOf(err) != m.kind {
				t.Fatalf("set: %v", err)
			}
			wantNowhere(t, err.Error(), k.config.Dir)
			if err := k.Remove(t.Context(), "token"); (err != nil) != (m.kind == fault.Unreachable) {
				t.Errorf("removed: %v", err)
			}
		})
	}
}

func TestAlternativesWorkWithoutAKeyring(t *testing.T) {
	for _, m := range waysToBeMissing() {
		t.Run(m.rule, func(t *testing.T) {
			m.arrange(t)
			k := keeperFor(t, m)
			for _, keep := range []Keeping{InSession, InFile} {
				if err := k.Set(t.Context(), "token", canary, keep); err != nil {
					t.Errorf("%s: %v", keep, err)
				}
				if value, err := k.Get(t.Context(), "token"); value != canary || err != nil {
					t.Errorf("%s: got %q, %v", keep, value, err)
				}
				if s, err := k.State(t.Context(), "token"); err != nil || s.Kept != keep || s.Code != m.code {
					t.Errorf("%s: the state is %+v, %v", keep, s, err)
				}
			}
		})
	}
}
