package messages

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// callTab is the tab of quick calls: until when, with or without a password, and then the link.
type callTab struct {
	page *Page

	words, date, clock *widget.Entry // the time in words, and the same as date and time
	choices            []*widget.Chip
	echo               *widget.Column // what was understood
	said               string         // the same, plain
	expires            time.Time      // the zero time while nothing is
	password           *widget.Entry
	filling            bool

	calling bool
	url     string
	made    message.QuickCall // what url was made for
	failure error
	format  link.Format

	trouble *widget.Banner
	result  *callResult
	pane    *pane
	bar     *actionBar
	create  *widget.Button
	another *widget.Button
	stop    *widget.Button
	copy    *widget.CopyButton
}

func newCallTab(p *Page) *callTab {
	say := p.config.Say
	t := &callTab{page: p, echo: widget.NewColumn(0), format: p.config.Preferences.Format(), trouble: widget.NewBanner(widget.Trouble, "")}
	t.create = widget.NewButton(widget.Filled, "meeting", say.T("messages.call-create"), t.primary)
	t.create.Hint = keyCtrlEnter
	t.another = widget.NewButton(widget.Outlined, "", say.T("messages.call-another"), t.again)
	t.stop = widget.NewButton(widget.Outlined, "", say.T("widget.cancel"), t.cancel)
	t.copy = widget.NewCopyButton(say.T("messages.call-copy"), say.T("messages.call-copied"), keyCtrlEnter, t.copyLink)
	t.copy.After = p.config.After
	t.bar = newActionBar(t.create)
	pane := func() *pane { return t.pane }
	t.buildTime(pane)
	t.buildPassword(pane)
	t.result = newCallResult(t)
	t.pane = newPane(
		part{object: caption(say.T("messages.call-until"))},
		part{above: style.Unit, object: newFlow(style.IconGap, style.IconGap, objects(t.choices...)...)},
		part{above: style.FieldGap, object: newFlow(style.FieldGap, style.IconGap, newSized(t.words, 260), newSized(t.date, 150), newSized(t.clock, 90))},
		part{above: style.Unit, object: t.echo},
		part{above: style.PageMargin, object: caption(say.T("messages.call-password"))},
		part{above: style.Unit, object: t.passwordRow(pane)},
		part{above: style.Unit, object: widget.NewProse(say.T("messages.call-password-hint"), style.Caption, style.Ink2)},
		part{above: style.PageMargin, object: t.trouble},
		part{above: style.PageMargin, object: t.result},
	)
	t.trouble.Hidden, t.result.Hidden = true, true
	t.understand()
	return t
}

// content is part of being a tab.
func (t *callTab) content() fyne.CanvasObject { return t.pane }

// foot is part of being a tab.
func (t *callTab) foot() *actionBar { return t.bar }

// shown puts the focus where the time is typed, or on the link when there is one.
func (t *callTab) shown() {
	if t.url != "" {
		t.page.focus(t.copy.Button)
		return
	}
	t.page.focus(t.words.Input())
}

// escape is part of being a tab.
func (t *callTab) escape() bool {
	if !t.calling {
		return false
	}
	t.cancel()
	return true
}

// reconsider takes changed settings into account.
func (t *callTab) reconsider() {
	if t.url == "" {
		t.format = t.page.config.Preferences.Format()
	}
}

// primary asks for a call, or copies the link of the one that was made.
func (t *callTab) primary() {
	switch {
	case t.url != "":
		t.copyLink()
	case t.calling:
	case t.expires.IsZero():
		t.page.focus(t.words.Input())
	default:
		t.ask()
	}
}

// ask asks the service for the call. It cannot wait in the outbox: the link is wanted now.
func (t *callTab) ask() {
	p := t.page
	q := message.QuickCall{Expires: t.expires, Password: t.password.Text()}
	t.calling, t.failure = true, nil
	p.show()
	service := p.model.service.Name
	p.tasks.Latest("call", func(ctx context.Context) func() {
		url, err := p.config.Services.QuickCall(ctx, service, q)
		return func() { t.answered(q, url, err) }
	})
}

func (t *callTab) answered(q message.QuickCall, url string, err error) {
	p := t.page
	t.calling = false
	if err != nil {
		p.config.Log.Error("messages page", "what", "creating a quick call", "err", err)
		t.failure = err
		p.show()
		return
	}
	t.url, t.made = url, q
	p.show()
	t.pane.reveal(t.result)
	if p.current() == tab(t) {
		p.focus(t.copy.Button)
	}
}

// cancel gives the asking up.
func (t *callTab) cancel() {
	t.page.tasks.Latest("call", func(context.Context) func() { return nil })
	t.calling = false
	t.page.show()
	t.shown()
}

// again makes room for another call. The time and the password stay, to be changed.
func (t *callTab) again() {
	t.url, t.made = "", message.QuickCall{}
	t.copy.Rest()
	t.understand()
	t.page.show()
	t.shown()
}

// show is part of being a tab.
func (t *callTab) show() {
	say := t.page.config.Say
	t.trouble.Hidden = t.failure == nil
	if t.failure != nil {
		t.trouble.Set(widget.Trouble, t.page.sentence("messages.call-failed", t.failure), t.page.saidBy(t.failure)...)
	}
	t.result.Hidden = t.url == ""
	t.result.show()
	switch {
	case t.url != "":
		t.bar.say(widget.Notice, "")
		t.bar.set(t.another, t.copy.Button)
	case t.calling:
		t.bar.say(widget.Notice, say.T("messages.call-asking", "Service", say.T("messages.service")))
		t.create.Disable()
		t.bar.set(t.stop, t.create)
	case t.expires.IsZero():
		t.bar.say(widget.Notice, say.T("messages.call-no-time"))
		t.create.Disable()
		t.bar.set(t.create)
	default:
		t.bar.say(widget.Notice, say.T("messages.call-says"))
		t.create.Enable()
		t.bar.set(t.create)
	}
	t.pane.Refresh()
}

// saidBy offers the words of the service, when a failure has some.
func (p *Page) saidBy(err error) []*widget.Button {
	f := message.NewFailure(err)
	if f == nil || f.Words == "" || fault.KindOf(err) == fault.Other {
		return nil
	}
	return []*widget.Button{widget.NewButton(widget.Linked, "", p.config.Say.T("messages.server-said"), func() { p.showWords(f) })}
}
