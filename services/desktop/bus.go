//go:build !windows && !darwin

package desktop

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/godbus/dbus/v5"

	"foyer/services/fault"
)

// busAddress finds the session bus of the environment. The library's own search would start a new
// daemon when there is none; this one never does.
func busAddress() string {
	address := os.Getenv("DBUS_SESSION_BUS_ADDRESS")
	if strings.HasPrefix(address, "unix:") {
		return address
	}
	if address != "" && !strings.HasPrefix(address, "autolaunch:") {
		return "" // a kind of bus that a desktop session does not have
	}
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if dir == "" {
		return ""
	}
	socket := filepath.Join(dir, "bus")
	if info, err := os.Stat(socket); err != nil || info.Mode().Type() != os.ModeSocket {
		return ""
	}
	return "unix:path=" + dbus.EscapeBusAddressValue(socket)
}

// dialBus connects to the session bus, as dial does.
func dialBus(ctx context.Context) (*dbus.Conn, error) {
	return dial(ctx, busAddress(), "connecting to the session bus", partBus)
}

// dial connects to the bus at an address; "" is none. ctx limits the greeting, so that a dead address
// costs no more than its deadline; the connection itself lives until it is closed.
func dial(ctx context.Context, address, op, part string) (*dbus.Conn, error) {
	if address == "" {
		return nil, trouble(op, part, fault.NotConfigured, CodeNoBus, "", nil)
	}
	conn, err := dbus.Dial(address, dbus.WithContext(context.WithoutCancel(ctx)))
	if err != nil {
		return nil, trouble(op, part, fault.Unreachable, CodeNoBus, "", err)
	}
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	err = conn.Auth(nil)
	if err == nil {
		err = conn.Hello()
	}
	if !stop() {
		err = ctx.Err() // the deadline closed the connection
	}
	if err != nil {
		conn.Close()
		if ctx.Err() != nil {
			return nil, gaveUp(ctx, op, part)
		}
		return nil, trouble(op, part, fault.Unreachable, CodeNoBus, "", err)
	}
	return conn, nil
}

// askBus connects for one question and hangs up again.
func askBus[T any](ctx context.Context, question func(*dbus.Conn) (T, error)) (T, error) {
	var none T
	conn, err := dialBus(ctx)
	if err != nil {
		return none, err
	}
	defer conn.Close()
	answer, err := question(conn)
	if err != nil {
		if ctx.Err() != nil {
			return none, gaveUp(ctx, "asking over the session bus", partBus)
		}
		return none, err
	}
	return answer, nil
}

// nameState tells whether somebody owns a bus name now, and whether the bus could start somebody.
func nameState(ctx context.Context, conn *dbus.Conn, name string) (owned, activatable bool, err error) {
	if err := conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.NameHasOwner", 0, name).Store(&owned); err != nil {
		return false, false, err
	}
	if owned {
		return true, true, nil
	}
	var names []string
	if err := conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.ListActivatableNames", 0).Store(&names); err != nil {
		return false, false, err
	}
	for _, n := range names {
		activatable = activatable || n == name
	}
	return false, activatable, nil
}
