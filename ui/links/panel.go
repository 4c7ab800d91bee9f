package links

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/link"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// panel shows the chosen link: its text, how it is copied, exactly what will be pasted, and what
// is known about it.
type panel struct {
	fynewidget.BaseWidget
	page      *Page
	side      *widget.SidePanel
	starts    *widget.Segments
	label     *widget.Entry
	formats   *widget.Segments
	preview   *preview
	copy      *widget.CopyButton
	open      *widget.Button
	dismissed bool
	overlay   bool
	filling   bool   // the text is set by the page, not typed
	key       string // of the link whose text stands in label
	edited    *edit  // a change of the text that is not stored yet
}

// formats are the ways to copy that the panel offers side by side.
var formats = []link.Format{link.URL, link.HTML, link.Markdown, link.RichText, link.QR}

func newPanel(p *Page) *panel {
	say := p.config.Say
	n := &panel{page: p, side: widget.NewSidePanel(), preview: newPreview(say.T("links.preview"))}
	n.starts = widget.NewSegments([]string{say.T("links.start-message"), say.T("links.start-meeting")}, func(i int) {
		p.model.meeting = i == 1
		n.key = ""
		p.panel.show()
	}).Stretch()
	n.label = widget.NewArea("", "", 1, 3)
	n.label.OnChanged = n.typed
	n.label.OnResized(n.Refresh)
	n.label.OnKey = n.labelKey
	n.label.OnFocus = func(on bool) {
		if !on {
			n.flush()
			return
		}
		n.side.Reveal(n.label)
	}
	words := make([]string, len(formats))
	for i, f := range formats {
		words[i] = say.T("links.format." + string(f))
	}
	n.formats = widget.NewSegments(words, func(i int) {
		p.model.format = formats[i]
		n.show()
	})
	n.copy = widget.NewCopyButton(say.T("links.copy"), say.T("links.copied"), "Ctrl+Enter", p.copyChosen)
	n.copy.After = p.config.After
	n.open = widget.NewButton(widget.Outlined, "open", say.T("links.open"), p.openChosen)
	n.side.Watch(n.starts, n.formats, n.copy.Button, n.open)
	n.ExtendBaseWidget(n)
	return n
}

// labelKey keeps the text of a link on one line: Enter copies.
func (n *panel) labelKey(k *fyne.KeyEvent) bool {
	if k.Name != fyne.KeyReturn && k.Name != fyne.KeyEnter {
		return false
	}
	n.page.copyChosen()
	return true
}

// setOverlay says whether the panel lies over the page; it then has a button that closes it.
func (n *panel) setOverlay(on bool) {
	if n.overlay == on {
		return
	}
	n.overlay = on
	n.side.SetOverlay(on)
	if n.page.model.chosen != nil {
		n.showHead(*n.page.model.chosen)
	}
}

// CreateRenderer is part of the widget contract.
func (n *panel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{n.side}, n.side.MinSize, func(s fyne.Size) { widget.Place(n.side, 0, 0, s.Width, s.Height) })
}

// show draws the chosen link.
func (n *panel) show() {
	p := n.page
	if p.model.chosen == nil {
		n.key = ""
		return
	}
	l := *p.model.chosen
	n.showHead(l)
	t := p.model.target()
	if key := t.Key(); key != n.key {
		n.key = key
		n.copy.Rest()
		n.filling = true
		n.label.SetText(p.labelOf(l, t))
		n.filling = false
	}
	n.formats.Select(indexOf(formats, p.model.format))
	n.starts.Select(0)
	if p.model.meeting {
		n.starts.Select(1)
	}
	n.showPreview()
	n.side.SetParts(n.parts(l, t)...)
	n.Refresh()
}

