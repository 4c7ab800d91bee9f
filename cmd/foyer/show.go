package main

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"foyer/services/agent"
)

type showCommand struct {
	Page string `arg:"" optional:"" help:"${page}"`
}

// pages are what "foyer show" takes.
func pages() []string {
	return []string{agent.PageLinks, agent.PageNewLink, agent.PageRooms, agent.PageMessages, agent.PageMeetings, agent.PageOutbox, agent.PageSearch, agent.PageSettings, agent.PageServices}
}

// isPage reports whether the window can be shown there. Behind a slash stands a room's ID, or a section of
// the settings.
func isPage(name string) bool {
	page, place, isPlace := strings.Cut(name, "/")
	if isPlace {
		return place != "" && (page == agent.PageRooms || page == agent.PageSettings)
	}
	return slices.Contains(pages(), name)
}

// Run brings the window to the front.
func (c showCommand) Run(a *app) error {
	if c.Page != "" && !isPage(c.Page) {
		return a.noPage(c.Page)
	}
	client, err := a.client()
	if err != nil {
		return err
	}
	return client.Show(a.ctx, c.Page)
}

// noPage says which pages there are, since there is none of this name.
func (a *app) noPage(name string) error {
	return wrong{a.words.T("cli.no-such-page", "Page", name, "Pages", strings.Join(pages(), ", "))}
}

type quitCommand struct{}

// goodbyeTime is how long "foyer quit" waits for the agent's end.
const goodbyeTime = 5 * time.Second

// Run ends the agent and its windows. That none runs is what was asked for.
func (quitCommand) Run(a *app) error {
	client, err := a.client()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(a.ctx, goodbyeTime)
	defer cancel()
	events, err := client.Subscribe(ctx, agent.RoleWatcher)
	if err == nil {
		err = client.Quit(ctx)
	}
	if errors.Is(err, agent.ErrNotRunning) {
		a.say("%s", a.words.T("failure.not-running"))
		return nil
	}
	if err != nil {
		return err
	}
	for range events { //nolint:revive // the channel ends with the agent
	}
	return nil
}
