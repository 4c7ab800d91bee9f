//go:build !windows && !darwin

package tray

import (
	"context"
	"os"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

// PanelShade returns the shade that can be seen on this desktop's panel: white where the panel is
// always dark or the user prefers dark, else ink. It asks only what runs already, and waits at
// most half a second.
func PanelShade(ctx context.Context) Shade {
	if hasDarkBar(os.Getenv("XDG_CURRENT_DESKTOP")) {
		return White
	}
	if !Possible() {
		return Ink
	}
	ctx, cancel := context.WithTimeout(ctx, 500*time.Millisecond)
	defer cancel()
	// The tray library uses this connection too and closes it at the end.
	bus, err := dbus.SessionBus()
	if err != nil {
		return Ink
	}
	const portal = "org.freedesktop.portal.Desktop"
	var scheme dbus.Variant
	err = bus.Object(portal, "/org/freedesktop/portal/desktop").CallWithContext(ctx, "org.freedesktop.portal.Settings.Read",
		dbus.FlagNoAutoStart, "org.freedesktop.appearance", "color-scheme").Store(&scheme)
	if err == nil && prefersDark(scheme) {
		return White
	}
	return Ink
}

// hasDarkBar knows the desktops whose bar is dark whatever the theme.
func hasDarkBar(desktops string) bool {
	for desktop := range strings.SplitSeq(strings.ToUpper(desktops), ":") {
		switch desktop {
		case "GNOME", "GNOME-CLASSIC", "UBUNTU", "UNITY", "PANTHEON", "BUDGIE":
			return true
		}
	}
	return false
}

// prefersDark reads the portal's answer, which older portals wrap twice: 1 means dark.
func prefersDark(v dbus.Variant) bool {
	for {
		inner, wrapped := v.Value().(dbus.Variant)
		if !wrapped {
			break
		}
		v = inner
	}
	scheme, ok := v.Value().(uint32)
	return ok && scheme == 1
}
