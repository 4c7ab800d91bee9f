package tray

import "context"

// PanelShade returns ink: the menu bar colours the icon by itself.
func PanelShade(context.Context) Shade { return Ink }
