package widget

import (
	"slices"
	"weak"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// followers are the scrolls of all windows that follow the focus. They are known on the UI goroutine alone,
// and are forgotten with what they are a part of.
var followers []weak.Pointer[container.Scroll]

// NewFollowing returns what scrolls something up and down where there is not enough room for it, and follows
// the focus: what gets it comes into sight. Page keys that what has the focus does not use turn it.
func NewFollowing(o fyne.CanvasObject) *container.Scroll {
	s := container.NewVScroll(o)
	followers = slices.DeleteFunc(followers, func(p weak.Pointer[container.Scroll]) bool { return p.Value() == nil })
	followers = append(followers, weak.Make(s))
	return s
}

// Follow brings an object into sight in all that scrolls it.
func Follow(o fyne.CanvasObject) {
	for _, s := range scrollsOf(o) {
		Reveal(s, o)
	}
}

// scrollsOf returns the scrolls that an object is in.
func scrollsOf(o fyne.CanvasObject) []*container.Scroll {
	driver := fyne.CurrentApp().Driver()
	on := driver.CanvasForObject(o)
	if on == nil {
		return nil
	}
	var all []*container.Scroll
	at := driver.AbsolutePositionForObject(o)
	for _, p := range followers {
		if s := p.Value(); s != nil && s.Visible() && driver.CanvasForObject(s) == on && moves(s.Content, o, at) {
			all = append(all, s)
		}
	}
	return all
}

// moves reports whether an object, which stands at before, moves with another one, and so is in it. Fyne does
// not say what an object is in. It is only asked where the object is, and nothing is drawn meanwhile.
func moves(outer, o fyne.CanvasObject, before fyne.Position) bool {
	at := outer.Position()
	outer.Move(at.AddXY(0, 1))
	after := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	outer.Move(at)
	return before != after
}

// pages are what the page keys turn by, in heights of what is seen.
var pages = map[fyne.KeyName]float32{fyne.KeyPageUp: -0.9, fyne.KeyPageDown: 0.9}

// turnPage scrolls by a page; it reports whether anything moved.
func turnPage(s *container.Scroll, k fyne.KeyName) bool {
	before := s.Offset.Y
	most := max(s.Content.Size().Height-s.Size().Height, 0)
	s.ScrollToOffset(fyne.NewPos(s.Offset.X, min(max(before+pages[k]*s.Size().Height, 0), most)))
	return s.Offset.Y != before
}

// turner is a widget outside of the scroll that its page keys turn.
type turner interface{ turning() *container.Scroll }

// LeaveKey takes a key for which the widget that has the focus has no use. Escape goes to the window, which
// closes what lies over it or is open on the page; page keys turn what the widget stands in.
func LeaveKey(o fyne.CanvasObject, k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(k)
		}
		return
	}
	if pages[k.Name] == 0 {
		return
	}
	if t, is := o.(turner); is && t.turning() != nil {
		turnPage(t.turning(), k.Name)
		return
	}
	for _, s := range scrollsOf(o) {
		if turnPage(s, k.Name) {
			return
		}
	}
}

// leave hands a key for which a widget has no use to the page first, and on; use is nil where the page has none.
func leave(o fyne.CanvasObject, use func(*fyne.KeyEvent) bool, k *fyne.KeyEvent) {
	if use == nil || !use(k) {
		LeaveKey(o, k)
	}
}

// asksMenu reports whether a key asks for the menu of what is chosen.
func asksMenu(k *fyne.KeyEvent) bool {
	return k.Name == desktop.KeyMenu || k.Name == fyne.KeyF10 && shiftHeld()
}
