package desktop

import (
	"context"
	"testing"
	"time"
)

// TestTheSystemTakesWhoWantsToListen does not sleep: it proves that Windows knows the functions and takes
// what they are given, and that whoever listens ends when asked to.
func TestTheSystemTakesWhoWantsToListen(t *testing.T) {
	for name, source := range map[string]changeSource{"network": networkSource, "sleep": resumeSource} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			ended := make(chan error, 1)
			go func() { ended <- source(ctx, func(Change) {}) }()
			select {
			case err := <-ended:
				t.Errorf("it ended at once: %v", err)
			case <-time.After(200 * time.Millisecond):
			}
			cancel()
			select {
			case <-ended:
			case <-time.After(soon):
				t.Error("it does not end")
			}
		})
	}
}

func TestThreadsOfTheSystemNeverWait(t *testing.T) {
	b := make(bell, 1)
	for range 10 {
		b.ring() // would block for ever if it waited
	}
	ctx, cancel := context.WithCancel(t.Context())
	var told []Change
	b.answer(ctx, Woke, func(c Change) {
		told = append(told, c)
		cancel()
	})
	if len(told) != 1 || told[0] != Woke {
		t.Errorf("told %v", told)
	}
}
