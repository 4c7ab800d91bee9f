package store

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

// model is what the outbox promises, in the simplest form: a list that is searched for everything.
type model struct {
	now     time.Time
	last    int64
	rows    map[int64]*modelRow
	batches map[int64]*modelBatch
}

type modelRow struct {
	message.Item
	seq       int64
	discarded bool
}

type modelBatch struct {
	message.Batch
	at time.Time // of Cancelled
}

func newModel(now time.Time) *model {
	return &model{now: now, rows: map[int64]*modelRow{}, batches: map[int64]*modelBatch{0: {}}}
}

// where is a destination as one service has it.
func (r *modelRow) where() string { return r.Service + " " + r.Destination() }

func (m *model) add(service string, msg message.Message, batch int64, row int) {
	m.last++
	b := m.batches[batch]
	m.rows[m.last] = &modelRow{seq: m.last, Item: message.Item{
		ID: m.last, Message: msg, Service: service, State: message.Queued, Queued: m.now, Batch: batch, Row: row, BatchName: b.Name,
	}}
}

// sorted returns the rows that f wants, in the order of the queue.
func (m *model) sorted(f func(r *modelRow) bool) []*modelRow {
	var all []*modelRow
	for r := range maps.Values(m.rows) {
		if f(r) {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b *modelRow) int { return cmp.Compare(a.seq, b.seq) })
	return all
}

func (r *modelRow) open() bool {
	return !r.discarded && (r.State == message.Queued || r.State == message.Sending)
}

// line are the open rows of one destination.
func (m *model) line(where string) []*modelRow {
	return m.sorted(func(r *modelRow) bool { return r.open() && r.where() == where })
}

// ready are the rows of a service that may be taken, were it their time.
func (m *model) ready(service string) []*modelRow {
	return m.sorted(func(r *modelRow) bool {
		line := m.line(r.where())
		return r.Service == service && r.open() && r.State == message.Queued && line[0] == r && !m.batches[r.Batch].Paused &&
			!slices.ContainsFunc(line, func(o *modelRow) bool { return o.State == message.Sending })
	})
}

func (m *model) dueRows(service string) []*modelRow {
	return slices.DeleteFunc(m.ready(service), func(r *modelRow) bool { return r.Next.After(m.now) })
}

// due is what Store.Due returns.
func (m *model) due(service string) time.Time {
	var first time.Time
	for i, r := range m.ready(service) {
		next := r.Next
		if next.IsZero() {
			return m.now
		}
		if i == 0 || next.Before(first) {
			first = next
		}
	}
	return first
}

// follows are the rows that may leave together with r, which is due.
func (m *model) follows(r *modelRow) []*modelRow {
	if !m.batches[r.Batch].Bulk || !r.IsDirect() {
		return nil
	}
	var run []*modelRow
	for _, o := range m.line(r.where())[1:] {
		if o.Batch != r.Batch || o.State != message.Queued || o.Next.After(m.now) {
			break
		}
		run = append(run, o)
	}
	return run
}

func (m *model) taken(r *modelRow) {
	r.State, r.Began = message.Sending, m.now
	r.Tries++
}

func (m *model) settle(s message.Settled, began time.Time) {
	r := m.rows[s.ID]
	if r == nil || r.State != message.Sending {
		return
	}
	b := m.batches[r.Batch]
	switch {
	case s.State == message.Queued && b.Cancelled && b.at.After(r.Queued):
		r.State, r.Ended, r.Failure = message.Failed, s.At, cancelled()
	case s.Untried:
		r.State, r.Began = message.Queued, began
		r.Tries--
		if !s.Next.IsZero() {
			r.Next = s.Next
		}
	case s.State == message.Queued:
		r.State, r.Next, r.Failure = message.Queued, s.Next, s.Failure
	default:
		r.State, r.Ended, r.Failure = s.State, s.At, s.Failure
	}
}

func cancelled() *message.Failure {
	return &message.Failure{Kind: fault.Cancelled, Code: message.CodeCancelled}
}

// each calls f with the rows of these ids that are there, in the order of the queue.
func (m *model) each(ids []int64, f func(r *modelRow) bool) int {
	n := 0
	for _, r := range m.sorted(func(r *modelRow) bool { return slices.Contains(ids, r.ID) }) {
		if f(r) {
			n++
		}
	}
	return n
}

