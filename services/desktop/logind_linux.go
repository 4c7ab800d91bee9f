package desktop

import (
	"context"
	"errors"
	"os"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"

	"foyer/services/fault"
)

const (
	logindName   = "org.freedesktop.login1"
	logindFace   = "org.freedesktop.login1.Manager"
	logindSignal = "PrepareForSleep"

	partSystemBus = "system bus"

	// logindLimit is how long connecting to logind may take.
	logindLimit = 5 * time.Second
)

// logindSource tells when the computer woke up.
func logindSource(ctx context.Context, tell func(Change)) error {
	conn, err := dialLogind(ctx)
	if err != nil {
		return err
	}
	signals := make(chan *dbus.Signal, 8)
	conn.Signal(signals) // closed with the connection
	return hearLogind(ctx, conn, signals, tell)
}

// hearLogind tells when the computer woke up, until the connection is lost or ctx ends.
func hearLogind(ctx context.Context, conn *dbus.Conn, signals <-chan *dbus.Signal, tell func(Change)) error {
	hangUp := context.AfterFunc(ctx, func() { _ = conn.Close() })
	defer hangUp()
	for signal := range signals {
		var falls bool // asleep; else it wakes up
		if signal.Name == logindFace+"."+logindSignal && dbus.Store(signal.Body, &falls) == nil && !falls {
			tell(Woke)
		}
	}
	_ = conn.Close()
	return trouble(opSleep, partSystemBus, fault.Unreachable, CodeNoBus, "", ctx.Err())
}

// dialLogind returns a connection on which logind tells of sleep.
func dialLogind(ctx context.Context) (*dbus.Conn, error) {
	ctx, done := context.WithTimeout(ctx, logindLimit)
	defer done()
	conn, err := dial(ctx, systemBusAddress(), opSleep, partSystemBus)
	if err != nil {
		return nil, err
	}
	owned, startable, err := nameState(ctx, conn, logindName)
	if err == nil && !owned && !startable {
		err = trouble(opSleep, partSystemBus, fault.NotConfigured, CodeUnsupported, logindName, nil)
	}
	if err == nil {
		err = conn.AddMatchSignalContext(ctx, dbus.WithMatchSender(logindName), dbus.WithMatchInterface(logindFace),
			dbus.WithMatchMember(logindSignal))
	}
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

// systemBusAddress is where the system's bus is; "" when there is none.
func systemBusAddress() string {
	if address := os.Getenv("DBUS_SYSTEM_BUS_ADDRESS"); strings.HasPrefix(address, "unix:") {
		return address
	}
	const socket = "/run/dbus/system_bus_socket"
	if info, err := os.Stat(socket); err != nil || info.Mode().Type() != os.ModeSocket {
		return ""
	}
	return "unix:path=" + socket
}
