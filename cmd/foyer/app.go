package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"

	"foyer/services/agent"
	"foyer/services/link"
	"foyer/services/profile"
	"foyer/ui/text"
)

// app is what every command works with.
type app struct {
	options
	ctx      context.Context //nolint:containedctx // lives as long as the process
	in       *os.File
	out      io.Writer // data
	messages io.Writer // everything else
	words    *text.Catalogue
	found    *profile.Dirs
	warned   []string // settings of which has been said what is odd
}

// dirs finds the profile, once.
func (a *app) dirs() (profile.Dirs, error) {
	if a.found == nil {
		dirs, err := locate(a.Profile, a.Demo)
		if err != nil {
			return dirs, err
		}
		a.found = &dirs
	}
	return *a.found, nil
}

// client asks the agent of the profile, if one runs.
func (a *app) client() (agent.Client, error) {
	dirs, err := a.dirs()
	return agent.Client{Socket: dirs.Socket()}, err
}

// log is where commands other than the agent's tell what they do: nowhere, or stderr with -v.
func (a *app) log() *slog.Logger {
	if !a.Verbose {
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(slog.NewTextHandler(a.messages, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// print writes data.
func (a *app) print(format string, values ...any) { _, _ = fmt.Fprintf(a.out, format, values...) }

// say writes one line that is no data.
func (a *app) say(format string, values ...any) {
	_, _ = fmt.Fprintf(a.messages, format+"\n", values...)
}

// document writes one JSON document. Links keep their ampersands.
func (a *app) document(v any) error {
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// warn says in words what is odd about targets, and what was found that is none.
func (a *app) warn(targets []link.Target, notices []link.Notice) {
	seen := make(map[link.Warning]bool)
	for _, t := range targets {
		for _, w := range t.Warnings {
			if !seen[w] {
				seen[w] = true
				a.say("foyer: %s", a.words.T("warning."+string(w)))
			}
		}
	}
	for _, n := range notices {
		a.say("foyer: %s", a.words.T("notice."+string(n.Kind)))
	}
}

// fail says why something failed, and returns the exit code.
func (a *app) fail(err error) int {
	code := exitCode(err)
	if err == nil {
		return code
	}
	if isCancelled(err) || isSaid(err) {
		return code
	}
	for _, line := range a.explain(err) {
		if line != "" {
			a.say("foyer: %s", line)
		}
	}
	if a.Verbose {
		a.say("foyer: %v", err)
	}
	return code
}

// changed tells a running agent that this command changed something. Without one, nobody needs to
// know: whoever starts next reads everything.
func (a *app) changed(what agent.What) {
	client, err := a.client()
	if err == nil {
		err = client.Changed(a.ctx, what)
	}
	if err != nil {
		a.log().Info("nobody was told of the change", "error", err)
	}
}
