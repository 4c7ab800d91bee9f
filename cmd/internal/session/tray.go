package session

import (
	"context"
	"fmt"
	"strings"

	"github.com/godbus/dbus/v5"
)

const (
	watcherName = "org.kde.StatusNotifierWatcher"
	itemName    = "org.kde.StatusNotifierItem"
	menuName    = "com.canonical.dbusmenu"
)

// TrayItem is one icon in the tray.
type TrayItem struct {
	Title, Tooltip string
	menu           dbus.BusObject
}

// MenuEntry is one entry of a tray icon's menu.
type MenuEntry struct {
	ID        int32
	Label     string
	Separator bool
	Enabled   bool
}

// TrayItems lists the icons that the tray host knows of.
func (s *Session) TrayItems(ctx context.Context) ([]TrayItem, error) {
	watcher := s.bus.Object(watcherName, "/StatusNotifierWatcher")
	var names []string
	if err := property(ctx, watcher, watcherName, "RegisteredStatusNotifierItems", &names); err != nil {
		return nil, fmt.Errorf("listing tray icons: %w", err)
	}
	var items []TrayItem
	for _, name := range names {
		owner, path, found := strings.Cut(name, "/")
		if !found {
			path = "StatusNotifierItem"
		}
		object := s.bus.Object(owner, dbus.ObjectPath("/"+path))
		var item TrayItem
		var menu dbus.ObjectPath
		if err := property(ctx, object, itemName, "Menu", &menu); err != nil {
			continue // its program is just ending
		}
		_ = property(ctx, object, itemName, "Title", &item.Title)
		item.Tooltip = tooltip(ctx, object)
		item.menu = s.bus.Object(owner, menu)
		items = append(items, item)
	}
	return items, nil
}

// WaitTray waits until there is exactly one icon in the tray and returns it.
func (s *Session) WaitTray(ctx context.Context) (TrayItem, error) {
	var found TrayItem
	err := Await(ctx, "an icon in the tray", func() (bool, error) {
		items, err := s.TrayItems(ctx)
		if len(items) == 1 {
			found = items[0]
		}
		return len(items) == 1, err
	})
	return found, err
}

// Menu reads the icon's menu as a tray host does before it shows it.
func (item TrayItem) Menu(ctx context.Context) ([]MenuEntry, error) {
	var revision uint32
	var root node
	call := item.menu.CallWithContext(ctx, menuName+".GetLayout", 0, int32(0), int32(-1), []string{})
	if err := call.Store(&revision, &root); err != nil {
		return nil, fmt.Errorf("reading the tray menu: %w", err)
	}
	var entries []MenuEntry
	for _, child := range root.Children {
		var n node
		if err := dbus.Store([]any{child.Value()}, &n); err != nil {
			return nil, fmt.Errorf("reading the tray menu: %w", err)
		}
		if entry, visible := n.entry(); visible {
			entries = append(entries, entry)
		}
	}
	return entries, nil
}

// node is how com.canonical.dbusmenu sends an entry.
type node struct {
	ID         int32
	Properties map[string]dbus.Variant
	Children   []dbus.Variant
}

func (n node) entry() (MenuEntry, bool) {
	entry := MenuEntry{ID: n.ID, Enabled: true}
	visible := true
	for name, value := range n.Properties {
		switch v := value.Value().(type) {
		case string:
			switch name {
			case "label":
				entry.Label = unmark(v)
			case "type":
				entry.Separator = v == "separator"
			}
		case bool:
			switch name {
			case "enabled":
				entry.Enabled = v
			case "visible":
				visible = v
			}
		}
	}
	return entry, visible
}

// unmark removes the marks of access keys: "_" marks one, "__" is an underscore.
func unmark(label string) string {
	return strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(label, "__", "\x00"), "_", ""), "\x00", "_")
}

func tooltip(ctx context.Context, object dbus.BusObject) string {
	var tip struct {
		Icon   string
		Pixels []struct {
			Width, Height int32
			Data          []byte
		}
		Title, Text string
	}
	if err := property(ctx, object, itemName, "ToolTip", &tip); err != nil {
		return ""
	}
	return tip.Title
}

func property(ctx context.Context, object dbus.BusObject, iface, name string, into any) error {
	var value dbus.Variant
	call := object.CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, iface, name)
	if err := call.Store(&value); err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	return value.Store(into)
}
