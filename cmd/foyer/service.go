package main

import (
	"context"
	"errors"
	"text/tabwriter"
	"time"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/store"
)

// remember keeps a chat room that came back, for suggestions and its user ids.
func (a *app) remember(ctx context.Context, r message.ChatRoom) error {
	err := a.withStore(func(s *store.Store) error { return s.RememberRoom(ctx, "", r.Name, &r) })
	a.changed(agent.OutboxChanged)
	return err
}

type serviceListCommand struct{}

// Run lists the services and what is known of them.
func (serviceListCommand) Run(a *app) error {
	states, err := a.serviceStates()
	if err != nil {
		return err
	}
	if a.JSON {
		return a.document(states)
	}
	columns := tabwriter.NewWriter(a.out, 0, 8, 2, ' ', 0)
	for _, s := range states {
		reason := a.why(s.Failure)
		if s.Health == agent.Unset {
			reason = a.words.T("cli.service-unset")
			if s.Name == agent.HuaweiMeeting {
				reason = a.words.T("cli.meeting-unset")
			}
		}
		if _, err := columns.Write([]byte(s.Name + "\t" + a.words.T("cli.health."+string(s.Health)) + "\t" + s.URL + "\t" + reason + "\n")); err != nil {
			return err
		}
	}
	return columns.Flush()
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
	if _, err := p.office.messenger(a.ctx); fault.KindOf(err) == fault.NotConfigured {
		states[0].Health = agent.Unset
	}
	return states, p.close()
}

type serviceCheckCommand struct {
	Name string `arg:"" optional:"" default:"chat-messenger" enum:"chat-messenger,huawei-meeting" help:"${service_name}"`
}

// Run tests the connection to a service.
func (c serviceCheckCommand) Run(a *app) error {
	var checked agent.Checked
	var err error
	byAgent := func(client agent.Client) error { checked, err = client.CheckService(a.ctx, c.Name); return err }
	if c.Name == agent.HuaweiMeeting {
		err = a.viaMeetings(byAgent, func(m agent.MeetingService) error { checked, err = m.Check(a.ctx); return err })
	} else {
		err = a.viaOffice(byAgent, func(m agent.Messenger) error { checked, err = m.Check(a.ctx); return err })
	}
	if err != nil {
		return err
	}
	if a.JSON {
		return a.document(checkedJSON{At: stamp(checked.At), Milliseconds: checked.Took.Milliseconds(), Rooms: checked.Rooms, Unreadable: checked.Unreadable,
			OpenLock: checked.OpenLock, Account: checked.Account, Expires: stamp(checked.Expires)})
	}
	if c.Name == agent.HuaweiMeeting {
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

type secretSetCommand struct {
	Name string `arg:"" enum:"chat-messenger,huawei-meeting,huawei-meeting-app" help:"${secret_name}"`
	Keep string `enum:"keyring,file,session" default:"keyring" placeholder:"PLACE" help:"${keep}"`
}

// Run keeps a secret that comes from the standard input.
func (c secretSetCommand) Run(a *app) error {
	value, err := a.secretInput()
	if err != nil {
		return err
	}
	return a.viaSecrets(func(s agent.Secrets, isAgent bool) error {
		if c.Keep == string(agent.KeptInSession) && !isAgent {
			return wrong{a.words.T("cli.no-session")}
		}
		err := s.SetSecret(a.ctx, c.Name, value, agent.Keeping(c.Keep))
		if e, ok := errors.AsType[*fault.Error](err); ok && isNoKeyring(e.Code) {
			a.say("foyer: %s", a.words.T("cli.keep-elsewhere"))
		}
		return err
	})
}

type secretStateCommand struct {
	Name string `arg:"" enum:"chat-messenger,huawei-meeting,huawei-meeting-app" help:"${secret_name}"`
}

// Run says where a secret is kept.
func (c secretStateCommand) Run(a *app) error {
	return a.viaSecrets(func(s agent.Secrets, _ bool) error {
		state, err := s.SecretState(a.ctx, c.Name)
		if err != nil {
			return err
		}
		if a.JSON {
			return a.document(state)
		}
		kept := string(state.Kept)
		if kept == "" {
			kept = "nowhere"
		}
		a.print("%s\n", a.words.T("cli.kept."+kept))
		return nil
	})
}

type secretRemoveCommand struct {
	Name string `arg:"" enum:"chat-messenger,huawei-meeting,huawei-meeting-app" help:"${secret_name}"`
}

// Run forgets a secret.
func (c secretRemoveCommand) Run(a *app) error {
	return a.viaSecrets(func(s agent.Secrets, _ bool) error { return s.RemoveSecret(a.ctx, c.Name) })
}

// viaSecrets hands over the agent's secrets, or those of this process when no agent runs.
func (a *app) viaSecrets(do func(s agent.Secrets, isAgent bool) error) error {
	client, err := a.client()
	if err != nil {
		return err
	}
	if _, err = client.Status(a.ctx); err == nil {
		return do(client, true)
	}
	if !errors.Is(err, agent.ErrNotRunning) {
		return err
	}
	dirs, err := a.dirs()
	if err != nil {
		return err
	}
	p := &post{app: a, dirs: dirs}
	if err := p.open(); err != nil {
		return errors.Join(err, p.close())
	}
	return errors.Join(do(p.office, false), p.close())
}