func (n *panel) showHead(l link.Saved) {
	p := n.page
	say := p.config.Say
	star := widget.NewIconButton("star", say.T("links.pin"), p.pinChosen)
	if l.Pinned {
		star.SetIcon("star-filled", style.Accent)
		star.SetTip(say.T("links.unpin"))
	}
	var more *widget.Button
	more = widget.NewIconButton("more", say.T("widget.more"), func() { widget.ShowMenu(more, p.menuItems()) })
	actions := []*widget.Button{star, more}
	if n.overlay {
		actions = append(actions, widget.NewIconButton("x", say.T("links.close"), p.dismiss))
	}
	n.side.SetHead(icon(l.Kind), l.Title(), actions...)
}

func (n *panel) parts(l link.Saved, t link.Target) []widget.Part {
	p, say := n.page, n.page.config.Say
	caption := func(key string) fyne.CanvasObject { return widget.NewText(say.T(key), style.Caption, style.Ink2) }
	parts := []widget.Part{{Object: widget.NewProse(n.describe(l.Target), style.Body, style.Ink2)}}
	if _, ok := l.Meet(); ok {
		parts = append(parts, widget.Part{Above: 16, Object: caption("links.starts")}, widget.Part{Above: 4, Object: n.starts})
	}
	parts = append(parts,
		widget.Part{Above: 16, Object: caption("links.text")}, widget.Part{Above: 4, Object: n.label},
		widget.Part{Above: 4, Object: n.templateLine(l)},
		widget.Part{Above: 20, Object: caption("links.copy-as")}, widget.Part{Above: 4, Object: n.formats},
		widget.Part{Above: 16, Object: n.preview})
	for _, w := range n.warnings(l, t) {
		parts = append(parts, widget.Part{Above: 12, Object: w})
	}
	parts = append(parts, widget.Part{Above: 16, Object: n.buttons()}, widget.Part{Above: 16, Object: widget.NewRule()})
	for i, d := range p.details(l) {
		above := float32(8)
		if i == 0 {
			above = 20
		}
		parts = append(parts, widget.Part{Above: above, Object: d})
	}
	return parts
}

// buttons puts copy and open side by side, below each other where there is no room.
func (n *panel) buttons() fyne.CanvasObject {
	if n.copy.MinSize().Width+n.open.MinSize().Width+style.IconGap > n.inner() {
		return widget.NewColumn(0, widget.Part{Object: n.copy.Button}, widget.Part{Above: style.IconGap, Object: n.open})
	}
	return widget.NewLine(style.IconGap, 0, n.copy.Button, n.open)
}

// inner is the width inside the panel's margins, px.
func (n *panel) inner() float32 {
	if w := n.Size().Width; w > 0 {
		return w - 2*style.PageMargin
	}
	return n.side.Width() - 2*style.PageMargin
}

// describe says in a line what the link leads to.
func (n *panel) describe(t link.Target) string {
	say := n.page.config.Say
	about := say.T("links.kind-begin." + string(t.Kind))
	more := n.page.people(t)
	switch {
	case t.Kind == link.Person:
		more = t.Email
	case t.Kind == link.Meeting && t.SIP != "":
		more = t.SIP
	case t.Kind == link.Meeting:
		more = short(t.URL)
	case t.Message != "":
		more = say.T("links.one-message")
	}
	if more == "" {
		return about
	}
	return say.T("links.described", "Kind", about, "More", more)
}

// templateLine says where the text comes from, and leads to a change of that.
func (n *panel) templateLine(l link.Saved) fyne.CanvasObject {
	p, say := n.page, n.page.config.Say
	words := say.T("links.own-text")
	if l.Label == "" && n.edited == nil {
		name := p.templateOf(l)
		if name == "" {
			name = say.T("links.template-default")
		}
		words = say.T("links.template", "Name", name)
	}
	var change *widget.Button
	change = widget.NewButton(widget.Linked, "", say.T("links.change"), func() { widget.ShowMenu(change, p.templateItems()) })
	n.side.Watch(change)
	text := widget.NewText(words, style.Caption, style.Ink2)
	text.Elide = true
	return widget.NewLine(style.IconGap, 0, text, change)
}

