package main

import (
	"slices"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/profile"
)

// settings opens the settings file, and says once what is odd about it.
func (a *app) settings() (*profile.File, error) {
	dirs, err := a.dirs()
	if err != nil {
		return nil, err
	}
	file, err := profile.Open(dirs.Settings())
	if err != nil {
		return nil, err
	}
	for _, w := range file.Warnings() {
		if !slices.Contains(a.warned, w.Key) {
			a.warned = append(a.warned, w.Key)
			a.say("foyer: %s", a.settingWarning(w))
		}
	}
	return file, nil
}

func (a *app) settingWarning(w profile.Warning) string {
	return a.words.Reason(&fault.Error{Op: "reading the settings", Kind: fault.Invalid, Code: w.Code, Words: w.Key, Allowed: w.Allowed})
}

type configGetCommand struct {
	Key string `arg:"" help:"${key}"`
}

// Run prints one setting.
func (c configGetCommand) Run(a *app) error {
	file, err := a.settings()
	if err != nil {
		return err
	}
	value, err := file.Get(c.Key)
	if err != nil {
		return err
	}
	if a.JSON {
		return a.document(value)
	}
	a.print("%s\n", value)
	return nil
}

type configSetCommand struct {
	Key   string `arg:"" help:"${key}"`
	Value string `arg:"" help:"${value}"`
}

// Run changes one setting, everywhere at once.
func (c configSetCommand) Run(a *app) error {
	file, err := a.settings()
	if err != nil {
		return err
	}
	if err := file.Set(c.Key, c.Value); err != nil {
		return err
	}
	a.changed(agent.SettingsChanged)
	return nil
}

type configListCommand struct{}

// setting is one setting as JSON.
type setting struct {
	Name    string   `json:"name"`
	Value   string   `json:"value"`
	Default string   `json:"default"`
	Type    string   `json:"type"`
	Choices []string `json:"choices,omitempty"`
}

// Run prints all settings.
func (configListCommand) Run(a *app) error {
	file, err := a.settings()
	if err != nil {
		return err
	}
	var all []setting
	for _, k := range file.Keys() {
		value, err := file.Get(k.Name)
		if err != nil {
			return err
		}
		all = append(all, setting{Name: k.Name, Value: value, Default: k.Default, Type: string(k.Type), Choices: k.Choices})
	}
	if a.JSON {
		return a.document(list(all))
	}
	for _, s := range all {
		a.print("%s = %s\n", s.Name, s.Value)
	}
	return nil
}
