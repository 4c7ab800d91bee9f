package store

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/message"
)

func TestMessagesToOneDestinationLeaveInOrder(t *testing.T) {
	s, c := opened(t)
	ids := queue(t, s,
		to("1", "barbara@example.com"), to("2", "barbara@example.com"), to("3", "ludwig@example.com"),
		to("4", "Barbara@Example.com"), toRoom("5", "barbara@example.com"),
		to("6", "ludwig@example.com", "barbara@example.com"), to("7", "Barbara@example.com", "ludwig@example.com"))
	take(t, s, 10, ids[0], ids[2], ids[4], ids[5])
	take(t, s, 10)
	if got := item(t, s, ids[3]).Behind; got != ids[0] {
		t.Errorf("the third to Barbara is behind %d", got)
	}
	advance(t, s, 0, settledAs(ids[0], message.Unknown, c.at), settledAs(ids[5], message.Sent, c.at))
	take(t, s, 10, ids[1], ids[6])
	// Put back by the rules it keeps its place, before the third one.
	again := settledAs(ids[1], message.Queued, c.at)
	again.Next = c.at.Add(time.Minute)
	advance(t, s, 10, again)
	if got := due(t, s); !got.Equal(again.Next) {
		t.Errorf("due at %v", got)
	}
	c.pass(time.Minute)
	take(t, s, 10, ids[1])
	advance(t, s, 0, settledAs(ids[1], message.Sent, c.at))
	// Put back by the user it goes to the end.
	some(t, 1, func() (int, error) { return s.RetryMessages(t.Context(), ids[0]) })
	take(t, s, 10, ids[3])
	advance(t, s, 0, settledAs(ids[3], message.Sent, c.at))
	take(t, s, 10, ids[0])
}

func TestWaitingMessageIsTakenBeforeFreshOnesWhenItsTimeHasCome(t *testing.T) {
	s, c := opened(t)
	ids := queue(t, s, to("1", "a@example.com"), to("2", "b@example.com"), to("3", "c@example.com"), to("4", "d@example.com"))
	take(t, s, 2, ids[0], ids[1])
	later := settledAs(ids[1], message.Queued, c.at)
	later.Next = c.at.Add(time.Second)
	if got := idsOf(advance(t, s, 1, settledAs(ids[0], message.Sent, c.at), later)); !cmp.Equal(got, ids[2:3]) {
		t.Errorf("took %v before its time", got)
	}
	c.pass(time.Second)
	take(t, s, 1, ids[1])
	take(t, s, 1, ids[3])
}

func TestClaimIsOnTheDiskBeforeItIsReturned(t *testing.T) {
	s, c := opened(t)
	ids := queue(t, s, to("1", "a@example.com"), to("2", "b@example.com"))
	take(t, s, 2, ids...)
	// Another process sees it, and after the first one died nothing is sent again.
	other := reopened(t, s.Path(), c)
	take(t, other, 2)
	some(t, 2, func() (int, error) { return other.Recover(t.Context()) })
	for _, id := range ids {
		if m := item(t, other, id); m.State != message.Unknown || m.Failure == nil || m.Failure.Code != message.CodeCrashed || !m.Ended.Equal(c.at) {
			t.Errorf("recovered as %+v", m)
		}
	}
	some(t, 0, func() (int, error) { return other.Recover(t.Context()) })
	if got := due(t, other); !got.IsZero() {
		t.Errorf("something is due at %v", got)
	}
}

