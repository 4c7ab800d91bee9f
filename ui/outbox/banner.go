package outbox

import (
	"foyer/services/agent"
	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// SetService says how the service is that the messages go through.
func (p *Page) SetService(s agent.ServiceState) {
	p.model.service = s
	p.show()
}

// showBanners says why messages wait: the outbox cannot be read, the service is away, or a batch is
// paused.
func (p *Page) showBanners() {
	say := p.config.Say
	p.banner.Hidden, p.batches.Hidden = true, true
	if p.trouble != nil {
		p.banner.Hidden = false
		p.banner.Set(widget.Trouble, say.T("outbox.load-failed", "Why", say.Reason(p.trouble)),
			widget.NewButton(widget.Linked, "", say.T("outbox.read-again"), p.reload))
		return
	}
	if tone, sentence, actions := p.serviceTrouble(); sentence != "" {
		p.banner.Hidden = false
		p.banner.Set(tone, sentence, actions...)
	}
	if held := p.model.held; len(held) > 0 {
		p.batches.Hidden = false
		words := say.N("outbox.paused", held[0].Counts.Queued, "Batch", widget.Strong(held[0].Name))
		if len(held) > 1 {
			words += " " + say.N("outbox.paused-more", len(held)-1)
		}
		p.batches.Set(widget.Notice, words, widget.NewButton(widget.Linked, "", say.T("outbox.resume"), func() { p.resume(held[0].ID) }))
	}
}

// serviceTrouble says what is wrong with the service, and what can be done; no sentence when nothing is.
func (p *Page) serviceTrouble() (tone widget.Tone, sentence string, actions []*widget.Button) {
	say, s := p.config.Say, p.model.service
	link := func(key string, do func()) {
		if do != nil {
			actions = append(actions, widget.NewButton(widget.Linked, "", say.T(key), do))
		}
	}
	name, since := widget.Strong(p.service()), p.clock(s.Since)
	switch s.Health {
	case agent.Unset:
		if n := p.model.all.Queued; n > 0 {
			link("outbox.connect", p.config.Connect)
			return widget.Caution, say.N("outbox.unset", n, "Service", widget.Strong(say.T("outbox.service"))), actions
		}
	case agent.Unreachable, agent.Faulty:
		link("outbox.try-now", p.deliverNow)
		key := "outbox.unreachable"
		if s.Health == agent.Faulty {
			key = "outbox.faulty"
		}
		words := say.T(key, "Service", name, "Since", since)
		if s.Next.After(p.config.Now()) {
			words = say.T("outbox.next-try", "Sentence", words, "When", p.in(s.Next))
		}
		return widget.Caution, say.T("outbox.full-stop", "Sentence", words), actions
	case agent.Refused:
		if s.Failure != nil && theirs(s.Failure) != "" {
			link("outbox.server-said", func() { p.serverSaid(s.Failure) })
		}
		link("outbox.settings", p.config.Connect)
		return widget.Trouble, say.T("outbox.refused", "Service", name, "Since", since, "Why", capital(p.whyOurs(s.Failure))), actions
	}
	return 0, "", nil
}

// whyOurs is the reason of a failure in our words, whatever the service said.
func (p *Page) whyOurs(f *message.Failure) string {
	if f == nil {
		return p.config.Say.T("outbox.why-kind.refused")
	}
	ours := *f
	ours.Words = ""
	return p.why(&ours)
}

// serverSaid shows the service's own words.
func (p *Page) serverSaid(f *message.Failure) {
	c, say := p.canvas(), p.config.Say
	if c == nil {
		return
	}
	var sheet *widget.Sheet
	words := p.rawWords(f)
	sheet = widget.NewSheet(say.T("outbox.server-said"), say.T("outbox.copy"), say.T("outbox.close"), func() { sheet.Close() })
	sheet.Add(widget.Part{Object: widget.NewProse(words, style.Body, style.Ink)})
	sheet.OnCancel(func() { p.copyWords(words) })
	sheet.Open(c, nil)
}
