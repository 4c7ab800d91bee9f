package main

import (
	"context"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/message"
	"foyer/ui/settings"
	"foyer/ui/style"
)

// preferences are the settings and places as the settings page asks for them.
type preferences struct{ back *backstage }

var (
	_ settings.Preferences = preferences{}
	_ settings.Desk        = preferences{}
)

// noFile is what every change of a setting fails with when the file cannot be used.
func noFile() error {
	return &fault.Error{Op: "changing a setting", Service: "settings", Kind: fault.Other, Code: "settings-not-written"}
}

// Values implements settings.Preferences.
func (p preferences) Values() settings.Values {
	v := p.back.values()
	return settings.Values{Format: v.Format, Theme: style.Mode(v.Theme), TextSize: v.TextSize, Language: v.Language, LinkCopied: v.LinkCopied,
		MessageFailed: v.MessageFailed, Templates: v.Templates, Template: v.Template,
		Service: messengerOf(v.Messengers[0], v), Meetings: accountOf(v.Accounts[0], v), Several: servicesOf(v),
		Rooms:    settings.RoomValues{Polling: v.Rooms.Polling, Poll: v.Rooms.Poll, Zone: v.Rooms.Zone, HidePrivate: v.Rooms.HidePrivate, Tell: v.Rooms.Tell},
		KeepDays: v.KeepDays, Found: v.Found, WatchClipboard: v.WatchClipboard, Shortcut: v.Paste.String(), MessageTemplates: v.MessageTemplates,
		Network: settings.NetworkValues{Connect: v.Network.Connect, Whole: v.Network.Whole, Proxy: v.Network.Proxy,
			CAFile: v.Network.CAFile, CertFile: v.Network.CertFile, KeyFile: v.Network.KeyFile}}
}

// Set implements settings.Preferences.
func (p preferences) Set(ctx context.Context, key, value string) error {
	if p.back.file == nil {
		return noFile()
	}
	if err := p.back.file.Set(key, value); err != nil {
		return err
	}
	p.back.tell(ctx, agent.SettingsChanged)
	return nil
}

// SetTemplates implements settings.Preferences.
func (p preferences) SetTemplates(ctx context.Context, templates []link.Template) error {
	if p.back.file == nil {
		return noFile()
	}
	if err := p.back.file.SetTemplates(templates); err != nil {
		return err
	}
	p.back.tell(ctx, agent.SettingsChanged)
	return nil
}

// SetMessageTemplates implements settings.Preferences.
func (p preferences) SetMessageTemplates(ctx context.Context, templates []message.Template) error {
	return p.back.SetMessageTemplates(ctx, templates)
}

// CopyText implements settings.Desk.
func (p preferences) CopyText(ctx context.Context, text string) error {
	_, err := p.back.Copy(ctx, agent.Clip{Text: text})
	return err
}

// Places implements settings.Desk.
func (p preferences) Places() []settings.Place {
	d := p.back.dirs
	return []settings.Place{
		{Kind: settings.Database, Path: d.Database()},
		{Kind: settings.Settings, Path: d.Settings()},
		{Kind: settings.Log, Path: d.Log()},
	}
}

// renamed lets the saved links that use a template follow it to its new name.
func (p preferences) renamed(ctx context.Context, from, to string) error {
	all, err := p.back.book.Links(ctx)
	if err != nil {
		return err
	}
	for _, l := range all {
		if l.Template != from {
			continue
		}
		l.Template = to
		if err := p.back.book.UpdateLink(ctx, l); err != nil {
			return err
		}
	}
	p.back.tell(ctx, agent.LinksChanged)
	return nil
}
