package settings

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// serviceFields puts the URL, the token and the button to test them beside each other, as far as there
// is room: the button goes below first, with the token, then alone.
type serviceFields struct {
	fynewidget.BaseWidget
	url, token         *widget.Column
	urlName, tokenName *widget.Prose
	secret             *tokenField // what token holds
	test               *widget.Button
}

func newServiceFields(urlName string, url *widget.Entry, tokenName string, token *tokenField, test *widget.Button) *serviceFields {
	f := &serviceFields{urlName: caption(urlName), tokenName: caption(tokenName), secret: token, test: test}
	f.url = widget.NewColumn(0, widget.Part{Object: f.urlName}, widget.Part{Above: style.Unit, Object: url})
	f.token = widget.NewColumn(0, widget.Part{Object: f.tokenName}, widget.Part{Above: style.Unit, Object: token})
	f.ExtendBaseWidget(f)
	return f
}

// rename gives the fields other names.
func (f *serviceFields) rename(url, token string) {
	f.urlName.SetText(url)
	f.tokenName.SetText(token)
}

// urlLeast is the least width of the field for the URL beside others, px at 100 % text.
const urlLeast float32 = 190

// rows says how many rows there are at a width, and how wide the token's field is.
func (f *serviceFields) rows(width float32) (rows int, token float32) {
	test := f.test.MinSize().Width
	token = f.secret.MinSize().Width
	if f.test.Hidden {
		test = -style.FieldGap
	}
	switch {
	case width >= urlLeast*style.Of(f).Scale()+token+test+2*style.FieldGap:
		return 1, token
	case width >= token+test+style.FieldGap:
		return 2, width - test - style.FieldGap
	}
	return 3, width
}

// HeightFor returns the height that the fields need at a width.
func (f *serviceFields) HeightFor(width float32) float32 {
	rows, _ := f.rows(width)
	h := f.url.HeightFor(width)
	if rows > 1 {
		h += style.FieldGap + f.token.HeightFor(width)
	}
	if rows > 2 {
		h += style.FieldGap + f.test.MinSize().Height
	}
	return h
}

// CreateRenderer is part of the widget contract.
func (f *serviceFields) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewDrawing([]fyne.CanvasObject{f.url, f.token, f.test},
		func() fyne.Size { return fyne.NewSize(200, f.HeightFor(max(f.Size().Width, 200))) }, f.layout)
}

func (f *serviceFields) layout(size fyne.Size) {
	rows, token := f.rows(size.Width)
	test, high := f.test.MinSize(), f.url.HeightFor(size.Width)
	y, url := float32(0), size.Width
	if rows == 1 {
		url = size.Width - token - test.Width - 2*style.FieldGap
	}
	widget.Place(f.url, 0, y, url, high)
	x := url + style.FieldGap
	if rows > 1 {
		x, y = 0, high+style.FieldGap
	}
	widget.Place(f.token, x, y, token, high)
	x += token + style.FieldGap
	if rows > 2 {
		x, y = 0, y+high+style.FieldGap
		widget.Place(f.test, x, y, test.Width, test.Height)
		return
	}
	widget.Place(f.test, size.Width-test.Width, y+high-test.Height, test.Width, test.Height)
}
