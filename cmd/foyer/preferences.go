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

// Format implements agent.Preferences.
func (p preferences) Format() link.Format {
	if p.file == nil {
		return link.RichText
	}
	return p.file.Values().Format
}

// Templates implements agent.Preferences.
func (p preferences) Templates() []link.Template {
	if p.file == nil {
		return nil
	}
	return labels(p.file.Values())
}

// linkCopied reports whether to tell that a link was copied.
func (p preferences) linkCopied() bool { return p.file == nil || p.file.Values().LinkCopied }

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
