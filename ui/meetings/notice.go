package meetings

import (
	"errors"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// notice is a banner whose buttons stay the same while only its words change, so that the focus stays
// on them.
type notice struct {
	*widget.Banner
	about   any
	actions []*widget.Button
}

func newNotice() *notice {
	n := &notice{Banner: widget.NewBanner(widget.Notice, "").Bleed()}
	n.Hide()
	return n
}

// say shows a sentence, or nothing without one. What it is about decides whether the buttons are made
// anew.
func (n *notice) say(about any, tone widget.Tone, sentence string, actions ...*widget.Button) {
	n.Hidden = sentence == ""
	if n.Hidden {
		n.about = nil
		return
	}
	if n.about != about {
		n.about, n.actions = about, actions
	}
	n.Set(tone, sentence, n.actions...)
}

// link makes a button that reads as a link.
func (p *Page) link(words string, do func()) *widget.Button {
	return widget.NewButton(widget.Linked, "", words, do)
}

// why is a failure as a sentence, and what to do about it.
func (p *Page) why(err error) string {
	words := p.config.Say.Reason(err)
	if step := p.config.Say.Step(err); step != "" {
		words += " " + step
	}
	return words
}

// saidWords are the service's own words with its code; "" when it said nothing.
func saidWords(err error) string {
	f, ok := errors.AsType[*fault.Error](err)
	if !ok {
		return ""
	}
	words := f.Words
	if f.Code != "" && f.Status != 0 {
		if words != "" {
			words = "\n" + words
		}
		words = f.Code + words
	}
	return words
}

// saidLink shows what the server said, nil when it said nothing.
func (p *Page) saidLink(err error) []*widget.Button {
	if saidWords(err) == "" {
		return nil
	}
	return []*widget.Button{p.link(p.config.Say.T("meetings.server-said"), func() { p.showSaid(err) })}
}

// showSaid shows the service's own words.
func (p *Page) showSaid(err error) {
	say, words := p.config.Say, saidWords(err)
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("meetings.server-said"), say.T("meetings.copy"), say.T("meetings.close"), func() { sheet.Close() })
	sheet.Add(widget.Part{Object: widget.NewProse(words, style.Body, style.Ink)})
	if f, ok := errors.AsType[*fault.Error](err); ok {
		if f.Status != 0 {
			sheet.Add(widget.Part{Above: style.FieldGap, Object: widget.NewProse(say.T("meetings.status", "Status", f.Status), style.Caption, style.Ink2)})
		}
		if f.RequestID != "" {
			sheet.Add(widget.Part{Above: style.Unit, Object: widget.NewProse(say.T("meetings.request", "ID", f.RequestID), style.Caption, style.Ink2)})
		}
	}
	sheet.OnCancel(func() { p.copyText(words, "meetings.words-copied") })
	p.open(sheet, nil)
}

// showService says what is wrong with the service. Without an account there is nothing wrong: the page
// says what does not work then.
func (p *Page) showService() {
	say, s := p.config.Say, p.model.service
	about := [3]any{s.Health, s.Since, s.Failure != nil}
	name := widget.Strong(say.T("meetings.service"))
	since := p.clock(s.Since)
	switch {
	case p.firstTime():
		p.banner.say(nil, 0, "")
	case s.Health == agent.Unset:
		var actions []*widget.Button
		if p.config.Connect != nil {
			actions = append(actions, p.link(say.T("meetings.connect"), p.config.Connect))
		}
		p.banner.say(about, widget.Notice, say.T("meetings.no-account"), actions...)
	case s.Health == agent.Refused:
		var actions []*widget.Button
		if p.config.Connect != nil {
			actions = append(actions, p.link(say.T("meetings.settings"), p.config.Connect))
		}
		p.banner.say(about, widget.Trouble, say.T("meetings.account-refused", "Service", name, "Since", since), actions...)
	case (s.Health == agent.Unreachable || s.Health == agent.Faulty) && p.model.phase != away:
		key := say.T("meetings.unreachable", "Service", name, "Since", since)
		if s.Health == agent.Faulty {
			key = say.T("meetings.faulty", "Service", name, "Since", since)
		}
		p.banner.say(about, widget.Caution, key, widget.NewButton(widget.Outlined, "refresh", say.T("meetings.try-now"), p.tryNow))
	default:
		p.banner.say(nil, 0, "")
	}
}

// tryNow asks for everything again.
func (p *Page) tryNow() { p.lookUp() }