func (m *model) retry(ids []int64) int {
	return m.each(ids, func(r *modelRow) bool {
		switch {
		case r.discarded:
			return false
		case r.State == message.Failed || r.State == message.Unknown:
			m.last++
			r.seq, r.State, r.Queued, r.Tries, r.Failure = m.last, message.Queued, m.now, 0, nil
			r.Next, r.Began, r.Ended = time.Time{}, time.Time{}, time.Time{}
			return true
		case r.State == message.Queued && !r.Next.IsZero():
			r.Next = time.Time{}
			return true
		}
		return false
	})
}

func (m *model) arrived(ids []int64) int {
	return m.each(ids, func(r *modelRow) bool {
		if r.discarded || r.State != message.Unknown {
			return false
		}
		r.State, r.Ended, r.Failure = message.Sent, m.now, nil
		return true
	})
}

func (m *model) move(service string, ids []int64) int {
	return m.each(ids, func(r *modelRow) bool {
		if r.discarded || r.Service == service || r.State != message.Queued && r.State != message.Failed {
			return false
		}
		m.last++ // a failed one gets a number that it does not use
		r.Service = service
		if r.State == message.Queued {
			r.seq, r.Queued, r.Tries, r.Failure = m.last, m.now, 0, nil
			r.Next, r.Began = time.Time{}, time.Time{}
		}
		return true
	})
}

func (m *model) discard(ids []int64, discarded bool) int {
	return m.each(ids, func(r *modelRow) bool {
		if r.discarded == discarded || r.State == message.Sending {
			return false
		}
		r.discarded = discarded
		return true
	})
}

// edit returns the code of the refusal, "" for none.
func (m *model) edit(id int64, msg message.Message) string {
	r := m.rows[id]
	switch {
	case r == nil || r.discarded:
		return CodeNoMessage
	case r.State != message.Queued && r.State != message.Failed:
		return CodeNotEditable
	}
	if r.Destination() != msg.Destination() {
		m.last++
		r.seq = m.last
	}
	r.Message = msg
	return ""
}

func (m *model) cancel(id int64) {
	b := m.batches[id]
	b.Cancelled, b.Paused, b.at = true, false, m.now
	m.sorted(func(r *modelRow) bool {
		if r.Batch == id && r.State == message.Queued {
			r.State, r.Ended, r.Failure = message.Failed, m.now, cancelled()
			// What was discarded shows no next try any more, like all that do not wait.
		}
		return false
	})
}

func (m *model) recover() int {
	return m.each(slices.Collect(maps.Keys(m.rows)), func(r *modelRow) bool {
		if r.State != message.Sending {
			return false
		}
		r.State, r.Ended = message.Unknown, m.now
		r.Failure = &message.Failure{Kind: fault.UnknownOutcome, Code: message.CodeCrashed}
		return true
	})
}

// item is what Store.Message returns.
func (m *model) item(r *modelRow) message.Item {
	i := r.Item
	if i.State != message.Queued {
		i.Next = time.Time{}
		return i
	}
	i.Held = m.batches[i.Batch].Paused
	if line := m.line(r.where()); line[0] != r {
		i.Behind = line[0].ID
	}
	return i
}

// ids is what Store.MessageIDs returns.
func (m *model) ids(f message.Filter) []int64 {
	all := m.sorted(func(r *modelRow) bool {
		return !r.discarded && (f.Batch == 0 || r.Batch == f.Batch) && (f.State == "" || r.State == f.State) && (f.Service == "" || r.Service == f.Service) && wordsOf(f.Words).in(r.Message)
	})
	rank := func(r *modelRow) int {
		if f.Batch != 0 {
			return b2i(r.State == message.Queued)
		}
		return max(1, slices.Index(message.States(), r.State))
	}
	slices.SortStableFunc(all, func(a, b *modelRow) int {
		within := 0
		switch {
		case f.Batch != 0 && a.State != message.Queued:
			within = cmp.Compare(b.Row, a.Row)
		case f.Batch == 0 && !a.open():
			within = cmp.Or(b.Ended.Compare(a.Ended), cmp.Compare(b.ID, a.ID))
		}
		return cmp.Or(cmp.Compare(rank(a), rank(b)), within)
	})
	var ids []int64
	for _, r := range all {
		ids = append(ids, r.ID)
	}
	return ids
}

// counts is what Store.Counts returns.
func (m *model) counts(f message.Filter) message.Counts {
	var c message.Counts
	for _, id := range m.ids(f) {
		r := m.rows[id]
		*counter(&c, r.State)++
		c.Held += b2i(r.State == message.Queued && m.batches[r.Batch].Paused)
	}
	return c
}
