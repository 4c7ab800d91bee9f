package main

import (
	"bytes"
	"fmt"
	"strings"

	"foyer/ui/text"
)

// windowClass is what the window calls itself in X11: GLFW takes its first title. In Wayland it is
// the ID, which is the entry's file name.
const windowClass = "Foyer"

// action is an entry of the launcher's menu.
type action struct {
	id, command string
	name        func(*text.Catalogue) string
}

var actions = []action{
	{"paste", "paste", func(w *text.Catalogue) string { return w.T("packages.action.paste") }},
	{"links", "start --page links", func(w *text.Catalogue) string { return w.T("packages.action.links") }},
	{"rooms", "start --page rooms", func(w *text.Catalogue) string { return w.T("packages.action.rooms") }},
	{"messages", "start --page messages", func(w *text.Catalogue) string { return w.T("packages.action.messages") }},
	{"meetings", "start --page meetings", func(w *text.Catalogue) string { return w.T("packages.action.meetings") }},
}

// desktopEntry returns the file that puts Foyer into the menus of desktops.
func (r *release) desktopEntry() []byte {
	var b bytes.Buffer
	line := func(key, value string) { fmt.Fprintf(&b, "%s=%s\n", key, escapeEntry(value)) }
	words := func(key string, get func(*text.Catalogue) string) {
		english := get(r.words)
		line(key, english)
		for _, l := range r.foreign {
			if there := get(l.words); there != english {
				line(key+"["+l.locale+"]", there)
			}
		}
	}
	b.WriteString("[Desktop Entry]\n")
	line("Type", "Application")
	words("Name", func(w *text.Catalogue) string { return w.T("packages.name") })
	words("GenericName", func(w *text.Catalogue) string { return w.T("packages.generic-name") })
	words("Comment", func(w *text.Catalogue) string { return w.T("packages.comment") })
	words("Keywords", func(w *text.Catalogue) string { return w.T("packages.keywords") })
	line("Exec", r.unixName)
	line("Icon", r.ID)
	line("Terminal", "false")
	line("Categories", "Office;Calendar;")
	// It may start into the tray without any window: nothing would end the waiting.
	line("StartupNotify", "false")
	line("StartupWMClass", windowClass)
	line("X-GNOME-SingleWindow", "true")
	line("X-GNOME-UsesNotifications", "true")
	var ids []string
	for _, a := range actions {
		ids = append(ids, a.id)
	}
	line("Actions", strings.Join(ids, ";")+";")
	for _, a := range actions {
		b.WriteString("\n[Desktop Action " + a.id + "]\n")
		words("Name", a.name)
		line("Exec", r.unixName+" "+a.command)
	}
	return b.Bytes()
}

// escapeEntry keeps a value in its line.
func escapeEntry(value string) string {
	return strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\t", `\t`, "\r", `\r`).Replace(value)
}
