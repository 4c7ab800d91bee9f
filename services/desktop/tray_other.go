//go:build windows || darwin

package desktop

import "context"

// TrayHost tells whether the desktop shows tray icons: Windows and macOS always do.
func TrayHost(context.Context) (present bool, err error) { return true, nil }
