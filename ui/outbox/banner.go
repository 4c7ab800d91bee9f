package outbox

import (
	"fmt"

	"foyer/services/agent"
	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// notice is a banner whose buttons stay the same while only its words change, so that the focus stays
// on them.
type notice struct {
	*widget.Banner
	about   string
	actions []*widget.Button
}

func newNotice() *notice {
	n := &notice{Banner: widget.NewBanner(widget.Notice, "").Bleed()}
	n.Hide()
	return n
}

// say shows a sentence, or nothing without one. What it is about decides whether the buttons are made
// anew.
func (n *notice) say(about string, tone widget.Tone, sentence string, actions func() []*widget.Button) {
	n.Hidden = sentence == ""
	if n.Hidden {
		n.about = ""
		return
	}
	if n.about != about {
		n.about, n.actions = about, actions()
	}
	n.Set(tone, sentence, n.actions...)
}

// SetService says how the service is that the messages go through.
func (p *Page) SetService(s agent.ServiceState) {
	p.model.service = s
	p.show()
}

// showBanners says why messages wait: the outbox cannot be read, the service is away, or a batch is
// paused.
func (p *Page) showBanners() {
	say := p.config.Say
	if p.trouble != nil {
		p.banner.say("load", widget.Trouble, say.T("outbox.load-failed", "Why", say.Reason(p.trouble)), func() []*widget.Button {
			return []*widget.Button{widget.NewButton(widget.Linked, "", say.T("outbox.read-again"), p.reload)}
		})
	} else {
		s := p.model.service
		tone, sentence := p.serviceTrouble()
		p.banner.say(fmt.Sprint(s.Name, s.Health, s.Since, s.Failure != nil), tone, sentence, p.serviceActions)
	}
	p.showHeld()
}

// showHeld says which batches are paused.
func (p *Page) showHeld() {
	say, held := p.config.Say, p.model.held
	if len(held) == 0 {
		p.batches.say("", 0, "", nil)
		return
	}
	first := held[0]
	words := say.N("outbox.paused", first.Counts.Queued, "Batch", widget.Strong(first.Name))
	if len(held) > 1 {
		words += " " + say.N("outbox.paused-more", len(held)-1)
	}
	p.batches.say(fmt.Sprint(first.ID), widget.Notice, words, func() []*widget.Button {
		return []*widget.Button{widget.NewButton(widget.Linked, "", say.T("outbox.resume"), func() { p.resume(first.ID) })}
	})
}

// serviceTrouble says what is wrong with the service; no sentence when nothing is.
func (p *Page) serviceTrouble() (tone widget.Tone, sentence string) {
	say, s := p.config.Say, p.model.service
	name, since := widget.Strong(p.service()), p.clock(s.Since)
	switch s.Health {
	case agent.Unset:
		if n := p.model.all.Queued; n > 0 {
			return widget.Caution, say.N("outbox.unset", n, "Service", widget.Strong(say.T("outbox.service")))
		}
	case agent.Unreachable, agent.Faulty:
		key := "outbox.unreachable"
		if s.Health == agent.Faulty {
			key = "outbox.faulty"
		}
		words := say.T(key, "Service", name, "Since", since)
		if s.Next.After(p.config.Now()) {
			words = say.T("outbox.next-try", "Sentence", words, "When", p.in(s.Next))
		}
		return widget.Caution, say.T("outbox.full-stop", "Sentence", words)
	case agent.Refused:
		return widget.Trouble, say.T("outbox.refused", "Service", name, "Since", since, "Why", capital(p.whyOurs(s.Failure)))
	}
	return 0, ""
}

// serviceActions are what can be done about the service.
func (p *Page) serviceActions() (all []*widget.Button) {
	say, s := p.config.Say, p.model.service
	link := func(key string, do func()) {
		if do != nil {
			all = append(all, widget.NewButton(widget.Linked, "", say.T(key), do))
		}
	}
	if f := s.Failure; f != nil && f.Words != "" {
		link("outbox.server-said", func() { p.serverSaid(f) })
	}
	switch s.Health {
	case agent.Unset:
		link("outbox.connect", p.config.Connect)
	case agent.Refused:
		link("outbox.settings", p.config.Connect)
	default:
		all = append(all, widget.NewButton(widget.Outlined, "refresh", say.T("outbox.try-now"), p.deliverNow))
	}
	return all
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
