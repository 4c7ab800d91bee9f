package messages

import (
	"context"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"foyer/services/fault"
	"foyer/ui/widget"
)

// saveAs asks for a place and writes a file there, whole or not at all.
func (p *Page) saveAs(name string, write func(ctx context.Context, w io.Writer) error) {
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		if err != nil {
			p.failed("messages.not-saved", &fault.Error{Op: "saving a file", Kind: fault.Other, Err: err})
			return
		}
		if f == nil {
			return
		}
		path := f.URI().Path()
		_ = f.Close() // the dialog's own handle; the file is written beside and renamed
		p.saveTo(path, write)
	}, p.config.Window())
	d.SetFileName(name)
	p.showDialog(d)
}

// saveTo writes a file and says where it is.
func (p *Page) saveTo(path string, write func(ctx context.Context, w io.Writer) error) {
	p.stores.Add(func(ctx context.Context) func() {
		err := p.config.Desk.SaveFile(path, func(w io.Writer) error { return write(ctx, w) })
		return func() {
			if err != nil {
				p.failed("messages.not-saved", err)
				return
			}
			p.toast.Say(widget.Fine, p.config.Say.T("messages.saved", "Path", widget.Strong(path)), "", nil)
		}
	})
}
