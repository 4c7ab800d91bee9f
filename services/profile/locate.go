package profile

import (
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"foyer/services/fault"
)

// Locate returns the folders of the profile in the folder override, which then holds everything,
// or of the user's own profile when override is "": on Linux the XDG folders, on macOS
// ~/Library/Application Support, on Windows %APPDATA% for the settings and %LOCALAPPDATA% for the
// rest. Missing folders are created so that only the user can enter them. Locate reads the
// environment anew each time and is meant for a program's start, not for concurrent use.
func Locate(override string) (Dirs, error) {
	const op = "finding the profile's folders"
	dirs, err := own(override)
	if err != nil {
		return Dirs{}, &fault.Error{Op: op, Service: service, Err: err}
	}
	if err := dirs.create(override == ""); err != nil {
		return Dirs{}, &fault.Error{Op: op, Service: service, Code: folderCode(err), Err: err}
	}
	if override != "" {
		// The same folder under another name must lead to the same socket.
		if resolved, err := filepath.EvalSymlinks(dirs.Data); err == nil {
			dirs = all(resolved)
		}
	}
	if err := dirs.createSocketFolder(); err != nil {
		return Dirs{}, &fault.Error{Op: op, Service: service, Code: folderCode(err), Err: err}
	}
	return dirs, nil
}

const service = "profile"

func own(override string) (Dirs, error) {
	if override != "" {
		abs, err := filepath.Abs(override)
		return all(abs), err
	}
	// The library reads the environment when the program starts; tests and demo profiles change it.
	xdg.Reload()
	d := userDirs()
	if d.Runtime == "" {
		// No session directory, as in a container or under cron: a folder named after the profile.
		d.Runtime = filepath.Join(temporary(), shortName(d.Data))
	}
	return d, nil
}

// all puts everything into one folder.
func all(dir string) Dirs { return Dirs{Config: dir, Data: dir, State: dir, Runtime: dir} }

// create makes the folders. Foyer's own are closed to others even when they existed; a folder that
// the user named keeps the permissions that the user gave it.
func (d Dirs) create(tighten bool) error {
	if isWithin(d.Runtime, temporary()) {
		if err := private(temporary()); err != nil {
			return err
		}
	}
	for _, dir := range []string{d.Config, d.Data, d.State, d.Runtime} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
		if tighten {
			if err := private(dir); err != nil {
				return err
			}
		}
	}
	return nil
}

// createSocketFolder makes the folder that stands in for a runtime folder with too long a name.
func (d Dirs) createSocketFolder() error {
	if dir := filepath.Dir(d.Socket()); dir != filepath.Clean(d.Runtime) {
		return private(dir)
	}
	return nil
}

func isWithin(path, dir string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}
