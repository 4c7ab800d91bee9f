package session

import (
	"context"
	"fmt"
	"os/exec"

	"github.com/godbus/dbus/v5"
)

// startBus starts a session bus of its own and connects to it.
func (s *Session) startBus(ctx context.Context) error {
	cmd := exec.Command("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=3")
	address, err := s.launchTelling(ctx, cmd)
	if err != nil {
		return fmt.Errorf("starting the session bus: %w", err)
	}
	s.env = append(s.env, "DBUS_SESSION_BUS_ADDRESS="+address)
	s.bus, err = s.connectBus()
	return err
}

// connectBus opens a connection of its own to the session bus.
func (s *Session) connectBus() (*dbus.Conn, error) {
	conn, err := dbus.Connect(s.Getenv("DBUS_SESSION_BUS_ADDRESS"))
	if err != nil {
		return nil, fmt.Errorf("connecting to the session bus: %w", err)
	}
	return conn, nil
}

// Bus is a connection to the desktop's session bus; the desktop closes it.
func (s *Session) Bus() *dbus.Conn { return s.bus }

// awaitName waits until somebody owns a name on the bus.
func (s *Session) awaitName(ctx context.Context, name string) error {
	return Await(ctx, name+" on the bus", func() (bool, error) {
		var owned bool
		err := s.bus.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.NameHasOwner", 0, name).Store(&owned)
		return owned, err
	})
}
