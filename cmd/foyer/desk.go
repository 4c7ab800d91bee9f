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
	"foyer/services/message"
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
	office   *office
	demo     *demoOffice // nil for a real office
	board    clipboard
	opener   *desktop.Opener
	notifier *desktop.Notifier
	settings preferences
	data     *dataKeeper
	problems []string // of the settings; found at the start
	first    string   // the page to open at the start, "" for none
	shown    bool     // the window opens at the start, whatever the page
	hidden   bool     // it does not, even where there is no tray
	later    sync.WaitGroup
}

func newDesk(a *app, dirs profile.Dirs, demo *demoOffice, log *slog.Logger) *desk {
	d := &desk{dirs: dirs, log: log, words: a.words, say: a.say, demo: demo,
		links: newLateStore(), board: newClipboard(log), opener: &desktop.Opener{Log: log}}
	d.readSettings()
	d.office = newOffice(dirs, d.settings, demo, a.words.Language().String())
	d.notifier = desktop.NewNotifier("Foyer", d.iconFile(), log)
	d.data = d.dataKeeper(a)
	d.agent = agent.New(agent.Config{
		Links:       d.links,
		Clipboard:   d.board,
		Preferences: d.settings,
		Window: &agent.Launcher{Profile: absolute(a.Profile), Demo: demo != nil, Output: dirs.WindowWords(), Crashed: d.windowCrashed,
			Now: time.Now, Log: log},
		Outbox:       d.links,
		DeliveryLock: dirs.DeliveryLock(),
		Messenger:    d.office.messenger,
		Meetings:     d.office.meetings,
		Services:     d.office.services,
		Reload:       d.reloadSettings,
		Concurrency:  func() int { return d.settings.values().Concurrency },
		Rooms:        agent.RoomsConfig{Source: roomSource, Store: d.links.roomsOf, Settings: d.settings.roomSettings, Alerts: d.roomAlerts},
		Secrets:      d.office,
		Data:         d.data,
		Demo:         demoStarter(a),
		Failed:       d.messagesFailed,
		Version:      version,
		Now:          time.Now,
		Log:          log,
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
	parts.Go(func() { d.heed(ctx) })
	parts.Go(func() { d.holdShortcut(ctx) })
	parts.Go(func() { d.watchClipboard(ctx) })
	parts.Go(func() { d.prune(ctx) })
	parts.Go(func() { trimAtRest(ctx) })
	parts.Go(func() { d.tray.Colour(tray.PanelShade(ctx)) })
	if d.first != "" || d.shown {
		parts.Go(func() { _ = d.show(ctx, d.first) }) // it has told
	}
	d.showTray(ctx, &parts)
	<-ctx.Done()
	parts.Wait()
	d.later.Wait()
	d.notifier.Close()
	ending, done := context.WithTimeout(context.WithoutCancel(ctx), notifyTime)
	defer done()
	return errors.Join(served, d.board.desktop.Close(), d.links.close(), d.office.close(ending))
}

// outboxPause gathers the outbox's changes: a message that leaves at once never shows in the tray.
const outboxPause = 700 * time.Millisecond

// follow keeps the tray as links, outbox and settings are, whoever changes them.
func (d *desk) follow(ctx context.Context) {
	events := d.agent.Watch()
	defer events.Close()
	due := d.refresh(ctx)
	for {
		e, late, ok := next(ctx, events, due)
		switch {
		case late:
			due = d.refresh(ctx)
		case !ok:
			return
		case e.What == agent.LinksChanged || e.What == agent.ServicesChanged || e.What == agent.RoomsChanged || e.What == agent.DesktopChanged:
			due = d.refresh(ctx)
		case e.What == agent.OutOfSight:
			d.later.Go(func() { d.trayHint(ctx) })
		case e.What == agent.OutboxChanged:
			if soon := time.Now().Add(outboxPause); due.IsZero() || soon.Before(due) {
				due = soon
			}
		case e.What == agent.SettingsChanged:
			d.reloadSettings()
			d.tray.Reword()
			due = d.refresh(ctx)
		}
	}
}

// next waits for an event, until due unless that is zero; late says that due has come.
func next(ctx context.Context, events *agent.Subscription, due time.Time) (e agent.Event, late, ok bool) {
	if due.IsZero() {
		e, ok = events.Next(ctx)
		return e, false, ok
	}
	wait, cancel := context.WithDeadline(ctx, due)
	defer cancel()
	e, ok = events.Next(wait)
	return e, !ok && wait.Err() != nil && ctx.Err() == nil, ok
}

// messagesFailed tells of messages that were not delivered, unless somebody has the window open.
func (d *desk) messagesFailed(items []message.Item) {
	if !d.settings.values().MessageFailed || d.agent.Status().Visible {
		return
	}
	d.later.Go(func() {
		ctx, cancel := context.WithTimeout(context.Background(), notifyTime)
		defer cancel()
		d.notify(ctx, tray.OutboxNotice(d.words, items))
	})
}

// refresh reads everything for the tray, and returns when to do so again; zero when nothing changes by
// the clock alone.
func (d *desk) refresh(ctx context.Context) (again time.Time) {
	state := tray.State{Problems: d.problems, Demo: d.demo != nil}
	if keys := d.agent.Status().Shortcut; keys != nil && keys.State == agent.HoldHeld {
		state.Keys = keys.Chord
	}
	state.Rooms, again = d.rooms()
	links, err := d.links.links(ctx)
	if err == nil {
		state.Outbox, err = d.links.counts(ctx)
	}
	switch {
	case ctx.Err() != nil:
		return again
	case err != nil:
		d.log.Error("reading the database", "error", err)
		state.Problems = append([]string{"data-unavailable"}, state.Problems...)
	default:
		state.Links = links
		if d.links.store.SetAside() != "" {
			state.Problems = append([]string{"data-set-aside"}, state.Problems...)
		}
	}
	state.Found = d.found()
	d.tray.Update(state)
	return again
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
	d.words.Use(text.Wanted(d.settings.file.Values().Language)...)
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
