package desktop

import (
	"errors"
	"strings"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"

	"foyer/services/fault"
)

// Where Windows looks for what to start at log-in, and where its Task Manager and its settings note what
// they have switched off.
const (
	runKey      = `Software\Microsoft\Windows\CurrentVersion\Run`
	approvedKey = `Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run`
)

// value is the name of the entry as people see it in the Task Manager.
func (a Autostart) value() string { return "F" + a.name()[1:] }

func (a Autostart) path() string { return `HKEY_CURRENT_USER\` + runKey + `\` + a.value() }

func (a Autostart) state() (AutostartState, error) {
	line, err := registryValue(registry.CURRENT_USER, runKey, a.value())
	if err != nil {
		return AutostartState{Path: a.path()}, trouble("looking at the start at log-in", partAutostart, fault.Other, "", a.path(), err)
	}
	if line == "" {
		return AutostartState{Path: a.path()}, nil
	}
	command, err := windows.DecomposeCommandLine(line)
	if err != nil {
		return AutostartState{Path: a.path()}, nil
	}
	return a.read(a.path(), len(command) > 0 && !a.switchedOff(), command), nil
}

// switchedOff tells whether somebody has switched the entry off in the Task Manager: then the first byte
// of its note there is odd.
func (a Autostart) switchedOff() bool {
	key, err := registry.OpenKey(registry.CURRENT_USER, approvedKey, registry.QUERY_VALUE)
	if err != nil {
		return false
	}
	defer key.Close()
	note, _, err := key.GetBinaryValue(a.value())
	return err == nil && len(note) > 0 && note[0]&1 == 1
}

func (a Autostart) write(command []string) error {
	if strings.Contains(a.Program, `"`) || strings.Contains(a.Profile, `"`) {
		return trouble(opAutostart, partAutostart, fault.Invalid, CodeBadProgram, "", nil)
	}
	key, _, err := registry.CreateKey(registry.CURRENT_USER, runKey, registry.SET_VALUE)
	if err != nil {
		return notWritten(a.path(), err)
	}
	defer key.Close()
	if err := key.SetStringValue(a.value(), windows.ComposeCommandLine(command)); err != nil {
		return notWritten(a.path(), err)
	}
	return a.forgetSwitch()
}

func (a Autostart) remove() error {
	if err := deleteValue(runKey, a.value()); err != nil {
		return notWritten(a.path(), err)
	}
	return a.forgetSwitch()
}

// forgetSwitch takes the Task Manager's note away.
func (a Autostart) forgetSwitch() error {
	if err := deleteValue(approvedKey, a.value()); err != nil {
		return notWritten(`HKEY_CURRENT_USER\`+approvedKey, err)
	}
	return nil
}

// deleteValue deletes a value of the user's registry. That it is not there is what was wanted.
func deleteValue(path, name string) error {
	key, err := registry.OpenKey(registry.CURRENT_USER, path, registry.SET_VALUE)
	if errors.Is(err, registry.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer key.Close()
	if err := key.DeleteValue(name); err != nil && !errors.Is(err, registry.ErrNotExist) {
		return err
	}
	return nil
}
