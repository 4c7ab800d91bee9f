package outbox

import (
	"foyer/services/agent"
	"foyer/ui/widget"
)

// firstUse says what the page is for while there is nothing on it.
type firstUse struct {
	*widget.Welcome
	page  *Page
	unset bool // it was made for somebody without a service
}

func newFirstUse(p *Page) *firstUse { return &firstUse{Welcome: widget.NewWelcome(), page: p} }

// show shows the state that fits the service, or hides it.
func (f *firstUse) show(on bool) {
	f.Hidden = !on
	unset := f.page.model.service.Health == agent.Unset
	if !on || f.IsSet() && f.unset == unset {
		return
	}
	f.unset = unset
	if unset {
		f.connect()
	} else {
		f.write()
	}
}

// connect is for somebody who has connected no service yet.
func (f *firstUse) connect() {
	say, c := f.page.config.Say, f.page.config
	var buttons []*widget.Button
	if c.Connect != nil {
		buttons = append(buttons, widget.NewButton(widget.Filled, "server", say.T("outbox.connect"), c.Connect))
	}
	note := ""
	if c.Demo != nil {
		buttons = append(buttons, widget.NewButton(widget.Outlined, "", say.T("outbox.demo"), c.Demo))
		note = say.T("outbox.first-note")
	}
	f.Set(say.T("outbox.first-title"), say.T("outbox.first-lead"), f.steps(), note, buttons...)
}

// write is for somebody who has not sent anything yet.
func (f *firstUse) write() {
	say := f.page.config.Say
	var buttons []*widget.Button
	if f.page.config.Write != nil {
		buttons = append(buttons, widget.NewButton(widget.Filled, "message", say.T("outbox.write"), f.page.config.Write))
	}
	f.Set(say.T("outbox.first-title"), say.T("outbox.empty-lead"), f.steps(), "", buttons...)
}

func (f *firstUse) steps() []widget.Step {
	say := f.page.config.Say
	return []widget.Step{
		{Do: say.T("outbox.step1"), Then: say.T("outbox.step1-then")},
		{Do: say.T("outbox.step2"), Then: say.T("outbox.step2-then")},
		{Do: say.T("outbox.step3"), Then: say.T("outbox.step3-then")},
	}
}

// begin does what the filled button does.
func (f *firstUse) begin() {
	c := f.page.config
	switch {
	case f.Button() == nil:
	case f.unset && c.Connect != nil:
		c.Connect()
	case !f.unset && c.Write != nil:
		c.Write()
	}
}
