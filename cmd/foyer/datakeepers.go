package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"time"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/profile"
	"foyer/services/secrets"
	"foyer/services/store"
)

// dataKeeper looks after the data of a profile for a command.
func (a *app) dataKeeper(dirs profile.Dirs) *dataKeeper {
	k := &dataKeeper{dirs: dirs, words: a.words, now: time.Now,
		settings: func() (*profile.File, error) { return profile.Open(dirs.Settings()) },
		findings: func(context.Context) []finding { return a.findings() },
		open: func(ctx context.Context) (*store.Store, func() error, error) {
			s, err := store.Open(ctx, dirs.Database(), time.Now)
			if err != nil {
				return nil, nil, err
			}
			return s, s.Close, nil
		}}
	k.keeper = func() *secrets.Keeper {
		return newOffice(dirs, preferences{}, nil, "").keeper
	}
	if !a.Demo {
		k.autostart = func(ctx context.Context) error {
			entry, err := a.autostart()
			if err != nil {
				return err
			}
			return entry.Set(ctx, false, false)
		}
	}
	return k
}

// dataKeeper looks after the data of the running agent: it has the database open, and knows the services.
func (d *desk) dataKeeper(a *app) *dataKeeper {
	k := a.dataKeeper(d.dirs)
	k.open = func(ctx context.Context) (*store.Store, func() error, error) {
		s, err := d.links.wait(ctx)
		return s, func() error { return nil }, err
	}
	k.keeper = func() *secrets.Keeper { return d.office.keeper }
	k.services = func() []agent.ServiceState { return d.agent.Services() }
	return k
}

// goOn does what had to wait for the end of the agent, and starts another one. The log is closed.
func (a *app) goOn(dirs profile.Dirs, next ending) error {
	var err error
	switch next {
	case endForGood:
		return nil
	case endToErase:
		// The file for the last words of a crash is open, too.
		_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
		err = a.eraseAlone(dirs, a.dataKeeper(dirs).finishErase)
	}
	return errors.Join(err, a.startAgain())
}

// eraseAlone calls erase while no agent can start, and removes what an agent needs, too.
func (a *app) eraseAlone(dirs profile.Dirs, erase func(context.Context) error) error {
	if err := a.quitDemo(dirs); err != nil {
		return err
	}
	var removed error
	// A window that was just opening when its agent ended starts another one.
	err := a.alone(dirs, quitAnother, func() error {
		// Interrupted, it goes on: half of it is worse.
		err := erase(context.WithoutCancel(a.ctx))
		// The lock's file goes before the lock itself does; where that is not possible, after it.
		removed = os.Remove(dirs.Lock())
		return err
	})
	if removed != nil {
		_ = os.Remove(dirs.Lock())
	}
	if err == nil && a.Profile == "" {
		removeEmpty(dirs)
	}
	return err
}

// quitDemo ends the demo office of the profile: its data lie within the profile's.
func (a *app) quitDemo(dirs profile.Dirs) error {
	if _, err := os.Stat(filepath.Join(dirs.Data, demoFolder)); err != nil || a.Demo {
		return nil
	}
	demo, err := profile.LocateDemo(a.Profile)
	if err != nil {
		return err
	}
	return a.quitAgent(demo)
}

// removeEmpty removes the profile's own folders when nothing is in them.
func removeEmpty(dirs profile.Dirs) {
	for _, dir := range []string{dirs.Data, dirs.State, dirs.Config, dirs.Runtime} {
		_ = os.Remove(dir)
	}
}

// startAgain starts another agent of this profile, with its window.
func (a *app) startAgain() error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	var args []string
	if a.Profile != "" {
		args = append(args, "--profile", absolute(a.Profile))
	}
	if a.Demo {
		args = append(args, "--demo")
	}
	// Not CommandContext: it goes on when this process ends.
	cmd := exec.Command(program, append(args, "start", "--shown")...)
	detach(cmd)
	if err := cmd.Start(); err != nil {
		return &fault.Error{Op: "starting the agent again", Service: "agent", Kind: fault.Other, Code: "agent-start", Err: err}
	}
	return cmd.Process.Release()
}