func TestUntriedMessageComesBackAsIfItHadNotBeenTaken(t *testing.T) {
	s, c := opened(t)
	id := queue(t, s, to("1", "a@example.com"))[0]
	back := message.Settled{ID: id, Outcome: message.Outcome{State: message.Queued, Untried: true, At: c.at}}
	before := item(t, s, id)
	take(t, s, 1, id)
	advance(t, s, 0, back)
	if d := cmp.Diff(before, item(t, s, id)); d != "" {
		t.Errorf("fresh (-want +got):\n%s", d)
	}
	// One that was tried before, too.
	take(t, s, 1, id)
	c.pass(time.Second)
	advance(t, s, 0, settledAs(id, message.Queued, c.at))
	before = item(t, s, id)
	if before.Tries != 1 || before.Failure == nil || before.Began.IsZero() {
		t.Fatalf("tried once: %+v", before)
	}
	c.pass(time.Second)
	take(t, s, 1, id)
	advance(t, s, 0, back)
	if d := cmp.Diff(before, item(t, s, id)); d != "" {
		t.Errorf("tried (-want +got):\n%s", d)
	}
}

func TestOutcomeThatNobodyKnowsIsUnknown(t *testing.T) {
	s, _ := opened(t)
	id := queue(t, s, to("1", "a@example.com"))[0]
	take(t, s, 1, id)
	advance(t, s, 0, message.Settled{ID: id, Outcome: message.Outcome{State: message.Sending}})
	if got := item(t, s, id); got.State != message.Unknown || got.Ended.IsZero() {
		t.Errorf("became %+v", got)
	}
}

func TestPausedBatchHoldsLaterMessagesBack(t *testing.T) {
	s, c := opened(t)
	b, rows := queueFile(t, s, message.Batch{Name: "parking.csv"}, to("1", "a@example.com"), to("2", "b@example.com"), to("3", "a@example.com"))
	later := queue(t, s, to("4", "a@example.com"), to("5", "c@example.com"))
	take(t, s, 1, rows[0])
	if err := s.PauseBatch(t.Context(), b.ID); err != nil {
		t.Fatal(err)
	}
	if got := counts(t, s, message.Filter{}); got != (message.Counts{Queued: 4, Sending: 1, Held: 2}) {
		t.Errorf("counts %+v", got)
	}
	if m := item(t, s, rows[1]); !m.Held || m.Behind != 0 || m.BatchName != "parking.csv" || m.Row != 2 {
		t.Errorf("a row of a paused batch is %+v", m)
	}
	if m := item(t, s, later[0]); m.Held || m.Behind != rows[0] {
		t.Errorf("a message behind it is %+v", m)
	}
	take(t, s, 5, later[1])
	advance(t, s, 5, settledAs(rows[0], message.Sent, c.at), settledAs(later[1], message.Sent, c.at))
	if got := due(t, s); !got.IsZero() {
		t.Errorf("something is due at %v", got)
	}
	if err := s.ResumeBatch(t.Context(), b.ID); err != nil {
		t.Fatal(err)
	}
	if got := due(t, s); !got.Equal(c.at) {
		t.Errorf("due at %v, want now", got)
	}
	take(t, s, 5, rows[1], rows[2])
	advance(t, s, 5, settledAs(rows[2], message.Failed, c.at))
	if got := item(t, s, later[0]).State; got != message.Sending {
		t.Errorf("the message behind the batch is %s", got)
	}
}

