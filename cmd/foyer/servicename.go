package main

import (
	"slices"
	"strings"

	"foyer/services/agent"
)

// serviceFlag lets a command name the service that it is about, by its ID or by the user's name for it.
type serviceFlag struct {
	Service string `placeholder:"NAME" help:"${service_flag}"`
}

// of returns the ID of the named service, "" when none is named. It has to be of that kind.
func (f serviceFlag) of(a *app, kind string) (string, error) { return a.serviceID(f.Service, kind) }

// named is a service in the settings, or in the demo office.
type namedService struct{ id, name, secret string }

// namedServices are all services that there are.
func (a *app) namedServices() ([]namedService, error) {
	if a.Demo {
		return []namedService{{agent.ChatMessenger, "", agent.ChatMessenger}, {agent.HuaweiMeeting, "", agent.HuaweiMeeting}}, nil
	}
	file, err := a.settings()
	if err != nil {
		return nil, err
	}
	v := file.Values()
	var all []namedService
	for _, m := range v.Messengers {
		all = append(all, namedService{m.ID, m.Name, m.ID})
	}
	for _, h := range v.Accounts {
		all = append(all, namedService{h.ID, h.Name, secretOf(h)})
	}
	return all, nil
}

// serviceIDs are the IDs of all services; those of the first ones when the settings cannot be read.
func (a *app) serviceIDs() []string {
	all, err := a.namedServices()
	if err != nil {
		return []string{agent.ChatMessenger, agent.HuaweiMeeting}
	}
	ids := make([]string, len(all))
	for i, s := range all {
		ids[i] = s.id
	}
	return ids
}

// serviceID returns the ID of the service that somebody named by its ID or its name, in any case; "" for "".
// It has to be of that kind; "" is any.
func (a *app) serviceID(name, kind string) (string, error) {
	s, err := a.find(name, kind)
	return s.id, err
}

func (a *app) find(name, kind string) (namedService, error) {
	name = strings.TrimSpace(name)
	if name == "" {
		return namedService{}, nil
	}
	all, err := a.namedServices()
	if err != nil {
		return namedService{}, err
	}
	fits := func(s namedService) bool { return kind == "" || agent.KindOf(s.id) == kind }
	if i := slices.IndexFunc(all, func(s namedService) bool { return strings.EqualFold(s.id, name) && fits(s) }); i >= 0 {
		return all[i], nil
	}
	var found []namedService
	var ids []string
	for _, s := range all {
		if strings.EqualFold(s.name, name) && fits(s) {
			found, ids = append(found, s), append(ids, s.id)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return namedService{}, wrong{a.words.T("cli.no-such-service", "Name", name)}
	default:
		return namedService{}, wrong{a.words.T("cli.several-services", "Name", name, "IDs", strings.Join(ids, ", "))}
	}
}

// secretName returns the name of the secret that somebody named by a service, or by itself.
func (a *app) secretName(name string) (string, error) {
	all, err := a.namedServices()
	if err != nil {
		return "", err
	}
	lower := strings.ToLower(strings.TrimSpace(name))
	for _, s := range all {
		if lower == s.id || agent.KindOf(s.id) == agent.HuaweiMeeting && lower == agent.AppSecret(s.id) {
			return lower, nil
		}
	}
	s, err := a.find(name, "")
	if err == nil && s.id == "" {
		err = wrong{a.words.T("cli.no-such-service", "Name", name)}
	}
	return s.secret, err
}
