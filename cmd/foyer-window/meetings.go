package main

import (
	"context"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/meeting"
	"foyer/services/message"
	"foyer/services/profile"
	"foyer/services/store"
	"foyer/ui/meetings"
	"foyer/ui/window"
)

// meetingsDraft is under which name the store keeps what was typed on the Meetings page.
const meetingsDraft = "meetings"

// makeMeetings makes the Meetings page.
func (f *front) makeMeetings() window.Page {
	b := f.back
	f.meetings = meetings.New(f.ctx, meetings.Config{Say: b.say, Host: agent.MeetingHost{Client: b.client}, HostOf: b.hostOf, Choose: f.chooser(profile.MeetingsService), Book: lateMeetings{b.book}, Desk: b,
		Preferences: meetingPreferences{b}, Now: now, Log: b.log, Window: func() fyne.Window { return f.window },
		Connect: f.connect, Demo: f.demo(), SendLink: f.sendJoinLink})
	f.meetings.SetServices(f.status.services)
	f.meetings.SetService(f.status.meetings())
	f.meetings.Load()
	return f.meetings
}

// sendJoinLink writes to people who cannot be called. Who has no address is left out.
func (f *front) sendJoinLink(people []meeting.Attendee, url, subject string) {
	m := message.Message{}
	for _, a := range people {
		if a.Email != "" {
			m.To = append(m.To, a.Email)
		}
	}
	say := f.back.say
	m.Text = say.T("window.join", "URL", url)
	if subject != "" {
		m.Text = say.T("window.join-named", "Subject", subject, "URL", url)
	}
	f.shell.Show(agent.PageMessages)
	f.messages.Compose(m)
}

// meetingActions are what can be done from the search box with meetings.
func (f *front) meetingActions() []window.Result {
	say := f.back.say
	return []window.Result{{Icon: "meeting", Title: say.T("window.action.invite"), Does: say.T("window.search-open"),
		Open: func() { f.shell.Show(agent.PageMeetings) }}}
}

// lateMeetings keeps groups, people and the draft, in a window that is drawn before the database is open.
type lateMeetings struct{ *lateBook }

var _ meetings.Book = lateMeetings{}

// Groups implements meetings.Book.
func (l lateMeetings) Groups(ctx context.Context) (all []meeting.Group, err error) {
	err = l.do(ctx, func(s *store.Store) error { all, err = s.Groups(ctx); return err })
	return all, err
}

// SaveGroup implements meetings.Book.
func (l lateMeetings) SaveGroup(ctx context.Context, g meeting.Group) error {
	return l.do(ctx, func(s *store.Store) error { return s.SaveGroup(ctx, g) })
}

// RemoveGroup implements meetings.Book.
func (l lateMeetings) RemoveGroup(ctx context.Context, name string) error {
	return l.do(ctx, func(s *store.Store) error { return s.RemoveGroup(ctx, name) })
}

// Invited implements meetings.Book.
func (l lateMeetings) Invited(ctx context.Context, query string, limit int) (people []meeting.Attendee, err error) {
	err = l.do(ctx, func(s *store.Store) error { people, err = s.Invited(ctx, query, limit); return err })
	return people, err
}

// RememberInvited implements meetings.Book.
func (l lateMeetings) RememberInvited(ctx context.Context, people []meeting.Attendee) error {
	return l.do(ctx, func(s *store.Store) error { return s.RememberInvited(ctx, people) })
}

// Draft implements meetings.Book.
func (l lateMeetings) Draft(ctx context.Context) (content []byte, err error) {
	err = l.do(ctx, func(s *store.Store) error { content, err = s.Draft(ctx, meetingsDraft); return err })
	return content, err
}

// SaveDraft implements meetings.Book.
func (l lateMeetings) SaveDraft(ctx context.Context, content []byte) error {
	return l.do(ctx, func(s *store.Store) error { return s.SaveDraft(ctx, meetingsDraft, content) })
}

// meetingPreferences are the settings as the Meetings page asks for them.
type meetingPreferences struct{ back *backstage }

var _ meetings.Preferences = meetingPreferences{}

// Chunk implements meetings.Preferences.
func (p meetingPreferences) Chunk() int { return p.back.values().Meetings.Chunk }

// Mapping implements meetings.Preferences.
func (p meetingPreferences) Mapping() meeting.Mapping { return p.back.values().Meetings.Columns }

// SetMapping implements meetings.Preferences.
func (p meetingPreferences) SetMapping(ctx context.Context, m meeting.Mapping) error {
	return preferences(p).Set(ctx, profile.MeetingsColumns, profile.WriteColumns(m))
}
