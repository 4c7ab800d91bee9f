package main

import (
	"errors"
	"strconv"
	"text/tabwriter"
	"time"

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
