package desktop

import (
	"context"
	"fmt"
	"hash/fnv"
	"os/exec"
	"path/filepath"
	"slices"

	"foyer/services/fault"
)

// Autostart is whether the desktop starts Foyer when somebody logs in. What says so is an entry where
// the desktop looks for it, and not a setting of Foyer's: people change it in the desktop's own settings
// too. Each profile has an entry of its own.
type Autostart struct {
	// Program is the absolute path of the agent.
	Program string
	// Profile is the absolute path of the profile's folder; "" for the usual places.
	Profile string
}

// AutostartState is what the desktop will do when somebody logs in.
type AutostartState struct {
	// On says that Foyer is started.
	On bool
	// Shown says that its window opens too, and not only the agent starts. It is kept in an entry that
	// the desktop has switched off.
	Shown bool
	// Path is where the entry is or would be: a file, or a value of the registry.
	Path string
	// Stale is the program that the entry starts when it is another one than Program, such as one that
	// is gone or has moved; "" when all is well. Set repairs it.
	Stale string
}

// The arguments of the command that an entry starts, which cmd/foyer understands.
const (
	argStart   = "start"
	argHidden  = "--hidden"
	argShown   = "--shown"
	argProfile = "--profile"
)

const opAutostart = "changing the start at log-in"

// State looks at the entry. The error is a *fault.Error: NotConfigured with CodeNoHome without a home
// folder, else Other. An entry that cannot be understood is none.
func (a Autostart) State(ctx context.Context) (AutostartState, error) {
	if ctx.Err() != nil {
		return AutostartState{}, gaveUp(ctx, "looking at the start at log-in", partAutostart)
	}
	return a.state()
}

// Set makes the entry start Program when on, and removes it else; shown opens the window too. Nothing
// else that an entry says is changed. The error is a *fault.Error: Invalid with CodeBadProgram when
// Program is no absolute path that an entry can name, such as one with a percent sign on Linux, NotConfigured with CodeNoHome without a home folder,
// Other with CodeUnwritable when the entry cannot be written.
func (a Autostart) Set(ctx context.Context, on, shown bool) error {
	if ctx.Err() != nil {
		return gaveUp(ctx, opAutostart, partAutostart)
	}
	if !on {
		return a.remove()
	}
	for _, path := range []string{a.Program, a.Profile} {
		if !writable(path) || path != "" && !filepath.IsAbs(path) {
			return trouble(opAutostart, partAutostart, fault.Invalid, CodeBadProgram, "", nil)
		}
	}
	if a.Program == "" {
		return trouble(opAutostart, partAutostart, fault.Invalid, CodeBadProgram, "", nil)
	}
	return a.write(a.command(shown))
}

// writable tells whether a path can stand in every kind of entry: on one line, and in valid characters.
func writable(path string) bool {
	for _, r := range path {
		if r < ' ' || r == 0x7f || r == 0xfffd {
			return false
		}
	}
	return true
}

// command returns what is started.
func (a Autostart) command(shown bool) []string {
	way := argHidden
	if shown {
		way = argShown
	}
	command := []string{a.Program, argStart, way}
	if a.Profile != "" {
		command = append(command, argProfile, a.Profile)
	}
	return command
}

// name is what the entry is called.
func (a Autostart) name() string {
	if a.Profile == "" {
		return "foyer"
	}
	hash := fnv.New64a()
	_, _ = hash.Write([]byte(filepath.Clean(a.Profile)))
	return fmt.Sprintf("foyer-%016x", hash.Sum64())
}

// read tells what a command of an entry means.
func (a Autostart) read(path string, on bool, command []string) AutostartState {
	s := AutostartState{On: on, Path: path, Shown: slices.Contains(command, argShown)}
	if len(command) > 0 && !same(command[0], a.Program) {
		s.Stale = command[0]
	}
	return s
}

// same tells whether two paths lead to one program that is there. A name without a folder is looked for
// in PATH, as desktops do.
func same(named, program string) bool {
	found, err := exec.LookPath(named)
	if err != nil {
		return false
	}
	if found == program {
		return true
	}
	one, err := filepath.EvalSymlinks(found)
	if err != nil {
		return false
	}
	other, err := filepath.EvalSymlinks(program)
	return err == nil && one == other
}

// notWritten is the error of an entry that could not be changed.
func notWritten(path string, err error) error {
	return trouble(opAutostart, partAutostart, fault.Other, CodeUnwritable, path, err)
}
