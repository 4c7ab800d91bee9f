package main

import (
	"foyer/services/link"
)

type parseCommand struct {
	File string `arg:"" optional:"" help:"${file}"`
}

// Run recognises everything in a text.
func (c parseCommand) Run(a *app) error {
	text, err := a.text(c.File)
	if err != nil {
		return err
	}
	reading := link.Read(text)
	a.warn(reading.Targets, reading.Notices)
	if a.JSON {
		return a.document(list(reading.Targets))
	}
	if len(reading.Targets) == 0 {
		a.say("foyer: %s", a.words.T("cli.nothing-recognised"))
	}
	for _, t := range reading.Targets {
		a.print("%s\t%s\t%s\n", t.Kind, t.Title(), t.URL)
	}
	return nil
}

// list makes [] of nothing, since null is no list.
func list[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}
