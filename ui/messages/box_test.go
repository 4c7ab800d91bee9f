package messages_test

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
	mu      sync.Mutex
	items   []message.Item
	gone    []message.Item
	batches []message.Batch
	people  []message.Correspondent
	rooms   []message.KnownRoom
	next    int64
	fail    error
	// leaves makes messages leave in the moment in which they are to be discarded.
	leaves bool
	asked  []string // queries for people
}

func (b *box) lock() func() {
	b.mu.Lock()
	return b.mu.Unlock
}

func (b *box) QueueMessages(_ context.Context, service string, all []message.Message) ([]int64, error) {
	defer b.lock()()
	if b.fail != nil {
		return nil, b.fail
	}
	var ids []int64
	for _, m := range all {
		ids = append(ids, b.add(message.Item{Message: m, Service: service, State: message.Queued, Queued: monday}))
		for _, a := range m.To {
			b.remember(a)
		}
	}
	return ids, nil
}

func (b *box) add(item message.Item) int64 {
	b.next++
	item.ID = b.next
	b.items = append(b.items, item)
	return b.next
}

func (b *box) remember(address string) {
	if !slices.ContainsFunc(b.people, func(c message.Correspondent) bool { return c.Address == address }) {
		b.people = append([]message.Correspondent{{Address: address, Used: monday, Count: 1}}, b.people...)
	}
}

func (b *box) Messages(_ context.Context, ids []int64) ([]message.Item, error) {
	defer b.lock()()
	var found []message.Item
	for _, id := range ids {
		for _, item := range b.items {
			if item.ID == id {
				found = append(found, item)
			}
		}
	}
	return found, b.fail
}

func (b *box) MessageIDs(_ context.Context, f message.Filter) ([]int64, error) {
	defer b.lock()()
	var ids, waiting []int64
	for _, item := range slices.Backward(b.items) {
		if (f.State != "" && item.State != f.State) || item.Batch != f.Batch {
			continue
		}
		if item.State == message.Queued {
			waiting = append([]int64{item.ID}, waiting...)
		} else {
			ids = append(ids, item.ID)
		}
	}
	return append(ids, waiting...), b.fail
}

func (b *box) Recent(_ context.Context, limit int) ([]message.Item, error) {
	defer b.lock()()
	var found []message.Item
	for _, item := range slices.Backward(b.items) {
		if item.Batch == 0 && len(found) < limit {
			found = append(found, item)
		}
	}
	return found, b.fail
}

func (b *box) DiscardMessages(_ context.Context, ids ...int64) (int, error) {
	defer b.lock()()
	n := 0
	b.items = slices.DeleteFunc(b.items, func(item message.Item) bool {
		if !slices.Contains(ids, item.ID) || item.State == message.Sending {
			return false
		}
		if b.leaves {
			item.State = message.Sent
		}
		b.gone = append(b.gone, item)
		n++
		return true
	})
	return n, b.fail
}

func (b *box) RestoreMessages(_ context.Context, ids ...int64) (int, error) {
	defer b.lock()()
	n := 0
	for _, item := range b.gone {
		if slices.Contains(ids, item.ID) {
			b.items = append(b.items, item)
			n++
		}
	}
	return n, b.fail
}

func (b *box) History(_ context.Context, id int64) ([]message.Event, error) {
	defer b.lock()()
	events := []message.Event{{At: monday, State: message.Queued}}
	for _, item := range b.gone {
		if item.ID == id {
			if item.State == message.Sent {
				events = append(events, message.Event{At: monday, State: message.Sent})
			}
			events = append(events, message.Event{At: monday, State: item.State, Code: message.EventDiscarded})
		}
	}
	return events, b.fail
}

func (b *box) RetryMessages(_ context.Context, ids ...int64) (int, error) {
	return b.turn(message.Queued, ids)
}

func (b *box) ArrivedMessages(_ context.Context, ids ...int64) (int, error) {
	return b.turn(message.Sent, ids)
}

func (b *box) turn(to message.State, ids []int64) (int, error) {
	defer b.lock()()
	n := 0
	for i := range b.items {
		if slices.Contains(ids, b.items[i].ID) {
			b.items[i].State, b.items[i].Failure, b.items[i].Ended = to, nil, monday
			n++
		}
	}
	return n, b.fail
}

func (b *box) People(_ context.Context, query string, limit int) ([]message.Correspondent, error) {
	defer b.lock()()
	b.asked = append(b.asked, query)
	var found []message.Correspondent
	for _, c := range b.people {
		if strings.Contains(strings.ToLower(c.Name+" "+c.Address), strings.ToLower(query)) && len(found) < limit {
			found = append(found, c)
		}
	}
	return found, b.fail
}

func (b *box) Rooms(context.Context, string) ([]message.KnownRoom, error) {
	defer b.lock()()
	return slices.Clone(b.rooms), b.fail
}

