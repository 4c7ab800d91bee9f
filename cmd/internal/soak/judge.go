package main

import (
	"context"
	"errors"
	"fmt"

	"foyer/services/demo"
	"foyer/services/message"
)

// tally sums up rounds.
type tally struct {
	kills                 int
	rows                  int
	sent, failed, unknown int
	arrived               int // of the unknown ones
}

func (t *tally) add(o tally) {
	t.kills += o.kills
	t.rows += o.rows
	t.sent += o.sent
	t.failed += o.failed
	t.unknown += o.unknown
	t.arrived += o.arrived
}

// String is for the terminal.
func (t tally) String() string {
	return fmt.Sprintf("%d kills, %d rows: %d sent, %d failed, %d unknown (%d of them arrived)", t.kills, t.rows, t.sent, t.failed, t.unknown, t.arrived)
}

// maxWrong is how many findings are reported.
const maxWrong = 20

// judge compares the outbox with what the office accepted.
func (r *round) judge(ctx context.Context) error {
	var items []message.Item
	for item, err := range r.store.EachMessage(ctx, message.Filter{Batch: r.batch.ID}) {
		if err != nil {
			return err
		}
		items = append(items, item)
	}
	t, wrong := compare(items, r.batch.Rows, r.server.office.Sent())
	t.kills = r.tally.kills
	r.tally = t
	if len(wrong) > maxWrong {
		wrong = append(wrong[:maxWrong], fmt.Errorf("and %d more", len(wrong)-maxWrong))
	}
	return errors.Join(wrong...)
}

// compare says what is wrong with an outbox of so many rows, when the office accepted these messages.
func compare(items []message.Item, rows int, accepted []demo.Sent) (t tally, wrong []error) {
	accuse := func(format string, values ...any) { wrong = append(wrong, fmt.Errorf(format, values...)) }
	arrived := make(map[int]int) // how often a row did
	last := make(map[string]int) // the row that came last to a destination
	for _, s := range accepted {
		n := rowOf(s.Text)
		if arrived[n]++; n == 0 || n > rows {
			accuse("%q is no row", s.Text)
			continue
		}
		to := message.Message{To: s.To, Room: s.Room}.Destination()
		if want := rowMessage(n).Destination(); to != want {
			accuse("row %d went to %q, not to %q", n, to, want)
		}
		if last[to] > n {
			accuse("row %d to %q came after row %d", n, to, last[to])
		}
		last[to] = n
	}
	if t.rows = len(items); t.rows != rows {
		accuse("%d rows are left of %d", t.rows, rows)
	}
	for _, i := range items {
		times := arrived[i.Row]
		if times > 1 {
			accuse("row %d arrived %d times", i.Row, times)
		}
		switch i.State {
		case message.Sent:
			if t.sent++; times == 0 {
				accuse("row %d is sent and did not arrive", i.Row)
			}
		case message.Failed:
			if t.failed++; times > 0 {
				accuse("row %d failed and arrived", i.Row)
			}
		case message.Unknown:
			t.unknown++
			t.arrived += min(times, 1)
		default:
			accuse("row %d is %s in the end", i.Row, i.State)
		}
	}
	return t, wrong
}
