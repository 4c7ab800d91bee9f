package agent

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"foyer/services/fault"
)

// WindowProgram is the file name of the window program, without ".exe".
const WindowProgram = "foyer-window"

// A window that crashes is started again, but only this often in this time, and then not before the
// oldest of those crashes is that long ago.
const (
	maxCrashes  = 4
	crashPeriod = time.Minute
)

// Launcher starts the window program and waits for it. It is a Window.
type Launcher struct {
	// Program is the path of the program; empty means: find it beside this program, then in PATH.
	Program string
	// Profile is passed on as --profile, unless it is empty.
	Profile string
	// Demo passes --demo on: the window is that of the demo office in the profile.
	Demo bool
	// Output is a file that takes what the program writes to its stderr, from its beginning. A file
	// and not a pipe, since a window outlives an agent that was killed. Empty means: nowhere.
	Output string
	// Crashed is called, from the goroutine that waits for the program, when it ended by itself
	// with a failure. again says that it is started again now, where it was, unless somebody was
	// quicker; else it has crashed too often, or cannot be started.
	Crashed func(err error, again bool)
	Now     func() time.Time
	Log     *slog.Logger

	mu      sync.Mutex
	running map[*exec.Cmd]struct{}
	crashes []time.Time
	ending  bool // everything ends: no end is a crash any more, and nothing is started again
	waiting sync.WaitGroup
}

var _ Window = (*Launcher)(nil)

// Start implements Window.
func (l *Launcher) Start(_ context.Context, page string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.start(l.arguments(page))
}

// start starts the program, unless it has crashed too often lately. The caller holds the lock.
func (l *Launcher) start(arguments []string) error {
	if l.often() >= maxCrashes {
		return &fault.Error{Op: "opening the window", Service: "window", Kind: fault.Other, Code: "window-crashes", RetryAfter: l.rest()}
	}
	program, err := l.find()
	if err != nil {
		return &fault.Error{Op: "opening the window", Service: "window", Kind: fault.NotConfigured, Code: "no-window", Err: err}
	}
	// Not CommandContext: the window is not to die with the request that opened it.
	cmd := exec.Command(program, arguments...)
	if output, err := l.output(); err == nil {
		cmd.Stdout, cmd.Stderr = output, output
		defer output.Close()
	} else if l.Output != "" {
		l.Log.Warn("opening the window's log", "error", err)
	}
	if err := cmd.Start(); err != nil {
		return &fault.Error{Op: "opening the window", Service: "window", Kind: fault.Other, Code: "window-start", Err: err}
	}
	l.Log.Info("window started", "pid", cmd.Process.Pid)
	if l.running == nil {
		l.running = make(map[*exec.Cmd]struct{})
	}
	l.running[cmd] = struct{}{}
	l.waiting.Go(func() { l.wait(cmd) })
	return nil
}

func (l *Launcher) wait(cmd *exec.Cmd) {
	err := cmd.Wait()
	l.mu.Lock()
	delete(l.running, cmd)
	crashed, again := err != nil && !l.ending, true
	failure := &fault.Error{Op: "running the window", Service: "window", Kind: fault.Other, Code: "window-crashed", Err: err}
	if crashed {
		l.crashes = append(l.crashes, l.Now())
		if l.often() >= maxCrashes {
			again, failure.Code, failure.RetryAfter = false, "window-crashes", l.rest()
		}
	}
	l.mu.Unlock()
	l.Log.Info("window ended", "pid", cmd.Process.Pid, "error", err)
	if !crashed {
		return
	}
	if l.Crashed != nil {
		l.Crashed(failure, again)
	}
	if !again {
		return
	}
	l.mu.Lock()
	var failed error
	if !l.ending && len(l.running) == 0 {
		failed = l.start(append(l.arguments(""), "--again"))
	}
	l.mu.Unlock()
	if failed != nil && l.Crashed != nil {
		l.Crashed(failed, false)
	}
}

// often counts the crashes of the last minute.
func (l *Launcher) often() int {
	now := l.Now()
	l.crashes = slices.DeleteFunc(l.crashes, func(t time.Time) bool { return now.Sub(t) >= crashPeriod })
	return len(l.crashes)
}

// rest is how long a window that has crashed too often is left alone.
func (l *Launcher) rest() time.Duration { return crashPeriod - l.Now().Sub(l.crashes[0]) }

// Alive implements Window.
func (l *Launcher) Alive() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.running) > 0
}

// Wait implements Window. A window that has to be ended was the last one: the agent ends.
func (l *Launcher) Wait(ctx context.Context) {
	l.mu.Lock()
	l.ending = true
	l.mu.Unlock()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		l.waiting.Wait()
	}()
	select {
	case <-ended:
		return
	case <-ctx.Done():
	}
	l.mu.Lock()
	for cmd := range l.running {
		l.Log.Warn("window does not close", "pid", cmd.Process.Pid, "kill", cmd.Process.Kill())
	}
	l.mu.Unlock()
	<-ended
}

func (l *Launcher) arguments(page string) []string {
	var args []string
	if l.Profile != "" {
		args = append(args, "--profile", l.Profile)
	}
	if l.Demo {
		args = append(args, "--demo")
	}
	switch page {
	case "":
	case PageSearch:
		args = append(args, "--search")
	default:
		args = append(args, "--page", page)
	}
	return args
}

func (l *Launcher) output() (*os.File, error) {
	if l.Output == "" {
		return nil, os.ErrNotExist
	}
	return os.OpenFile(l.Output, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
}

// FindWindow returns the path of the window program: beside this program, else in PATH.
func FindWindow() (string, error) { return (&Launcher{}).find() }

func (l *Launcher) find() (string, error) {
	if l.Program != "" {
		return l.Program, nil
	}
	name := WindowProgram
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	self, err := os.Executable()
	if err == nil {
		if self, err = filepath.EvalSymlinks(self); err == nil {
			beside := filepath.Join(filepath.Dir(self), name)
			if info, err := os.Stat(beside); err == nil && info.Mode().IsRegular() {
				return beside, nil
			}
		}
	}
	path, missing := exec.LookPath(name)
	if missing != nil {
		return "", fmt.Errorf("%s is neither beside this program nor in PATH: %w", name, errors.Join(missing, err))
	}
	return path, nil
}
