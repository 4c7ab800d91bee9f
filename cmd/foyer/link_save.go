package main

import (
	"context"
	"errors"
	"slices"

	"foyer/services/agent"
	"foyer/services/link"
	"foyer/services/store"
)

type saveCommand struct {
	Text string `arg:"" help:"${to_save}"`
	Pin  bool   `help:"${pin}"`
}

// sourceTyped is noted with links that came from the command line.
const sourceTyped = "typed"

// Run saves every link in a text.
func (c saveCommand) Run(a *app) error {
	text, err := a.argument(c.Text)
	if err != nil {
		return err
	}
	reading := link.Read(text)
	targets := slices.DeleteFunc(slices.Clone(reading.Targets), func(t link.Target) bool { return t.Has(link.WarnAmbiguous) })
	a.warn(reading.Targets, reading.Notices)
	if len(targets) == 0 {
		if len(reading.Targets) > 0 {
			return wrong{}
		}
		return wrong{a.words.T("cli.nothing-recognised")}
	}
	return a.withStore(func(s *store.Store) error {
		saved, err := c.save(a.ctx, s, targets)
		if len(saved) > 0 {
			a.changed(agent.LinksChanged)
			if shown := a.show(saved); shown != nil {
				return shown
			}
		}
		if err != nil && len(saved) > 0 {
			return errors.Join(partly{}, err)
		}
		if err == nil && len(targets) < len(reading.Targets) {
			return partly{}
		}
		return err
	})
}

func (c saveCommand) save(ctx context.Context, s *store.Store, targets []link.Target) (saved []link.Saved, err error) {
	for _, t := range targets {
		l, _, err := s.SaveLink(ctx, t, sourceTyped)
		if err == nil && c.Pin {
			err = s.PinLink(ctx, l.Ref, true)
			l.Pinned = err == nil
		}
		if err != nil {
			return saved, err
		}
		saved = append(saved, l)
	}
	return saved, nil
}
