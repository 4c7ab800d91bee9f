package messages

import (
	"strconv"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// oldShown is how many earlier batches the start lists.
const oldShown = 8

// startPane says what a batch is, how its file looks, and lists the earlier ones.
func (b *batchTab) startPane() *pane {
	say := b.page.config.Say
	b.opener = widget.NewButton(widget.Filled, "table", say.T("messages.open-file"), b.choose)
	b.opener.Hint = keyCtrlEnter
	b.old = newShortList(func(i int) { b.openBatch(b.olds[i].ID) })
	b.old.gap = style.IconGap
	b.oldHead = caption(say.T("messages.batches"))
	b.oldRule = widget.NewRule()
	p := newPane(
		part{object: widget.NewProse(widget.Strong(say.T("messages.batch-title")), style.Heading, style.Ink)},
		part{above: style.Unit, object: widget.NewProse(say.T("messages.batch-lead"), style.Body, style.Ink2)},
		part{above: style.GroupGap, object: hint("table", style.Ink2, say.T("messages.batch-csv"))},
		part{above: style.IconGap, object: hint("message", style.Ink2, say.T("messages.batch-json"))},
		part{above: style.IconGap, object: hint("check", style.Ink2, say.T("messages.batch-checks"))},
		part{above: style.PageMargin, object: b.opener, left: true},
		part{above: 24, object: b.oldRule},
		part{above: style.GroupGap, object: b.oldHead},
		part{above: style.Unit, object: b.old, bleeds: true},
	)
	p.watch(b.opener)
	b.old.focus = func(on bool) {
		if on {
			p.reveal(b.old)
		}
	}
	return p
}

// open is the button that opens a file.
func (b *batchTab) open() fyne.Focusable { return b.opener }

// showStart lists the earlier batches.
func (b *batchTab) showStart() {
	b.olds = b.page.model.batches[:min(len(b.page.model.batches), oldShown)]
	rows := make([]shortRow, len(b.olds))
	for i, old := range b.olds {
		s := batchMark(old)
		rows[i] = shortRow{icon: s.Drawing(), color: s.Color(), title: old.Name, second: b.summary(old), trailing: b.page.config.Say.Recent(old.Started, b.page.config.Now())}
	}
	b.old.set(rows)
	none := len(rows) == 0
	b.old.Hidden, b.oldHead.Hidden, b.oldRule.Hidden = none, none, none
	b.start.Refresh()
}

// batchMark is the mark of a batch: what is gravest in it.
func batchMark(m message.Batch) widget.State {
	switch c := m.Counts; {
	case c.Queued+c.Sending > 0 && m.Paused:
		return widget.MessageQueued
	case c.Queued+c.Sending > 0:
		return widget.MessageSending
	case c.Unknown > 0:
		return widget.MessageUnknown
	case c.Failed > 0:
		return widget.MessageFailed
	}
	return widget.MessageSent
}

// summary says how a batch stands, in counts.
func (b *batchTab) summary(m message.Batch) string {
	say := b.page.config.Say
	words := say.N("messages.rows", m.Rows)
	for _, part := range []struct {
		state message.State
		n     int
	}{
		{message.Queued, m.Counts.Queued + m.Counts.Sending}, {message.Sent, m.Counts.Sent}, {message.Failed, m.Counts.Failed}, {message.Unknown, m.Counts.Unknown},
	} {
		if part.n > 0 {
			words = say.T("messages.list", "First", words, "Next", say.T("messages.counted", "Count", part.n, "State", b.page.countWord(part.state)))
		}
	}
	return words
}

// countWord is the word beside a number of messages in a state.
func (p *Page) countWord(s message.State) string {
	return p.config.Say.T("messages.count." + string(s))
}

// openBatch shows a batch of the outbox.
func (b *batchTab) openBatch(id int64) {
	b.turn++
	b.state, b.id, b.filter = batchQueued, id, filterAll
	b.items = map[int64]message.Item{}
	b.pace = pace{}
	for _, m := range b.page.model.batches {
		if m.ID == id {
			b.batch = m
		}
	}
	b.ledger.SetKeys(nil)
	b.page.show()
	b.page.Load()
	b.ledger.Focus()
}

// others offers the batches beside the one in sight.
func (b *batchTab) others(below fyne.CanvasObject) {
	say := b.page.config.Say
	items := []*fyne.MenuItem{fyne.NewMenuItem(say.T("messages.open-file"), b.choose), fyne.NewMenuItemSeparator()}
	for _, m := range b.page.model.batches[:min(len(b.page.model.batches), oldShown)] {
		if m.ID != b.id {
			items = append(items, fyne.NewMenuItem(say.T("messages.other-batch", "Name", m.Name, "When", say.Recent(m.Started, b.page.config.Now())), func() { b.openBatch(m.ID) }))
		}
	}
	items = append(items, fyne.NewMenuItem(say.T("messages.all-batches"), b.close))
	widget.ShowMenu(below, items)
}

// more says how many more receivers there are, "" for none.
func more(n int) string {
	if n <= 0 {
		return ""
	}
	return " +" + strconv.Itoa(n)
}
