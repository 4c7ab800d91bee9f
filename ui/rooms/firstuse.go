package rooms

import "foyer/ui/widget"

// firstUse says what the page is for while there is no service to read rooms from.
type firstUse struct {
	*widget.Welcome
	page *Page
}

func newFirstUse(p *Page) *firstUse { return &firstUse{Welcome: widget.NewWelcome(), page: p} }

// show shows the state, or hides it.
func (f *firstUse) show(on bool) {
	f.Hidden = !on
	if on && !f.IsSet() {
		f.connect()
	}
}

// connect is for somebody who has connected no service yet.
func (f *firstUse) connect() {
	say, c := f.page.config.Say, f.page.config
	var buttons []*widget.Button
	if c.Connect != nil {
		buttons = append(buttons, widget.NewButton(widget.Filled, "server", say.T("rooms.connect"), c.Connect))
	}
	note := ""
	if c.Demo != nil {
		buttons = append(buttons, widget.NewButton(widget.Outlined, "", say.T("rooms.demo"), c.Demo))
		note = say.T("rooms.first-note")
	}
	f.Set(say.T("rooms.first-title"), say.T("rooms.first-lead"), f.steps(), note, buttons...)
}

func (f *firstUse) steps() []widget.Step {
	say := f.page.config.Say
	return []widget.Step{
		{Do: say.T("rooms.step1"), Then: say.T("rooms.step1-then")},
		{Do: say.T("rooms.step2"), Then: say.T("rooms.step2-then")},
		{Do: say.T("rooms.step3"), Then: say.T("rooms.step3-then")},
	}
}

// begin does what the filled button does.
func (f *firstUse) begin() {
	if f.Button() != nil && f.page.config.Connect != nil {
		f.page.config.Connect()
	}
}
