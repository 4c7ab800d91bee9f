package tray

import (
	"context"

	"golang.org/x/sys/windows/registry"
)

// PanelShade returns the shade that can be seen on the taskbar.
func PanelShade(context.Context) Shade {
	key, err := registry.OpenKey(registry.CURRENT_USER, `Software\Microsoft\Windows\CurrentVersion\Themes\Personalize`, registry.QUERY_VALUE)
	if err != nil {
		return Ink
	}
	defer key.Close()
	if light, _, err := key.GetIntegerValue("SystemUsesLightTheme"); err == nil && light == 0 {
		return White
	}
	return Ink
}