func (b *box) RememberRoom(_ context.Context, _, name string, room *message.ChatRoom) error {
	defer b.lock()()
	b.rooms = slices.DeleteFunc(b.rooms, func(r message.KnownRoom) bool {
		if r.Name == name && room == nil {
			room = r.Room
		}
		return r.Name == name
	})
	b.rooms = append([]message.KnownRoom{{Name: name, Used: monday, Room: room}}, b.rooms...)
	return b.fail
}

func (b *box) QueueBatch(ctx context.Context, want message.Batch, rows iter.Seq2[message.Row, error]) (message.Batch, error) {
	defer b.lock()()
	var items []message.Item
	for row, err := range rows {
		if err != nil {
			return message.Batch{}, err
		}
		if len(row.Problems) > 0 {
			return message.Batch{}, &fault.Error{Op: "queueing a batch", Kind: fault.Invalid}
		}
		items = append(items, message.Item{Message: row.Message, State: message.Queued, Queued: monday, Row: row.Number, Extra: row.Extra})
	}
	if b.fail != nil {
		return message.Batch{}, b.fail
	}
	b.next++
	want.ID, want.Started, want.Rows = b.next, monday, len(items)
	b.batches = append([]message.Batch{want}, b.batches...)
	for _, item := range items {
		item.Batch, item.BatchName = want.ID, want.Name
		b.add(item)
	}
	return want, nil
}

func (b *box) Batch(_ context.Context, id int64) (message.Batch, error) {
	defer b.lock()()
	for _, m := range b.batches {
		if m.ID == id {
			m.Counts = b.counts(id)
			return m, b.fail
		}
	}
	return message.Batch{}, &fault.Error{Op: "reading a batch", Kind: fault.Invalid}
}

func (b *box) counts(batch int64) (c message.Counts) {
	for _, item := range b.items {
		if item.Batch != batch {
			continue
		}
		switch item.State {
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
	}
	return c
}

func (b *box) Batches(context.Context) ([]message.Batch, error) {
	defer b.lock()()
	all := slices.Clone(b.batches)
	for i := range all {
		all[i].Counts = b.counts(all[i].ID)
	}
	return all, b.fail
}

func (b *box) mark(id int64, change func(*message.Batch)) error {
	defer b.lock()()
	for i := range b.batches {
		if b.batches[i].ID == id {
			change(&b.batches[i])
		}
	}
	return b.fail
}

func (b *box) PauseBatch(_ context.Context, id int64) error {
	return b.mark(id, func(m *message.Batch) { m.Paused = true })
}

func (b *box) ResumeBatch(_ context.Context, id int64) error {
	return b.mark(id, func(m *message.Batch) { m.Paused = false })
}

func (b *box) CancelBatch(_ context.Context, id int64) error {
	for i := range b.items {
		if b.items[i].Batch == id && b.items[i].State == message.Queued {
			b.items[i].State, b.items[i].Failure = message.Failed, &message.Failure{Code: message.CodeCancelled}
		}
	}
	return b.mark(id, func(m *message.Batch) { m.Cancelled = true })
}

func (b *box) EachMessage(_ context.Context, f message.Filter) iter.Seq2[message.Item, error] {
	return func(yield func(message.Item, error) bool) {
		for _, item := range b.items {
			if item.Batch == f.Batch && !yield(item, nil) {
				return
			}
		}
	}
}

// settle gives the message with this text a state.
func (b *box) become(text string, to message.State, failure *message.Failure) {
	defer b.lock()()
	for i := range b.items {
		if b.items[i].Text == text {
			b.items[i].State, b.items[i].Failure, b.items[i].Ended = to, failure, monday
		}
	}
}

// texts are the texts of the messages in the outbox.
func (b *box) texts() []string {
	defer b.lock()()
	var all []string
	for _, item := range b.items {
		all = append(all, item.Text)
	}
	return all
}

// last is the newest message.
func (b *box) last() message.Message {
	defer b.lock()()
	if len(b.items) == 0 {
		return message.Message{}
	}
	return b.items[len(b.items)-1].Message
}

func at(hour, minute, second int) time.Time {
	return time.Date(2026, 11, 23, hour, minute, second, 0, time.UTC)
}

// half lets a batch come half way: rows 1 to 308 are at rest, row 309 is being sent.
func (b *box) half() {
	defer b.lock()()
	for i := range b.items {
		item := &b.items[i]
		if item.Batch == 0 || item.Row > 309 {
			continue
		}
		item.State, item.Ended = message.Sent, monday.Add(-time.Duration(309-item.Row)*time.Second/2)
		switch {
		case item.Row == 309:
			item.State = message.Sending
		case item.Row == 306 || item.Row < 4:
			item.State, item.Failure = message.Failed, &message.Failure{Kind: fault.Refused, Words: "No such user"}
		case item.Row == 303 || item.Row == 4:
			item.State, item.Failure = message.Unknown, &message.Failure{Kind: fault.UnknownOutcome}
		}
	}
}

// finish lets a batch come to its end.
func (b *box) finish() {
	defer b.lock()()
	for i := range b.items {
		if item := &b.items[i]; item.Batch > 0 && (item.State == message.Queued || item.State == message.Sending) {
			item.State, item.Ended = message.Sent, monday
		}
	}
}
