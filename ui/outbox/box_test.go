package outbox_test

import (
	"context"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

// box keeps an outbox in memory as the store does on disk.
type box struct {
	mu        sync.Mutex
	items     []message.Item // queued first, as they will leave
	at        map[int64]int  // where they are
	discarded map[int64]bool
	history   map[int64][]message.Event
	batches   []message.Batch
	people    []message.Correspondent
	fail      error
	asked     []string      // which questions were asked, in order
	gate      chan struct{} // when there is one, questions wait for it
	read      int           // messages that were read
}

func (b *box) ask(ctx context.Context, what string) error {
	b.mu.Lock()
	gate := b.gate
	b.asked = append(b.asked, what)
	b.mu.Unlock()
	if gate != nil {
		select {
		case <-gate:
		case <-ctx.Done():
			return &fault.Error{Op: what, Kind: fault.Cancelled, Err: ctx.Err()}
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.fail
}

func (b *box) chosen(i message.Item, f message.Filter) bool {
	if b.discarded[i.ID] || f.State != "" && i.State != f.State || f.Batch != 0 && i.Batch != f.Batch {
		return false
	}
	all := strings.ToLower(strings.Join(i.To, " ") + " " + i.Room + " " + i.Text)
	for _, w := range strings.Fields(strings.ToLower(f.Words)) {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}

func (b *box) MessageIDs(ctx context.Context, f message.Filter) ([]int64, error) {
	if err := b.ask(ctx, "ids"); err != nil {
		return nil, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	rank := map[message.State]int{message.Unknown: 1, message.Failed: 2, message.Sent: 3}
	var found []message.Item
	for _, i := range b.items {
		if b.chosen(i, f) {
			found = append(found, i)
		}
	}
	slices.SortStableFunc(found, func(x, y message.Item) int {
		if d := rank[x.State] - rank[y.State]; d != 0 {
			return d
		}
		return y.Ended.Compare(x.Ended)
	})
	ids := make([]int64, len(found))
	for n, i := range found {
		ids[n] = i.ID
	}
	return ids, nil
}

func (b *box) Messages(ctx context.Context, ids []int64) ([]message.Item, error) {
	if err := b.ask(ctx, "messages"); err != nil {
		return nil, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.at) != len(b.items) {
		b.at = make(map[int64]int, len(b.items))
		for n, i := range b.items {
			b.at[i.ID] = n
		}
	}
	var found []message.Item
	for _, id := range ids {
		if n, ok := b.at[id]; ok && !b.discarded[id] {
			found = append(found, b.items[n])
		}
	}
	b.read += len(found)
	return found, nil
}

func (b *box) Counts(ctx context.Context, f message.Filter) (c message.Counts, err error) {
	if err := b.ask(ctx, "counts"); err != nil {
		return c, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, i := range b.items {
		if !b.chosen(i, f) {
			continue
		}
		switch i.State {
		case message.Queued:
			c.Queued++
		case message.Sending:
			c.Sending++
		case message.Sent:
			c.Sent++
		case message.Failed:
			c.Failed++
		case message.Unknown:
			c.Unknown++
		}
		if i.Held {
			c.Held++
		}
	}
	return c, nil
}

func (b *box) History(ctx context.Context, id int64) ([]message.Event, error) {
	if err := b.ask(ctx, "history"); err != nil {
		return nil, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if events, ok := b.history[id]; ok {
		return events, nil
	}
	for _, i := range b.items {
		if i.ID == id {
			return []message.Event{{At: i.Queued, State: message.Queued}}, nil
		}
	}
	return nil, &fault.Error{Op: "reading a history", Kind: fault.Invalid, Code: "no-such-message"}
}

func (b *box) EachMessage(ctx context.Context, f message.Filter) iter.Seq2[message.Item, error] {
	return func(yield func(message.Item, error) bool) {
		if err := b.ask(ctx, "each"); err != nil {
			yield(message.Item{}, err)
			return
		}
		for _, i := range b.items {
			if b.chosen(i, f) && !yield(i, nil) {
				return
			}
		}
	}
}

func (b *box) Batches(ctx context.Context) ([]message.Batch, error) {
	return slices.Clone(b.batches), b.ask(ctx, "batches")
}

func (b *box) People(ctx context.Context, _ string, _ int) ([]message.Correspondent, error) {
	return b.people, b.ask(ctx, "people")
}

// change changes those of some messages for which do reports that it did something.
func (b *box) change(ctx context.Context, what string, ids []int64, do func(*message.Item) bool) (n int, err error) {
	if err := b.ask(ctx, what); err != nil {
		return 0, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	in := map[int64]bool{}
	for _, id := range ids {
		in[id] = true
	}
	for at := range b.items {
		if in[b.items[at].ID] && do(&b.items[at]) {
			n++
		}
	}
	return n, nil
}

func (b *box) RetryMessages(ctx context.Context, ids ...int64) (int, error) {
	return b.change(ctx, "retry", ids, func(i *message.Item) bool {
		switch i.State {
		case message.Failed, message.Unknown:
			i.State, i.Queued, i.Tries, i.Failure, i.Ended = message.Queued, monday, 0, nil, time.Time{}
		case message.Queued:
			i.Next = time.Time{}
		default:
			return false
		}
		return true
	})
}

func (b *box) MoveMessages(ctx context.Context, service string, ids ...int64) (int, error) {
	return b.change(ctx, "move to "+service, ids, func(i *message.Item) bool {
		if i.Service == service || i.State != message.Queued && i.State != message.Failed {
			return false
		}
		i.Service = service
		return true
	})
}

func (b *box) ArrivedMessages(ctx context.Context, ids ...int64) (int, error) {
	return b.change(ctx, "arrived", ids, func(i *message.Item) bool {
		if i.State != message.Unknown {
			return false
		}
		i.State, i.Failure = message.Sent, nil
		return true
	})
}

func (b *box) DiscardMessages(ctx context.Context, ids ...int64) (int, error) {
	return b.change(ctx, "discard", ids, func(i *message.Item) bool {
		if i.State == message.Sending || b.discarded[i.ID] {
			return false
		}
		b.discarded[i.ID] = true
		return true
	})
}

func (b *box) RestoreMessages(ctx context.Context, ids ...int64) (int, error) {
	return b.change(ctx, "restore", ids, func(i *message.Item) bool {
		was := b.discarded[i.ID]
		delete(b.discarded, i.ID)
		return was
	})
}

func (b *box) EditMessage(ctx context.Context, id int64, m message.Message) error {
	n, err := b.change(ctx, "edit", []int64{id}, func(i *message.Item) bool {
		if i.State != message.Queued && i.State != message.Failed {
			return false
		}
		i.Message = m
		return true
	})
	if err == nil && n == 0 {
		return &fault.Error{Op: "changing a message", Kind: fault.Invalid, Code: "not-editable"}
	}
	return err
}

func (b *box) ResumeBatch(ctx context.Context, id int64) error {
	_, err := b.change(ctx, "resume", nil, nil)
	b.mu.Lock()
	defer b.mu.Unlock()
	for n := range b.batches {
		if b.batches[n].ID == id {
			b.batches[n].Paused = false
		}
	}
	for n := range b.items {
		if b.items[n].Batch == id {
			b.items[n].Held = false
		}
	}
	return err
}

// set changes a message, as the agent does while it delivers.
func (b *box) set(id int64, f func(*message.Item)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for n := range b.items {
		if b.items[n].ID == id {
			f(&b.items[n])
		}
	}
}

func (b *box) get(id int64) message.Item {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, i := range b.items {
		if i.ID == id {
			return i
		}
	}
	return message.Item{}
}
