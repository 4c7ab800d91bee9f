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
	next, err := c.beAgent(a, dirs, instance)
	return errors.Join(err, a.goOn(dirs, next))
}

// beAgent is the agent until it ends, and returns what is to be done then.
func (c startCommand) beAgent(a *app, dirs profile.Dirs, instance *agent.Instance) (ending, error) {
	// Before anything of the profile is open.
	news := a.dataKeeper(dirs).finishRestore(a.ctx)
	log, done := a.agentLog(dirs)
	defer done()
	if news != nil {
		log.Info("a backup was to be restored", "kind", news.Kind, "code", news.Code)
	}
	if !a.Demo {
		d := newDesk(a, dirs, nil, log)
		d.shown, d.hidden = c.Shown, c.Hidden
		d.first = afterRestore(news, d.firstPage(c.Page))
		err := d.run(a.ctx, instance)
		return d.data.ending(), err
	}
	office, err := openDemo(a.ctx, dirs.Data, loopback, log)
	if err != nil {
		return endForGood, errors.Join(err, instance.Close())
	}
	d := newDesk(a, dirs, office, log)
	d.hidden = c.Hidden
	if !c.Hidden {
		d.first = afterRestore(news, cmp.Or(c.Page, agent.PageMessages))
	}
	err = errors.Join(d.run(a.ctx, instance), office.close())
	return d.data.ending(), err
}

// afterRestore is the page to begin with: what was restored is said before anything else.
func afterRestore(news *agent.DataNews, page string) string {
	if news != nil {
		return agent.PageData
	}
	return page
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
