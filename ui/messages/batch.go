package messages

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// batchState is how far a batch is.
type batchState int

const (
	batchStart    batchState = iota // no file yet
	batchChecking                   // every row is checked
	batchChecked                    // the checks are in the table
	batchQueueing                   // the rows go to the outbox
	batchQueued                     // it is in the outbox, on its way or done
)

// batchTab is the tab of batches: a file is opened, every row is checked, then all go to the outbox
// and have a result each.
type batchTab struct {
	fynewidget.BaseWidget
	page  *Page
	state batchState
	turn  int // of the file that is checked or queued; what is told of an older one counts no more

	file    batchFile
	read    int64 // bytes
	rows    int   // that were read, or queued
	found   *checked
	failure error // why the file cannot be read
	bulk    bool
	cancel  func() // ends the queueing

	id     int64         // of the batch in the outbox, 0 for none
	batch  message.Batch // as it was last read
	filter batchFilter
	items  map[int64]message.Item // rows that were read
	pace   pace

	body    *batchBody
	scroll  *container.Scroll
	start   *pane
	card    *batchCard
	chips   *flow
	ledger  *widget.Ledger
	bar     *actionBar
	send    *widget.Button
	opener  *widget.Button
	old     *shortList // earlier batches
	olds    []message.Batch
	oldHead *widget.Text
	oldRule *widget.Fill
}

// batchFilter chooses rows: a message state, or one of these.
type batchFilter string

// The filters of the table of checks.
const (
	filterAll   batchFilter = ""
	filterWrong batchFilter = "wrong"
	filterGood  batchFilter = "good"
)

func newBatchTab(p *Page) *batchTab {
	say := p.config.Say
	b := &batchTab{page: p, items: map[int64]message.Item{}}
	b.send = widget.NewButton(widget.Filled, "send", "", b.primary)
	b.send.Hint = keyCtrlEnter
	b.bar = newActionBar(b.send)
	b.bar.Hidden = true
	b.card = newBatchCard()
	b.chips = newFlow(style.IconGap, style.IconGap)
	b.ledger = widget.NewLedger(b.row)
	b.ledger.Heads = &widget.LedgerHeads{Lead: say.T("messages.head.row"), Title: say.T("messages.head.to"), Second: say.T("messages.head.message"),
		State: say.T("messages.head.result"), Trailing: say.T("messages.head.time")}
	b.ledger.Leads = "00000"
	for _, s := range message.States() {
		b.ledger.Words = append(b.ledger.Words, p.stateWord(s))
	}
	b.ledger.Words = append(b.ledger.Words, say.T("messages.check.good"), say.T("messages.check.wrong"))
	b.ledger.OnMissing = b.missing
	b.ledger.OnActivated = b.activate
	b.ledger.OnMenu = b.rowMenu
	b.start = b.startPane()
	b.body = &batchBody{tab: b}
	b.body.ExtendBaseWidget(b.body)
	b.scroll = widget.NewFollowing(b.body)
	b.ExtendBaseWidget(b)
	return b
}

// content is part of being a tab.
func (b *batchTab) content() fyne.CanvasObject { return b }

// foot is part of being a tab.
func (b *batchTab) foot() *actionBar { return b.bar }

// resting reports whether no file is open and no batch is shown.
func (b *batchTab) resting() bool { return b.state == batchStart }

// shown puts the focus on what comes next.
func (b *batchTab) shown() {
	switch b.state {
	case batchStart:
		b.page.focus(b.open())
	case batchChecked:
		if b.failure == nil && b.found.bad == 0 {
			b.page.focus(b.send)
			return
		}
		b.ledger.Focus()
	case batchQueued:
		b.ledger.Focus()
	case batchChecking, batchQueueing:
	}
}

// primary opens a file, or sends the one that is checked.
func (b *batchTab) primary() {
	switch b.state {
	case batchStart:
		b.choose()
	case batchChecked:
		if b.failure == nil && b.found.bad == 0 {
			b.queue()
		}
	case batchChecking, batchQueueing, batchQueued:
	}
}

// escape goes back to the start, from where every batch can be reached again.
func (b *batchTab) escape() bool {
	switch b.state {
	case batchChecking:
		b.cancelCheck()
	case batchQueued:
		b.close()
	default:
		return false
	}
	return true
}

// close leaves the file or the batch; a batch goes on.
func (b *batchTab) close() {
	b.turn++
	b.state, b.found, b.failure, b.id = batchStart, nil, nil, 0
	b.items = map[int64]message.Item{}
	b.page.show()
	b.shown()
}

// stop ends what is read; what goes to the outbox goes there to the end.
func (b *batchTab) stop() { b.turn++ }

// show draws what the tab is at.
func (b *batchTab) show() {
	starting := b.state == batchStart
	b.start.Hidden = !starting
	hide(b.scroll, starting)
	table := b.state == batchQueued || b.state == batchChecked && b.failure == nil
	b.ledger.Hidden, b.chips.Hidden = !table, !table
	b.bar.Hidden = b.state != batchChecked || b.failure != nil || b.page.firstTime() || b.page.current() != tab(b)
	if starting {
		b.showStart()
	} else {
		b.showCard()
	}
	if table {
		b.showTable()
	}
	b.showBar()
	b.Refresh()
}

// showTable draws filters and rows.
func (b *batchTab) showTable() {
	if b.state == batchChecked {
		b.showChecks()
		return
	}
	b.showRows()
}

// chip is a filter with its count.
func (b *batchTab) chip(word string, n int, f batchFilter) *widget.Chip {
	c := widget.NewChip(b.page.config.Say.T(word), "", func() {
		b.filter = f
		b.filtered()
	})
	c.Set(strconv.Itoa(n), b.filter == f)
	return c
}

// filtered draws other rows.
func (b *batchTab) filtered() {
	b.page.show()
	if b.state == batchQueued {
		b.page.Load()
	}
}
