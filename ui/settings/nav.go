package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// navWidth is the width of the column with the sections' names, px at 100 % text.
const navWidth float32 = 164

// nav is the column with the sections' names, which scrolls in a low window. Its items are those of
// the window's rail, but the bar at their left is cut off: it belongs to the window's edge.
type nav struct {
	fynewidget.BaseWidget
	items  []*widget.NavItem
	scroll *container.Scroll
}

func newNav(sections []section, choose func(int)) *nav {
	n := &nav{}
	list := container.New(navLayout{n})
	for i, s := range sections {
		item := widget.NewNavItem(s.icon, s.words, func() { choose(i) })
		item.OnFocused(func(on bool) {
			if on {
				widget.Reveal(n.scroll, item)
			}
		})
		n.items = append(n.items, item)
		list.Add(item)
	}
	n.scroll = widget.NewFollowing(list)
	n.ExtendBaseWidget(n)
	return n
}

func (n *nav) choose(index int) {
	for i, item := range n.items {
		item.SetOn(i == index)
	}
}

// width returns the width of the column, px.
func (n *nav) width() float32 {
	look := style.Of(n)
	w := navWidth * look.Scale()
	for _, item := range n.items {
		words := fyne.MeasureText(item.Words(), look.Text(style.Body), fyne.TextStyle{Bold: true}).Width
		w = max(w, words+look.Icon(style.IconRail)+10+5*style.RailMargin)
	}
	return w
}

// CreateRenderer is part of the widget contract.
func (n *nav) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{n.scroll}, n.scroll.Content.MinSize, func(size fyne.Size) {
		widget.Place(n.scroll, navClip, -navClip, size.Width-2*navClip, size.Height+navClip)
	})
}

// navClip is the margin of what is drawn: less than that of the items, so that their focus lines
// are whole, and more than the width of the bar.
const navClip = style.Unit

// navLayout puts the items below each other.
type navLayout struct{ n *nav }

func (l navLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(navWidth-2*navClip, float32(len(l.n.items))*(l.height()+style.Unit)+navClip)
}

func (l navLayout) height() float32 { return style.Of(l.n).Height(style.ButtonHeight) }

func (l navLayout) Layout(items []fyne.CanvasObject, size fyne.Size) {
	const margin = style.RailMargin - navClip
	for i, o := range items {
		widget.Place(o, margin, navClip+float32(i)*(l.height()+style.Unit), size.Width-2*margin, l.height())
	}
}
