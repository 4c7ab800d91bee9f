package meetings

import (
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/meeting"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// restsFor is how long typing rests before the meeting is asked for; patience is how long that takes
// before the page says so. A password that is typed key by key rests longer, unless it is left or
// entered: half a password is a wrong one, and the service locks a meeting after some of those.
const (
	restsFor    = 600 * time.Millisecond
	secretRests = 2500 * time.Millisecond
	patience    = 300 * time.Millisecond
)

// accessBlock is what opens a meeting: its ID, and the host password or a control token, with what the
// meeting is doing beside them.
type accessBlock struct {
	fynewidget.BaseWidget
	page                *Page
	idLabel, secretName *widget.Text
	id, secret          *widget.Entry
	kind                *widget.Button
	mark                *widget.Icon
	words               *widget.Text
	actions             []*widget.Button
	about               phase
	typed               int     // how long the secret was before the last change, in bytes
	note                *notice // why it cannot be opened
	rule                *widget.Fill
}

func newAccessBlock(p *Page) *accessBlock {
	say := p.config.Say
	b := &accessBlock{page: p, idLabel: widget.NewText(say.T("meetings.id"), style.Caption, style.Ink2), secretName: widget.NewText("", style.Caption, style.Ink2),
		id: widget.NewEntry("", say.T("meetings.id-hint")), secret: widget.NewSecretEntry("key", ""),
		mark: widget.NewIcon("", style.IconRow, style.Ink2), words: widget.NewText("", style.Body, style.Ink), note: newNotice(), rule: widget.NewRule()}
	b.words.Elide = true
	b.kind = widget.NewIconButton("down", say.T("meetings.secret-kind"), b.openKinds)
	b.secret.SetAction(b.kind)
	b.id.OnChanged = func(string) { p.accessTyped(restsFor) }
	b.secret.OnChanged = func(s string) {
		rest := restsFor
		if grown := len(s) - b.typed; s != "" && grown >= -1 && grown <= 1 {
			rest = secretRests
		}
		b.typed = len(s)
		p.accessTyped(rest)
	}
	b.id.OnShortcut, b.secret.OnShortcut = b.rowsPasted, b.rowsPasted
	b.id.OnSubmitted = func(string) { p.focus(b.secret.Input()) }
	b.secret.OnSubmitted = func(string) { p.lookUp() }
	b.ExtendBaseWidget(b)
	return b
}

// secretFocused tries a secret that is left, without waiting for it to rest.
func (b *accessBlock) secretFocused(on bool) {
	b.page.top(on)
	if !on && b.page.waits.look != nil {
		b.page.lookUp()
	}
}

// rowsPasted takes rows of people that are pasted into a field for the list that they belong to.
func (b *accessBlock) rowsPasted(s fyne.Shortcut) bool {
	paste, ok := s.(*fyne.ShortcutPaste)
	if !ok {
		return false
	}
	text := strings.TrimSpace(paste.Clipboard.Content())
	if !strings.ContainsAny(text, "\t\n") {
		return false
	}
	b.page.table.Focus()
	b.page.pasted(b.page.model.table.Len(), -1, text)
	return true
}

// openKinds offers what a meeting can be opened with.
func (b *accessBlock) openKinds() {
	say, p := b.page.config.Say, b.page
	password := fyne.NewMenuItem(say.T("meetings.password"), func() { b.choose(false) })
	token := fyne.NewMenuItem(say.T("meetings.token"), func() { b.choose(true) })
	password.Checked, token.Checked = !p.model.byToken, p.model.byToken
	number := fyne.NewMenuItem(say.T("meetings.call-number"), p.openNumber)
	widget.ShowMenu(b.kind, []*fyne.MenuItem{password, token, fyne.NewMenuItemSeparator(), number})
}

// choose says whether a control token is typed rather than the host password. What was typed as the one
// is not the other.
func (b *accessBlock) choose(token bool) {
	if b.page.model.byToken != token {
		b.page.model.byToken = token
		b.secret.SetText("")
	}
	b.show()
	b.page.focus(b.secret.Input())
}

// cleanID takes what people write between the digits out of a meeting ID.
func cleanID(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

// goodID reports whether a meeting can have this ID.
func goodID(id string) bool {
	return id != "" && strings.IndexFunc(id, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// typedAccess is what the fields hold now.
func (p *Page) typedAccess() meeting.Access {
	a := meeting.Access{ID: cleanID(p.access.id.Text())}
	if secret := strings.TrimSpace(p.access.secret.Text()); p.model.byToken {
		a.Token = secret
	} else {
		a.Password = secret
	}
	return a
}

// accessTyped waits for typing to rest and looks the meeting up.
func (p *Page) accessTyped(rest time.Duration) {
	p.forget()
	p.touched()
	p.show()
	p.waits.look = p.config.After(rest, p.lookUp)
}

// show draws what is known of the meeting.
func (b *accessBlock) show() {
	p, say := b.page, b.page.config.Say
	b.secretName.SetText(say.T("meetings.password"))
	if p.model.byToken {
		b.secretName.SetText(say.T("meetings.token"))
	}
	id := cleanID(b.id.Text())
	b.id.SetInvalid(id != "" && !goodID(id))
	f := p.phaseFace()
	b.mark.Set(f.icon, f.tone)
	b.words.SetText(f.words)
	b.words.Color = f.ink
	b.words.Refresh()
	if b.about != p.model.phase || len(b.actions) != len(f.actions) {
		b.about, b.actions = p.model.phase, nil
		for _, a := range f.actions {
			b.actions = append(b.actions, p.link(a.word, a.do))
		}
	}
	b.showNote()
	b.Refresh()
}

// showNote says in a sentence why the meeting cannot be opened, or looked at.
func (b *accessBlock) showNote() {
	p, say := b.page, b.page.config.Say
	err := p.model.trouble
	if err == nil || p.model.phase == looking {
		b.note.say(nil, 0, "")
		return
	}
	tone, actions := widget.Trouble, p.saidLink(err)
	if p.model.phase == away {
		tone = widget.Caution
		actions = append(actions, widget.NewButton(widget.Outlined, "refresh", say.T("meetings.try-now"), p.lookUp))
	} else if p.model.asked.Password != "" && p.model.phase == refused {
		actions = append(actions, p.link(say.T("meetings.call-number"), p.openNumber))
	}
	b.note.say(err, tone, p.why(err), actions...)
}

// Widths of the fields, px at 100 % text.
const (
	idWide     float32 = 144
	secretWide float32 = 176
	stateLeast float32 = 120 // what the meeting is doing goes below the fields where there is less room
)

// parts returns the widths of the fields and whether the meeting's state stands below them.
func (b *accessBlock) parts(width float32) (id, secret float32, below bool) {
	scale, inner := style.Of(b).Scale(), width-2*style.PageMargin
	id, secret = idWide*scale, secretWide*scale
	if over := id + secret + style.FieldGap - inner; over > 0 {
		id, secret = id-over/2, secret-over/2
	}
	state := b.words.MinSize().Width
	for _, a := range b.actions {
		state += a.MinSize().Width + style.FieldGap
	}
	natural := fyne.MeasureText(b.words.Words(), style.Of(b).Text(style.Body), fyne.TextStyle{}).Width
	return id, secret, inner-id-secret-2*style.FieldGap < min(max(natural+state, stateLeast*scale), 320*scale)
}

// HeightFor returns the height that the block needs at a width.
func (b *accessBlock) HeightFor(width float32) float32 {
	look := style.Of(b)
	h := look.Line(style.Caption) + style.Unit + look.Height(style.ButtonHeight) + style.GroupGap
	if _, _, below := b.parts(width); below && b.words.Words() != "" {
		h += look.Height(style.SmallHeight)
	}
	if b.note.Visible() {
		h += b.note.HeightFor(width)
	}
	return h
}

// CreateRenderer is part of the widget contract.
func (b *accessBlock) CreateRenderer() fyne.WidgetRenderer { return &accessRenderer{b} }

type accessRenderer struct{ b *accessBlock }

// Objects lists the fields, the state and its links.
func (r *accessRenderer) Objects() []fyne.CanvasObject {
	b := r.b
	all := []fyne.CanvasObject{b.idLabel, b.secretName, b.id, b.secret, b.mark, b.words, b.note, b.rule}
	for _, a := range b.actions {
		all = append(all, a)
	}
	return all
}

// Destroy is part of the renderer contract.
func (r *accessRenderer) Destroy() {}

// MinSize is part of the renderer contract.
func (r *accessRenderer) MinSize() fyne.Size {
	return fyne.NewSize(280, r.b.HeightFor(max(r.b.Size().Width, 280)))
}

// Refresh draws the block.
func (r *accessRenderer) Refresh() {
	r.Layout(r.b.Size())
	for _, o := range r.Objects() {
		if o.Visible() {
			o.Refresh()
		}
	}
}

// Layout puts the state beside the fields, or below them.
func (r *accessRenderer) Layout(size fyne.Size) {
	b := r.b
	look := style.Of(b)
	caption, field := look.Line(style.Caption), look.Height(style.ButtonHeight)
	id, secret, below := b.parts(size.Width)
	x, y := style.PageMargin, caption+style.Unit
	widget.Place(b.idLabel, x, 0, id, caption)
	widget.Place(b.id, x, y, id, field)
	x += id + style.FieldGap
	widget.Place(b.secretName, x, 0, secret, caption)
	widget.Place(b.secret, x, y, secret, field)
	x += secret + style.FieldGap
	row := field
	if below {
		x, y, row = style.PageMargin, y+field+style.Unit, look.Height(style.SmallHeight)
	}
	r.layoutState(look, x, y, row, size.Width)
	bottom := size.Height
	if b.note.Visible() {
		h := b.note.HeightFor(size.Width)
		bottom -= h
		widget.Place(b.note, 0, bottom, size.Width, h)
	}
	widget.Place(b.rule, 0, bottom-1, size.Width, 1)
}

func (r *accessRenderer) layoutState(look style.Look, x, y, row, width float32) {
	b := r.b
	side, line := look.Icon(style.IconRow), look.Line(style.Body)
	b.mark.Hidden = b.mark.Name == ""
	if !b.mark.Hidden {
		widget.Place(b.mark, x, y+(row-side)/2, side, side)
		x += side + style.IconGap
	}
	end := width - style.PageMargin
	taken := float32(0)
	for _, a := range b.actions {
		taken += a.MinSize().Width + style.FieldGap
	}
	natural := fyne.MeasureText(b.words.Words(), look.Text(style.Body), fyne.TextStyle{}).Width
	w := max(min(natural+1, end-x-taken), 0)
	widget.Place(b.words, x, y+(row-line)/2, w, line)
	x += w + style.FieldGap
	for _, a := range b.actions {
		s := a.MinSize()
		widget.Place(a, x, y+(row-s.Height)/2, s.Width, s.Height)
		x += s.Width + style.FieldGap
	}
}
