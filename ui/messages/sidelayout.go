package messages

import (
	"fyne.io/fyne/v2"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// setOverlay says whether the panel lies over the page; it then has a button that closes it.
func (s *side) setOverlay(on bool) {
	if s.overlay != on {
		s.overlay, s.shade.Hidden = on, !on
	}
}

// CreateRenderer is part of the widget contract.
func (s *side) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{s.shade, s.fill, s.edge, s.title, s.close, s.search, s.scroll},
		func() fyne.Size { return fyne.NewSize(style.PanelMin, 160) }, s.layout)
}

func (s *side) layout(size fyne.Size) {
	look := style.Of(s)
	widget.Place(s.shade, 0, 0, size.Width, size.Height)
	widget.Place(s.fill, 0, 0, size.Width, size.Height)
	widget.Place(s.edge, 0, 0, 1, size.Height)
	right := size.Width - style.PageMargin
	s.close.Hidden = !s.overlay
	room := right - style.PageMargin
	if s.overlay {
		room -= s.close.MinSize().Width - 6
	}
	title := s.title.HeightFor(room)
	head := max(look.Height(style.PageHeaderHeight), title+style.FieldGap)
	if s.overlay {
		b := s.close.MinSize()
		right -= b.Width - 6
		widget.Place(s.close, right, (head-b.Height)/2, b.Width, b.Height)
	}
	widget.Place(s.title, style.PageMargin, (head-title)/2, room, title)
	field := s.search.MinSize().Height
	widget.Place(s.search, style.PageMargin, head, size.Width-2*style.PageMargin, field)
	top := head + field + style.IconGap
	widget.Place(s.scroll, 1, top, size.Width-1, max(size.Height-top, 0))
	s.scroll.Refresh()
}
