package main

import (
	"context"
	"log/slog"
	"time"

	"foyer/services/logfile"
	"foyer/services/profile"
	"foyer/ui/tray"
)

// catchCrash keeps why an earlier agent of this profile crashed, if one did, and catches why this one
// does.
func catchCrash(dirs profile.Dirs, log *slog.Logger) {
	keepWords(dirs.AgentWords(), dirs.Crashes(), "foyer", log)
	if err := logfile.Catch(dirs.AgentWords()); err != nil {
		log.Warn("catching crashes", "error", err)
	}
}

func keepWords(path, dir, program string, log *slog.Logger) {
	switch kept, err := logfile.Keep(path, dir, program, time.Now()); {
	case err != nil:
		log.Warn("keeping the last words of a program", "program", program, "error", err)
	case kept != "":
		log.Error("a program crashed", "program", program, "words", kept)
	}
}

// windowCrashed is told by the launcher. A window that is started again says so itself.
func (d *desk) windowCrashed(err error, again bool) {
	d.log.Error("the window failed", "error", err, "again", again)
	keepWords(d.dirs.WindowWords(), d.dirs.Crashes(), "foyer-window", d.log)
	select {
	case <-d.agent.Done():
		return // everything ends, nobody wants to know
	default:
	}
	if again {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), notifyTime)
	defer cancel()
	d.notify(ctx, tray.FailureNotice(d.words, d.words.T("tray.window-crashed"), err))
}
