package main

import (
	"bufio"
	"cmp"
	"errors"
	"strings"
	"time"

	"foyer/services/agent"
)

type backupCommand struct {
	File string `arg:"" optional:"" help:"${backup_file}"`
}

// backupName is how backups are called whose user gave them no name.
const backupName = "foyer-20060102-150405" + agent.BackupEnding

// Run backs up everything but secrets and logs to one file.
func (c backupCommand) Run(a *app) error {
	dirs, err := a.dirs()
	if err != nil {
		return err
	}
	name := cmp.Or(c.File, time.Now().Format(backupName))
	info, err := a.dataKeeper(dirs).Backup(a.ctx, absolute(name))
	if err != nil {
		return err
	}
	if info.Stripped {
		a.say("foyer: %s", a.words.T("data.stripped"))
	}
	if a.JSON {
		return a.document(info)
	}
	a.print("%s\n", a.words.T("data.backed-up", "File", name, "Holds", a.holds(info.Holdings)))
	return nil
}

// holds says how much there is.
func (a *app) holds(h agent.Holdings) string {
	say := a.words
	return say.T("data.holds", "Links", say.N("data.links", h.Links), "Messages", say.N("data.messages", h.Messages),
		"Groups", say.N("data.groups", h.Groups), "People", say.N("data.people", h.People))
}

type restoreCommand struct {
	File string `arg:"" help:"${restore_file}"`
}

// Run puts a backup in the place of what there is: the running agent does it, or else this process.
func (c restoreCommand) Run(a *app) error {
	dirs, err := a.dirs()
	if err != nil {
		return err
	}
	path, client := absolute(c.File), agent.Client{Socket: dirs.Socket()}
	var news *agent.DataNews
	_, err = client.Status(a.ctx)
	switch {
	case errors.Is(err, agent.ErrNotRunning):
		news, err = a.restoreAlone(dirs, path)
	case err == nil:
		news, err = a.restoreByAgent(client, path)
	}
	if err != nil {
		return err
	}
	return a.sayNews(news)
}

// sayNews says what was restored and what was not.
func (a *app) sayNews(n *agent.DataNews) error {
	if n == nil {
		return errors.New(a.words.T("data.no-news"))
	}
	if n.Kind != agent.Restored || n.Code != "" {
		reason := a.words.Reason(n.Failure())
		if n.Kind != agent.Restored {
			return errors.New(a.words.T("data.not-restored", "Why", reason))
		}
		a.say("foyer: %s", a.words.T("data.settings-not-restored", "Why", reason))
	}
	if a.JSON {
		return a.document(n)
	}
	a.print("%s\n", a.words.T("data.restored", "Holds", a.holds(n.Backup.Holdings)))
	if n.Doubtful > 0 {
		a.print("%s\n", a.words.N("data.doubtful", n.Doubtful))
	}
	a.print("%s\n", a.words.T("data.kept-before", "Folder", n.Before))
	return nil
}

type exportCommand struct {
	File string `arg:"" optional:"" default:"-" help:"${export_file}"`
}

// Run writes everything but secrets as one JSON document.
func (c exportCommand) Run(a *app) error {
	dirs, err := a.dirs()
	if err != nil {
		return err
	}
	k := a.dataKeeper(dirs)
	if c.File == stdin || c.File == "" {
		return k.exportTo(a.ctx, a.out)
	}
	return k.Export(a.ctx, absolute(c.File))
}

type reportCommand struct {
	File string `arg:"" optional:"" default:"-" help:"${report_file}"`
}

// Run describes this Foyer for those who help. The agent knows more than this process.
func (c reportCommand) Run(a *app) error {
	dirs, err := a.dirs()
	if err != nil {
		return err
	}
	k := a.dataKeeper(dirs)
	text, err := agent.Client{Socket: dirs.Socket()}.Report(a.ctx)
	if err != nil && a.ctx.Err() == nil {
		text, err = k.Report(a.ctx)
	}
	if err != nil {
		return err
	}
	if c.File == stdin || c.File == "" {
		a.print("%s", text)
		return nil
	}
	return k.saveText(absolute(c.File), text)
}

type eraseCommand struct {
	Yes bool `help:"${erase_yes}"`
}

// eraseWord is what has to be typed. It is the command's own name, in every language.
const eraseWord = "erase"

// Run removes everything that Foyer keeps, after a word that nobody types by mistake.
func (c eraseCommand) Run(a *app) error {
	dirs, err := a.dirs()
	if err != nil {
		return err
	}
	if !c.Yes {
		if !isTerminal(a.in) {
			return wrong{a.words.T("data.erase-needs-yes")}
		}
		a.say("%s", a.words.T("data.erase-what"))
		for _, dir := range []string{dirs.Data, dirs.Config, dirs.State} {
			a.say("  %s", dir)
		}
		a.say("%s", a.words.T("data.erase-ask", "Word", eraseWord))
		line, err := bufio.NewReader(a.in).ReadString('\n')
		if err != nil || strings.TrimSpace(line) != eraseWord {
			return wrong{a.words.T("data.not-erased")}
		}
	}
	if err := a.quitAgent(dirs); err != nil {
		return err
	}
	err = a.eraseAlone(dirs, a.dataKeeper(dirs).erase)
	if left, ok := errors.AsType[*unerased](err); ok {
		for _, name := range left.left {
			a.say("foyer: %s", a.words.T("data.left", "What", name))
		}
		a.say("foyer: %s", cause(left.err))
		return partly{}
	}
	if err == nil {
		a.say("%s", a.words.T("data.erased"))
	}
	return err
}
