//go:build !windows && !darwin

package tray

import (
	"testing"

	"github.com/godbus/dbus/v5"
)

func TestTheIconIsWhiteWhereTheBarIsDark(t *testing.T) {
	for desktops, want := range map[string]Shade{"GNOME": White, "ubuntu:GNOME": White, "Budgie:GNOME": White, "KDE": Ink, "XFCE": Ink, "": Ink} {
		t.Setenv("XDG_CURRENT_DESKTOP", desktops)
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
		t.Setenv("XDG_RUNTIME_DIR", "")
		if got := PanelShade(t.Context()); got != want {
			t.Errorf("%q: %s, want %s", desktops, got, want)
		}
	}
	for _, c := range []struct {
		answer any
		want   bool
	}{{uint32(1), true}, {uint32(2), false}, {dbus.MakeVariant(uint32(1)), true}, {"dark", false}} {
		if got := prefersDark(dbus.MakeVariant(c.answer)); got != c.want {
			t.Errorf("%v: %t, want %t", c.answer, got, c.want)
		}
	}
}
