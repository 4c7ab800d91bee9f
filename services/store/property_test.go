package store

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/message"
)

// walk does the same to a Store and to a model, and compares them.
type walk struct {
	t     *testing.T
	s     *Store
	clock *clock
	m     *model
	*rand.Rand
	// before has for each message that is being sent when it was tried before.
	before map[int64]time.Time
	did    []string
}

func TestOutboxDoesWhatASimpleModelDoes(t *testing.T) {
	t.Parallel()
	for seed := range uint64(10) {
		t.Run(itoa(int(seed)), func(t *testing.T) {
			t.Parallel()
			s, c := opened(t)
			// Nothing crashes here, so nothing has to wait for the disk.
			if _, err := s.writer.ExecContext(t.Context(), "PRAGMA synchronous = OFF"); err != nil {
				t.Fatal(err)
			}
			w := &walk{t: t, s: s, clock: c, m: newModel(c.at), Rand: rand.New(rand.NewPCG(seed, 3)), before: map[int64]time.Time{}}
			for range 100 {
				w.step()
				if w.compare(); t.Failed() {
					t.Fatalf("after %v", w.did)
				}
			}
		})
	}
}

var steps = []struct {
	often int
	do    func(w *walk) string
}{
	{4, (*walk).queue}, {2, (*walk).queueBatch}, {16, (*walk).advance}, {4, (*walk).retry}, {2, (*walk).arrived},
	{3, (*walk).move}, {3, (*walk).discard}, {3, (*walk).restore}, {4, (*walk).edit}, {2, (*walk).pause}, {1, (*walk).cancel}, {1, (*walk).recover},
}

func (w *walk) step() {
	w.clock.pass(time.Duration(w.IntN(3000)+1) * time.Millisecond)
	w.m.now = w.clock.at
	total := 0
	for _, s := range steps {
		total += s.often
	}
	n := w.IntN(total)
	for _, s := range steps {
		if n -= s.often; n < 0 {
			w.did = append(w.did, s.do(w))
			return
		}
	}
}

// message makes one to one of a few destinations.
func (w *walk) message() message.Message {
	text := []string{"Lunch", "PARKING", "lunch and parking", "größer"}[w.IntN(4)]
	switch w.IntN(6) {
	case 0:
		return toRoom(text, "Parking")
	case 1:
		return to(text, "Barbara@example.com", "ludwig@example.com")
	case 2:
		return to(text, "ludwig@example.com", "barbara@example.com")
	default:
		return to(text, "person"+itoa(w.IntN(4))+"@example.com")
	}
}

func (w *walk) messages() []message.Message {
	all := make([]message.Message, w.IntN(6)+1)
	for i := range all {
		all[i] = w.message()
	}
	return all
}

// service chooses one of two.
func (w *walk) service() string { return []string{firstService, "chat-messenger-2"}[w.IntN(2)] }

func (w *walk) queue() string {
	service, messages := w.service(), w.messages()
	if _, err := w.s.QueueMessages(w.t.Context(), service, messages); err != nil {
		w.t.Fatal(err)
	}
	for _, m := range messages {
		w.m.add(service, m, 0, 0)
	}
	return fmt.Sprintf("queue %d for %s", len(messages), service)
}

func (w *walk) move() string {
	service, ids := w.service(), w.some()
	some(w.t, w.m.move(service, ids), func() (int, error) { return w.s.MoveMessages(w.t.Context(), service, ids...) })
	return fmt.Sprint("move ", ids, " to ", service)
}

func (w *walk) queueBatch() string {
	messages := w.messages()
	b := message.Batch{Name: "parking.csv", Service: w.service(), Bulk: w.IntN(2) == 0}
	b, _ = queueFile(w.t, w.s, b, messages...)
	w.m.batches[b.ID] = &modelBatch{Batch: message.Batch{ID: b.ID, Name: b.Name, Bulk: b.Bulk, Started: w.m.now, Rows: len(messages)}}
	for i, m := range messages {
		w.m.add(b.Service, m, b.ID, i+1)
	}
	return fmt.Sprintf("queue batch %d of %d", b.ID, len(messages))
}

