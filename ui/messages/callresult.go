package messages

import (
	"context"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

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

// callResult is the card with the link of a call, as it will be copied.
type callResult struct {
	fynewidget.BaseWidget
	tab     *callTab
	fill    *widget.Fill
	column  *widget.Column
	head    *widget.Prose
	link    *widget.Prose
	formats *widget.Segments
}

func newCallResult(t *callTab) *callResult {
	say := t.page.config.Say
	r := &callResult{tab: t, fill: widget.NewFill(style.Surface, style.Line, style.RadiusCard), head: widget.NewProse("", style.Body, style.Ink), link: widget.NewProse("", style.Body, style.Ink)}
	words := make([]string, len(callFormats))
	for i, f := range callFormats {
		words[i] = say.T("links.format." + string(f))
	}
	r.formats = widget.NewSegments(words, func(i int) {
		t.format = callFormats[i]
		r.show()
	})
	open := widget.NewButton(widget.Outlined, "open", say.T("messages.call-open"), t.openLink)
	write := widget.NewButton(widget.Outlined, "message", say.T("messages.call-write"), t.write)
	buttons := newFlow(style.IconGap, style.IconGap, open, write)
	for _, w := range []widget.Focusing{r.formats, open, write} {
		w.OnFocused(func(on bool) {
			if on {
				t.pane.reveal(w)
			}
		})
	}
	r.column = widget.NewColumn(0,
		widget.Part{Object: r.head},
		widget.Part{Above: style.IconGap, Object: r.link},
		widget.Part{Above: style.FieldGap, Object: r.formats, Left: true},
		widget.Part{Above: style.FieldGap, Object: buttons})
	r.ExtendBaseWidget(r)
	return r
}

// show draws the link as it will be copied.
func (r *callResult) show() {
	t := r.tab
	if t.url == "" {
		return
	}
	r.head.SetText(t.page.config.Say.T("messages.call-made", "When", widget.Strong(t.page.future(t.made.Expires, t.page.config.Now()))))
	chosen := 0
	for i, f := range callFormats {
		if f == t.format {
			chosen = i
		}
	}
	t.format = callFormats[chosen]
	r.formats.Select(chosen)
	rich := writeLink(t.url, t.linkText(), t.format)
	r.link.Color, r.link.Underline = style.Ink, false
	r.link.SetText(rich.Text)
	if rich.HTML != "" {
		r.link.Color, r.link.Underline = style.Accent, true
		r.link.SetText(t.linkText())
	}
	r.Refresh()
}

// HeightFor returns the height that the card needs at a width.
func (r *callResult) HeightFor(width float32) float32 {
	return r.column.HeightFor(width-2*cardPad) + 2*cardPad
}

// CreateRenderer is part of the widget contract.
func (r *callResult) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{r.fill, r.column},
		func() fyne.Size { return fyne.NewSize(160, r.HeightFor(max(r.Size().Width, 160))) },
		func(size fyne.Size) {
			widget.Place(r.fill, 0, 0, size.Width, size.Height)
			widget.Place(r.column, cardPad, cardPad, size.Width-2*cardPad, size.Height-2*cardPad)
		})
}
