//go:build !darwin || cgo

package tray

import (
	"runtime"
	"strings"

	"fyne.io/systray"
)

// systrayFace is the face that fyne.io/systray shows.
type systrayFace struct{}

var _ face = systrayFace{}

func (systrayFace) picture(p []byte) {
	if runtime.GOOS == "darwin" {
		systray.SetTemplateIcon(p, p) // the menu bar colours it
		return
	}
	systray.SetIcon(p)
}

func (systrayFace) tooltip(s string) { systray.SetTooltip(s) }

func (systrayFace) clear() { systray.ResetMenu() }

func (systrayFace) line(label, shortcut string) <-chan struct{} {
	item := systray.AddMenuItem(Escape(label, runtime.GOOS), "")
	if shortcut != "" {
		modifiers, key := keys(shortcut, runtime.GOOS)
		item.SetShortcut(modifiers, key)
	}
	return item.ClickedCh
}

func (systrayFace) separator() { systray.AddSeparator() }

// keys reads a shortcut such as "Ctrl+Shift+K". On macOS Webex copies space info with other keys.
func keys(shortcut, goos string) (systray.KeyModifier, string) {
	if goos == "darwin" && shortcut == pasteShortcut {
		return systray.KeyModifierAlt | systray.KeyModifierSuper, "K"
	}
	var modifiers systray.KeyModifier
	parts := strings.Split(shortcut, "+")
	for _, p := range parts[:len(parts)-1] {
		switch p {
		case "Ctrl":
			modifiers |= systray.KeyModifierControl
		case "Shift":
			modifiers |= systray.KeyModifierShift
		case "Alt":
			modifiers |= systray.KeyModifierAlt
		case "Super":
			modifiers |= systray.KeyModifierSuper
		}
	}
	return modifiers, parts[len(parts)-1]
}
