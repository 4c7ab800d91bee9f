package messages

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"foyer/services/fault"
	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// showChecks draws the table of checks, the rows that have problems first.
func (b *batchTab) showChecks() {
	c := b.found
	var keys []int64
	if b.filter != filterGood {
		for i := range c.wrong {
			keys = append(keys, -int64(i)-1)
		}
	}
	if b.filter != filterWrong {
		for i := range c.good {
			keys = append(keys, int64(i)+1)
		}
	}
	b.ledger.SetKeys(keys)
	chips := []*widget.Chip{b.chip("messages.filter.all", c.rows, filterAll)}
	var end *widget.Button
	if c.bad > 0 {
		chips = append(chips, b.chip("messages.filter.wrong", c.bad, filterWrong), b.chip("messages.filter.good", c.rows-c.bad, filterGood))
		end = widget.NewButton(widget.Quiet, "download", b.page.config.Say.T("messages.save-wrong"), func() { b.page.saveAs(stem(b.file.name)+"-check.csv", b.writeWrong) })
	}
	b.showChips(end, chips)
}

func (b *batchTab) showChips(end *widget.Button, chips []*widget.Chip) {
	if end == nil {
		b.chips.set(nil, objects(chips...)...)
		return
	}
	b.chips.set(end, objects(chips...)...)
}

// checkRow is what a row of the table of checks says.
func (b *batchTab) checkRow(key int64) (widget.LedgerRow, bool) {
	say := b.page.config.Say
	if b.found == nil {
		return widget.LedgerRow{}, false
	}
	if key > 0 && int(key) <= len(b.found.good) {
		r := b.found.good[key-1]
		return widget.LedgerRow{Lead: strconv.Itoa(r.number), State: widget.MessageSent, Word: say.T("messages.check.good"), Title: r.to, Second: r.text}, true
	}
	if key >= 0 || int(-key) > len(b.found.wrong) {
		return widget.LedgerRow{}, false
	}
	r := b.found.wrong[-key-1]
	return widget.LedgerRow{Lead: strconv.Itoa(r.number), State: widget.MessageFailed, Word: say.T("messages.check.wrong"), Title: r.to, Second: b.wrongWords(r), Reason: true,
		Trailing: say.T("messages.line", "Line", r.line)}, true
}

// wrongWords are all that is wrong with a row.
func (b *batchTab) wrongWords(r checkedRow) string {
	words := make([]string, len(r.problems))
	for i, p := range r.problems {
		words[i] = b.page.problem(p)
	}
	return strings.Join(words, " ")
}

// showChecked says on the card what the check found.
func (b *batchTab) showChecked() {
	say, c := b.page.config.Say, b.card
	other := widget.NewButton(widget.Outlined, "", say.T("messages.other-file"), b.choose)
	away := widget.NewButton(widget.Quiet, "", say.T("messages.close"), b.close)
	c.actions = []*widget.Button{away, other}
	if b.failure != nil {
		c.says.Color = style.InUse
		c.says.SetText(b.fileReason(b.failure))
		return
	}
	found := b.found
	words := say.N("messages.checked-good", found.rows)
	if found.bad > 0 {
		words = say.N("messages.checked-wrong", found.bad, "Rows", say.N("messages.rows", found.rows))
	}
	if !found.whole() {
		words += " " + say.T("messages.checked-part", "Rows", len(found.wrong)+len(found.good))
	}
	c.says.SetText(words)
	if found.bad == 0 && found.direct > 1 {
		check := widget.NewCheck(say.T("messages.bulk"), func(on bool) { b.bulk = on })
		check.SetOn(b.bulk)
		c.option = check
	}
}

// fileReason says why a file cannot be used, with the line where that is known.
func (b *batchTab) fileReason(err error) string {
	say := b.page.config.Say
	words := say.T("messages.file-broken", "Why", say.Reason(err))
	if at, ok := errors.AsType[*message.LineError](err); ok && at.Line > 0 {
		words = say.T("messages.file-broken-line", "Line", at.Line, "Why", say.Reason(err))
	}
	return words
}

// showBar draws the foot of a checked file: nothing is sent while a row is wrong.
func (b *batchTab) showBar() {
	if b.state != batchChecked || b.failure != nil || b.found == nil {
		return
	}
	say := b.page.config.Say
	b.send.SetText(say.N("messages.send-rows", b.found.rows))
	if b.found.bad > 0 {
		b.send.Disable()
		b.bar.say(widget.Notice, say.N("messages.correct-rows", b.found.bad))
		return
	}
	b.send.Enable()
	b.bar.say(widget.Notice, say.T("messages.waits"))
}

// writeWrong reads the file again and writes the rows that cannot be sent, each with its reasons.
func (b *batchTab) writeWrong(_ context.Context, w io.Writer) error {
	r, err := b.file.read(b.page.config.Preferences.RoomKey())
	if err != nil {
		return err
	}
	defer r.file.Close()
	columns := r.Columns()
	return message.WriteResults(w, message.Batch{Name: b.file.name, Columns: columns}, func(yield func(message.Item, error) bool) {
		for row, err := range r.All() {
			if err == nil && len(row.Problems) == 0 {
				continue
			}
			item := message.Item{Message: row.Message, Row: row.Number, Extra: row.Extra, State: message.Failed,
				Failure: &message.Failure{Kind: fault.Invalid, Words: b.wrongWords(checkedRow{problems: row.Problems})}}
			if !yield(item, err) || err != nil {
				return
			}
		}
	})
}

// stem is a file's name without its ending.
func stem(name string) string { return strings.TrimSuffix(name, filepath.Ext(name)) }
