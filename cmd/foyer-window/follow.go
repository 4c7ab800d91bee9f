package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
)

// How long the window waits before it looks for the agent again.
const (
	soon       = 200 * time.Millisecond
	later      = 5 * time.Second
	quickTries = 15
)

// follow listens to the agent as long as the program runs. When there is none it starts one; when
// none comes, the status line says so and the window goes on looking.
func (f *front) follow() {
	tries := 0
	for f.ctx.Err() == nil {
		events, err := f.back.client.Subscribe(f.ctx, agent.RoleWindow)
		if err == nil {
			tries = 0
			fyne.Do(func() { f.status.agent(true) })
			if f.listen(events) {
				return
			}
			continue
		}
		if tries == 0 && errors.Is(err, agent.ErrNotRunning) {
			f.startAgent()
		}
		if tries++; tries < quickTries {
			pause(f.ctx, soon)
			continue
		}
		fyne.Do(func() { f.status.agent(false) })
		pause(f.ctx, later)
	}
}

// listen does what the agent's events say until there are no more; it reports whether the agent
// asked the window to end.
func (f *front) listen(events <-chan agent.Event) (quit bool) {
	// Changes from before the subscription were missed.
	fyne.Do(func() { f.links.Load() })
	fyne.Do(f.outboxChanged)
	fyne.Do(f.roomsChanged)
	f.askServices()
	for e := range events {
		switch e.What {
		case agent.LinksChanged:
			fyne.Do(func() { f.links.Load() })
		case agent.OutboxChanged:
			fyne.Do(f.outboxChanged)
		case agent.RoomsChanged:
			fyne.Do(f.roomsChanged)
		case agent.DesktopChanged:
			fyne.Do(f.settings.DesktopChanged)
		case agent.ServicesChanged:
			f.askServices()
		case agent.SettingsChanged:
			f.settingsChanged()
			f.askServices() // another one may be in use
		case agent.ShowPage:
			fyne.Do(func() { f.show(e.Page) })
		case agent.Quitting:
			f.cancel()
			return true
		}
	}
	return false
}

// settingsChanged reads the settings anew and shows them.
func (f *front) settingsChanged() {
	if f.back.file == nil {
		return
	}
	if _, err := f.back.file.Reload(); err != nil {
		f.back.log.Error("reading the settings", "error", err)
		return
	}
	fyne.Do(f.redress)
}

func (f *front) redress() {
	f.useLanguage()
	f.dress()
	f.links.Reconsider()
	if f.rooms != nil {
		f.rooms.Reconsider()
	}
	if f.messages != nil {
		f.messages.Reconsider()
	}
	if f.meetings != nil {
		f.meetings.Reconsider()
	}
	if f.outbox != nil {
		f.outbox.Reconsider()
	}
	f.settings.Reconsider()
}

// startAgent starts the agent, which goes on when the window ends.
func (f *front) startAgent() {
	var args []string
	if f.back.demo {
		args = append(args, "--demo")
	}
	if f.back.profile != "" {
		args = append(args, "--profile", f.back.profile)
	}
	cmd := exec.Command(agentProgram(), args...)
	detach(cmd)
	if err := cmd.Start(); err != nil {
		f.back.log.Warn("starting the agent", "error", err)
		return
	}
	// Waited for, so that an agent that ends before the window leaves no zombie.
	go func() { _ = cmd.Wait() }()
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func pause(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}
