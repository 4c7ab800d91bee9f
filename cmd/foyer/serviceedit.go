package main

import (
	"bufio"
	"context"
	"errors"
	"slices"
	"strings"

	"foyer/services/agent"
	"foyer/services/message"
	"foyer/services/profile"
	"foyer/services/store"
)

type serviceAddCommand struct {
	Kind string `arg:"" enum:"chat-messenger,huawei-meeting" help:"${service_kind}"`
	Name string `arg:"" help:"${new_service_name}"`
	URL  string `name:"url" placeholder:"URL" help:"${service_url}"`
}

// added is a new service as JSON.
type added struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
	Name string `json:"name"`
}

// Run adds a service, and prints its ID.
func (c serviceAddCommand) Run(a *app) error {
	if a.Demo {
		return wrong{a.words.T("cli.demo-services")}
	}
	var waiting []string
	err := a.withStore(func(s *store.Store) (err error) {
		waiting, err = s.OutboxServices(a.ctx)
		return err
	})
	if err != nil {
		return err
	}
	file, err := a.settings()
	if err != nil {
		return err
	}
	values := map[string]string{}
	if c.URL != "" {
		values[c.Kind+".url"] = c.URL
	}
	id, err := file.AddService(c.Kind, c.Name, values, func(id string) bool { return slices.Contains(waiting, id) })
	if err != nil {
		return err
	}
	a.changed(agent.SettingsChanged)
	if a.JSON {
		return a.document(added{id, c.Kind, strings.TrimSpace(c.Name)})
	}
	a.print("%s\n", id)
	a.say("%s", a.words.T("cli.service-added", "ID", id))
	return nil
}

type serviceRemoveCommand struct {
	Name string `arg:"" help:"${named_service}"`
	Yes  bool   `help:"${yes}"`
}

// Run removes a service with its secrets. Messages that wait for it stay in the outbox, which is asked about.
func (c serviceRemoveCommand) Run(a *app) error {
	if a.Demo {
		return wrong{a.words.T("cli.demo-services")}
	}
	id, err := a.serviceID(c.Name, "")
	if err != nil {
		return err
	}
	if id == "" {
		return wrong{a.words.T("cli.no-such-service", "Name", c.Name)}
	}
	return a.withStore(func(s *store.Store) error {
		counts, err := s.Counts(a.ctx, message.Filter{Service: id})
		if err != nil {
			return err
		}
		waiting := counts.Queued + counts.Sending
		if waiting > 0 && !c.Yes && !a.agrees(a.words.N("cli.service-waiting", waiting, "Name", c.Name)) {
			return wrong{a.words.T("cli.service-stays", "Name", c.Name)}
		}
		if err := a.forgetSecrets(id); err != nil {
			return err
		}
		file, err := a.settings()
		if err == nil {
			err = file.RemoveService(id)
		}
		if err != nil {
			return err
		}
		err = s.ForgetRooms(a.ctx, id)
		a.changed(agent.SettingsChanged)
		a.say("%s", a.words.T("cli.service-removed", "Name", c.Name))
		if waiting > 0 {
			a.say("%s", a.words.N("cli.service-left", waiting))
		}
		return err
	})
}

// agrees asks a question on a terminal; without one the answer is no.
func (a *app) agrees(question string) bool {
	a.say("%s", question)
	if !isTerminal(a.in) {
		return false
	}
	a.say("%s", a.words.T("cli.type-yes"))
	line, _ := bufio.NewReader(a.in).ReadString('\n')
	return strings.EqualFold(strings.TrimSpace(line), a.words.T("cli.yes"))
}

// forgetSecrets removes the secrets of a service. One that there is not is removed already.
func (a *app) forgetSecrets(id string) error {
	names := []string{id}
	if agent.KindOf(id) == agent.HuaweiMeeting {
		names = append(names, agent.AppSecret(id))
	}
	return a.viaSecrets(func(s agent.Secrets, _ bool) error {
		var errs []error
		for _, name := range names {
			state, err := s.SecretState(a.ctx, name)
			if err == nil && state.Kept != agent.KeptNowhere && state.Kept != agent.KeptInEnvironment {
				err = s.RemoveSecret(a.ctx, name)
			}
			errs = append(errs, err)
		}
		return errors.Join(errs...)
	})
}

type serviceUseCommand struct {
	Name string `arg:"" help:"${named_service}"`
	For  string `enum:",messages,rooms,meetings" default:"" placeholder:"WHAT" help:"${use_for}"`
}

// Run puts a service to use: a Chat&Messenger for messages and rooms, unless one of them is named.
func (c serviceUseCommand) Run(a *app) error {
	if a.Demo {
		return wrong{a.words.T("cli.demo-services")}
	}
	id, err := a.serviceID(c.Name, "")
	if err != nil {
		return err
	}
	keys := []string{profile.MessagesService, profile.RoomsService}
	if agent.KindOf(id) == agent.HuaweiMeeting {
		keys = []string{profile.MeetingsService}
	}
	if c.For != "" {
		keys = slices.DeleteFunc(keys, func(key string) bool { return key != c.For+".service" })
	}
	if id == "" || len(keys) == 0 {
		return wrong{a.words.T("cli.no-such-use", "Name", c.Name)}
	}
	file, err := a.settings()
	if err != nil {
		return err
	}
	for _, key := range keys {
		if err := file.Set(key, id); err != nil {
			return err
		}
	}
	a.changed(agent.SettingsChanged)
	return nil
}

type outboxMoveCommand struct {
	To string `arg:"" name:"service" help:"${move_to}"`
	chosen
}

// Run lets messages that wait or failed leave through another service. "all" are those of services that were
// removed.
func (c outboxMoveCommand) Run(a *app) error {
	to, err := a.serviceID(c.To, agent.ChatMessenger)
	if err != nil {
		return err
	}
	return a.withStore(func(s *store.Store) error {
		ids, err := c.find(a, s, message.Queued, message.Failed)
		if err == nil && len(c.IDs) == 1 && c.IDs[0] == all {
			ids, err = a.ofRemoved(s, ids)
		}
		if err != nil {
			return err
		}
		move := func(ctx context.Context, ids ...int64) (int, error) { return s.MoveMessages(ctx, to, ids...) }
		return c.change(a, "cli.outbox-moved", move, ids)
	})
}

// ofRemoved leaves of messages those whose service was removed.
func (a *app) ofRemoved(s *store.Store, ids []int64) ([]int64, error) {
	items, err := s.Messages(a.ctx, ids)
	if err != nil {
		return nil, err
	}
	there := a.serviceIDs()
	var left []int64
	for _, i := range items {
		if !slices.Contains(there, i.Service) {
			left = append(left, i.ID)
		}
	}
	return left, nil
}
