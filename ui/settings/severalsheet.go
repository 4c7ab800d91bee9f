package settings

import (
	"context"
	"strings"

	"foyer/services/agent"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// newcomer is the sheet that asks for the kind and the name of a new service.
type newcomer struct {
	page    *Page
	sheet   *widget.Sheet
	kind    *widget.Segments
	chosen  int
	name    *widget.Entry
	problem *widget.Prose
}

// addService asks for the kind and the name of a new service, adds it, and goes to its card.
func (p *Page) addService() {
	say := p.config.Say
	n := &newcomer{page: p, name: widget.NewEntry("", say.T("services.name-hint")), problem: widget.NewProse("", style.Caption, style.InUse)}
	n.sheet = widget.NewSheet(say.T("several.add-title"), say.T("widget.cancel"), say.T("several.add-do"), n.add)
	n.kind = widget.NewSegments([]string{say.T("services.name"), say.T("meeting-service.name")}, func(i int) { n.chosen = i })
	n.name.OnChanged = func(string) { n.show() }
	n.sheet.Add(widget.Part{Object: widget.NewProse(say.T("several.add-about"), style.Body, style.Ink2)},
		widget.Part{Above: style.FieldGap, Object: named(say.T("several.kind"), n.kind)},
		widget.Part{Above: style.FieldGap, Object: caption(say.T("several.name"))},
		widget.Part{Above: style.Unit, Object: n.sheet.Field(n.name)},
		widget.Part{Above: style.Unit, Object: n.problem})
	n.name.OnFocus = func(on bool) {
		if on {
			n.sheet.Reveal(n.name)
		}
	}
	n.show()
	if c := p.canvas(); c != nil {
		n.sheet.Open(c, n.name.Input())
	}
}

// check returns the name on one line, and why it cannot be used; both are "" while nothing is typed.
func (n *newcomer) check() (name, why string) {
	name = oneLine(n.name.Text(), nameMax)
	for _, c := range n.page.cards {
		if name != "" && (strings.EqualFold(c.values.Name, name) || strings.EqualFold(c.kind.id, name)) {
			return name, n.page.config.Say.T("several.name-taken")
		}
	}
	if agent.KindOf(strings.ToLower(name)) != "" {
		return name, n.page.config.Say.T("several.name-taken")
	}
	return name, ""
}

func (n *newcomer) show() {
	name, why := n.check()
	n.problem.SetText(why)
	n.problem.Hidden = why == ""
	n.name.SetInvalid(why != "")
	if name == "" || why != "" {
		n.sheet.OK().Disable()
	} else {
		n.sheet.OK().Enable()
	}
	n.sheet.Refresh()
}

func (n *newcomer) add() {
	name, why := n.check()
	if name == "" || why != "" {
		return
	}
	n.sheet.Close()
	p, kind := n.page, []string{agent.ChatMessenger, agent.HuaweiMeeting}[n.chosen]
	var id string
	p.store(KeyService, func(ctx context.Context) (err error) {
		id, err = p.config.Several.Add(ctx, kind, name)
		return err
	}, func(stored bool) {
		if stored {
			p.showService(id)
		}
	})
}

// showService goes to the card of a service as soon as there is one.
func (p *Page) showService(id string) {
	p.takeServices(p.config.Preferences.Values())
	for _, c := range p.cards {
		if c.kind.id == id {
			p.reveal(c.card)
			if c.account != nil {
				p.focus(c.account.account.Input())
			} else {
				p.focus(c.url.Input())
			}
		}
	}
}

// askRemove asks whether to remove the service, and says how many messages wait for it.
func (s *service) askRemove() {
	p := s.page
	p.tasks.Latest("remove "+s.kind.id, func(ctx context.Context) func() {
		waiting, err := p.config.Several.Waiting(ctx, s.kind.id)
		return func() {
			if err != nil {
				p.failed("several.remove-failed", err)
				return
			}
			s.confirmRemove(waiting)
		}
	})
}

func (s *service) confirmRemove(waiting int) {
	say := s.page.config.Say
	about := say.T("several.remove-messenger")
	if s.account != nil {
		about = say.T("several.remove-account")
	}
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("several.remove-title", "Service", s.head.title.Words()), say.T("widget.cancel"), say.T("several.remove-do"), func() {
		sheet.Close()
		s.remove(waiting)
	}, widget.Part{Object: widget.NewProse(about, style.Body, style.Ink)})
	if waiting > 0 {
		sheet.Add(widget.Part{Above: style.FieldGap, Object: widget.NewProse(say.N("several.remove-waiting", waiting), style.Body, style.InUse)})
	}
	s.open(sheet, sheet.Cancel())
}

func (s *service) remove(waiting int) {
	p, say, id := s.page, s.page.config.Say, s.kind.id
	s.outdated()
	storing := p.storing
	// It may have to wait for the keyring.
	p.secrets.Add(func(context.Context) func() {
		err := p.config.Several.Remove(storing, id)
		return func() {
			if err != nil {
				p.failed("several.remove-failed", err)
				return
			}
			words := say.T("several.removed")
			if waiting > 0 {
				words = say.N("several.removed-waiting", waiting)
			}
			p.toast.Say(widget.Fine, words, "", nil)
			if p.config.Changed != nil {
				p.config.Changed(KeyService)
			}
			p.epoch++
			p.Reconsider()
		}
	})
}
