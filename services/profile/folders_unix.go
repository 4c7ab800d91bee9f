//go:build !windows

package profile

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"

	"github.com/adrg/xdg"
)

// userDirs returns the user's own folders; Runtime is "" when the session has none.
func userDirs() Dirs {
	name := "foyer"
	if runtime.GOOS == "darwin" {
		name = "Foyer"
	}
	d := Dirs{
		Config: filepath.Join(xdg.ConfigHome, name),
		Data:   filepath.Join(xdg.DataHome, name),
		State:  filepath.Join(xdg.StateHome, name),
	}
	// The library guesses /run/user/UID; only a folder of ours that exists is a session's.
	if info, err := os.Stat(xdg.RuntimeDir); err == nil && info.IsDir() && owner(info) == os.Getuid() {
		d.Runtime = filepath.Join(xdg.RuntimeDir, name)
	}
	return d
}

// temporary is the user's private folder for sockets. It does not depend on the environment: a
// process from cron must find the agent that the desktop started.
func temporary() string { return "/tmp/foyer-" + strconv.Itoa(os.Getuid()) }
