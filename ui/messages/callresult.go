package messages

import (
	"context"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

func (t *callTab) buildPassword(in func() *pane) {
	say := t.page.config.Say
	t.password = widget.NewEntry("key", say.T("messages.call-password-none"))
	t.password.OnChanged = func(s string) { t.showPasswordCopy(s) }
	t.password.OnSubmitted = func(string) { t.primary() }
	t.password.OnFocus = func(on bool) {
		if on {
			in().reveal(t.password)
		}
	}
}

func (t *callTab) passwordRow(in func() *pane) *flow {
	make := widget.NewButton(widget.Outlined, "refresh", t.page.config.Say.T("messages.call-generate"), t.generate)
	make.OnFocused(func(on bool) {
		if on {
			in().reveal(make)
		}
	})
	return newFlow(style.FieldGap, style.IconGap, newSized(t.password, 260), make)
}

// showPasswordCopy offers to copy a password that there is.
func (t *callTab) showPasswordCopy(password string) {
	if password == "" {
		t.password.SetAction(nil)
		return
	}
	t.password.SetAction(widget.NewIconButton("copy", t.page.config.Say.T("messages.call-password-copy"), func() { t.page.copyText(t.password.Text()) }))
}

// generate makes a password that can be read out.
func (t *callTab) generate() {
	word, err := message.NewPassword(t.page.config.Random)
	if err != nil {
		t.page.failed("messages.no-password", err)
		return
	}
	t.password.SetText(word)
}

// linkText is the text that stands for the link of a call.
func (t *callTab) linkText() string {
	now := t.page.config.Now()
	return t.page.config.Say.T("messages.call-text", "When", t.page.future(t.made.Expires, now))
}

// copyLink copies the link exactly as it is shown.
func (t *callTab) copyLink() {
	p := t.page
	if t.url == "" {
		return
	}
	clip, say := writeLink(t.url, t.linkText(), t.format), p.config.Say
	p.stores.Add(func(ctx context.Context) func() {
		copied, err := p.config.Desk.Copy(ctx, clip)
		return func() {
			switch {
			case err != nil:
				p.failed("messages.copy-failed", err)
			case copied.Note != "":
				p.toast.Say(widget.Caution, say.T("messages.call-copied-as", "How", say.T("clipboard."+copied.Note)), "", nil)
				t.copy.Copied()
			default:
				t.copy.Copied()
			}
		}
	})
}

// openLink opens the link in the browser.
func (t *callTab) openLink() {
	p, url := t.page, t.url
	p.tasks.Go(func(ctx context.Context) func() {
		err := p.config.Desk.OpenPage(ctx, url)
		return func() {
			if err != nil {
				p.failed("messages.call-not-opened", err)
			}
		}
	})
}

// write puts the link into the message that is being written to people.
func (t *callTab) write() {
	p := t.page
	words := t.linkText() + ":\n" + t.url + "\n"
	p.open(tabPeople)
	area := p.people.message
	if s := area.text(); s != "" {
		words = "\n" + words
		area.area.CursorToEnd()
	}
	area.insert(words)
	if t.made.Password != "" {
		p.toast.Say(widget.Notice, p.config.Say.T("messages.call-without-password"), p.config.Say.T("messages.call-password-copy"), func() { p.copyText(t.made.Password) })
	}
}
