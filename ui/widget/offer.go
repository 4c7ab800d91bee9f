package widget

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// Offer is something that can be begun: an icon, what it is, what it takes, and the button to begin.
type Offer struct {
	fynewidget.BaseWidget
	ground *Fill
	icon   *Icon
	title  *Prose
	says   *Prose
	button *Button
}

const (
	offerCircle float32 = 36
	offerGap    float32 = 16
	// offerStacks is the width below which the button stands under the words; px at 100 % text.
	offerStacks float32 = 440
)

// NewOffer returns an offer.
func NewOffer(icon, title, says string, button *Button) *Offer {
	o := &Offer{ground: NewFill(style.Selection, "", offerCircle/2), icon: NewIcon(icon, style.IconRail, style.Accent),
		title: NewProse(Strong(title), style.Body, style.Ink), says: NewProse(says, style.Body, style.Ink2), button: button}
	o.ExtendBaseWidget(o)
	return o
}

// Button returns the offer's button.
func (o *Offer) Button() *Button { return o.button }

// arrange returns where words and button stand.
func (o *Offer) arrange(width float32) (circle, text, textWidth, title, height float32, stacked bool) {
	look := style.Of(o)
	circle = look.Icon(offerCircle)
	text = circle + offerGap
	need := o.button.MinSize()
	stacked = width < offerStacks*look.Scale()
	textWidth = width - text
	if !stacked {
		textWidth -= need.Width + offerGap
	}
	title = o.title.HeightFor(textWidth)
	height = title + 2 + o.says.HeightFor(textWidth)
	if stacked {
		height += style.GroupGap + need.Height
	} else {
		height = max(height, need.Height)
	}
	return circle, text, textWidth, title, max(height, circle), stacked
}

// HeightFor returns the height that the offer needs at a width.
func (o *Offer) HeightFor(width float32) float32 {
	_, _, _, _, height, _ := o.arrange(width)
	return height
}

// CreateRenderer is part of the widget contract.
func (o *Offer) CreateRenderer() fyne.WidgetRenderer {
	return NewDrawing([]fyne.CanvasObject{o.ground, o.icon, o.title, o.says, o.button},
		func() fyne.Size { return fyne.NewSize(240, o.HeightFor(max(o.Size().Width, 240))) },
		func(size fyne.Size) {
			circle, text, width, title, height, stacked := o.arrange(size.Width)
			o.ground.Radius = circle / 2
			place(o.ground, 0, 0, circle, circle)
			icon := o.icon.MinSize()
			place(o.icon, (circle-icon.Width)/2, (circle-icon.Height)/2, icon.Width, icon.Height)
			place(o.title, text, 0, width, title)
			place(o.says, text, title+2, width, o.says.HeightFor(width))
			need := o.button.MinSize()
			if stacked {
				place(o.button, text, height-need.Height, min(need.Width, width), need.Height)
			} else {
				place(o.button, size.Width-need.Width, (height-need.Height)/2, need.Width, need.Height)
			}
		})
}
