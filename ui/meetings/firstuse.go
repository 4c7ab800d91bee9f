package meetings

import (
	"foyer/services/agent"
	"foyer/ui/widget"
)

// SetService says how the service is.
func (p *Page) SetService(s agent.ServiceState) {
	before := p.model.service
	s = p.pinned(s)
	p.model.service = s
	p.through.Store(&s.Name)
	p.showChooser()
	p.show()
	switch {
	case before.Name != "" && before.Name != s.Name && p.model.run == nil:
		p.lookUp() // another account may know the meeting
	case before.Health == s.Health:
	case s.Health == agent.Connected && p.model.phase == running:
		p.readPresence()
	case before.Health == agent.Unset, s.Health == agent.Connected, s.Health == agent.Unset:
		// An account that came, or came back, may know the meeting; one that went knows nothing any more.
		if p.model.run == nil {
			p.lookUp()
		}
	}
}

// account reports whether there is an account to ask with.
func (p *Page) account() bool { return p.model.service.Health != agent.Unset }

// firstTime reports whether the page shows what it is for: no account is connected, and nobody has
// begun without one.
func (p *Page) firstTime() bool {
	return p.model.service.Health == agent.Unset && !p.model.without && p.model.table.Len() == 0 && p.access.id.Text() == ""
}

// showFirst shows what the page is for, or hides it.
func (p *Page) showFirst(on bool) {
	p.first.Hidden = !on
	if !on || p.first.IsSet() {
		return
	}
	say, c := p.config.Say, p.config
	var buttons []*widget.Button
	note := say.T("meetings.first-note")
	if c.Connect != nil {
		buttons = append(buttons, widget.NewButton(widget.Filled, "server", say.T("meetings.connect"), c.Connect))
	}
	if c.Demo != nil {
		buttons = append(buttons, widget.NewButton(widget.Outlined, "", say.T("meetings.demo"), c.Demo))
		note = say.T("meetings.first-note-demo")
	}
	p.first.Set(say.T("meetings.first-title"), say.T("meetings.first-lead"), []widget.Step{
		{Do: say.T("meetings.step1"), Then: say.T("meetings.step1-then")},
		{Do: say.T("meetings.step2"), Then: say.T("meetings.step2-then")},
		{Do: say.T("meetings.step3"), Then: say.T("meetings.step3-then")},
	}, note, buttons...)
}

// goWithout begins with a control token instead of an account.
func (p *Page) goWithout() {
	p.model.without = true
	p.access.choose(true)
	p.show()
	p.focus(p.access.id.Input())
}
