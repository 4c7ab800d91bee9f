package main

import (
	"errors"

	"foyer/services/agent"
	"foyer/services/link"
	"foyer/services/profile"
	"foyer/services/store"
	"foyer/ui/tray"
)

type pasteCommand struct{}

// Run does what the tray's "Paste space info" does: by the agent, or here when none runs.
func (pasteCommand) Run(a *app) error {
	client, err := a.client()
	if err != nil {
		return err
	}
	p, err := client.Paste(a.ctx)
	if errors.Is(err, agent.ErrNotRunning) {
		p, err = a.pasteHere()
	}
	return a.pasted(p, err)
}

// pasteHere pastes without an agent.
func (a *app) pasteHere() (p agent.Pasted, err error) {
	opened := a.withStore(func(s *store.Store) error {
		p, err = a.localAgent(s).Paste(a.ctx)
		return nil
	})
	if err == nil && opened != nil && p.Nothing() {
		// Without its database Foyer still makes links; they are just not kept.
		p, err = a.localAgent(unsavable{opened}).Paste(a.ctx)
	}
	return p, err
}

func (a *app) localAgent(links agent.Links) *agent.Agent {
	return agent.New(agent.Config{Links: links, Clipboard: newTerminalClipboard(a), Preferences: a.preferences(), Log: a.log()})
}

func (a *app) preferences() preferences {
	dirs, err := a.dirs()
	if err == nil {
		if file, err := profile.Open(dirs.Settings()); err == nil {
			return preferences{file}
		}
	}
	return preferences{}
}

// pastedLinks is what a paste made, as JSON.
type pastedLinks struct {
	Links     []savedLink   `json:"links"`
	Format    link.Format   `json:"format,omitempty"`
	Rich      bool          `json:"rich"`
	Note      string        `json:"note,omitempty"`
	Unsaved   int           `json:"unsaved,omitempty"`
	Ambiguous int           `json:"ambiguous,omitempty"`
	Found     []foundNotice `json:"found,omitempty"`
}

type foundNotice struct {
	Kind  link.NoticeKind `json:"kind"`
	Value string          `json:"value,omitempty"`
}

// pasted tells what came of a paste.
func (a *app) pasted(p agent.Pasted, err error) error {
	if err != nil && p.Nothing() {
		return err
	}
	if a.JSON {
		answer := pastedLinks{Links: savedLinks(p.Links), Format: p.Format, Rich: p.Copied.Rich, Note: p.Copied.Note,
			Unsaved: p.Unsaved, Ambiguous: p.Ambiguous}
		for _, n := range p.Notices {
			answer.Found = append(answer.Found, foundNotice(n))
		}
		if err := a.document(answer); err != nil {
			return err
		}
	} else if err := a.show(p.Links); err != nil {
		return err
	}
	n := tray.PasteNotice(a.words, p, err)
	a.say("%s", n.Title)
	a.say("%s", n.Body)
	switch {
	case p.Nothing():
		return wrong{}
	case err != nil || p.Unsaved > 0 || p.Ambiguous > 0:
		return partly{}
	}
	return nil
}
