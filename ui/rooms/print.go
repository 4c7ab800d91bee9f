package rooms

import (
	"context"
	"io"

	"foyer/ui/widget"
)

// print asks for a place and writes there the day in sight, to be printed.
func (p *Page) print() {
	if p.config.Print == nil || !p.model.read {
		return
	}
	s := p.daySheet()
	p.askPlace("rooms-"+s.Board.Date.String()+".pdf", "rooms.sheet-failed", func(path string) { p.printTo(path, s) })
}

// printTo writes a sheet into a file, whole or not at all, and offers to open it.
func (p *Page) printTo(path string, s Sheet) {
	p.stores.Add(func(context.Context) func() {
		var missing []rune
		err := p.config.Desk.SaveFile(path, func(w io.Writer) (err error) {
			missing, err = p.config.Print(w, s)
			return err
		})
		return func() {
			if err != nil {
				p.failed("rooms.sheet-failed", err)
				return
			}
			say, tone := p.config.Say, widget.Fine
			words := say.T("rooms.sheet-saved", "Path", widget.Strong(path))
			if len(missing) > 0 {
				tone = widget.Caution
				words += " " + say.N("rooms.sheet-missing", len(missing))
			}
			p.toast.Say(tone, words, say.T("rooms.sheet-open"), func() { p.openDocument(path) })
		}
	})
}

// openDocument shows a file in the program for such files.
func (p *Page) openDocument(path string) {
	p.tasks.Latest("open", func(ctx context.Context) func() {
		err := p.config.Desk.OpenDocument(ctx, path)
		return func() {
			if err != nil {
				p.failed("rooms.sheet-open-failed", err)
			}
		}
	})
}
