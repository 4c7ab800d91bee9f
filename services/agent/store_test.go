package agent

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"foyer/services/message"
	"foyer/services/store"
)

// realOutbox opens a database in a folder of its own.
func realOutbox(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(scratch(t), "foyer.db"), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func rows(n int) func(yield func(message.Row, error) bool) {
	return func(yield func(message.Row, error) bool) {
		for i, to := range people(n) {
			if !yield(message.Row{Number: i + 1, Message: message.Message{To: []string{to}, Text: to}}, nil) {
				return
			}
		}
	}
}

// stepwise is a service that takes a message whenever the test says so.
type stepwise struct {
	fakeMessenger
	begun, answer chan error
}

func newStepwise() *stepwise {
	s := &stepwise{begun: make(chan error, 1000), answer: make(chan error)}
	s.send = func(context.Context, []message.Message) error {
		s.begun <- nil
		return <-s.answer
	}
	return s
}

// drained runs f beside a Drain over a database with a batch.
func drained(t *testing.T, bulk bool, f func(t *testing.T, s *store.Store, b message.Batch, service *stepwise)) message.Counts {
	t.Helper()
	s, service := realOutbox(t), newStepwise()
	b, err := s.QueueBatch(t.Context(), message.Batch{Name: "parking.csv", Bulk: bulk}, rows(250))
	if err != nil {
		t.Fatal(err)
	}
	d := NewDeliverer(DelivererConfig{Outbox: s, Lock: filepath.Join(scratch(t), "delivery.lock"),
		Messenger: func(context.Context) (Messenger, error) { return service, nil }})
	ended := make(chan error, 1)
	go func() { ended <- d.Drain(t.Context()) }()
	f(t, s, b, service)
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	c, err := s.Counts(t.Context(), message.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestABatchThatIsCancelledEndsWithWhatIsOnItsWay(t *testing.T) {
	got := drained(t, false, func(t *testing.T, s *store.Store, b message.Batch, service *stepwise) {
		for range DefaultConcurrency {
			<-service.begun
		}
		if err := s.CancelBatch(t.Context(), b.ID); err != nil {
			t.Fatal(err)
		}
		close(service.answer)
	})
	if want := (message.Counts{Sent: DefaultConcurrency, Failed: 250 - DefaultConcurrency}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestARowThatWasOnItsWayWhenItsBatchWasCancelledIsNotTriedAgain(t *testing.T) {
	got := drained(t, false, func(t *testing.T, s *store.Store, b message.Batch, service *stepwise) {
		for range DefaultConcurrency {
			<-service.begun
		}
		if err := s.CancelBatch(t.Context(), b.ID); err != nil {
			t.Fatal(err)
		}
		for range DefaultConcurrency {
			service.answer <- errDead
		}
	})
	if want := (message.Counts{Failed: 250}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestABatchThatIsPausedIsLeftAloneByTheDatabase(t *testing.T) {
	got := drained(t, false, func(t *testing.T, s *store.Store, b message.Batch, service *stepwise) {
		for range DefaultConcurrency {
			<-service.begun
		}
		if err := s.PauseBatch(t.Context(), b.ID); err != nil {
			t.Fatal(err)
		}
		close(service.answer)
	})
	if want := (message.Counts{Sent: DefaultConcurrency, Queued: 250 - DefaultConcurrency, Held: 250 - DefaultConcurrency}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestABulkBatchOfTheDatabaseGoesOutInFewCalls(t *testing.T) {
	var service *stepwise
	got := drained(t, true, func(_ *testing.T, _ *store.Store, _ message.Batch, s *stepwise) {
		service = s
		close(s.answer)
	})
	if got.Sent != 250 {
		t.Errorf("%+v, want 250 sent", got)
	}
	if n := len(service.made()); n > 6 {
		t.Errorf("%d calls for 250 rows", n)
	}
}
