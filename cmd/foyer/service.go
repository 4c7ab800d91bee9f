package main

import (
	"context"
	"errors"
	"strings"
	"text/tabwriter"
	"time"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/store"
)

// remember keeps a chat room that came back, for suggestions and its user ids.
func (a *app) remember(ctx context.Context, id string, r message.ChatRoom) error {
	if id == "" && !a.Demo {
		file, err := a.settings()
		if err != nil {
			return err
		}
		id = file.Values().Messenger.ID
	}
	err := a.withStore(func(s *store.Store) error { return s.RememberRoom(ctx, id, r.Name, &r) })
	a.changed(agent.OutboxChanged)
	return err
}

type serviceListCommand struct{}

// Run lists the services and what is known of them. Their names, and which are in use, are told where there
// are several of a kind.
func (serviceListCommand) Run(a *app) error {
	states, err := a.serviceStates()
	if err != nil {
		return err
	}
	if a.JSON {
		return a.document(states)
	}
	several := severalOfAKind(states)
	columns := tabwriter.NewWriter(a.out, 0, 8, 2, ' ', 0)
	for _, s := range states {
		reason := a.why(s.Failure)
		if s.Health == agent.Unset {
			reason = a.words.T("cli.service-unset")
			if agent.KindOf(s.Name) == agent.HuaweiMeeting {
				reason = a.words.T("cli.meeting-unset")
			}
		}
		cells := []string{s.Name, a.words.T("cli.health." + string(s.Health)), s.URL, reason}
		if several {
			cells = []string{s.Name, s.Title, a.usedFor(s.Uses), a.words.T("cli.health." + string(s.Health)), s.URL, reason}
		}
		if _, err := columns.Write([]byte(strings.Join(cells, "\t") + "\n")); err != nil {
			return err
		}
	}
	return columns.Flush()
}

func severalOfAKind(states []agent.ServiceState) bool {
	kinds := map[string]int{}
	for _, s := range states {
		kinds[agent.KindOf(s.Name)]++
	}
	return kinds[agent.ChatMessenger] > 1 || kinds[agent.HuaweiMeeting] > 1
}

// usedFor says in words what a service is in use for.
func (a *app) usedFor(u agent.Uses) string {
	var all []string
	for _, use := range []struct {
		in   bool
		word string
	}{{u.Messages, a.words.T("cli.use.messages")}, {u.Rooms, a.words.T("cli.use.rooms")}, {u.Meetings, a.words.T("cli.use.meetings")}} {
		if use.in {
			all = append(all, use.word)
		}
	}
	return strings.Join(all, ", ")
}

// serviceStates asks the running agent, or says what is set when none runs.
func (a *app) serviceStates() ([]agent.ServiceState, error) {
	client, err := a.client()
	if err != nil {
		return nil, err
	}
	status, err := client.Status(a.ctx)
	if err == nil || !errors.Is(err, agent.ErrNotRunning) {
		return status.Services, err
	}
	dirs, err := a.dirs()
	if err != nil {
		return nil, err
	}
	p := &post{app: a, dirs: dirs}
	if err := p.open(); err != nil {
		return nil, errors.Join(err, p.close())
	}
	states := p.office.services()
	for i, s := range states {
		if s.Kind != agent.ChatMessenger {
			continue
		}
		if _, err := p.office.messenger(a.ctx, s.Name); fault.KindOf(err) == fault.NotConfigured {
			states[i].Health = agent.Unset
		}
	}
	return states, p.close()
}

type serviceCheckCommand struct {
	Name string `arg:"" optional:"" help:"${named_service}"`
}

// Run tests the connection to a service; without a name to the Chat&Messenger in use.
func (c serviceCheckCommand) Run(a *app) error {
	id, err := a.serviceID(c.Name, "")
	if err != nil {
		return err
	}
	if id == "" {
		file, err := a.settings()
		if err != nil {
			return err
		}
		id = file.Values().Messenger.ID
	}
	if a.Demo {
		id = agent.KindOf(id)
	}
	var checked agent.Checked
	byAgent := func(client agent.Client) error { checked, err = client.CheckService(a.ctx, id); return err }
	isMeeting := agent.KindOf(id) == agent.HuaweiMeeting
	if isMeeting {
		err = a.viaMeetings(id, byAgent, func(m agent.MeetingService) error { checked, err = m.Check(a.ctx); return err })
	} else {
		err = a.viaOffice(id, byAgent, func(m agent.Messenger) error { checked, err = m.Check(a.ctx); return err })
	}
	if err != nil {
		return err
	}
	return a.showChecked(checked, isMeeting)
}

func (a *app) showChecked(checked agent.Checked, isMeeting bool) error {
	if a.JSON {
		return a.document(checkedJSON{At: stamp(checked.At), Milliseconds: checked.Took.Milliseconds(), Rooms: checked.Rooms, Unreadable: checked.Unreadable,
			OpenLock: checked.OpenLock, Account: checked.Account, Expires: stamp(checked.Expires)})
	}
	if isMeeting {
		a.print("%s\n", a.words.T("cli.meeting-fine", "Account", checked.Account, "Milliseconds", checked.Took.Round(time.Millisecond).Milliseconds()))
		return nil
	}
	a.print("%s\n", a.words.T("cli.service-fine", "Milliseconds", checked.Took.Round(time.Millisecond).Milliseconds(), "Rooms", checked.Rooms))
	if checked.Unreadable > 0 {
		a.say("foyer: %s", a.words.N("cli.unreadable-entries", checked.Unreadable))
	}
	if checked.OpenLock {
		a.say("foyer: %s", a.words.T("cli.open-lock"))
	}
	return nil
}

// checkedJSON is the result of a test as JSON.
type checkedJSON struct {
	At           string `json:"at"` // RFC 3339, UTC
	Milliseconds int64  `json:"milliseconds"`
	Rooms        int    `json:"rooms,omitempty"`
	Unreadable   int    `json:"unreadable,omitempty"`
	OpenLock     bool   `json:"openLock,omitempty"`
	Account      string `json:"account,omitempty"`
	Expires      string `json:"expires,omitempty"` // of the log-in
}
