package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

const day = 24 * time.Hour

func noRest(context.Context) error { return nil }

// aging has a message of each state, and a batch that is done with, all 100 days ago.
func aging(t *testing.T) (*Store, *clock, map[int64]message.Item) {
	t.Helper()
	s, c := opened(t)
	queueFile(t, s, message.Batch{Name: "done.csv"}, batchMessages("done")[:3]...)
	for _, m := range advance(t, s, 3) {
		advance(t, s, 0, settledAs(m.ID, message.Sent, c.at))
	}
	ids := queue(t, s, to("s", "s@example.com"), to("f", "f@example.com"), to("u", "u@example.com"), to("d", "d@example.com"),
		to("q", "q@example.com"), to("w", "w@example.com"))
	advance(t, s, 3)
	for i, state := range []message.State{message.Sent, message.Failed, message.Unknown} {
		advance(t, s, 0, settledAs(ids[i], state, c.at))
	}
	some(t, 1, func() (int, error) { return s.DiscardMessages(t.Context(), ids[3]) })
	c.pass(100 * day)
	return s, c, everything(t, s)
}

func TestOnlyWhatIsDoneWithGoes(t *testing.T) {
	s, c, all := aging(t)
	// What was discarded goes after Kept, whatever the setting says.
	for days, want := range map[int]int{0: 0, 101: 1, 90: 6} {
		if n, err := s.Prunable(t.Context(), days); err != nil || n != want {
			t.Errorf("%d days: %d would go, want %d; %v", days, n, want, err)
		}
	}
	if n, err := s.Prune(t.Context(), 101, noRest); n != 1 || err != nil {
		t.Errorf("%d went, %v", n, err)
	}
	if n, err := s.Prune(t.Context(), 90, noRest); n != 5 || err != nil {
		t.Errorf("%d went, %v", n, err)
	}
	wantWhole(t, s)
	left := everything(t, s)
	for id, m := range all {
		_, there := left[id]
		if done := m.State == message.Sent || m.State == message.Failed; there == done {
			t.Errorf("message %d, %s, is there: %v", id, m.State, there)
		}
	}
	wantNothingLoose(t, s)
	c.pass(1000 * day)
	if n, err := s.Prune(t.Context(), 1, noRest); n != 0 || err != nil {
		t.Errorf("of what waits %d went, %v", n, err)
	}
}

// wantNothingLoose wants neither the batch that is done with nor what belonged to messages that are gone.
func wantNothingLoose(t *testing.T, s *Store) {
	t.Helper()
	if batches, err := s.Batches(t.Context()); err != nil || len(batches) != 0 {
		t.Errorf("batches %+v, %v", batches, err)
	}
	if _, err := s.Batch(t.Context(), 1); !errors.Is(err, ErrNotFound) {
		t.Errorf("the empty batch stays: %v", err)
	}
	var loose int
	if err := s.reader.QueryRowContext(t.Context(), "SELECT count(*) FROM events e WHERE NOT EXISTS (SELECT 1 FROM messages WHERE id = e.message)").Scan(&loose); err != nil || loose != 0 {
		t.Errorf("%d events are left, %v", loose, err)
	}
}

func TestPruningGoesInSmallStepsAndEndsWhenAsked(t *testing.T) {
	s, c := opened(t)
	crowded(t, s, message.Sent, 3*pruneAtOnce+50, 20, 0)
	c.pass(100 * day)
	steps := 0
	n, err := s.Prune(t.Context(), 90, func(ctx context.Context) error {
		steps++
		// Between the steps anybody can write.
		other := reopened(t, s.Path(), c)
		queue(t, other, to("meanwhile", "a@example.com"))
		return nil
	})
	if n != 3*pruneAtOnce+50 || err != nil || steps != 4 {
		t.Errorf("%d went in %d steps, %v", n, steps, err)
	}
	crowded(t, s, message.Failed, 2*pruneAtOnce, 20, 0)
	n, err = s.Prune(t.Context(), 90, func(context.Context) error { return context.Canceled })
	if wantFault(t, err, fault.Cancelled, ""); n != pruneAtOnce {
		t.Errorf("%d went", n)
	}
	wantWhole(t, s)
}

func size(t testing.TB, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// swollen is a closed database with much in it that is done with.
func swollen(t *testing.T, make func(path string)) (string, *clock) {
	t.Helper()
	path, c := filepath.Join(folder(t), "foyer.db"), newClock()
	if make != nil {
		make(path)
	}
	s, err := Open(t.Context(), path, c.now)
	if err != nil {
		t.Fatal(err)
	}
	crowded(t, s, message.Sent, 2000, 20, 0)
	if _, err := s.writer.ExecContext(t.Context(), "UPDATE contents SET text = text || ?", strings.Repeat("long ", 500)); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	c.pass(100 * day)
	return path, c
}

func TestTheFileGetsSmaller(t *testing.T) {
	for rule, make := range map[string]func(path string){
		"a new database":                      nil,
		"one from before files could do that": func(path string) { older(t, path, 2) },
	} {
		path, c := swollen(t, make)
		before := size(t, path)
		s := reopened(t, path, c)
		if _, err := s.Prune(t.Context(), 90, noRest); err != nil {
			t.Fatal(err)
		}
		full, free, err := s.Size(t.Context())
		if err != nil || free < full/2 {
			t.Errorf("%s: %d of %d bytes are free, %v", rule, free, full, err)
		}
		for range 2 {
			if err := s.Shrink(t.Context(), noRest); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if after := size(t, path); after > before/3 {
			t.Errorf("%s: %d bytes before, %d after", rule, before, after)
		}
		again := reopened(t, path, c)
		wantWhole(t, again)
		if u, err := again.usage(t.Context(), again.reader); err != nil || u.vacuum != incrementally {
			t.Errorf("%s: %+v, %v", rule, u, err)
		}
	}
}

func TestShrinkingEndsWhenAsked(t *testing.T) {
	path, c := swollen(t, nil)
	s := reopened(t, path, c)
	if _, err := s.Prune(t.Context(), 90, noRest); err != nil {
		t.Fatal(err)
	}
	steps := 0
	err := s.Shrink(t.Context(), func(context.Context) error { steps++; return context.Canceled })
	if wantFault(t, err, fault.Cancelled, ""); steps != 1 {
		t.Errorf("%d steps", steps)
	}
}

func TestOldMessagesAreFoundWithoutReadingAll(t *testing.T) {
	s, _ := opened(t)
	for _, where := range aged {
		wantNoScan(t, plan(t, s, "SELECT m.id FROM messages m WHERE "+where+" LIMIT ?3", 1, 1, pruneAtOnce))
	}
}
