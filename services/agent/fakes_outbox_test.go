package agent

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"foyer/services/message"
)

// fakeOutbox keeps messages in memory and follows the rules of message.Queue.
type fakeOutbox struct {
	now func() time.Time

	mu      sync.Mutex
	rows    []*message.Item // in the order of the queue
	batches map[int64]message.Batch
	calls   int           // of any method
	taking  int           // calls that asked for messages
	most    int           // that were sending at once
	err     error         // of every call, while it is set
	lose    bool          // the next Advance takes and then fails
	disk    time.Duration // that Advance takes
	wrong   string        // what was done against the rules
}

func newOutbox() *fakeOutbox {
	return &fakeOutbox{now: time.Now, batches: make(map[int64]message.Batch)}
}

// queue adds messages to people, one for each destination named, and returns their ids.
func (o *fakeOutbox) queue(to ...string) []int64 {
	var ids []int64
	for i, address := range to {
		ids = append(ids, o.add(message.Item{Message: message.Message{To: []string{address}, Text: fmt.Sprintf("%s %d", address, i)}}))
	}
	return ids
}

func (o *fakeOutbox) add(i message.Item) int64 {
	o.mu.Lock()
	defer o.mu.Unlock()
	i.ID, i.Queued = int64(len(o.rows)+1), o.now()
	i.Service = cmp.Or(i.Service, ChatMessenger)
	if i.State == "" {
		i.State = message.Queued
	}
	o.rows = append(o.rows, &i)
	return i.ID
}

// change does something to the rows or the outbox that nobody else sees half of.
func (o *fakeOutbox) change(f func()) {
	o.mu.Lock()
	defer o.mu.Unlock()
	f()
}

func (o *fakeOutbox) item(id int64) message.Item {
	o.mu.Lock()
	defer o.mu.Unlock()
	return *o.rows[id-1]
}

// count returns how many rows are in a state.
func (o *fakeOutbox) count(s message.State) int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.counted(s)
}

func (o *fakeOutbox) counted(s message.State) (n int) {
	for _, r := range o.rows {
		if r.State == s {
			n++
		}
	}
	return n
}

// asked is how often any method was called, claimed how often messages were asked for.
func (o *fakeOutbox) asked() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.calls
}

func (o *fakeOutbox) claimed() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.taking
}

// crowd is how many were being sent at once at most.
func (o *fakeOutbox) crowd() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.most
}

func (o *fakeOutbox) states() []message.State {
	o.mu.Lock()
	defer o.mu.Unlock()
	var all []message.State
	for _, r := range o.rows {
		all = append(all, r.State)
	}
	return all
}

// enter begins a call; the lock is held until leave.
func (o *fakeOutbox) enter() error {
	o.mu.Lock()
	o.calls++
	return o.err
}

func (o *fakeOutbox) Recover(context.Context) (int, error) {
	defer o.mu.Unlock()
	if err := o.enter(); err != nil {
		return 0, err
	}
	n := 0
	for _, r := range o.rows {
		if r.State == message.Sending {
			r.State, r.Failure = message.Unknown, &message.Failure{Code: message.CodeCrashed}
			n++
		}
	}
	return n, nil
}

func (o *fakeOutbox) Advance(_ context.Context, service string, settled []message.Settled, n int) ([]message.Item, error) {
	o.mu.Lock()
	disk := o.disk
	o.mu.Unlock()
	nap(disk)
	defer o.mu.Unlock()
	if n > 0 {
		o.taking++
	}
	if err := o.enter(); err != nil {
		return nil, err
	}
	for _, s := range settled {
		o.settle(s)
	}
	taken := o.take(service, n)
	o.most = max(o.most, o.counted(message.Sending))
	if o.lose {
		o.lose = false
		return nil, errFull
	}
	return taken, nil
}

func (o *fakeOutbox) settle(s message.Settled) {
	r := o.rows[s.ID-1]
	if r.State != message.Sending {
		return // stored already
	}
	r.State, r.Next, r.Failure = s.State, s.Next, s.Failure
	if s.Untried {
		r.Tries--
	}
	if s.State != message.Queued {
		r.Ended = s.At
	}
}

func (o *fakeOutbox) take(service string, n int) []message.Item {
	var taken []message.Item
	busy := make(map[string]*message.Item)
	for _, r := range o.rows {
		if r.Service != service || r.State != message.Queued && r.State != message.Sending {
			continue
		}
		before, behind := busy[r.Destination()], false
		if before != nil {
			together := before.Batch == r.Batch && o.batches[r.Batch].Bulk && slices.ContainsFunc(taken, func(t message.Item) bool { return t.ID == before.ID })
			behind = !together
		}
		busy[r.Destination()] = r
		if len(taken) >= n || behind || r.State != message.Queued || o.batches[r.Batch].Paused || r.Next.After(o.now()) {
			continue
		}
		r.State, r.Began = message.Sending, o.now()
		r.Tries++
		taken = append(taken, *r)
	}
	return taken
}

func (o *fakeOutbox) Due(_ context.Context, service string) (time.Time, error) {
	defer o.mu.Unlock()
	if err := o.enter(); err != nil {
		return time.Time{}, err
	}
	var due time.Time
	busy := make(map[string]bool)
	for _, r := range o.rows {
		if r.Service != service || r.State != message.Queued && r.State != message.Sending {
			continue
		}
		waits := busy[r.Destination()]
		busy[r.Destination()] = true
		if waits || r.State != message.Queued || o.batches[r.Batch].Paused {
			continue
		}
		next := r.Next
		if next.IsZero() {
			next = r.Queued
		}
		due = sooner(due, next)
	}
	return due, nil
}

func (o *fakeOutbox) Messages(_ context.Context, ids []int64) ([]message.Item, error) {
	defer o.mu.Unlock()
	if err := o.enter(); err != nil {
		return nil, err
	}
	var items []message.Item
	for _, id := range ids {
		if id > 0 && int(id) <= len(o.rows) {
			items = append(items, *o.rows[id-1])
		}
	}
	return items, nil
}

func (o *fakeOutbox) MessageIDs(_ context.Context, f message.Filter) ([]int64, error) {
	defer o.mu.Unlock()
	if err := o.enter(); err != nil {
		return nil, err
	}
	var ids []int64
	for _, r := range o.rows {
		if r.State == f.State && (f.Service == "" || f.Service == r.Service) {
			ids = append(ids, r.ID)
		}
	}
	return ids, nil
}

func (o *fakeOutbox) RetryMessages(_ context.Context, ids ...int64) (int, error) {
	defer o.mu.Unlock()
	if err := o.enter(); err != nil {
		return 0, err
	}
	for _, id := range ids {
		r := o.rows[id-1]
		if r.State != message.Queued {
			o.wrong = fmt.Sprintf("message %d was put back, and it is %s", id, r.State)
		}
		r.Next = time.Time{}
	}
	return len(ids), nil
}

func (o *fakeOutbox) Batch(_ context.Context, id int64) (message.Batch, error) {
	defer o.mu.Unlock()
	if err := o.enter(); err != nil {
		return message.Batch{}, err
	}
	return o.batches[id], nil
}

var _ Outbox = (*fakeOutbox)(nil)
