package messages

import (
	"context"
	"io"
	"strconv"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// showCard draws the card of what the tab is at.
func (b *batchTab) showCard() {
	say, c := b.page.config.Say, b.card
	c.option, c.actions = nil, nil
	c.says.Color = style.Ink2
	c.meter.Hidden, c.counts.Hidden = true, true
	name := b.file.name
	switch b.state {
	case batchChecking:
		c.says.SetText(say.N("messages.checking", b.rows))
		c.meter.Hidden = b.file.size == 0
		c.meter.Set(int(max(b.file.size, 1)), widget.MeterPart{Count: int(b.read), Color: style.Accent})
		c.actions = []*widget.Button{widget.NewButton(widget.Outlined, "", say.T("widget.cancel"), b.cancelCheck)}
	case batchChecked:
		b.showChecked()
	case batchQueueing:
		c.says.SetText(say.T("messages.queueing", "Rows", b.rows, "All", b.found.rows))
		c.meter.Hidden = false
		c.meter.Set(b.found.rows, widget.MeterPart{Count: b.rows, Color: style.Accent})
		c.actions = []*widget.Button{widget.NewButton(widget.Outlined, "", say.T("widget.cancel"), func() { b.cancel() })}
	case batchQueued:
		name = b.batch.Name
		b.showBatch()
	case batchStart:
	}
	c.name.SetText(name)
	b.body.Refresh()
}

// showBatch says on the card how far a batch in the outbox is.
func (b *batchTab) showBatch() {
	c, m := b.card, b.batch
	n := m.Counts
	c.says.SetText(b.batchWords(m))
	c.meter.Hidden, c.counts.Hidden = false, false
	c.meter.Set(m.Rows, widget.MeterPart{Count: n.Sent, Color: style.Accent}, widget.MeterPart{Count: n.Failed, Color: style.InUse}, widget.MeterPart{Count: n.Unknown, Color: style.Soon})
	c.left.SetText(b.leftWords(m))
	c.counts.set(c.left,
		b.counted(message.Sent, n.Sent), b.counted(message.Failed, n.Failed), b.counted(message.Unknown, n.Unknown), b.counted(message.Queued, n.Queued))
	if n.Queued+n.Sending > 0 && !m.Cancelled {
		c.actions = b.batchActions(m)
	}
}

func (b *batchTab) counted(s message.State, n int) fyne.CanvasObject {
	return count(widget.NewMark(stateOf(s)), strconv.Itoa(n), b.page.countWord(s))
}

// batchWords say what a batch is and when it began.
func (b *batchTab) batchWords(m message.Batch) string {
	say := b.page.config.Say
	words := say.N("messages.batch-rows", m.Rows, "When", b.page.clock(m.Started, b.page.config.Now()))
	if m.Bulk {
		words += " " + say.T("messages.batch-bulk")
	}
	switch open := m.Counts.Queued + m.Counts.Sending; {
	case m.Cancelled:
		words += " " + say.T("messages.batch-cancelled")
	case m.Paused && open > 0:
		words += " " + say.T("messages.batch-paused")
	}
	return words
}

func (b *batchTab) batchActions(m message.Batch) []*widget.Button {
	say, box := b.page.config.Say, b.page.config.Batches
	cancel := widget.NewButton(widget.Quiet, "", say.T("messages.cancel-batch"), b.askCancel)
	if m.Paused {
		return []*widget.Button{cancel, widget.NewButton(widget.Outlined, "play", say.T("messages.resume"), func() { b.change("messages.not-resumed", box.ResumeBatch) })}
	}
	return []*widget.Button{cancel, widget.NewButton(widget.Outlined, "pause", say.T("messages.pause"), func() { b.change("messages.not-paused", box.PauseBatch) })}
}

// change does something to the batch and reads it anew.
func (b *batchTab) change(failed string, do func(ctx context.Context, id int64) error) {
	p, id := b.page, b.id
	b.pace = pace{} // what was measured until now says nothing of what comes
	p.stores.Add(func(ctx context.Context) func() {
		err := do(ctx, id)
		p.config.Desk.Changed(ctx)
		return func() {
			if err != nil {
				p.failed(failed, err)
			}
			p.Load()
		}
	})
}

// askCancel asks whether the rows that wait shall never be sent.
func (b *batchTab) askCancel() {
	p, say := b.page, b.page.config.Say
	c := p.canvas()
	if c == nil {
		return
	}
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("messages.cancel-title", "Name", b.batch.Name), say.T("messages.cancel-keep"), say.T("messages.cancel-do"), func() {
		sheet.Close()
		b.change("messages.not-cancelled", p.config.Batches.CancelBatch)
	})
	sheet.Add(widget.Part{Object: widget.NewProse(say.N("messages.cancel-says", b.batch.Counts.Queued), style.Body, style.Ink)})
	sheet.Open(c, nil)
}

// saveResults asks where the results go.
func (b *batchTab) saveResults() { b.page.saveAs(stem(b.batch.Name)+"-results.csv", b.writeResults()) }

// writeResults returns what writes every row of the batch in sight with its result.
func (b *batchTab) writeResults() func(ctx context.Context, w io.Writer) error {
	m, box := b.batch, b.page.config.Batches
	return func(ctx context.Context, w io.Writer) error {
		return message.WriteResults(w, m, box.EachMessage(ctx, message.Filter{Batch: m.ID}))
	}
}
