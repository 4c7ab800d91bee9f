package main

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"foyer/services/agent"
	"foyer/services/desktop"
	"foyer/services/profile"
	"foyer/ui/text"
	"foyer/ui/tray"
)

// desk is the running agent with everything that it is connected to: the one place where tray,
// socket, clipboard, database and notifications meet.
type desk struct {
	dirs     profile.Dirs
	log      *slog.Logger
	words    *text.Catalogue
	say      func(format string, values ...any)
	agent    *agent.Agent
	tray     *tray.Tray
	links    *lateStore
	board    clipboard
	opener   *desktop.Opener
	notifier *desktop.Notifier
	settings preferences
	problems []string // of the settings; found at the start
}

func newDesk(a *app, dirs profile.Dirs, log *slog.Logger) *desk {
	d := &desk{dirs: dirs, log: log, words: a.words, say: a.say,
		links: newLateStore(), board: newClipboard(log), opener: &desktop.Opener{Log: log}}
	d.readSettings()
	d.notifier = desktop.NewNotifier("Foyer", d.iconFile(), log)
	d.agent = agent.New(agent.Config{
		Links:       d.links,
		Clipboard:   d.board,
		Preferences: d.settings,
		Window: &agent.Launcher{Profile: absolute(a.Profile), Output: windowLog(dirs), Crashed: d.windowCrashed,
			Now: time.Now, Log: log},
		Version: version,
		Now:     time.Now,
		Log:     log,
	})
	d.tray = tray.New(a.words, d.handle, log)
	return d
}

// run is the agent's life. It must be called on the main goroutine, which some desktops want for
// the tray.
func (d *desk) run(ctx context.Context, instance *agent.Instance) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	d.log.Info("agent starts", "version", version)
	var parts sync.WaitGroup
	var served error
	parts.Go(func() {
		defer cancel()
		served = d.agent.Run(ctx, instance)
	})
	parts.Go(func() { d.links.open(ctx, d.dirs.Database()) })
	parts.Go(func() { d.follow(ctx) })
	parts.Go(func() { d.tray.Colour(tray.PanelShade(ctx)) })
	d.showTray(ctx, &parts)
	<-ctx.Done()
	parts.Wait()
	d.notifier.Close()
	return errors.Join(served, d.board.desktop.Close(), d.links.close())
}

// follow keeps the tray as the saved links and the settings are, whoever changes them.
func (d *desk) follow(ctx context.Context) {
	events := d.agent.Watch()
	defer events.Close()
	d.refresh(ctx)
	for {
		e, ok := events.Next(ctx)
		if !ok {
			return
		}
		switch e.What {
		case agent.LinksChanged:
			d.refresh(ctx)
		case agent.SettingsChanged:
			d.reloadSettings()
			d.tray.Reword()
		}
	}
}

// refresh reads the saved links for the tray.
func (d *desk) refresh(ctx context.Context) {
	state := tray.State{Problems: d.problems}
	links, err := d.links.links(ctx)
	switch {
	case ctx.Err() != nil:
		return
	case err != nil:
		d.log.Error("reading the saved links", "error", err)
		state.Problems = append([]string{"data-unavailable"}, state.Problems...)
	default:
		state.Links = links
		if d.links.store.SetAside() != "" {
			state.Problems = append([]string{"data-set-aside"}, state.Problems...)
		}
	}
	d.tray.Update(state)
}

// readSettings opens the settings file and the language that it asks for.
func (d *desk) readSettings() {
	file, err := profile.Open(d.dirs.Settings())
	if err != nil {
		d.log.Error("reading the settings", "error", err)
		d.problems = append(d.problems, "settings-unavailable")
		return
	}
	d.settings.file = file
	for _, w := range file.Warnings() {
		d.log.Warn("in the settings", "code", w.Code, "key", w.Key, "aside", w.Path)
		if w.Code == profile.CodeBroken {
			d.problems = append(d.problems, "settings-set-aside")
		}
	}
	d.useLanguage()
}

func (d *desk) reloadSettings() {
	if d.settings.file == nil {
		return
	}
	if _, err := d.settings.file.Reload(); err != nil {
		d.log.Warn("reading the settings again", "error", err)
		return
	}
	d.useLanguage()
}

func (d *desk) useLanguage() {
	wanted := text.FromEnvironment()
	if chosen := d.settings.file.Values().Language; chosen != "" {
		wanted = append([]string{chosen}, wanted...)
	}
	d.words.Use(wanted...)
}

// absolute makes a profile's path mean the same in every folder. Empty stays empty.
func absolute(profile string) string {
	if profile == "" {
		return ""
	}
	if path, err := filepath.Abs(profile); err == nil {
		return path
	}
	return profile
}
