//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"

	"github.com/godbus/dbus/v5"
)

const (
	portalName    = "org.freedesktop.portal.Desktop"
	portalPath    = dbus.ObjectPath("/org/freedesktop/portal/desktop")
	portalRequest = "org.freedesktop.portal.Request"
	portalSession = "org.freedesktop.portal.Session"
	portalKeys    = "org.freedesktop.portal.GlobalShortcuts"
	portalHost    = "org.freedesktop.host.portal.Registry"

	// appID is the name of the desktop entry and of the icon that the packages install. Desktops name the
	// program by it in their questions, settings and notifications.
	appID = "io.foyer.Foyer"
)

// The errors of a portal.
var (
	errNoPortal   = errors.New("nobody offers the portal")
	errPortalGone = errors.New("the portal went away")
	errRefusedBy  = errors.New("somebody did not agree")
	errPortalSays = errors.New("the portal failed")
)

// portal is a connection to the desktop's portal, which asks people before it does something for a program.
type portal struct {
	conn    *dbus.Conn
	signals chan *dbus.Signal
}

// portalTokens numbers what this process asks for.
var portalTokens atomic.Uint64

// openPortal connects to a portal that has an interface. It starts the portal when the bus can.
func openPortal(ctx context.Context, has string) (*portal, error) {
	ctx, cancel := context.WithTimeout(ctx, notifyLimit)
	defer cancel()
	conn, err := dialBus(ctx)
	if err != nil {
		return nil, err
	}
	p := &portal{conn: conn, signals: make(chan *dbus.Signal, 32)}
	if err := p.prepare(ctx, has); err != nil {
		conn.Close()
		return nil, err
	}
	return p, nil
}

func (p *portal) prepare(ctx context.Context, has string) error {
	owned, activatable, err := nameState(ctx, p.conn, portalName)
	switch {
	case err != nil:
		return err
	case !owned && !activatable:
		return errNoPortal
	}
	var version dbus.Variant
	if err := p.object().CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, has, "version").Store(&version); err != nil {
		if ctx.Err() != nil {
			return err
		}
		return fmt.Errorf("%w: %w", errNoPortal, err)
	}
	p.conn.Signal(p.signals)
	from := dbus.WithMatchSender(portalName)
	err = errors.Join(
		p.conn.AddMatchSignalContext(ctx, from, dbus.WithMatchInterface(portalRequest)),
		p.conn.AddMatchSignalContext(ctx, from, dbus.WithMatchInterface(portalSession)),
		p.conn.AddMatchSignalContext(ctx, from, dbus.WithMatchInterface(has)),
		p.conn.AddMatchSignalContext(ctx, dbus.WithMatchSender("org.freedesktop.DBus"),
			dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, portalName)),
	)
	if err != nil {
		return err
	}
	// Newer portals take a program at its word for which one it is, older ones guess.
	_ = p.object().CallWithContext(ctx, portalHost+".Register", 0, appID, map[string]dbus.Variant{}).Err
	return nil
}

func (p *portal) object() dbus.BusObject { return p.conn.Object(portalName, portalPath) }

func (p *portal) close() { p.conn.Close() }

// token names something that this process asks for, in characters that a path may have.
func token() string { return fmt.Sprintf("foyer%d", portalTokens.Add(1)) }

// ask calls a method that is answered by a signal, maybe after a person was asked, and waits for that. The
// handle of the request is put into the last argument. Signals that come before the answer and are not
// about it are lost, so nothing else may be under way.
func (p *portal) ask(ctx context.Context, method string, arguments ...any) (map[string]dbus.Variant, error) {
	name := token()
	options, _ := arguments[len(arguments)-1].(map[string]dbus.Variant)
	options["handle_token"] = dbus.MakeVariant(name)
	sender := strings.ReplaceAll(strings.TrimPrefix(p.conn.Names()[0], ":"), ".", "_")
	request := dbus.ObjectPath("/org/freedesktop/portal/desktop/request/" + sender + "/" + name)
	var named dbus.ObjectPath
	if err := p.object().CallWithContext(ctx, method, 0, arguments...).Store(&named); err != nil {
		return nil, err
	}
	for {
		signal, err := p.next(ctx)
		if err != nil {
			if ctx.Err() != nil {
				// Nobody waits for the person's answer any more.
				p.conn.Object(portalName, named).Go(portalRequest+".Close", dbus.FlagNoReplyExpected, nil)
			}
			return nil, err
		}
		// Very old portals choose another path than the one that was asked for.
		if signal.Name != portalRequest+".Response" || signal.Path != request && signal.Path != named {
			continue
		}
		var code uint32
		var results map[string]dbus.Variant
		if err := dbus.Store(signal.Body, &code, &results); err != nil {
			return nil, fmt.Errorf("%w: %w", errPortalSays, err)
		}
		switch code {
		case 0:
			return results, nil
		case 1:
			return nil, errRefusedBy
		default:
			return nil, fmt.Errorf("%w: %s: response %d", errPortalSays, method, code)
		}
	}
}

// next waits for the next signal.
func (p *portal) next(ctx context.Context) (*dbus.Signal, error) {
	select {
	case signal, there := <-p.signals:
		if !there || signal.Name == "org.freedesktop.DBus.NameOwnerChanged" && len(signal.Body) == 3 && signal.Body[2] == "" {
			return nil, errPortalGone
		}
		return signal, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
