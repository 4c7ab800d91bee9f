package store

import (
	"errors"
	"iter"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/message"
)

func TestBatchIsQueuedWholeOrNotAtAll(t *testing.T) {
	s, c := opened(t)
	broken := errors.New("the file ended early")
	good := message.Row{Number: 1, Line: 2, Message: to("x", "a@example.com")}
	bad := message.Row{Number: 2, Line: 5, Message: to("secret words"), Problems: []message.Problem{{Code: message.ProblemNoRecipient}}}
	for _, c := range []struct {
		rule string
		rows iter.Seq2[message.Row, error]
		kind fault.Kind
		code string
	}{
		{"a row with a problem", func(yield func(message.Row, error) bool) { _ = yield(good, nil) && yield(bad, nil) }, fault.Invalid, CodeBadRow},
		{"a file that breaks off", func(yield func(message.Row, error) bool) { _ = yield(good, nil) && yield(message.Row{}, broken) }, fault.Other, ""},
		{"no rows", func(func(message.Row, error) bool) {}, fault.Invalid, message.CodeBatchEmpty},
	} {
		t.Run(c.rule, func(t *testing.T) {
			_, err := s.QueueBatch(t.Context(), message.Batch{Name: "b.csv"}, c.rows)
			f := wantFault(t, err, c.kind, c.code)
			if c.code == CodeBadRow && f.Words != "2" {
				t.Errorf("names row %q", f.Words)
			}
		})
	}
	if got := counts(t, s, message.Filter{}); got != (message.Counts{}) {
		t.Errorf("left %+v", got)
	}
	if all, err := s.Batches(t.Context()); err != nil || all != nil {
		t.Errorf("left %v, error %v", all, err)
	}
	b, err := s.QueueBatch(t.Context(), message.Batch{Name: "b.csv", Columns: []string{"team", "note"}, Bulk: true}, func(yield func(message.Row, error) bool) {
		row := good
		row.Extra = []string{"north", "a\nb"}
		yield(row, nil)
	})
	want := message.Batch{
		ID: 1, Name: "b.csv", Service: firstService, Started: c.at, Rows: 1, Bulk: true, Columns: []string{"team", "note"}, Counts: message.Counts{Queued: 1},
	}
	if d := cmp.Diff(want, b); d != "" || err != nil {
		t.Errorf("error %v, (-want +got):\n%s", err, d)
	}
	if got, err := s.Batch(t.Context(), 1); !cmp.Equal(want, got) || err != nil {
		t.Errorf("got %+v, error %v", got, err)
	}
	if m := item(t, s, 1); !cmp.Equal(m.Extra, []string{"north", "a\nb"}) || m.Row != 1 {
		t.Errorf("row %+v", m)
	}
}

