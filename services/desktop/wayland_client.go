//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
)

// The two names of one protocol: data control lets a program without a window own and see the clipboard.
var dataControl = []string{"ext_data_control_manager_v1", "zwlr_data_control_manager_v1"}

// errNoDataControl: the compositor has no data control; GNOME's is one.
var errNoDataControl = errors.New("the compositor has no data control")

// wlClient is a connection to a Wayland compositor.
type wlClient struct{ reader *wlReader }

// dialWayland connects to the session's compositor.
func dialWayland(ctx context.Context) (wlClient, error) {
	path := os.Getenv("WAYLAND_DISPLAY")
	if !filepath.IsAbs(path) {
		path = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), path)
	}
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "unix", path)
	if err != nil {
		return wlClient{}, err
	}
	return wlClient{newWlReader(conn.(*net.UnixConn))}, nil
}

// hangUp ends whatever waits for the compositor.
func (c wlClient) hangUp() { c.reader.conn.Close() }

// bind finds the seat and data control, and makes them wlSeat and wlManager.
func (c wlClient) bind() error {
	if err := c.send(wlDisplay, 1, wlRegistry); err != nil { // get_registry
		return err
	}
	if err := c.send(wlDisplay, 0, wlListed); err != nil { // sync
		return err
	}
	seat, manager := global{}, global{}
	err := c.until(wlListed, func(m wlMessage) {
		if m.object != wlRegistry || m.opcode != 0 {
			return
		}
		g := global{name: m.number(), kind: m.text()}
		switch {
		case g.kind == "wl_seat" && seat.kind == "":
			seat = g
		case g.kind == dataControl[0], g.kind == dataControl[1] && manager.kind == "":
			manager = g
		}
	})
	if err != nil {
		return err
	}
	if seat.kind == "" || manager.kind == "" {
		return errNoDataControl
	}
	if err := c.send(wlRegistry, 0, seat.name, seat.kind, uint32(1), wlSeat); err != nil { // bind
		return err
	}
	return c.send(wlRegistry, 0, manager.name, manager.kind, uint32(1), wlManager) // bind
}

// global is something that the compositor offers to bind.
type global struct {
	name uint32
	kind string
}

func (c wlClient) send(object uint32, opcode uint16, arguments ...any) error {
	_, err := c.reader.conn.Write(wlMessage{object: object, opcode: opcode}.encode(arguments...))
	return err
}

// until handles events up to the done event of a callback.
func (c wlClient) until(callback uint32, handle func(wlMessage)) error {
	for {
		m, err := c.reader.next()
		if err != nil {
			return err
		}
		switch m.object {
		case callback:
			return nil
		case wlDisplay:
			if err := m.refusal(); err != nil {
				return err
			}
		default:
			handle(m)
		}
	}
}

// refusal returns what the compositor ends the connection for, nil for other events of the display.
func (m wlMessage) refusal() error {
	if m.opcode != 0 {
		return nil
	}
	object, code := m.number(), m.number()
	return fmt.Errorf("the compositor refused: object %d, code %d: %s", object, code, m.text())
}
