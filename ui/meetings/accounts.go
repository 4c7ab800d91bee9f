package meetings

import (
	"foyer/services/agent"
	"foyer/services/meeting"
)

// SetServices says which services there are. Where there are several accounts, one can be chosen.
func (p *Page) SetServices(all []agent.ServiceState) {
	p.model.accounts = agent.OfKind(all, agent.HuaweiMeeting)
	p.showChooser()
	p.show()
}

// host is the meeting service with the account that is asked with. It may be called from any goroutine.
func (p *Page) host() meeting.Host {
	if account := p.through.Load(); account != nil && p.config.HostOf != nil {
		return p.config.HostOf(*account)
	}
	return p.config.Host
}

// fixed reports whether the account stays for now: a meeting that runs, and people who are being called, are
// followed with the account that was there at the beginning.
func (p *Page) fixed() bool { return p.model.phase == running || p.model.run != nil }

// pinned is the service to go on with, when another account is in use while this one is needed.
func (p *Page) pinned(s agent.ServiceState) agent.ServiceState {
	now := p.model.service.Name
	if !p.fixed() || now == "" || now == s.Name {
		return s
	}
	for _, a := range p.model.accounts {
		if a.Name == now {
			return a
		}
	}
	return s // it was removed
}

// showChooser names the account, where there are several.
func (p *Page) showChooser() {
	names, current := agent.Titles(p.model.accounts, p.model.service.Name, p.config.Say.T("several.kind.huawei-meeting"))
	if p.config.Choose == nil {
		names = nil
	}
	p.chooser.Set(names, current)
}

// chooseAccount puts another account to use.
func (p *Page) chooseAccount(i int) {
	if p.fixed() {
		return
	}
	s := p.model.accounts[i]
	p.SetService(s)
	p.config.Choose(s.Name)
}
