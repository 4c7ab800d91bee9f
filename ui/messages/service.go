package messages

import (
	"context"
	"time"

	"foyer/services/agent"
	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// SetService says how the service is.
func (p *Page) SetService(s agent.ServiceState) {
	another := p.model.service.Name != "" && p.model.service.Name != s.Name
	p.model.service = s
	p.showChooser()
	p.show()
	p.tick()
	if another {
		p.Load() // the chat rooms are others
	}
}

// SetServices says which services there are. Where messages can go through several, one can be chosen.
func (p *Page) SetServices(all []agent.ServiceState) {
	p.model.services = agent.OfKind(all, agent.ChatMessenger)
	p.showChooser()
	p.Refresh()
}

// showChooser names the service that messages go through, where there are several.
func (p *Page) showChooser() {
	names, current := agent.Titles(p.model.services, p.model.service.Name, p.config.Say.T("messages.service"))
	if p.config.Choose == nil {
		names = nil
	}
	if p.chooser.Set(names, current) {
		p.showActions()
	}
}

// choose puts another service to use. What is written stays, and goes through that one.
func (p *Page) choose(i int) {
	s := p.model.services[i]
	p.SetService(s)
	p.config.Choose(s.Name)
}

// firstTime reports whether the page shows what it is for: no service is connected, and there is
// nothing that somebody wrote or sent.
func (p *Page) firstTime() bool {
	m := &p.model
	return m.service.Health == agent.Unset && len(m.recent)+len(m.batches) == 0 &&
		p.people.draft().empty() && p.room.draft().empty() && p.batch.resting()
}

func (p *Page) firstUse() *widget.EmptyState {
	say := p.config.Say
	connect := widget.NewButton(widget.Filled, "server", say.T("messages.connect"), p.config.Connect)
	buttons := []*widget.Button{connect}
	note := "messages.first-note"
	if p.config.Demo != nil {
		buttons = append(buttons, widget.NewButton(widget.Outlined, "", say.T("messages.demo"), p.config.Demo))
		note = "messages.first-note-demo"
	}
	return widget.NewFirstUse(say.T("messages.first-title"), say.T("messages.first-lead"), []widget.Step{
		{Do: say.T("messages.step1"), Then: say.T("messages.step1-then")},
		{Do: say.T("messages.step2"), Then: say.T("messages.step2-then")},
		{Do: say.T("messages.step3"), Then: say.T("messages.step3-then")},
	}, say.T(note), objects(buttons...)...)
}

// showService says which service messages go through, and what is wrong with it.
func (p *Page) showService() {
	say, s := p.config.Say, p.model.service
	words := say.T("messages.through", "Service", say.T("messages.service"))
	switch {
	case s.Demo:
		words = say.T("messages.through-demo")
	case s.Health == agent.Unset || s.Health == "":
		words = ""
	case s.Title != "":
		words = say.T("messages.through-title", "Service", say.T("messages.service"), "Title", s.Title)
	}
	p.throughWords, p.throughTitle = words, s.Title
	p.through.SetText(words)
	tone, sentence := p.trouble(s)
	p.banner.Hidden = sentence == "" || p.firstTime()
	if !p.banner.Hidden {
		actions := p.troubleActions(s)
		if p.short {
			sentence, actions = p.troubleShort(s), actions[len(actions)-1:]
		}
		p.banner.Set(tone, sentence, actions...)
	}
}

// showWords shows what the service said, word by word.
func (p *Page) showWords(f *message.Failure) {
	say, c := p.config.Say, p.canvas()
	if c == nil {
		return
	}
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("messages.server-said"), say.T("messages.copy"), say.T("messages.close"), func() { sheet.Close() })
	sheet.Add(widget.Part{Object: widget.NewProse(f.Words, style.Body, style.Ink)})
	if f.Status != 0 {
		sheet.Add(widget.Part{Above: style.FieldGap, Object: caption(say.T("messages.status", "Status", f.Status))})
	}
	if f.RequestID != "" {
		sheet.Add(widget.Part{Above: style.Unit, Object: caption(say.T("messages.request", "ID", f.RequestID))})
	}
	sheet.OnCancel(func() { p.copyText(f.Words) })
	sheet.Open(c, nil)
}

// copyText copies one value as plain text.
func (p *Page) copyText(value string) {
	p.tasks.Go(func(ctx context.Context) func() {
		_, err := p.config.Desk.Copy(ctx, agent.Clip{Text: value})
		return func() {
			if err != nil {
				p.failed("messages.copy-failed", err)
				return
			}
			p.toast.Say(widget.Fine, p.config.Say.T("messages.copied"), "", nil)
		}
	})
}

// tryNow asks for delivery at once.
func (p *Page) tryNow() {
	p.tasks.Latest("deliver", func(ctx context.Context) func() {
		if err := p.config.Services.Deliver(ctx); err != nil {
			return func() { p.failed("messages.not-tried", err) }
		}
		return nil
	})
}

// tick lets the seconds in the banner pass while it is in sight.
func (p *Page) tick() {
	p.rest()
	s := p.model.service
	if !p.shown || s.Next.IsZero() || !p.config.Now().Before(s.Next) || s.Health != agent.Unreachable && s.Health != agent.Faulty {
		return
	}
	p.ticking = p.config.After(time.Second, func() {
		p.ticking = nil
		p.showService()
		p.Refresh()
		p.tick()
	})
}

func (p *Page) rest() {
	if p.ticking != nil {
		p.ticking()
		p.ticking = nil
	}
}
