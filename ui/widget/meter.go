package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Measures of a Meter, px. They do not grow with the text: the words beside it say the same.
const (
	meterHeight float32 = 8
	meterLeast  float32 = 3 // a part that there is is never too small to be seen
)

// MeterPart is a part of a Meter: how many of the whole, and in which colour.
type MeterPart struct {
	Count int
	Color style.Name
}

// Meter is a bar that shows how far something is, in parts from its start; the rest is not done yet.
type Meter struct {
	fynewidget.BaseWidget
	total int
	parts []MeterPart
}

// NewMeter returns an empty bar.
func NewMeter() *Meter {
	m := &Meter{}
	m.ExtendBaseWidget(m)
	return m
}

// Set changes the bar. Parts beyond the total are drawn as if they were the whole.
func (m *Meter) Set(total int, parts ...MeterPart) {
	if m.total == total && slices.Equal(m.parts, parts) {
		return
	}
	m.total, m.parts = total, slices.Clone(parts)
	m.Refresh()
}

// HeightFor returns the height of the bar.
func (m *Meter) HeightFor(float32) float32 { return meterHeight }

// widths shares a width among the parts. What small parts need beyond their share, the largest gives.
func (m *Meter) widths(width float32) []float32 {
	sum := 0
	for _, p := range m.parts {
		sum += max(p.Count, 0)
	}
	whole := max(m.total, sum)
	widths := make([]float32, len(m.parts))
	used, largest := float32(0), 0
	for i, p := range m.parts {
		if p.Count <= 0 {
			continue
		}
		widths[i] = max(width*float32(p.Count)/float32(whole), meterLeast)
		used += widths[i]
		if widths[i] > widths[largest] {
			largest = i
		}
	}
	limit := width
	if sum < whole { // what is left to do stays in sight, too
		limit -= meterLeast
	}
	if used > limit && len(widths) > 0 {
		widths[largest] = max(widths[largest]-(used-limit), 0)
	}
	return widths
}

// CreateRenderer is part of the widget contract.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	rest := canvas.NewRectangle(transparent)
	var bars []*canvas.Rectangle
	r := &renderer{}
	r.min = func() fyne.Size { return fyne.NewSize(40, meterHeight) }
	r.layout = func(size fyne.Size) {
		place(rest, 0, 0, size.Width, size.Height)
		x := float32(0)
		for i, w := range m.widths(size.Width) {
			if i < len(bars) {
				place(bars[i], x, 0, w, size.Height)
				roundEnds(bars[i], x <= 0, x+w >= size.Width-0.5, size.Height/2)
				x += w
			}
		}
	}
	r.refresh = func() {
		look := style.Of(m)
		rest.FillColor, rest.CornerRadius = look.Color(style.Line), meterHeight/2
		for len(bars) < len(m.parts) {
			bars = append(bars, canvas.NewRectangle(transparent))
		}
		r.objects = []fyne.CanvasObject{rest}
		for i, p := range m.parts {
			bars[i].FillColor = look.Color(p.Color)
			bars[i].Hidden = p.Count <= 0
			r.objects = append(r.objects, bars[i])
		}
		r.layout(m.Size())
		canvas.Refresh(m)
	}
	r.refresh()
	return r
}

// roundEnds gives a part the round ends of the whole where it reaches them.
func roundEnds(bar *canvas.Rectangle, left, right bool, radius float32) {
	bar.CornerRadius = 0
	bar.TopLeftCornerRadius, bar.BottomLeftCornerRadius, bar.TopRightCornerRadius, bar.BottomRightCornerRadius = 0, 0, 0, 0
	if left {
		bar.TopLeftCornerRadius, bar.BottomLeftCornerRadius = radius, radius
	}
	if right {
		bar.TopRightCornerRadius, bar.BottomRightCornerRadius = radius, radius
	}
}