func TestCancelledBatchSendsNoMore(t *testing.T) {
	s, c := opened(t)
	b, rows := queueFile(t, s, message.Batch{Name: "parking.csv"},
		to("1", "a@example.com"), to("2", "b@example.com"), to("3", "c@example.com"), to("4", "d@example.com"))
	later := queue(t, s, to("5", "c@example.com"))
	some(t, 1, func() (int, error) { return s.DiscardMessages(t.Context(), rows[3]) })
	take(t, s, 2, rows[0], rows[1])
	c.pass(time.Second)
	for range 2 {
		if err := s.CancelBatch(t.Context(), b.ID); err != nil {
			t.Fatal(err)
		}
	}
	take(t, s, 5, later...)
	// One that was away and comes back unsent is cancelled too; one that was discarded is not sent when restored.
	c.pass(time.Second)
	advance(t, s, 5, settledAs(rows[0], message.Queued, c.at), settledAs(rows[1], message.Sent, c.at))
	some(t, 1, func() (int, error) { return s.RestoreMessages(t.Context(), rows[3]) })
	for _, i := range []int{0, 2, 3} {
		if m := item(t, s, rows[i]); m.State != message.Failed || m.Failure == nil || m.Failure.Code != message.CodeCancelled {
			t.Errorf("row %d is %+v", i+1, m)
		}
	}
	if got, err := s.Batch(t.Context(), b.ID); err != nil || !got.Cancelled || got.Counts != (message.Counts{Sent: 1, Failed: 3}) {
		t.Errorf("batch %+v, error %v", got, err)
	}
	// What the user puts back is sent, and tried again.
	c.pass(time.Second)
	some(t, 1, func() (int, error) { return s.RetryMessages(t.Context(), rows[2]) })
	advance(t, s, 0, settledAs(later[0], message.Sent, c.at))
	take(t, s, 5, rows[2])
	advance(t, s, 0, settledAs(rows[2], message.Queued, c.at))
	take(t, s, 5, rows[2])
}

func TestRowsOfABulkBatchToOneDestinationLeaveTogether(t *testing.T) {
	s, c := opened(t)
	before := queue(t, s, to("0", "b@example.com"))
	_, rows := queueFile(t, s, message.Batch{Name: "bulk.json", Bulk: true},
		to("1", "a@example.com"), to("2", "b@example.com"), to("3", "a@example.com"), toRoom("4", "Parking"), toRoom("5", "Parking"), to("6", "a@example.com"))
	after := queue(t, s, to("7", "a@example.com"))
	take(t, s, 4, before[0], rows[0], rows[2], rows[3])
	// Another one to the same destination waits until all of them are back.
	advance(t, s, 0, settledAs(before[0], message.Sent, c.at), settledAs(rows[0], message.Sent, c.at))
	take(t, s, 9, rows[1])
	back := settledAs(rows[2], message.Queued, c.at)
	back.Next = c.at.Add(time.Minute)
	advance(t, s, 9, back)
	c.pass(time.Minute)
	take(t, s, 9, rows[2], rows[5])
	first, second := settledAs(rows[2], message.Queued, c.at), settledAs(rows[5], message.Queued, c.at)
	second.Next = c.at.Add(time.Hour)
	advance(t, s, 0, first, second)
	take(t, s, 9, rows[2])
	advance(t, s, 0, settledAs(rows[2], message.Sent, c.at))
	take(t, s, 9)
	c.pass(time.Hour)
	take(t, s, 9, rows[5])
	advance(t, s, 0, settledAs(rows[5], message.Sent, c.at))
	take(t, s, 9, after[0])
}

func TestCallerWhoGivesUpTakesNothing(t *testing.T) {
	s, _ := opened(t)
	id := queue(t, s, to("1", "a@example.com"))[0]
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if items, err := s.Advance(ctx, firstService, nil, 5); err == nil || items != nil {
		t.Errorf("took %v, error %v", items, err)
	}
	take(t, s, 5, id)
}

func TestManyMessagesArePutBackInTheirOrder(t *testing.T) {
	s, c := opened(t)
	b, rows := queueFile(t, s, message.Batch{Name: "b.csv"}, letters(2*atOnce+10)...)
	c.pass(time.Second)
	if err := s.CancelBatch(t.Context(), b.ID); err != nil {
		t.Fatal(err)
	}
	shuffled := slices.Clone(rows)
	slices.Reverse(shuffled)
	some(t, len(rows), func() (int, error) { return s.RetryMessages(t.Context(), shuffled...) })
	if d := cmp.Diff(rows, listedIDs(t, s, message.Filter{})); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	some(t, len(rows), func() (int, error) { return s.DiscardMessages(t.Context(), rows...) })
	some(t, len(rows), func() (int, error) { return s.RestoreMessages(t.Context(), rows...) })
	wantWhole(t, s)
	take(t, s, 3, rows[:3]...)
}
