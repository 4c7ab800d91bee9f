package main

import (
	"context"

	"foyer/services/agent"
	"foyer/services/link"
	"foyer/services/profile"
)

// preferences are the settings as the agent asks for them. Without a file they are the defaults.
type preferences struct{ file *profile.File }

var _ agent.Preferences = preferences{}

// values are all settings, or the defaults where the file cannot be used.
func (p preferences) values() profile.Settings {
	if p.file == nil {
		return profile.Defaults()
	}
	return p.file.Values()
}

// Format implements agent.Preferences.
func (p preferences) Format() link.Format { return p.values().Format }

// Templates implements agent.Preferences.
func (p preferences) Templates() []link.Template { return labels(p.values()) }

// unsavable stands in for saved links that cannot be opened: everything fails for that reason.
type unsavable struct{ reason error }

var _ agent.Links = unsavable{}

// SaveLink implements agent.Links.
func (u unsavable) SaveLink(context.Context, link.Target, string) (link.Saved, bool, error) {
	return link.Saved{}, false, u.reason
}

// Link implements agent.Links.
func (u unsavable) Link(context.Context, int64) (link.Saved, error) { return link.Saved{}, u.reason }

// UseLink implements agent.Links.
func (u unsavable) UseLink(context.Context, int64) error { return u.reason }

// DeleteLink implements agent.Links.
func (u unsavable) DeleteLink(context.Context, int64) error { return u.reason }
