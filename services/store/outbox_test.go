package store

import (
	"iter"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/message"
)

func to(text string, addresses ...string) message.Message {
	return message.Message{To: addresses, Text: text}
}

func toRoom(text, room string, mentions ...string) message.Message {
	return message.Message{Room: room, Mentions: mentions, Text: text}
}

func queue(t testing.TB, s *Store, messages ...message.Message) []int64 {
	t.Helper()
	ids, err := s.QueueMessages(t.Context(), firstService, messages)
	if err != nil || len(ids) != len(messages) {
		t.Fatalf("ids %v, error %v", ids, err)
	}
	return ids
}

// file is a batch file's rows.
func file(messages ...message.Message) iter.Seq2[message.Row, error] {
	return func(yield func(message.Row, error) bool) {
		for i, m := range messages {
			if !yield(message.Row{Number: i + 1, Line: i + 2, Message: m}, nil) {
				return
			}
		}
	}
}

func queueFile(t testing.TB, s *Store, b message.Batch, messages ...message.Message) (message.Batch, []int64) {
	t.Helper()
	b, err := s.QueueBatch(t.Context(), b, file(messages...))
	if err != nil {
		t.Fatal(err)
	}
	ids, err := s.MessageIDs(t.Context(), message.Filter{Batch: b.ID})
	if err != nil || len(ids) != len(messages) {
		t.Fatalf("ids %v, error %v", ids, err)
	}
	return b, ids
}

func advance(t testing.TB, s *Store, n int, settled ...message.Settled) []message.Item {
	t.Helper()
	items, err := s.Advance(t.Context(), firstService, settled, n)
	if err != nil {
		t.Fatal(err)
	}
	return items
}

func idsOf(items []message.Item) []int64 {
	var ids []int64
	for _, i := range items {
		ids = append(ids, i.ID)
	}
	return ids
}

// take takes up to n messages and wants these.
func take(t testing.TB, s *Store, n int, want ...int64) {
	t.Helper()
	if d := cmp.Diff(want, idsOf(advance(t, s, n))); d != "" {
		t.Errorf("taken (-want +got):\n%s", d)
	}
}

func settledAs(id int64, state message.State, at time.Time) message.Settled {
	return message.Settled{ID: id, Outcome: message.Outcome{State: state, At: at, Failure: failureOf(state)}}
}

func failureOf(state message.State) *message.Failure {
	switch state {
	case message.Failed:
		return &message.Failure{Kind: fault.Refused, Status: 400, Code: "errors", Words: "No such user", RequestID: "r-1"}
	case message.Unknown:
		return &message.Failure{Kind: fault.UnknownOutcome, Code: "connection-lost"}
	case message.Queued:
		return &message.Failure{Kind: fault.Unreachable, Code: "no-connection"}
	default:
		return nil
	}
}

