package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"log/slog"
	"runtime/debug"
	"time"

	"foyer/services/agent"
	"foyer/services/logfile"
	"foyer/services/profile"
)

// startCommand is what foyer does alone. The entries of desktops name it to open a page, whether or
// not the agent runs, and those for log-in to say whether the window opens.
type startCommand struct {
	Page   string `placeholder:"PAGE" xor:"page" help:"${start_page}"`
	Hidden bool   `xor:"page,shown" help:"${start_hidden}"`
	Shown  bool   `xor:"shown" help:"${start_shown}"`
}

// handOver is what the agent that runs already is asked for by another start.
func (c startCommand) handOver(ctx context.Context, client agent.Client) error {
	if c.Hidden {
		_, err := client.Status(ctx) // it is enough that it answers
		return err
	}
	return client.Show(ctx, c.Page)
}

// handOverTime is how long a start tries to become the agent or to reach it.
const handOverTime = 10 * time.Second

// gcPercent keeps the idle agent small: it allocates little, so collecting more often is cheap.
const gcPercent = 40

// Run becomes the agent, or hands over to the one that runs.
func (c startCommand) Run(a *app) error {
	if c.Page != "" && !isPage(c.Page) {
		return a.noPage(c.Page)
	}
	dirs, err := a.dirs()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(a.ctx, handOverTime)
	instance, err := agent.Claim(ctx, dirs.Lock(), dirs.Socket(), c.handOver)
	cancel()
	if errors.Is(err, agent.ErrRunning) {
		return nil
	}
	if err != nil {
		return err
	}
	leaveConsole()
	debug.SetGCPercent(gcPercent)
	log, done := a.agentLog(dirs)
	defer done()
	if !a.Demo {
		d := newDesk(a, dirs, nil, log)
		d.first, d.shown, d.hidden = c.Page, c.Shown, c.Hidden
		return d.run(a.ctx, instance)
	}
	office, err := openDemo(a.ctx, dirs.Data, loopback, log)
	if err != nil {
		return errors.Join(err, instance.Close())
	}
	d := newDesk(a, dirs, office, log)
	d.hidden = c.Hidden
	if !c.Hidden {
		d.first = cmp.Or(c.Page, agent.PageMessages)
	}
	return errors.Join(d.run(a.ctx, instance), office.close())
}

// agentLog logs to the profile's file, and to stderr with -v. The standard logger, which the tray
// library uses, goes there too.
func (a *app) agentLog(dirs profile.Dirs) (*slog.Logger, func()) {
	file := logfile.Open(dirs.Log())
	var to io.Writer = file
	if a.Verbose {
		to = io.MultiWriter(a.messages, file)
	}
	log := slog.New(slog.NewTextHandler(to, nil))
	slog.SetDefault(log)
	if _, err := file.Write(nil); err != nil {
		a.say("foyer: %s", a.words.T("cli.unwritable", "File", dirs.Log(), "Words", cause(err)))
		slog.SetDefault(slog.New(slog.NewTextHandler(a.messages, nil)))
		log = slog.Default()
	}
	catchCrash(dirs, log)
	return log, func() { _ = file.Close() }
}
