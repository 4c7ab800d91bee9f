package main

import (
	"slices"

	"github.com/alecthomas/kong"

	"foyer/cmd/internal/completion"
	"foyer/services/profile"
)

type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"${shell}"`
}

// Run prints the script that makes a shell complete Foyer's commands.
func (c completionCommand) Run(a *app) error {
	a.print("%s", completion.Script(c.Shell))
	return nil
}

// completeCommand is what those scripts ask.
type completeCommand struct {
	Words []string `arg:"" optional:""`
}

// Run prints how a command line may go on.
func (c completeCommand) Run(a *app, k *kong.Context) error {
	return completion.Complete(k.Model, c.Words, a.choices).Write(a.out)
}

// choices are the values that only the program knows: pages, the names of settings and what those
// may be.
func (a *app) choices(name string, before []string) []completion.Candidate {
	switch name {
	case "show page", "start --page":
		return words(pages())
	case "config get key", "config set key":
		var names []string
		for _, k := range profile.Keys() {
			names = append(names, k.Name)
		}
		return words(names)
	case "config set value":
		all := profile.Keys()
		if i := slices.IndexFunc(all, func(k profile.Key) bool { return len(before) > 0 && k.Name == before[0] }); i >= 0 {
			return words(settingValues(all[i]))
		}
	case "outbox retry id", "outbox discard id":
		return words([]string{"all"})
	}
	return nil
}

func settingValues(k profile.Key) []string {
	if k.Type == profile.Switch {
		return []string{"true", "false"}
	}
	return k.Choices
}

func words(all []string) []completion.Candidate {
	var candidates []completion.Candidate
	for _, word := range all {
		candidates = append(candidates, completion.Candidate{Word: word})
	}
	return candidates
}
