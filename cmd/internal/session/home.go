package session

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// kept are the caller's variables that programs in the desktop get to see. Everything else,
// the caller's display, bus and locale above all, stays outside.
var kept = []string{"PATH", "USER", "LOGNAME", "TMPDIR", "GOCOVERDIR", "LIBGL_DRIVERS_PATH", "LD_LIBRARY_PATH"}

// makeHome makes the private folders and the environment that points to them.
func (s *Session) makeHome(context.Context) error {
	home := s.Path("home")
	folders := map[string]string{
		"HOME":            home,
		"XDG_CONFIG_HOME": home + "/.config",
		"XDG_DATA_HOME":   home + "/.local/share",
		"XDG_STATE_HOME":  home + "/.local/state",
		"XDG_CACHE_HOME":  home + "/.cache",
		"XDG_RUNTIME_DIR": s.Path("run"),
	}
	for name, folder := range folders {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return fmt.Errorf("making the private home: %w", err)
		}
		s.env = append(s.env, name+"="+folder)
	}
	if !s.opts.FirstUse {
		if err := Welcomed(home + "/.config/foyer"); err != nil {
			return err
		}
	}
	for _, name := range kept {
		if value, ok := os.LookupEnv(name); ok {
			s.env = append(s.env, name+"="+value)
		}
	}
	s.env = append(s.env,
		"LANG=C.UTF-8", "LANGUAGE=en_US",
		"XDG_CURRENT_DESKTOP=XFCE", "XDG_SESSION_TYPE=x11",
		// Nothing here needs an accessibility bus or virtual file systems; each would leave daemons behind.
		"GTK_A11Y=none", "NO_AT_BRIDGE=1", "GTK_IM_MODULE=gtk-im-context-simple",
		"GVFS_DISABLE_FUSE=1", "GIO_USE_VFS=local",
		"LIBGL_ALWAYS_SOFTWARE=1",
	)
	s.env = append(s.env, s.opts.Env...)
	return nil
}

// Welcomed writes settings into a folder that say no more than that the welcome was seen.
func Welcomed(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "settings.toml"), []byte("[window]\nwelcome = false\n"), 0o600)
}

// Getenv reads a variable of the desktop's environment.
func (s *Session) Getenv(name string) string {
	for i := len(s.env) - 1; i >= 0; i-- {
		if value, ok := strings.CutPrefix(s.env[i], name+"="); ok {
			return value
		}
	}
	return ""
}
