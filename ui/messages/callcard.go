package messages

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

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
