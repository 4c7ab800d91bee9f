//go:build !windows && !darwin

package secrets

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/godbus/dbus/v5"

	"foyer/services/fault"
)

// busAddress finds the session bus of the environment. The library's own search would start a daemon
// when there is none, so it is only called when this has found one.
func busAddress() string {
	address := os.Getenv("DBUS_SESSION_BUS_ADDRESS")
	if strings.HasPrefix(address, "unix:") {
		return address
	}
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if address != "" && !strings.HasPrefix(address, "autolaunch:") || dir == "" {
		return "" // also a kind of bus that a desktop session does not have
	}
	socket := filepath.Join(dir, "bus")
	if info, err := os.Stat(socket); err != nil || info.Mode().Type() != os.ModeSocket {
		return ""
	}
	return "unix:path=" + dbus.EscapeBusAddressValue(socket)
}

// onBus asks one question over a connection of its own, which ctx ends. The library has no such
// limit, so whatever is silent has to be found out here.
func onBus[T any](ctx context.Context, op string, question func(*dbus.Conn) (T, error)) (T, error) {
	var none T
	address := busAddress()
	if address == "" {
		return none, failure(op, fault.NotConfigured, CodeNoBus, "", nil)
	}
	conn, err := dbus.Dial(address, dbus.WithContext(context.WithoutCancel(ctx)))
	if err != nil {
		return none, failure(op, fault.NotConfigured, CodeNoBus, "", err)
	}
	defer conn.Close() //nolint:errcheck // nothing is lost
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	defer stop()
	if err = conn.Auth(nil); err == nil {
		err = conn.Hello()
	}
	if ctx.Err() != nil {
		return none, gaveUp(ctx, op, CodeSilent)
	}
	if err != nil {
		return none, failure(op, fault.NotConfigured, CodeNoBus, "", err)
	}
	answer, err := question(conn)
	if err != nil && ctx.Err() != nil {
		return none, gaveUp(ctx, op, CodeSilent)
	}
	return answer, err
}
