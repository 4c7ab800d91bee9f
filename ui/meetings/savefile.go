package meetings

import (
	"context"
	"io"

	"foyer/services/meeting"
	"foyer/ui/widget"
)

type writer = io.Writer

// saveAs asks for a place and writes a file there, whole or not at all.
func (p *Page) saveAs(name string, write func(w writer) error) {
	d := widget.NewSaveDialog(name, p.config.Window(), func(path string, err error) {
		if err != nil {
			p.failed("meetings.not-saved", err)
			return
		}
		p.saveTo(path, write)
	})
	p.showDialog(d)
}

// saveTo writes a file and says where it is.
func (p *Page) saveTo(path string, write func(w writer) error) {
	p.stores.Add(func(context.Context) func() {
		err := p.config.Desk.SaveFile(path, write)
		return func() {
			if err != nil {
				p.failed("meetings.not-saved", err)
				return
			}
			p.toast.Say(widget.Fine, p.config.Say.T("meetings.saved", "Path", widget.Strong(path)), "", nil)
		}
	})
}

// saveResult writes who was invited, and where they stand now.
func (p *Page) saveResult() {
	p.saveAs(p.config.Say.T("meetings.file-result"), p.resultNow())
}

// resultNow takes what is known now, for a file that is written later.
func (p *Page) resultNow() func(w writer) error {
	var rows []meeting.Attendee
	var standings []meeting.Standing
	for _, r := range p.model.rounds {
		for i, a := range r.rows {
			s := &sentRow{r, i}
			if r.again[i] || !s.called() {
				continue
			}
			rows, standings = append(rows, a), append(standings, s.standing())
		}
	}
	words := map[meeting.Seen]string{}
	for _, s := range order {
		words[s] = p.standWord(s)
	}
	return func(w writer) error {
		return meeting.WriteResult(w, rows, standings, func(s meeting.Seen) string { return words[s] })
	}
}
