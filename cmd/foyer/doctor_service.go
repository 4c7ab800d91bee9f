package main

import (
	"context"
	"time"

	"foyer/services/agent"
	"foyer/services/chatmessenger"
	"foyer/services/desktop"
	"foyer/services/profile"
	"foyer/ui/tray"
)

// examineServices looks at what is set for the services, without calling them.
func (a *app) examineServices(dirs profile.Dirs) []finding {
	p := &post{app: a, dirs: dirs}
	if status, err := (agent.Client{Socket: dirs.Socket()}).Status(a.ctx); err == nil {
		p.agent = &status
	}
	err := p.open()
	var all []finding
	for _, id := range a.serviceIDs() {
		if agent.KindOf(id) == agent.HuaweiMeeting {
			all = append(all, a.examineService(p, err, id, func() (string, error) { return p.office.meetingSet(a.ctx, id) }))
			continue
		}
		all = append(all, a.examineService(p, err, id, func() (string, error) {
			_, err := p.office.messenger(a.ctx, id)
			return p.office.url(id), err
		}))
	}
	if err := p.close(); err != nil {
		a.log().Warn("closing", "error", err)
	}
	return all
}

// examineService says whether a service is set, where its secret is, and what is missing.
func (a *app) examineService(p *post, err error, name string, look func() (detail string, err error)) finding {
	service := finding{Name: name, State: desktop.OK}
	if err == nil {
		service.Detail, err = look()
	}
	if p.agent != nil && a.Demo {
		err = nil // the agent has the demo office
		for _, s := range p.agent.Services {
			if s.Name == name {
				service.Detail = s.URL
			}
		}
	}
	if err != nil {
		service.State, service.Advice = desktop.Missing, a.explain(err)[0]
	}
	if p.office != nil {
		ctx, cancel := context.WithTimeout(a.ctx, 5*time.Second)
		defer cancel()
		if kept, err := p.office.SecretState(ctx, name); err == nil && kept.Kept != agent.KeptNowhere {
			service.Detail = joined(service.Detail, a.words.T("cli.kept."+string(kept.Kept)))
		}
	}
	return service
}

// examineDialect tells every name that the vendor does not document as it is used.
func (a *app) examineDialect() []finding {
	file, err := a.settings()
	if err != nil {
		return nil // examineSettings has told
	}
	var all []finding
	messengers := file.Values().Messengers
	for _, m := range messengers {
		name := "dialect"
		if len(messengers) > 1 {
			name = m.ID + ".dialect"
		}
		d, err := chatmessenger.DefaultDialect().With(m.Dialect)
		if err != nil {
			all = append(all, finding{Name: name, State: desktop.Missing, Advice: tray.Reason(a.words, err)})
			continue
		}
		for _, f := range d.Fields() {
			all = append(all, finding{Name: name + "." + f.Key, State: desktop.OK, Detail: f.Value})
		}
	}
	return all
}
