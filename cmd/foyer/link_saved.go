package main

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"text/tabwriter"
	"time"

	"foyer/services/agent"
	"foyer/services/desktop"
	"foyer/services/link"
	"foyer/services/store"
)

// withStore opens the saved links for one command.
func (a *app) withStore(do func(*store.Store) error) error {
	dirs, err := a.dirs()
	if err != nil {
		return err
	}
	s, err := store.Open(a.ctx, dirs.Database(), time.Now)
	if err != nil {
		return err
	}
	if aside := s.SetAside(); aside != "" {
		a.say("foyer: %s", a.words.T("cli.data-set-aside", "File", aside))
	}
	return errors.Join(do(s), s.Close())
}

type listCommand struct{}

// Run lists the saved links.
func (listCommand) Run(a *app) error {
	return a.withStore(func(s *store.Store) error {
		links, err := s.Links(a.ctx)
		if err != nil {
			return err
		}
		return a.show(links)
	})
}

// savedLink is a saved link as JSON: its target, and how it is kept.
type savedLink struct {
	link.Target
	Ref    int64  `json:"ref,omitempty"`
	Pinned bool   `json:"pinned"`
	Used   string `json:"used,omitempty"` // RFC 3339, UTC
}

func savedLinks(links []link.Saved) []savedLink {
	all := make([]savedLink, 0, len(links))
	for _, s := range links {
		row := savedLink{Target: s.Target, Ref: s.Ref, Pinned: s.Pinned}
		if !s.Used.IsZero() {
			row.Used = s.Used.UTC().Format(time.RFC3339)
		}
		all = append(all, row)
	}
	return all
}

// show writes saved links as data.
func (a *app) show(links []link.Saved) error {
	if a.JSON {
		return a.document(savedLinks(links))
	}
	columns := tabwriter.NewWriter(a.out, 0, 8, 2, ' ', 0)
	for _, s := range links {
		star := " "
		if s.Pinned {
			star = "★"
		}
		_, err := columns.Write([]byte(strconv.FormatInt(s.Ref, 10) + "\t" + star + "\t" + string(s.Kind) + "\t" + s.Title() + "\t" + s.URL + "\n"))
		if err != nil {
			return err
		}
	}
	return columns.Flush()
}

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
