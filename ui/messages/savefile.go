package messages

import (
	"context"
	"io"

	"foyer/ui/widget"
)

// saveAs asks for a place and writes a file there, whole or not at all.
func (p *Page) saveAs(name string, write func(ctx context.Context, w io.Writer) error) {
	d := widget.NewSaveDialog(name, p.config.Window(), func(path string, err error) {
		if err != nil {
			p.failed("messages.not-saved", err)
			return
		}
		p.saveTo(path, write)
	})
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
