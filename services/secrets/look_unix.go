//go:build !windows && !darwin

package secrets

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"

	"foyer/services/fault"
)

// The Secret Service of freedesktop.org.
const (
	secretsName       = "org.freedesktop.secrets"
	secretsPath       = dbus.ObjectPath("/org/freedesktop/secrets")
	secretsInterface  = "org.freedesktop.Secret.Service"
	collectionType    = "org.freedesktop.Secret.Collection"
	loginCollection   = dbus.ObjectPath("/org/freedesktop/secrets/collection/login")
	defaultCollection = dbus.ObjectPath("/org/freedesktop/secrets/aliases/default")
)

// look asks the service in the words of the standard, since the library can only read an entry, and
// would unlock the keyring for that.
func look(ctx context.Context, op, service, user string) (presence, error) {
	return onBus(ctx, op, func(conn *dbus.Conn) (presence, error) {
		if there, err := isThere(ctx, conn); err != nil || !there {
			return presence{}, failure(op, fault.NotConfigured, CodeNoKeyring, "", err)
		}
		p, err := search(ctx, conn, map[string]string{"service": service, "username": user})
		if err != nil && isNobody(err) {
			return presence{}, failure(op, fault.NotConfigured, CodeNoKeyring, "", err)
		}
		if err != nil {
			return presence{}, failure(op, fault.Unreachable, CodeFailed, "", err)
		}
		return p, nil
	})
}

// isThere reports whether somebody serves secrets, or would when asked.
func isThere(ctx context.Context, conn *dbus.Conn) (bool, error) {
	var owned bool
	if err := conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.NameHasOwner", 0, secretsName).Store(&owned); err != nil || owned {
		return owned, err
	}
	var names []string
	err := conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.ListActivatableNames", 0).Store(&names)
	return slices.Contains(names, secretsName), err
}

// search looks for entries in the collection that the library will use.
func search(ctx context.Context, conn *dbus.Conn, attributes map[string]string) (presence, error) {
	collection, err := collectionOf(ctx, conn)
	if err != nil {
		return presence{}, err
	}
	var p presence
	if p.locked, err = property[bool](ctx, collection, collectionType, "Locked"); err != nil {
		return presence{}, err
	}
	var items []dbus.ObjectPath
	err = collection.CallWithContext(ctx, collectionType+".SearchItems", 0, attributes).Store(&items)
	p.found = len(items) > 0
	return p, err
}

// collectionOf chooses as the library does: the login keyring, else the default one.
func collectionOf(ctx context.Context, conn *dbus.Conn) (dbus.BusObject, error) {
	all, err := property[[]dbus.ObjectPath](ctx, conn.Object(secretsName, secretsPath), secretsInterface, "Collections")
	if err != nil {
		return nil, err
	}
	if slices.Contains(all, loginCollection) {
		return conn.Object(secretsName, loginCollection), nil
	}
	return conn.Object(secretsName, defaultCollection), nil
}

func property[T any](ctx context.Context, object dbus.BusObject, iface, name string) (T, error) {
	var value T
	err := object.CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, iface, name).Store(&value)
	return value, err
}

// isNobody reports whether the bus could not start the service, or the service has no such keyring.
func isNobody(err error) bool {
	e, ok := errors.AsType[dbus.Error](err)
	if !ok {
		return false
	}
	switch e.Name {
	case "org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner",
		"org.freedesktop.DBus.Error.UnknownObject", "org.freedesktop.DBus.Error.UnknownInterface",
		"org.freedesktop.DBus.Error.UnknownMethod",
		"org.freedesktop.Secret.Error.NoSuchObject":
		return true
	}
	return strings.HasPrefix(e.Name, "org.freedesktop.DBus.Error.Spawn.")
}
