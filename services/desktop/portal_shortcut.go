//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/godbus/dbus/v5"

	"foyer/services/chord"
	"foyer/services/fault"
)

// portalShortcut is one shortcut as the portal is told of it, and tells.
type portalShortcut struct {
	ID   string
	Data map[string]dbus.Variant
}

// holdByPortal lets the desktop reserve the keys.
func holdByPortal(ctx context.Context, c ShortcutConfig, tell func(ShortcutEvent)) error {
	refused := &holdError{hold: HoldFailed, advice: AdviceShortcutRefused, final: true}
	if c.wasRefused() {
		return refused
	}
	p, err := openPortal(ctx, portalKeys)
	switch {
	case errors.Is(err, errNoPortal), fault.KindOf(err) == fault.NotConfigured:
		return &holdError{hold: HoldUnsupported, advice: AdviceShortcutUnsupported, err: err}
	case err != nil:
		return err
	}
	defer p.close()
	b := bound{portal: p, id: shortcutID(c.Chord)}
	err = b.bind(ctx, c, tell)
	if errors.Is(err, errRefusedBy) {
		c.rememberRefusal()
		return refused
	}
	if err != nil {
		return err
	}
	defer b.close()
	return b.serve(ctx, tell)
}

// bound is a session of the portal in which one shortcut is bound.
type bound struct {
	portal  *portal
	id      string
	session dbus.ObjectPath
}

func (b *bound) bind(ctx context.Context, c ShortcutConfig, tell func(ShortcutEvent)) error {
	results, err := b.portal.ask(ctx, portalKeys+".CreateSession", map[string]dbus.Variant{"session_handle_token": dbus.MakeVariant(token())})
	if err != nil {
		return err
	}
	switch handle := results["session_handle"].Value().(type) { // a string by the documents
	case string:
		b.session = dbus.ObjectPath(handle)
	case dbus.ObjectPath:
		b.session = handle
	}
	if !b.session.IsValid() {
		return errPortalSays
	}
	tell(ShortcutEvent{Hold: HoldFailed, Advice: AdviceShortcutAsking})
	wanted := []portalShortcut{{b.id, map[string]dbus.Variant{
		"description":       dbus.MakeVariant(c.Does),
		"preferred_trigger": dbus.MakeVariant(trigger(c.Chord)),
	}}}
	results, err = b.portal.ask(ctx, portalKeys+".BindShortcuts", b.session, wanted, "", map[string]dbus.Variant{})
	if err != nil {
		b.close()
		return err
	}
	var got []portalShortcut
	if results["shortcuts"].Store(&got) != nil || !slices.ContainsFunc(got, func(s portalShortcut) bool { return s.ID == b.id }) {
		b.close()
		return errRefusedBy
	}
	tell(b.heldAs(got))
	return nil
}

// heldAs tells which keys the desktop waits for: people may have chosen others.
func (b *bound) heldAs(all []portalShortcut) ShortcutEvent {
	e := ShortcutEvent{Hold: HoldHeld}
	for _, s := range all {
		if s.ID == b.id {
			e.Detail, _ = s.Data["trigger_description"].Value().(string)
		}
	}
	return e
}

// serve tells of presses until ctx or the session ends. A desktop that ends the session by itself is not
// asked again.
func (b *bound) serve(ctx context.Context, tell func(ShortcutEvent)) error {
	for {
		signal, err := b.portal.next(ctx)
		if err != nil {
			return err
		}
		if signal.Name == portalSession+".Closed" && signal.Path == b.session {
			return &holdError{hold: HoldFailed, advice: AdviceShortcutFailed, err: errPortalGone, final: true}
		}
		if len(signal.Body) < 2 || signal.Body[0] != b.session {
			continue
		}
		switch signal.Name {
		case portalKeys + ".Activated":
			if signal.Body[1] == b.id {
				tell(ShortcutEvent{Pressed: true})
			}
		case portalKeys + ".ShortcutsChanged":
			var all []portalShortcut
			if dbus.Store(signal.Body[1:2], &all) == nil {
				tell(b.heldAs(all))
			}
		}
	}
}

// close ends the session, so that the desktop gives the keys to others.
func (b *bound) close() {
	b.portal.conn.Object(portalName, b.session).Go(portalSession+".Close", dbus.FlagNoReplyExpected, nil)
}

// shortcutID names the shortcut. Desktops keep the keys that belong to a name, so other keys make another
// name.
func shortcutID(c chord.Chord) string {
	return "paste-" + strings.ReplaceAll(strings.ToLower(c.String()), "+", "-")
}

// xkbNames are those keys whose names differ in the keyboard's own language.
var xkbNames = map[string]string{"Space": "space", "PageUp": "Page_Up", "PageDown": "Page_Down"}

// trigger writes a chord as the shortcuts specification of freedesktop.org wants it: CTRL+ALT+k.
func trigger(c chord.Chord) string {
	var parts []string
	for _, m := range []struct {
		wanted bool
		name   string
	}{{c.Ctrl, "CTRL"}, {c.Alt, "ALT"}, {c.Shift, "SHIFT"}, {c.Super, "LOGO"}} {
		if m.wanted {
			parts = append(parts, m.name)
		}
	}
	key := c.Key
	if name, differs := xkbNames[key]; differs {
		key = name
	} else if _, err := strconv.Atoi(key); err != nil && len(key) == 1 {
		key = strings.ToLower(key)
	}
	return strings.Join(append(parts, key), "+")
}
