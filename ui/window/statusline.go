package window

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// statusLine is the line at the window's foot: what is on at the left, how old the data are at
// the right. What does not fit is left out from the end of the left side.
type statusLine struct {
	fynewidget.BaseWidget
	fill, edge  *widget.Fill
	left, right []*statusView
}

type statusView struct {
	icon  *widget.Icon
	words *widget.Text
	link  *widget.Button
}

func newStatusLine() *statusLine {
	s := &statusLine{fill: widget.NewFill(style.Chrome, "", 0), edge: widget.NewRule()}
	s.ExtendBaseWidget(s)
	return s
}

func (s *statusLine) set(left, right []StatusItem) {
	s.left, s.right = statusViews(left), statusViews(right)
	s.Refresh()
}

func statusViews(items []StatusItem) []*statusView {
	views := make([]*statusView, 0, len(items))
	for _, item := range items {
		v := &statusView{words: widget.NewText(item.Words, style.Caption, style.Ink2)}
		v.words.Elide = true
		if item.Icon != "" {
			v.icon = widget.NewIcon(item.Icon, style.IconSmall, item.Tone.Color())
		}
		if item.Tone == widget.Caution || item.Tone == widget.Trouble {
			v.words.Color = item.Tone.Color()
		}
		if item.Do != nil {
			v.link = widget.NewButton(widget.Linked, "", item.Words, item.Do)
			v.link.Caption = true
		}
		views = append(views, v)
	}
	return views
}

func (v *statusView) object() fyne.CanvasObject {
	if v.link != nil {
		return v.link
	}
	return v.words
}

func (v *statusView) width(look style.Look) float32 {
	var w float32
	if v.link != nil {
		w = v.link.MinSize().Width
	} else {
		w = fyne.MeasureText(v.words.Words(), look.Text(style.Caption), fyne.TextStyle{}).Width
	}
	if v.icon != nil {
		w += v.icon.MinSize().Width + 6
	}
	return w
}

// CreateRenderer is part of the widget contract.
func (s *statusLine) CreateRenderer() fyne.WidgetRenderer {
	return &statusRenderer{s}
}

type statusRenderer struct{ s *statusLine }

func (r *statusRenderer) Destroy() {}

func (r *statusRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.s.fill, r.s.edge}
	for _, side := range [][]*statusView{r.s.left, r.s.right} {
		for _, v := range side {
			objects = append(objects, v.object())
			if v.icon != nil {
				objects = append(objects, v.icon)
			}
		}
	}
	return objects
}

func (r *statusRenderer) MinSize() fyne.Size {
	return fyne.NewSize(100, style.Of(r.s).Height(style.StatusHeight))
}

func (r *statusRenderer) Layout(size fyne.Size) {
	look := style.Of(r.s)
	widget.Place(r.s.fill, 0, 0, size.Width, size.Height)
	widget.Place(r.s.edge, 0, 0, size.Width, 1)
	const gap = style.PageMargin
	right := size.Width - style.GroupGap
	shown := r.besides(look, size.Width)
	for i, v := range r.s.right {
		r.show(v, i < shown)
	}
	for i := shown - 1; i >= 0; i-- {
		v := r.s.right[i]
		w := min(v.width(look), right-style.GroupGap)
		right -= w
		r.put(v, right, w, size.Height)
		right -= gap
	}
	x := style.GroupGap
	for i, v := range r.s.left {
		w := min(v.width(look), max(right-x, 0))
		// Only the first words may be cut, links may not; what comes behind goes too.
		whole := w == v.width(look)
		r.show(v, w > 0 && (whole || v.link == nil && w > 60 && i == 0))
		if !whole {
			w = max(right-x, 0)
		}
		r.put(v, x, w, size.Height)
		x += w + gap
	}
}

// statusLeast is the width under which the first words may be cut, px.
const statusLeast float32 = 720

// besides is how many of the words at the right there is room for beside the first ones at the left, which say
// whether anything works at all.
func (r *statusRenderer) besides(look style.Look, width float32) int {
	n := len(r.s.right)
	if len(r.s.left) == 0 || width < statusLeast {
		return n
	}
	for ; n > 0; n-- {
		need := 2*style.GroupGap + r.s.left[0].width(look)
		for _, v := range r.s.right[:n] {
			need += style.PageMargin + v.width(look)
		}
		if need <= width {
			break
		}
	}
	return n
}

func (r *statusRenderer) show(v *statusView, visible bool) {
	for _, o := range []fyne.CanvasObject{v.object(), v.icon} {
		if icon, isIcon := o.(*widget.Icon); isIcon && icon == nil {
			continue
		}
		if visible {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

func (r *statusRenderer) put(v *statusView, x, w, height float32) {
	if v.icon != nil {
		side := v.icon.MinSize().Width
		widget.Place(v.icon, x, (height-side)/2, side, side)
		x, w = x+side+6, w-side-6
	}
	h := v.object().MinSize().Height
	widget.Place(v.object(), x, (height-h)/2, w, h)
}

func (r *statusRenderer) Refresh() {
	r.Layout(r.s.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
