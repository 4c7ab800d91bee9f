package settings

import (
	"slices"
	"strconv"

	"foyer/services/link"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// general is the section about copying and appearance.
type general struct {
	page      *Page
	column    *widget.Column
	format    *widget.Segments
	formatFor *widget.Prose
	theme     *widget.Segments
	size      *widget.Segments
	sizes     []int
	sizeField *widget.Column
}

// formats and themes are the choices, in the order in which they are shown.
var (
	formats = []link.Format{link.URL, link.HTML, link.Markdown, link.RichText}
	themes  = []style.Mode{style.System, style.Light, style.Dark}
)

func newGeneral(p *Page) *general {
	say := p.config.Say
	g := &general{page: p, formatFor: widget.NewProse("", style.Caption, style.Ink2)}
	g.format = widget.NewSegments([]string{say.T("settings.format.url"), say.T("settings.format.html"), say.T("settings.format.markdown"), say.T("settings.format.richtext")}, func(i int) {
		g.showFormat(formats[i])
		p.set(KeyFormat, string(formats[i]))
	})
	g.theme = widget.NewSegments([]string{say.T("settings.theme.system"), say.T("settings.theme.light"), say.T("settings.theme.dark")}, func(i int) {
		p.set(KeyTheme, string(themes[i]))
	})
	p.watch(g.format, g.theme)
	g.sizeField = widget.NewColumn(0)
	g.offerSizes(100)
	look := newPair(named(say.T("settings.theme"), g.theme), g.sizeField, func() float32 {
		return 2 * (max(g.theme.MinSize().Width, g.size.MinSize().Width) + style.GroupGap)
	})
	parts := []widget.Part{
		{Object: newCard(style.PageMargin,
			widget.Part{Object: newCardHead("copy", say.T("settings.copying"), say.T("settings.copying-about"))},
			widget.Part{Above: style.GroupGap, Object: g.format, Left: true},
			widget.Part{Above: style.IconGap, Object: g.formatFor})},
		{Above: style.FieldGap, Object: newCard(style.PageMargin,
			widget.Part{Object: newCardHead("expand", say.T("settings.look"), say.T("settings.look-about"))},
			widget.Part{Above: style.GroupGap, Object: look})},
	}
	if p.config.Services == nil { // else it stands beside the services
		parts = append(parts, widget.Part{Above: style.FieldGap, Object: newCard(style.PageMargin, widget.Part{Object: p.webex})})
	}
	g.column = widget.NewColumn(0, parts...)
	return g
}

// show draws the settings.
func (g *general) show(v Values) {
	g.format.Select(max(slices.Index(formats, v.Format), 0))
	g.showFormat(v.Format)
	g.theme.Select(max(slices.Index(themes, v.Theme), 0))
	g.offerSizes(v.TextSize)
	g.size.Select(slices.Index(g.sizes, v.TextSize))
	g.page.remeasure()
}

// showFormat says what a format is good for.
func (g *general) showFormat(f link.Format) {
	say := g.page.config.Say
	switch f {
	case link.URL:
		g.formatFor.SetText(say.T("settings.format-for.url"))
	case link.HTML:
		g.formatFor.SetText(say.T("settings.format-for.html"))
	case link.Markdown:
		g.formatFor.SetText(say.T("settings.format-for.markdown"))
	default:
		g.formatFor.SetText(say.T("settings.format-for.richtext"))
	}
	g.page.remeasure()
}

// offerSizes offers the usual sizes of text and the one in use, which may be any.
func (g *general) offerSizes(now int) {
	sizes := []int{100, 125, 150, 175, 200}
	if !slices.Contains(sizes, now) {
		sizes = append(sizes, now)
		slices.Sort(sizes)
	}
	if slices.Equal(sizes, g.sizes) {
		return
	}
	g.sizes = sizes
	say := g.page.config.Say
	words := make([]string, len(sizes))
	for i, n := range sizes {
		words[i] = say.T("settings.percent", "Percent", n)
	}
	g.size = widget.NewSegments(words, func(i int) {
		g.page.set(KeyTextSize, strconv.Itoa(g.sizes[i]))
	})
	g.page.watch(g.size)
	g.sizeField.Set(widget.Part{Object: caption(say.T("settings.text-size"))}, widget.Part{Above: style.Unit, Object: g.size, Left: true})
}
