package widget

import "fyne.io/fyne/v2"

// Reveal scrolls the sheet just as far as is needed to see something in it whole.
func (s *Sheet) Reveal(o fyne.CanvasObject) { Reveal(s.scroll, o) }

// Cancel returns the outlined button, for a sheet that asks whether to do something that cannot be
// taken back: it should have the focus then.
func (s *Sheet) Cancel() *Button { return s.no }