// outcomes settles some of what is being sent.
func (w *walk) outcomes() []message.Settled {
	var settled []message.Settled
	for _, r := range w.m.sorted(func(r *modelRow) bool { return r.State == message.Sending }) {
		if w.IntN(4) == 0 {
			continue
		}
		states := []message.State{message.Sent, message.Sent, message.Failed, message.Unknown, message.Queued, message.Queued}
		out := settledAs(r.ID, states[w.IntN(len(states))], w.m.now)
		if out.State == message.Queued {
			out.Next = w.m.now.Add(time.Duration(w.IntN(5000)) * time.Millisecond)
			if w.IntN(3) == 0 {
				out.Untried, out.Failure = true, nil
				out.Next = []time.Time{{}, out.Next}[w.IntN(2)]
			}
		}
		settled = append(settled, out)
	}
	return settled
}

func (w *walk) advance() string {
	service, settled, n := w.service(), w.outcomes(), w.IntN(6)
	for _, s := range settled {
		w.m.settle(s, w.before[s.ID])
	}
	free := w.m.dueRows(service)
	items, err := w.s.Advance(w.t.Context(), service, settled, n)
	if err != nil {
		w.t.Fatal(err)
	}
	// Those at the front of their lines go before those that may go with them.
	fronts, together := map[int64]bool{}, map[int64]bool{}
	for _, r := range free {
		fronts[r.ID] = true
		for _, f := range w.m.follows(r) {
			together[f.ID] = true
		}
	}
	ids := idsOf(items)
	atFront := 0
	for _, id := range ids {
		if !fronts[id] && !together[id] {
			w.t.Errorf("took %d, which was not due", id)
		}
		atFront += b2i(fronts[id])
	}
	if want := min(n, len(free)); atFront != want {
		w.t.Errorf("took %d fronts of %d, want %d", atFront, len(free), want)
	}
	w.wantRuns(free, ids)
	for _, id := range ids {
		if r := w.m.rows[id]; r != nil {
			w.before[id] = r.Began
			w.m.taken(r)
		}
	}
	if !slices.IsSortedFunc(ids, func(a, b int64) int { return int(w.m.rows[a].seq - w.m.rows[b].seq) }) || len(ids) > n {
		w.t.Errorf("took %v of %d", ids, n)
	}
	return fmt.Sprintf("settle %v and take %v of %s", settled, ids, service)
}

// wantRuns: of what may go together there is no gap, and as much as there is room for.
func (w *walk) wantRuns(free []*modelRow, ids []int64) {
	for _, r := range free {
		left := false
		for _, f := range append([]*modelRow{r}, w.m.follows(r)...) {
			if slices.Contains(ids, f.ID) && left {
				w.t.Errorf("took %d and left one before it", f.ID)
			}
			left = left || !slices.Contains(ids, f.ID)
		}
	}
}

// some chooses ids, and some that are not there.
func (w *walk) some() []int64 {
	ids := []int64{99999}
	for range w.IntN(6) {
		ids = append(ids, w.Int64N(w.m.last+1))
	}
	return ids
}

func (w *walk) retry() string {
	ids := w.some()
	some(w.t, w.m.retry(ids), func() (int, error) { return w.s.RetryMessages(w.t.Context(), ids...) })
	return fmt.Sprint("retry ", ids)
}

func (w *walk) arrived() string {
	ids := w.some()
	some(w.t, w.m.arrived(ids), func() (int, error) { return w.s.ArrivedMessages(w.t.Context(), ids...) })
	return fmt.Sprint("arrived ", ids)
}

func (w *walk) discard() string {
	ids := w.some()
	some(w.t, w.m.discard(ids, true), func() (int, error) { return w.s.DiscardMessages(w.t.Context(), ids...) })
	return fmt.Sprint("discard ", ids)
}

