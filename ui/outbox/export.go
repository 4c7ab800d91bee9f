package outbox

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"

	"foyer/services/message"
	"foyer/ui/widget"
)

// export asks for a place and writes there what the filter shows, as a table.
func (p *Page) export() {
	f := p.model.filter()
	d := widget.NewSaveDialog("outbox.csv", p.config.Window(), func(path string, err error) {
		if err != nil {
			p.failed("outbox.export-failed", err)
			return
		}
		p.exportTo(path, f)
	})
	p.dialog = d
	widget.ShowFileDialog(d, p.config.Window(), func() { p.dialog = nil })
}

// exportTo writes what a filter chooses into a file, whole or not at all.
func (p *Page) exportTo(path string, f message.Filter) {
	p.stores.Add(func(ctx context.Context) func() {
		n := 0
		err := p.config.Desk.SaveFile(path, func(w io.Writer) (err error) {
			n, err = p.writeTable(ctx, w, f)
			return err
		})
		return func() {
			if err != nil {
				p.failed("outbox.export-failed", err)
				return
			}
			p.toast.Say(widget.Fine, p.config.Say.N("outbox.exported", n, "Path", widget.Strong(path)), "", nil)
		}
	})
}

// columns are the heads of an exported table. They are for programs, and the same in all languages.
var columns = []string{"state", "to", "room", "mentions", "message", "envelope", "queued", "ended", "tries", "error", "batch", "row"}

// writeTable streams messages as CSV that spreadsheets read and returns how many there were. A cell
// that a spreadsheet would take for a formula gets an apostrophe before it.
func (p *Page) writeTable(ctx context.Context, w io.Writer, f message.Filter) (n int, err error) {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil { // Excel reads a file without it as Windows-1252
		return 0, err
	}
	table := csv.NewWriter(w)
	if err := table.Write(columns); err != nil {
		return 0, err
	}
	for i, err := range p.config.Box.EachMessage(ctx, f) {
		if err != nil {
			return n, err
		}
		if err := table.Write(p.cells(i)); err != nil {
			return n, err
		}
		n++
	}
	table.Flush()
	return n, table.Error()
}

func (p *Page) cells(i message.Item) []string {
	envelope, row := "", ""
	if i.Envelope {
		envelope = "yes"
	}
	if i.Row > 0 {
		row = strconv.Itoa(i.Row)
	}
	cells := []string{string(i.State), strings.Join(i.To, ";"), i.Room, strings.Join(i.Mentions, ";"), i.Text, envelope,
		stamp(i.Queued), stamp(i.Ended), strconv.Itoa(i.Tries), p.why(i.Failure), i.BatchName, row}
	for c, cell := range cells {
		if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
			cells[c] = "'" + cell
		}
	}
	return cells
}

// stamp writes a time as programs read it, "" for none.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}