// warnings are what should be known before the link is passed on.
func (n *panel) warnings(l link.Saved, t link.Target) []fyne.CanvasObject {
	say := n.page.config.Say
	var all []fyne.CanvasObject
	seen := map[link.Warning]bool{}
	for _, w := range append(append([]link.Warning{}, l.Warnings...), t.Caveats()...) {
		if seen[w] {
			continue
		}
		seen[w] = true
		drawing, color := "warn", style.Soon
		if w == link.WarnOlderForm {
			drawing, color = "info", style.Ink2
		}
		all = append(all, hint(drawing, color, say.T("warning."+string(w))))
	}
	if t.Kind == link.Space && t.ID != "" {
		all = append(all, hint("info", style.Ink2, say.T("links.members-only")))
	}
	return all
}

func hint(drawing string, color style.Name, sentence string) fyne.CanvasObject {
	return widget.NewHint(drawing, color, sentence)
}

func (n *panel) showPreview() {
	p := n.page
	out, err := link.Write(p.model.target(), p.model.format, n.label.Text())
	if err != nil {
		n.preview.setText(p.sentence("links.no-such-form", err), false)
		return
	}
	switch p.model.format {
	case link.QR:
		n.preview.setPicture(out.PNG)
	case link.RichText:
		n.preview.setText(n.label.Text(), true)
	default:
		n.preview.setText(out.Text, false)
	}
}

// preview is the card that shows exactly what will be pasted.
type preview struct {
	fynewidget.BaseWidget
	card    *widget.Fill
	caption *widget.Text
	words   *widget.Prose
	picture *canvas.Image
}

// pictureSide is the side of a QR code in the preview, px.
const pictureSide float32 = 132

func newPreview(caption string) *preview {
	v := &preview{card: widget.NewFill(style.Ground, style.Line, style.RadiusCard), caption: widget.NewText(caption, style.Caption, style.Ink3),
		words: widget.NewProse("", style.Body, style.Ink), picture: &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScalePixels}}
	v.words.MaxLines = 8
	v.ExtendBaseWidget(v)
	return v
}

// setText shows words, as a link if they will be one.
func (v *preview) setText(words string, linked bool) {
	v.picture.Hide()
	v.words.Show()
	v.words.Color, v.words.Underline = style.Ink, linked
	if linked {
		v.words.Color = style.Accent
	}
	v.words.SetText(strings.TrimRight(words, "\n"))
	v.Refresh()
}

func (v *preview) setPicture(png []byte) {
	v.words.SetText("")
	v.words.Hide()
	v.picture.Resource = fyne.NewStaticResource("qr.png", png)
	v.picture.Show()
	v.Refresh()
}

// HeightFor returns the height that the card needs at a width.
func (v *preview) HeightFor(width float32) float32 {
	h := float32(12+4+12) + style.Of(v).Line(style.Caption)
	if v.picture.Visible() {
		return h + pictureSide
	}
	return h + v.words.HeightFor(width-24)
}

// CreateRenderer is part of the widget contract.
func (v *preview) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{v.card, v.caption, v.words, v.picture},
		func() fyne.Size { return fyne.NewSize(120, v.HeightFor(max(v.Size().Width, 120))) },
		func(size fyne.Size) {
			line := style.Of(v).Line(style.Caption)
			widget.Place(v.card, 0, 0, size.Width, size.Height)
			widget.Place(v.caption, 12, 12, size.Width-24, line)
			widget.Place(v.words, 12, 16+line, size.Width-24, v.words.HeightFor(size.Width-24))
			widget.Place(v.picture, 12, 16+line, pictureSide, pictureSide)
		})
}

func indexOf(all []link.Format, f link.Format) int {
	for i, one := range all {
		if one == f {
			return i
		}
	}
	return 0
}

// short is a web address without its scheme.
func short(url string) string {
	_, rest, found := strings.Cut(url, "://")
	if !found {
		return url
	}
	return rest
}