func (w *walk) restore() string {
	ids := append(w.some(), w.some()...)
	some(w.t, w.m.discard(ids, false), func() (int, error) { return w.s.RestoreMessages(w.t.Context(), ids...) })
	return fmt.Sprint("restore ", ids)
}

func (w *walk) edit() string {
	id, msg := w.Int64N(w.m.last+1), w.message()
	err := w.s.EditMessage(w.t.Context(), id, msg)
	if code := w.m.edit(id, msg); code != "" {
		wantFault(w.t, err, fault.Invalid, code)
	} else if err != nil {
		w.t.Error(err)
	}
	return fmt.Sprintf("edit %d to %v", id, msg.To)
}

// batch chooses one, 0 for none.
func (w *walk) batch() int64 { return w.Int64N(int64(len(w.m.batches))) }

func (w *walk) pause() string {
	id, change := w.batch(), w.s.PauseBatch
	if id == 0 {
		return ""
	}
	b := w.m.batches[id]
	if b.Paused {
		change = w.s.ResumeBatch
	}
	b.Paused = !b.Paused
	if err := change(w.t.Context(), id); err != nil {
		w.t.Error(err)
	}
	return fmt.Sprintf("batch %d paused %v", id, b.Paused)
}

func (w *walk) cancel() string {
	id := w.batch()
	if id == 0 {
		return ""
	}
	w.m.cancel(id)
	if err := w.s.CancelBatch(w.t.Context(), id); err != nil {
		w.t.Error(err)
	}
	return fmt.Sprint("cancel batch ", id)
}

func (w *walk) recover() string {
	some(w.t, w.m.recover(), func() (int, error) { return w.s.Recover(w.t.Context()) })
	return "recover"
}

func (w *walk) compare() {
	w.t.Helper()
	same := func(what string, want, got any) {
		w.t.Helper()
		if reflect.DeepEqual(want, got) {
			return // the usual case, sooner
		}
		if d := cmp.Diff(want, got); d != "" {
			w.t.Errorf("%s (-want +got):\n%s", what, d)
		}
	}
	var want []message.Item
	for _, id := range slices.Sorted(maps.Keys(w.m.rows)) {
		if r := w.m.rows[id]; !r.discarded {
			want = append(want, w.m.item(r))
		}
	}
	got, err := w.s.Messages(w.t.Context(), slices.Sorted(maps.Keys(w.m.rows)))
	if err != nil {
		w.t.Fatal(err)
	}
	if len(want) > 0 || len(got) > 0 {
		same("messages", want, got)
	}
	service := w.service()
	if at, err := w.s.Due(w.t.Context(), service); err != nil || !at.Equal(w.m.due(service)) {
		w.t.Errorf("%s is due at %v, want %v, error %v", service, at, w.m.due(service), err)
	}
	f := message.Filter{Batch: w.batch(), Service: []string{"", service}[w.IntN(2)]}
	f.State = append(message.States(), "")[w.IntN(6)]
	f.Words = []string{"", "", "lunch", "GRÖSSER", "parking barbara"}[w.IntN(5)]
	for _, f := range []message.Filter{{}, f} {
		same(fmt.Sprintf("ids of %+v", f), w.m.ids(f), listedIDs(w.t, w.s, f))
		same(fmt.Sprintf("counts of %+v", f), w.m.counts(f), counts(w.t, w.s, f))
	}
	if len(w.did)%8 == 0 {
		wantWhole(w.t, w.s)
	}
	w.compareHistory()
}

// compareHistory wants a history that leads to where the message is.
func (w *walk) compareHistory() {
	if w.m.last == 0 {
		return
	}
	id := w.Int64N(w.m.last) + 1
	r := w.m.rows[id]
	events, err := w.s.History(w.t.Context(), id)
	if r == nil {
		wantFault(w.t, err, fault.Invalid, CodeNoMessage)
		return
	}
	if err != nil {
		w.t.Fatal(err)
	}
	first, last := events[0], events[len(events)-1]
	if first.State != message.Queued || first.Code != "" || last.State != r.State {
		w.t.Errorf("message %d is %s; its history: %v", id, r.State, events)
	}
}
