package main

import (
	"strings"

	"github.com/alecthomas/kong"

	"foyer/cmd/internal/completion"
	"foyer/services/agent"
	"foyer/services/profile"
	"foyer/ui/text"
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

// choices are the values that only the program knows: pages, topics, services, the names of settings
// and what those may be.
func (a *app) choices(name string, before []string) []completion.Candidate {
	switch name {
	case "show page", "start --page":
		return words(pages())
	case "help topic":
		return a.topics()
	case "autostart how":
		return words([]string{autostartHidden, autostartShown, autostartOff})
	case "config get key", "config set key":
		return words(a.settingNames())
	case "config set value":
		return words(a.settingChoices(before))
	case "outbox retry id", "outbox discard id":
		return words([]string{"all"})
	case "service check name", "service remove name", "service use name", "outbox move service":
		return a.knownServices()
	case "secret set name", "secret state name", "secret remove name":
		return append(a.knownServices(), completion.Candidate{Word: agent.HuaweiApp})
	}
	if strings.HasSuffix(name, " --service") {
		return a.knownServices()
	}
	return nil
}

func (a *app) topics() []completion.Candidate {
	var all []completion.Candidate
	for _, topic := range text.Topics() {
		all = append(all, completion.Candidate{Word: string(topic), About: a.words.HelpTitle(topic)})
	}
	return all
}

// settingKeys are the settings of this profile. Without a readable file they are those that every
// profile has: that something is wrong is not to be said in the middle of a line.
func (a *app) settingKeys() []profile.Key {
	file, err := a.settings()
	if err != nil {
		return profile.Keys()
	}
	return file.Keys()
}

func (a *app) settingNames() []string {
	var names []string
	for _, k := range a.settingKeys() {
		names = append(names, k.Name)
	}
	return names
}

func (a *app) settingChoices(before []string) []string {
	for _, k := range a.settingKeys() {
		if len(before) > 0 && k.Name == before[0] {
			return settingValues(k)
		}
	}
	return nil
}

// knownServices are the services, with the names that people gave them.
func (a *app) knownServices() []completion.Candidate {
	all, err := a.namedServices()
	if err != nil {
		return words(a.serviceIDs())
	}
	var services []completion.Candidate
	for _, s := range all {
		services = append(services, completion.Candidate{Word: s.id, About: s.name})
	}
	return services
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
