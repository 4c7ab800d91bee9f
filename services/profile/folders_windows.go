package profile

import (
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// userDirs returns the user's own folders. Settings roam with the user, the rest stays here.
func userDirs() Dirs {
	local := filepath.Join(xdg.DataHome, "Foyer")
	d := all(local)
	if roaming, err := os.UserConfigDir(); err == nil {
		d.Config = filepath.Join(roaming, "Foyer")
	}
	return d
}

// temporary is a folder with a short name; on Windows the temporary folder is the user's own.
func temporary() string { return filepath.Join(os.TempDir(), "foyer") }
