//go:build !windows && !darwin

package tray

import (
	"os"
	"path/filepath"
	"strings"
)

// Possible reports whether there is a session bus, over which a panel may show the icon now or
// later. It does not try to reach it.
func Possible() bool {
	address := os.Getenv("DBUS_SESSION_BUS_ADDRESS")
	if address != "" && !strings.HasPrefix(address, "autolaunch:") {
		return true
	}
	runtime := os.Getenv("XDG_RUNTIME_DIR")
	if runtime == "" {
		return false
	}
	info, err := os.Stat(filepath.Join(runtime, "bus"))
	return err == nil && info.Mode().Type() == os.ModeSocket
}
