//go:build !windows && !darwin

package desktop

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"foyer/services/fault"
)

// The keys of an entry that tell whether it counts. Desktops write the second one when it is switched
// off in their settings, and others the first.
const (
	keyHidden  = "Hidden"
	keyEnabled = "X-GNOME-Autostart-enabled"
)

// file is where the user's own entry is, by the Desktop Application Autostart specification.
func (a Autostart) file() (string, error) {
	folder, err := os.UserConfigDir()
	if err != nil {
		return "", trouble(opAutostart, partAutostart, fault.NotConfigured, CodeNoHome, "", err)
	}
	return filepath.Join(folder, "autostart", a.name()+".desktop"), nil
}

// systemWide returns the entry of the same name that the system's administrator or a package has put
// there for everybody; nil without one.
func (a Autostart) systemWide() *desktopEntry {
	folders := os.Getenv("XDG_CONFIG_DIRS")
	if folders == "" {
		folders = "/etc/xdg"
	}
	for _, folder := range filepath.SplitList(folders) {
		if !filepath.IsAbs(folder) {
			continue // by the specification
		}
		if e, err := readDesktopEntry(filepath.Join(folder, "autostart", a.name()+".desktop")); err == nil {
			return e
		}
	}
	return nil
}

func (a Autostart) state() (AutostartState, error) {
	path, err := a.file()
	if err != nil {
		return AutostartState{}, err
	}
	entry, err := readDesktopEntry(path)
	if errors.Is(err, fs.ErrNotExist) {
		if entry = a.systemWide(); entry == nil {
			return AutostartState{Path: path}, nil
		}
		err = nil
	}
	if err != nil {
		return AutostartState{Path: path}, trouble("looking at the start at log-in", partAutostart, fault.Other, "", path, err)
	}
	command := entry.command()
	on := len(command) > 0 && entry.get(keyHidden) != "true" && entry.get(keyEnabled) != "false"
	return a.read(path, on, command), nil
}

func (a Autostart) write(command []string) error {
	// The specification forbids the one in a program's path; desktops that use GLib look for a program with
	// both percent signs of the other.
	if strings.ContainsAny(a.Program, "=%") {
		return trouble(opAutostart, partAutostart, fault.Invalid, CodeBadProgram, "", nil)
	}
	path, err := a.file()
	if err != nil {
		return err
	}
	entry, err := readDesktopEntry(path)
	if err != nil || !entry.isEntry() {
		entry = newDesktopEntry()
		entry.set("Type", "Application")
		entry.set("Name", "Foyer")
		entry.set("Icon", appID)
		entry.set("Terminal", "false")
		entry.set("StartupNotify", "false")
	}
	entry.setCommand(command)
	// Whoever removes the program leaves the entry behind: desktops pass over it then.
	entry.set("TryExec", command[0])
	entry.remove(keyHidden)
	entry.set(keyEnabled, "true")
	if err := entry.write(path); err != nil {
		return notWritten(path, err)
	}
	return nil
}

// remove removes the user's own entry, or switches the one off that there is for everybody.
func (a Autostart) remove() error {
	path, err := a.file()
	if err != nil {
		return err
	}
	if everybody := a.systemWide(); everybody != nil {
		everybody.set(keyHidden, "true")
		err = everybody.write(path)
	} else {
		err = os.Remove(path)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return notWritten(path, err)
	}
	return nil
}
