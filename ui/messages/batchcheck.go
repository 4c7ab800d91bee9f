package messages

import (
	"context"

	"foyer/services/fault"
	"foyer/services/message"
)

// checkedRow is what is kept of a row for the table of checks.
type checkedRow struct {
	number, line int
	to, text     string
	problems     []message.Problem
}

// checked is what a check of a batch file found.
type checked struct {
	rows, bad, direct int
	// wrong and good are the rows for the table, the first ones of each.
	wrong, good []checkedRow
	columns     []string
}

// Bounds of what is kept of a file: the table of checks is for people.
const (
	keptRows = 20_000
	keptText = 120 // characters of a text
)

// whole reports whether the table shows every row.
func (c *checked) whole() bool { return len(c.wrong)+len(c.good) == c.rows }

// take puts a file to the check. A check that is under way ends.
func (b *batchTab) take(f batchFile) {
	if b.state == batchQueueing {
		return
	}
	b.file, b.found, b.failure, b.read, b.id = f, nil, nil, 0, 0
	b.state, b.filter, b.bulk = batchChecking, "", false
	b.page.show()
	p := b.page
	roomKey := p.config.Preferences.RoomKey()
	b.turn++
	turn := b.turn
	p.tasks.Latest("check", func(ctx context.Context) func() {
		found, err := f.check(ctx, roomKey, func(bytes int64, rows int) {
			p.config.Do(func() {
				if b.turn == turn && b.state == batchChecking {
					b.read, b.rows = bytes, rows
					b.showCard()
				}
			})
		})
		return func() { b.checked(found, err) }
	})
}

// check reads all rows of the file. tell is told how far it is, about a hundred times.
func (f batchFile) check(ctx context.Context, roomKey string, tell func(bytes int64, rows int)) (*checked, error) {
	r, err := f.read(roomKey)
	if err != nil {
		return nil, err
	}
	defer r.file.Close()
	found := &checked{columns: r.Columns()}
	step := max(f.size/100, 64<<10)
	told := int64(0)
	for row, err := range r.All() {
		if err != nil {
			return nil, err
		}
		if ctx.Err() != nil {
			return nil, &fault.Error{Op: "checking a batch file", Kind: fault.Cancelled, Err: ctx.Err()}
		}
		found.add(row)
		if r.bytes.n >= told+step {
			told = r.bytes.n
			tell(told, found.rows)
		}
	}
	return found, nil
}

// checked shows what the check found.
func (b *batchTab) checked(found *checked, err error) {
	b.found, b.failure = found, err
	b.state = batchChecked
	if err != nil && fault.KindOf(err) == fault.Cancelled {
		b.state, b.failure = batchStart, nil
	}
	b.page.show()
	if b.page.current() == tab(b) {
		b.shown()
	}
}

// cancelCheck ends the check; nothing was queued.
func (b *batchTab) cancelCheck() {
	b.turn++
	b.page.tasks.Latest("check", func(context.Context) func() { return nil })
	b.state = batchStart
	b.page.show()
	b.shown()
}
