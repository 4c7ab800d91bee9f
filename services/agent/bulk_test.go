package agent

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/message"
)

func TestUnitsKeepTheOrderOfEachDestination(t *testing.T) {
	direct := func(id int64, batch int64, to string) message.Item {
		return message.Item{ID: id, Batch: batch, Message: message.Message{To: []string{to}}}
	}
	sealed := func(id int64, batch int64, to string) message.Item {
		i := direct(id, batch, to)
		i.Envelope = true
		return i
	}
	room := func(id int64, batch int64, name string) message.Item {
		return message.Item{ID: id, Batch: batch, Message: message.Message{Room: name}}
	}
	const bulk, other, single = 1, 2, 3
	for _, c := range []struct {
		name  string
		items []message.Item
		calls [][]int64
		rest  []int64
	}{
		{"single messages", []message.Item{direct(1, 0, "a"), direct(2, 0, "b")}, [][]int64{{1}, {2}}, nil},
		{"rows of their own", []message.Item{direct(1, single, "a"), direct(2, single, "b")}, [][]int64{{1}, {2}}, nil},
		{"a run", []message.Item{direct(1, bulk, "a"), direct(2, bulk, "b"), direct(3, bulk, "a")}, [][]int64{{1, 2, 3}}, nil},
		{"two batches", []message.Item{direct(1, bulk, "a"), direct(2, other, "b"), direct(3, bulk, "c")}, [][]int64{{1, 3}, {2}}, nil},
		{"rooms and envelopes alone", []message.Item{direct(1, bulk, "a"), room(2, bulk, "r"), sealed(3, bulk, "b"), direct(4, bulk, "c")},
			[][]int64{{1, 4}, {2}, {3}}, nil},
		{"an envelope between two to the same", []message.Item{direct(1, bulk, "a"), sealed(2, bulk, "a"), direct(3, bulk, "a"), direct(4, bulk, "b")},
			[][]int64{{1, 4}}, []int64{2, 3}},
		{"another batch to the same", []message.Item{direct(1, bulk, "a"), direct(2, other, "a"), direct(3, other, "b")}, [][]int64{{1}, {3}}, []int64{2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			calls, rest := units(c.items, func(batch int64) bool { return batch != single })
			var got [][]int64
			for _, u := range calls {
				got = append(got, ids(u.items))
			}
			if diff := cmp.Diff(c.calls, got); diff != "" {
				t.Errorf("calls (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.rest, ids(rest)); diff != "" {
				t.Errorf("given back (-want +got):\n%s", diff)
			}
		})
	}
}

func ids(items []message.Item) []int64 {
	var all []int64
	for _, i := range items {
		all = append(all, i.ID)
	}
	return all
}

func TestABulkBatchGoesOutManyToACallAndItsRowsShareTheResult(t *testing.T) {
	delivering(t, func(t *testing.T, p *post) {
		p.outbox.batches[1] = message.Batch{ID: 1, Bulk: true}
		for i, to := range people(1000) {
			p.outbox.add(message.Item{Batch: 1, Row: i + 1, Message: message.Message{To: []string{to}, Text: to}})
		}
		p.outbox.queue(people(20)...)
		p.service.behave(func(_ context.Context, m []message.Message) error {
			nap(time.Second)
			for _, one := range m {
				if len(m) > 1 && one.Text == "p500@example.com" {
					return errRefused
				}
			}
			return nil
		})
	}, func(t *testing.T, p *post) {
		pass(time.Minute)
		calls := p.service.made()
		if n := len(calls) - 20; n < 10 || n > 16 {
			t.Errorf("%d calls for 1000 rows", n)
		}
		for _, c := range calls {
			if len(c.texts) > maxBulk || !c.bulk && len(c.texts) != 1 {
				t.Errorf("%d messages in one call", len(c.texts))
			}
		}
		if n := p.outbox.count(message.Failed); n != maxBulk {
			t.Errorf("%d failed, want all of one call", n)
		}
		if n := p.outbox.count(message.Sent); n != 1020-maxBulk {
			t.Errorf("%d were sent, want the others", n)
		}
		if p.service.crowd() > DefaultConcurrency {
			t.Errorf("%d calls at once", p.service.crowd())
		}
	})
}