func TestBatchesComeNewestFirstAndGoWhenNothingIsLeft(t *testing.T) {
	s, _ := opened(t)
	first, rows := queueFile(t, s, message.Batch{Name: "1.csv"}, to("x", "a@example.com"), to("y", "b@example.com"))
	second, _ := queueFile(t, s, message.Batch{Name: "2.csv"}, to("x", "a@example.com"))
	list := func() []int64 {
		all, err := s.Batches(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var ids []int64
		for _, b := range all {
			ids = append(ids, b.ID)
		}
		return ids
	}
	if got := list(); !cmp.Equal(got, []int64{second.ID, first.ID}) {
		t.Errorf("batches %v", got)
	}
	some(t, 2, func() (int, error) { return s.DiscardMessages(t.Context(), rows...) })
	if got := list(); !cmp.Equal(got, []int64{second.ID}) {
		t.Errorf("batches %v", got)
	}
	some(t, 2, func() (int, error) { return s.RestoreMessages(t.Context(), rows...) })
	if got := list(); len(got) != 2 {
		t.Errorf("batches %v", got)
	}
}

func TestHistoryTellsTheWholeWay(t *testing.T) {
	s, c := opened(t)
	id := queue(t, s, to("x", "a@example.com"))[0]
	at := []time.Time{c.at}
	do := func(f func() error) {
		t.Helper()
		c.pass(time.Second)
		at = append(at, c.at)
		if err := f(); err != nil {
			t.Fatal(err)
		}
	}
	by := func(f func(...int64) (int, error)) { do(func() error { _, err := f(id); return err }) }
	step := func(settled ...message.Settled) {
		do(func() error {
			for i := range settled {
				settled[i].At = c.at
			}
			_, err := s.Advance(t.Context(), firstService, settled, 1-len(settled))
			return err
		})
	}
	retry := func(ids ...int64) (int, error) { return s.RetryMessages(t.Context(), ids...) }
	untried := message.Settled{ID: id, Outcome: message.Outcome{State: message.Queued, Untried: true}}
	step()
	step(untried)
	step()
	step(settledAs(id, message.Queued, c.at))
	do(func() error { return s.EditMessage(t.Context(), id, to("y", "a@example.com")) })
	step()
	step(settledAs(id, message.Failed, c.at))
	by(func(ids ...int64) (int, error) { return s.DiscardMessages(t.Context(), ids...) })
	by(func(ids ...int64) (int, error) { return s.RestoreMessages(t.Context(), ids...) })
	by(retry)
	step()
	step(settledAs(id, message.Unknown, c.at))
	by(func(ids ...int64) (int, error) { return s.ArrivedMessages(t.Context(), ids...) })
	want := []message.Event{
		{At: at[0], State: message.Queued},
		{At: at[2], State: message.Queued, Code: message.EventReturned},
		{At: at[3], State: message.Sending},
		{At: at[4], State: message.Queued, Code: message.EventRetry, Failure: failureOf(message.Queued)},
		{At: at[5], State: message.Queued, Code: message.EventEdited},
		{At: at[6], State: message.Sending},
		{At: at[7], State: message.Failed, Failure: failureOf(message.Failed)},
		{At: at[8], State: message.Failed, Code: message.EventDiscarded},
		{At: at[9], State: message.Failed, Code: message.EventRestored},
		{At: at[10], State: message.Queued, Code: message.EventAgain},
		{At: at[11], State: message.Sending},
		{At: at[12], State: message.Unknown, Failure: failureOf(message.Unknown)},
		{At: at[13], State: message.Sent, Code: message.EventArrived},
	}
	got, err := s.History(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestUsualCourseWritesNoEvents(t *testing.T) {
	s, c := opened(t)
	id := queue(t, s, to("x", "a@example.com"))[0]
	take(t, s, 1, id)
	c.pass(time.Second)
	advance(t, s, 0, settledAs(id, message.Sent, c.at))
	want := []message.Event{
		{At: c.at.Add(-time.Second), State: message.Queued}, {At: c.at.Add(-time.Second), State: message.Sending}, {At: c.at, State: message.Sent},
	}
	if got, err := s.History(t.Context(), id); err != nil || !cmp.Equal(want, got) {
		t.Errorf("history %v, error %v", got, err)
	}
	var n int
	if err := s.reader.QueryRowContext(t.Context(), "SELECT count(*) FROM events").Scan(&n); err != nil || n != 0 {
		t.Errorf("%d events, error %v", n, err)
	}
}

func TestWhatIsOnItsWayCannotBeEditedOrDiscarded(t *testing.T) {
	s, c := opened(t)
	id := queue(t, s, to("x", "a@example.com"))[0]
	take(t, s, 1, id)
	edit := func() error { return s.EditMessage(t.Context(), id, to("y", "b@example.com")) }
	wantFault(t, edit(), fault.Invalid, CodeNotEditable)
	some(t, 0, func() (int, error) { return s.DiscardMessages(t.Context(), id) })
	advance(t, s, 0, settledAs(id, message.Unknown, c.at))
	wantFault(t, edit(), fault.Invalid, CodeNotEditable)
	some(t, 1, func() (int, error) { return s.ArrivedMessages(t.Context(), id) })
	wantFault(t, edit(), fault.Invalid, CodeNotEditable)
	if got := item(t, s, id).Text; got != "x" {
		t.Errorf("the text is %q", got)
	}
}

func TestDiscardedMessagesGoForGoodAfterAMonth(t *testing.T) {
	s, c := opened(t)
	b, rows := queueFile(t, s, message.Batch{Name: "b.csv"}, to("x", "a@example.com"))
	kept := queue(t, s, to("y", "b@example.com"), to("z", "b@example.com"))
	some(t, 2, func() (int, error) { return s.DiscardMessages(t.Context(), rows[0], kept[1]) })
	c.pass(Kept - time.Minute)
	some(t, 1, func() (int, error) { return reopened(t, s.Path(), c).RestoreMessages(t.Context(), kept[1]) })
	c.pass(2 * time.Minute)
	later := reopened(t, s.Path(), c)
	some(t, 0, func() (int, error) { return later.RestoreMessages(t.Context(), rows[0]) })
	if got := listedIDs(t, later, message.Filter{}); !cmp.Equal(got, kept) {
		t.Errorf("left %v", got)
	}
	_, err := later.Batch(t.Context(), b.ID)
	wantFault(t, err, fault.Invalid, CodeNoBatch)
	var n int
	err = later.reader.QueryRowContext(t.Context(), "SELECT (SELECT count(*) FROM contents) + (SELECT count(*) FROM events)").Scan(&n)
	if err != nil || n != 4 { // two texts; one was discarded and restored
		t.Errorf("%d contents and events, error %v", n, err)
	}
	// Ids are not given twice.
	if got := queue(t, later, to("new", "c@example.com")); got[0] <= kept[1] {
		t.Errorf("id %d again", got[0])
	}
}
