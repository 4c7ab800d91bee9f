//go:build !windows && !darwin

package desktop

import (
	"context"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	watcherName = "org.kde.StatusNotifierWatcher"
	watcherPath = dbus.ObjectPath("/StatusNotifierWatcher")
	trayLimit   = 700 * time.Millisecond
)

// TrayHost tells whether the desktop shows tray icons now: whether the session has a status notifier
// watcher with a host. Without a session bus there is none. It waits at most 0.7 s, and starts nothing.
func TrayHost(ctx context.Context) (present bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, trayLimit)
	defer cancel()
	if busAddress() == "" {
		return false, nil
	}
	return askBus(ctx, func(conn *dbus.Conn) (bool, error) {
		// Asked first, as a call to the watcher might start one.
		owned, _, err := nameState(ctx, conn, watcherName)
		if err != nil || !owned {
			return false, err
		}
		var host dbus.Variant
		err = conn.Object(watcherName, watcherPath).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get",
			dbus.FlagNoAutoStart, watcherName, "IsStatusNotifierHostRegistered").Store(&host)
		if err != nil {
			return false, err
		}
		present, _ := host.Value().(bool)
		return present, nil
	})
}