func item(t testing.TB, s *Store, id int64) message.Item {
	t.Helper()
	m, err := s.Message(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func counts(t testing.TB, s *Store, f message.Filter) message.Counts {
	t.Helper()
	c, err := s.Counts(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func listedIDs(t testing.TB, s *Store, f message.Filter) []int64 {
	t.Helper()
	ids, err := s.MessageIDs(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

func due(t testing.TB, s *Store) time.Time {
	t.Helper()
	at, err := s.Due(t.Context(), firstService)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// some calls one of the methods that change messages by id, and wants it to change n.
func some(t testing.TB, n int, f func() (int, error)) {
	t.Helper()
	if got, err := f(); err != nil || got != n {
		t.Errorf("changed %d, error %v; want %d", got, err, n)
	}
}

func TestMessageComesBackWhole(t *testing.T) {
	s, c := opened(t)
	direct := message.Message{To: []string{"Barbara@example.com", "ludwig@example.com"}, Text: "Two\nlines, Ⅻ 😀 \"x\" %s\x00", Envelope: true}
	ids := queue(t, s, direct, toRoom("hello", "Parking: north", "chen@example.com"))
	want := []message.Item{
		{ID: ids[0], Message: direct, Service: firstService, State: message.Queued, Queued: c.at},
		{ID: ids[1], Message: toRoom("hello", "Parking: north", "chen@example.com"), Service: firstService, State: message.Queued, Queued: c.at},
	}
	got, err := s.Messages(t.Context(), []int64{ids[0], 99, ids[1]})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	each := slices.Collect(func(yield func(message.Item) bool) {
		for m, err := range s.EachMessage(t.Context(), message.Filter{}) {
			if err != nil || !yield(m) {
				t.Fatal(err)
			}
		}
	})
	if d := cmp.Diff(want, each); d != "" {
		t.Errorf("EachMessage (-want +got):\n%s", d)
	}
	c.pass(time.Second)
	began := c.at
	want[0].State, want[0].Began, want[0].Tries = message.Sending, began, 1
	if d := cmp.Diff(want[:1], advance(t, s, 1)); d != "" {
		t.Errorf("taken (-want +got):\n%s", d)
	}
	c.pass(time.Second)
	advance(t, s, 0, settledAs(ids[0], message.Failed, c.at))
	want[0].State, want[0].Ended, want[0].Failure = message.Failed, c.at, failureOf(message.Failed)
	if d := cmp.Diff(want[0], item(t, s, ids[0])); d != "" {
		t.Errorf("settled (-want +got):\n%s", d)
	}
}

func TestMessagesThatAreNotThereAreNotFound(t *testing.T) {
	s, _ := opened(t)
	_, err := s.Message(t.Context(), 7)
	wantFault(t, err, fault.Invalid, CodeNoMessage)
	_, err = s.History(t.Context(), 7)
	wantFault(t, err, fault.Invalid, CodeNoMessage)
	wantFault(t, s.EditMessage(t.Context(), 7, to("x", "a@example.com")), fault.Invalid, CodeNoMessage)
	_, err = s.Batch(t.Context(), 7)
	wantFault(t, err, fault.Invalid, CodeNoBatch)
	for rule, f := range map[string]func() error{
		"pause":  func() error { return s.PauseBatch(t.Context(), 0) },
		"resume": func() error { return s.ResumeBatch(t.Context(), 7) },
		"cancel": func() error { return s.CancelBatch(t.Context(), 0) },
	} {
		t.Run(rule, func(t *testing.T) { wantFault(t, f(), fault.Invalid, CodeNoBatch) })
	}
	if got, err := s.Messages(t.Context(), nil); got != nil || err != nil {
		t.Errorf("got %v, error %v", got, err)
	}
	if n, err := s.Revision(t.Context()); n != 0 || err != nil {
		t.Errorf("revision %d, error %v", n, err)
	}
}

func TestOnlyChangesCountTheRevision(t *testing.T) {
	s, c := opened(t)
	last := int64(0)
	grows := func(rule string, want bool, f func() error) {
		t.Helper()
		if err := f(); err != nil {
			t.Fatalf("%s: %v", rule, err)
		}
		n, err := s.Revision(t.Context())
		if err != nil || (n > last) != want {
			t.Errorf("%s: revision %d after %d, error %v", rule, n, last, err)
		}
		last = n
	}
	nothing := func(f func() (int, error)) func() error {
		return func() error { _, err := f(); return err }
	}
	settle := func(settled ...message.Settled) func() error {
		return func() error { _, err := s.Advance(t.Context(), firstService, settled, 5); return err }
	}
	grows("nothing to queue", false, func() error { _, err := s.QueueMessages(t.Context(), firstService, nil); return err })
	grows("nothing to take", false, settle())
	grows("nothing to recover", false, nothing(func() (int, error) { return s.Recover(t.Context()) }))
	grows("nothing to retry", false, nothing(func() (int, error) { return s.RetryMessages(t.Context(), 1, 2) }))
	grows("nothing arrived", false, nothing(func() (int, error) { return s.ArrivedMessages(t.Context()) }))
	grows("nothing to discard", false, nothing(func() (int, error) { return s.DiscardMessages(t.Context(), 5) }))
	grows("nothing to restore", false, nothing(func() (int, error) { return s.RestoreMessages(t.Context(), 5) }))
	grows("queueing", true, func() error {
		_, err := s.QueueMessages(t.Context(), firstService, []message.Message{to("x", "a@example.com")})
		return err
	})
	grows("taking", true, settle())
	grows("settling", true, settle(settledAs(1, message.Sent, c.at)))
	grows("settling again", false, settle(settledAs(1, message.Failed, c.at)))
	if got := item(t, s, 1).State; got != message.Sent {
		t.Errorf("settled twice: %s", got)
	}
}
