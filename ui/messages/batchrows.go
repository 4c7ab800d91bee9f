package messages

import (
	"context"
	"slices"
	"strconv"

	"foyer/services/message"
	"foyer/ui/widget"
)

// missing reads rows that came into sight.
func (b *batchTab) missing(keys []int64) {
	if b.state != batchQueued {
		return
	}
	p, id := b.page, b.id
	keys = slices.Clone(keys)
	p.tasks.Latest("rows", func(ctx context.Context) func() {
		items, err := p.config.Outbox.Messages(ctx, keys)
		return func() {
			if err != nil {
				p.failed("messages.load-failed", err)
				return
			}
			if b.id != id {
				return
			}
			for _, item := range items {
				b.items[item.ID] = item
			}
			b.ledger.Refresh()
		}
	})
}

// row is what a row of the table says.
func (b *batchTab) row(key int64) (widget.LedgerRow, bool) {
	if b.state != batchQueued {
		return b.checkRow(key)
	}
	item, there := b.items[key]
	if !there {
		return widget.LedgerRow{}, false
	}
	row := widget.LedgerRow{Lead: strconv.Itoa(item.Row), State: stateOf(item.State), Word: b.page.stateWord(item.State), Title: shortTo(item.Message), Second: firstWords(item.Text)}
	if item.State != message.Sent && item.State != message.Sending && item.Failure != nil {
		row.Second, row.Reason = b.page.reason(item.Failure), true
	}
	row.Trailing = b.rowTime(item)
	return row, true
}

// rowTime says when a row came to rest, or will be tried again.
func (b *batchTab) rowTime(item message.Item) string {
	say, now := b.page.config.Say, b.page.config.Now()
	switch item.State {
	case message.Sending:
		return say.T("when.now")
	case message.Queued:
		if item.Next.After(now) {
			return say.T("messages.next-at", "Time", b.page.clock(item.Next, now))
		}
		return ""
	case message.Sent, message.Failed, message.Unknown:
	}
	if item.Ended.IsZero() {
		return ""
	}
	if at := item.Ended.In(now.Location()); at.YearDay() == now.YearDay() && at.Year() == now.Year() {
		return say.ClockSeconds(at)
	}
	return say.Recent(item.Ended, now)
}

// showRows draws the filters of a batch in the outbox; its rows come with the next load.
func (b *batchTab) showRows() {
	say, n := b.page.config.Say, b.batch.Counts
	chips := []*widget.Chip{b.chip("messages.filter.all", b.batch.Rows, filterAll)}
	for _, f := range []struct {
		state message.State
		n     int
		word  string
	}{{message.Failed, n.Failed, "messages.filter.failed"}, {message.Unknown, n.Unknown, "messages.filter.unknown"}, {message.Queued, n.Queued, "messages.filter.queued"}} {
		if f.n > 0 || b.filter == batchFilter(f.state) {
			chips = append(chips, b.chip(f.word, f.n, batchFilter(f.state)))
		}
	}
	save := widget.NewButton(widget.Quiet, "download", say.T("messages.save-results"), b.saveResults)
	var others *widget.Button
	others = widget.NewButton(widget.Quiet, "", say.T("messages.others"), func() { b.others(others) })
	b.chips.set(widget.NewLine(0, -1, others, save), objects(chips...)...)
}
