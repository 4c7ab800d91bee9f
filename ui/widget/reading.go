package widget

import (
	"fyne.io/fyne/v2"
)

// NewReading returns a sheet to be read: there is nothing to decide, the filled button closes it, and
// the arrow keys turn its content.
func NewReading(title, done string, parts ...Part) *Sheet {
	s := NewSheet(title, "", done, nil, parts...)
	s.ok.onTapped = s.Close
	s.no.Hidden = true
	s.reading = true
	return s
}

// Beside gives a sheet to be read an outlined button, which closes it before it does something.
func (s *Sheet) Beside(words string, do func()) {
	s.no.SetText(words)
	s.no.Hidden = false
	s.OnCancel(do)
}

// Offset is how far the content is turned, px.
func (s *Sheet) Offset() float32 { return s.scroll.Offset.Y }

// turn moves the content; it reports whether the key does that.
func (s *Sheet) turn(k fyne.KeyName) bool {
	line, page := float32(40), s.scroll.Size().Height*0.9
	by, turns := map[fyne.KeyName]float32{fyne.KeyUp: -line, fyne.KeyDown: line, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -1e6, fyne.KeyEnd: 1e6}[k]
	if !turns {
		return false
	}
	most := max(s.column.Size().Height-s.scroll.Size().Height, 0)
	s.scroll.ScrollToOffset(fyne.NewPos(0, min(max(s.scroll.Offset.Y+by, 0), most)))
	return true
}
