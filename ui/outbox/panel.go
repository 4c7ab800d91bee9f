package outbox

import (
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// panel shows the chosen message with its history, or what can be done with several.
type panel struct {
	fynewidget.BaseWidget
	page    *Page
	side    *widget.SidePanel
	state   *widget.Prose // changes with the clock, so that it is no part of what is built
	overlay bool
	said    int64                 // the message of which the server's words are shown
	counts  map[message.State]int // of several chosen messages; nil until they were counted
	face    panelFace
	buttons []*widget.Button
}

// panelFace is what the panel was built for. It is built anew only when that differs, so that the focus
// stays on its buttons while the outbox changes.
type panelFace struct {
	item          message.Item
	history       []message.Event
	actions, name string
	said, overlay bool
	chosen        int
	counts        map[message.State]int
}

func newPanel(p *Page) *panel {
	n := &panel{page: p, side: widget.NewSidePanel(), state: widget.NewProse("", style.Body, style.Ink)}
	n.ExtendBaseWidget(n)
	return n
}

// CreateRenderer is part of the widget contract.
func (n *panel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{n.side}, n.side.MinSize, func(s fyne.Size) { widget.Place(n.side, 0, 0, s.Width, s.Height) })
}

// setOverlay says whether the panel lies over the page; it then has a button that closes it.
func (n *panel) setOverlay(on bool) {
	if n.overlay != on {
		n.overlay = on
		n.side.SetOverlay(on)
		n.show()
	}
}

// several returns the chosen messages when they are more than one.
func (n *panel) several() []int64 {
	if n.page.list.CountChosen() < 2 {
		return nil
	}
	return n.page.list.Chosen()
}

// show draws what is chosen.
func (n *panel) show() {
	p := n.page
	if chosen := n.several(); chosen != nil {
		n.build(panelFace{chosen: len(chosen), counts: n.counts, overlay: n.overlay}, func() { n.showSeveral(chosen) })
		return
	}
	i, ok := p.model.items[p.model.shown]
	if p.model.shown == 0 || !ok {
		n.face = panelFace{}
		return
	}
	n.state.Color = mark(i.State).Color()
	n.state.SetText(p.standing(i))
	var words []string
	for _, a := range p.actions(i) {
		words = append(words, a.word)
	}
	n.build(panelFace{item: i, history: p.model.history, actions: strings.Join(words, "\n"), name: p.to(i.Message), said: n.said == i.ID, overlay: n.overlay}, func() { n.showOne(i) })
}

// build makes the parts, unless they are there. A button that had the focus gives it to the list.
func (n *panel) build(face panelFace, make func()) {
	if reflect.DeepEqual(face, n.face) {
		n.side.Refresh()
		return
	}
	n.face = face
	focused := false
	if c := n.page.canvas(); c != nil {
		for _, b := range n.buttons {
			focused = focused || c.Focused() == fyne.Focusable(b)
		}
	}
	n.buttons = nil
	make()
	if focused {
		n.page.list.Focus()
	}
}

// enter puts the focus onto the panel's first button.
func (n *panel) enter() {
	if len(n.buttons) > 0 && !n.Hidden {
		n.page.focus(n.buttons[0])
	}
}

// setHead changes the panel's title, with a menu and, over the page, a button to close it.
func (n *panel) setHead(title string) {
	say := n.page.config.Say
	var more *widget.Button
	more = widget.NewIconButton("more", say.T("widget.more"), func() { widget.ShowMenu(more, n.page.menuItems()) })
	actions := []*widget.Button{more}
	if n.overlay {
		actions = append(actions, widget.NewIconButton("x", say.T("outbox.close"), n.page.dismiss))
	}
	n.side.SetHead("", title, actions...)
}

// button makes a button of an action and lets the panel scroll to it.
func (n *panel) button(weight widget.Weight, a action) *widget.Button {
	b := widget.NewButton(weight, a.icon, a.word, a.do)
	n.watch(b)
	return b
}

func (n *panel) watch(b *widget.Button) {
	n.buttons = append(n.buttons, b)
	n.side.Watch(b)
}

// pair puts two buttons side by side, equally wide, or below each other where there is no room.
func (n *panel) pair(actions []action) fyne.CanvasObject {
	var buttons []*widget.Button
	for _, a := range actions {
		buttons = append(buttons, n.button(widget.Outlined, a))
	}
	return newEvenly(buttons)
}

// showSeveral says how many messages are chosen, in which states, and what can be done with them.
func (n *panel) showSeveral(chosen []int64) {
	p, say := n.page, n.page.config.Say
	n.setHead(say.N("outbox.chosen", len(chosen)))
	var parts []widget.Part
	for _, s := range message.States() {
		if n.counts[s] == 0 {
			continue
		}
		words := widget.NewText(say.N("outbox.count."+string(s), n.counts[s]), style.Body, mark(s).Color())
		parts = append(parts, widget.Part{Above: style.Unit, Object: widget.NewLine(style.IconGap, 1, widget.NewMark(mark(s)), words)})
	}
	if n.counts[message.Unknown] > 0 {
		parts = append(parts, widget.Part{Above: 12, Object: widget.NewProse(say.T("outbox.explain-several", "Service", p.service()), style.Body, style.Ink)})
	}
	for i, a := range p.bulkActions(chosen, n.counts) {
		above := style.IconGap
		if i == 0 {
			above = 20
		}
		parts = append(parts, widget.Part{Above: above, Object: n.button(widget.Outlined, a)})
	}
	n.side.SetParts(parts...)
}

// evenly are buttons side by side, equally wide, or below each other where there is no room.
type evenly struct {
	fynewidget.BaseWidget
	buttons []*widget.Button
}

func newEvenly(buttons []*widget.Button) *evenly {
	e := &evenly{buttons: buttons}
	e.ExtendBaseWidget(e)
	return e
}

// share returns the width of a button at a width, and whether they stand below each other.
func (e *evenly) share(width float32) (each float32, stacked bool) {
	count := float32(len(e.buttons))
	each = (width - style.IconGap*(count-1)) / count
	for _, b := range e.buttons {
		if b.MinSize().Width > each {
			return width, true
		}
	}
	return each, false
}

// HeightFor returns the height that the buttons need at a width.
func (e *evenly) HeightFor(width float32) float32 {
	h := style.Of(e).Height(style.ButtonHeight)
	if _, stacked := e.share(width); stacked {
		return h*float32(len(e.buttons)) + style.IconGap*float32(len(e.buttons)-1)
	}
	return h
}

// CreateRenderer is part of the widget contract.
func (e *evenly) CreateRenderer() fyne.WidgetRenderer {
	var objects []fyne.CanvasObject
	for _, b := range e.buttons {
		objects = append(objects, b)
	}
	return widget.NewDrawing(objects, func() fyne.Size { return fyne.NewSize(120, e.HeightFor(max(e.Size().Width, 120))) }, func(size fyne.Size) {
		h := style.Of(e).Height(style.ButtonHeight)
		each, stacked := e.share(size.Width)
		at := fyne.Position{}
		for _, b := range e.buttons {
			widget.Place(b, at.X, at.Y, each, h)
			if stacked {
				at.Y += h + style.IconGap
			} else {
				at.X += each + style.IconGap
			}
		}
	})
}
