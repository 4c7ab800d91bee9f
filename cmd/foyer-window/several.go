package main

import (
	"context"
	"errors"
	"slices"

	"foyer/services/agent"
	"foyer/services/chatmessenger"
	"foyer/services/message"
	"foyer/services/profile"
	"foyer/services/store"
	"foyer/ui/settings"
)

// several are the services of the settings, of which there may be many of a kind.
type several struct{ back *backstage }

var _ settings.Several = several{}

// several is nil in the demo office, which is one of each kind.
func (b *backstage) several() settings.Several {
	if b.demo {
		return nil
	}
	return several{b}
}

// Service implements settings.Several.
func (s several) Service(id string, app bool) settings.Service {
	if app {
		return service{s.back, id, agent.AppSecret(id)}
	}
	return service{s.back, id, id}
}

// Dialect implements settings.Several.
func (s several) Dialect(id string) []settings.DialectField {
	m, _ := s.back.values().MessengerOf(id)
	dialect, err := chatmessenger.DefaultDialect().With(m.Dialect)
	if err != nil {
		dialect = chatmessenger.DefaultDialect() // what is wrong with it, a test of the connection says
	}
	var all []settings.DialectField
	for _, f := range dialect.Fields() {
		all = append(all, settings.DialectField{Key: f.Key, Value: f.Value, Default: f.Default})
	}
	return all
}

// SetDialect implements settings.Several.
func (s several) SetDialect(ctx context.Context, id string, values map[string]string) error {
	if _, err := chatmessenger.DefaultDialect().With(values); err != nil {
		return err
	}
	return s.change(ctx, func(file *profile.File) error { return file.SetDialect(id, values) })
}

// change changes the settings file, and tells everybody.
func (s several) change(ctx context.Context, do func(*profile.File) error) error {
	if s.back.file == nil {
		return noFile()
	}
	if err := do(s.back.file); err != nil {
		return err
	}
	s.back.tell(ctx, agent.SettingsChanged)
	return nil
}

// Add implements settings.Several.
func (s several) Add(ctx context.Context, kind, name string) (id string, err error) {
	var taken []string
	err = s.back.book.do(ctx, func(data *store.Store) error {
		taken, err = data.OutboxServices(ctx)
		return err
	})
	if err != nil {
		return "", err
	}
	err = s.change(ctx, func(file *profile.File) error {
		id, err = file.AddService(kind, name, nil, func(id string) bool { return slices.Contains(taken, id) })
		return err
	})
	return id, err
}

// Waiting implements settings.Several.
func (s several) Waiting(ctx context.Context, id string) (n int, err error) {
	err = s.back.book.do(ctx, func(data *store.Store) error {
		counts, err := data.Counts(ctx, message.Filter{Service: id})
		n = counts.Queued + counts.Sending
		return err
	})
	return n, err
}

// Remove implements settings.Several. The secrets go first: a service without them does nothing.
func (s several) Remove(ctx context.Context, id string) error {
	secrets := []settings.Service{s.Service(id, false)}
	if agent.KindOf(id) == agent.HuaweiMeeting {
		secrets = append(secrets, s.Service(id, true))
	}
	var errs []error
	for _, secret := range secrets {
		state, err := secret.SecretState(ctx)
		if err == nil && state.Kept != agent.KeptNowhere && state.Kept != agent.KeptInEnvironment {
			err = secret.RemoveSecret(ctx)
		}
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	if err := s.change(ctx, func(file *profile.File) error { return file.RemoveService(id) }); err != nil {
		return err
	}
	return s.back.book.do(ctx, func(data *store.Store) error { return data.ForgetRooms(ctx, id) })
}

// Use implements settings.Several.
func (s several) Use(ctx context.Context, id string) error {
	keys := []string{profile.MessagesService, profile.RoomsService}
	if agent.KindOf(id) == agent.HuaweiMeeting {
		keys = []string{profile.MeetingsService}
	}
	return s.use(ctx, id, keys...)
}

// use puts a service to use for some of it.
func (s several) use(ctx context.Context, id string, keys ...string) error {
	return s.change(ctx, func(file *profile.File) error {
		for _, key := range keys {
			if err := file.Set(key, id); err != nil {
				return err
			}
		}
		return nil
	})
}

// servicesOf are all services as the settings page shows them.
func servicesOf(v profile.Settings) []settings.ServiceValues {
	var all []settings.ServiceValues
	for _, m := range v.Messengers {
		all = append(all, messengerOf(m, v))
	}
	for _, h := range v.Accounts {
		all = append(all, accountOf(h, v))
	}
	return all
}

func messengerOf(m profile.Messenger, v profile.Settings) settings.ServiceValues {
	return settings.ServiceValues{ID: m.ID, Used: agent.Uses{Messages: m.ID == v.Messenger.ID, Rooms: m.ID == v.RoomServer.ID}, Name: m.Name, URL: m.URL, Reads: m.Reads}
}

func accountOf(h profile.Huawei, v profile.Settings) settings.ServiceValues {
	return settings.ServiceValues{ID: h.ID, Used: agent.Uses{Meetings: h.ID == v.Huawei.ID}, Name: h.Name, URL: h.URL, SignIn: h.SignIn, Account: h.Account,
		AppID: h.AppID, User: h.User, Corporation: h.Corporation, Signature: h.Signature}
}
