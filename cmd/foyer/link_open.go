package main

import (
	"context"
	"errors"
	"strconv"

	"foyer/services/agent"
	"foyer/services/desktop"
	"foyer/services/link"
	"foyer/services/store"
)

// find returns the saved link that an argument names: by its number, or by anything that leads to
// the same place.
func find(ctx context.Context, s *store.Store, argument string) (link.Saved, error) {
	if ref, err := strconv.ParseInt(argument, 10, 64); err == nil {
		return s.Link(ctx, ref)
	}
	targets := link.Recognize(argument)
	if len(targets) == 0 {
		if t, err := link.NewSpace(argument); err == nil {
			targets = []link.Target{t}
		}
	}
	if len(targets) != 1 {
		return link.Saved{}, store.ErrNotFound
	}
	return s.FindLink(ctx, targets[0].Key())
}

type removeCommand struct {
	ID string `arg:"" help:"${ref}"`
}

// Run takes a saved link off the list.
func (c removeCommand) Run(a *app) error {
	return a.withStore(func(s *store.Store) error {
		l, err := find(a.ctx, s, c.ID)
		if errors.Is(err, store.ErrNotFound) {
			return wrong{a.words.T("failure.no-such-link")}
		}
		if err == nil {
			err = s.DeleteLink(a.ctx, l.Ref)
		}
		if err == nil {
			a.changed(agent.LinksChanged)
			a.say("%s", a.words.T("cli.removed", "Name", l.Title()))
		}
		return err
	})
}

type openCommand struct {
	ID string `arg:"" name:"id-or-url" help:"${ref_or_url}"`
}

// Run opens a link in the program that handles it.
func (c openCommand) Run(a *app) error {
	var opened link.Saved
	err := a.withStore(func(s *store.Store) (err error) {
		opened, err = find(a.ctx, s, c.ID)
		return err
	})
	url := opened.URL
	switch {
	case err == nil:
	case !errors.Is(err, store.ErrNotFound):
		return err
	case isNumber(c.ID):
		return wrong{a.words.T("failure.no-such-link")}
	default:
		url = unsaved(c.ID)
	}
	if err := (&desktop.Opener{Log: a.log()}).Open(a.ctx, url); err != nil || opened.Ref == 0 {
		return err
	}
	return a.withStore(func(s *store.Store) error {
		err := s.UseLink(a.ctx, opened.Ref)
		if err == nil {
			a.changed(agent.LinksChanged)
		}
		return err
	})
}

func isNumber(s string) bool {
	_, err := strconv.ParseInt(s, 10, 64)
	return err == nil
}

// unsaved returns the link that a text names, or the text itself for the opener to judge.
func unsaved(argument string) string {
	if targets := link.Recognize(argument); len(targets) == 1 && targets[0].URL != "" {
		return targets[0].URL
	}
	return argument
}
