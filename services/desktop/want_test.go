package desktop

import (
	"log/slog"
	"testing"
	"time"

	"foyer/services/fault"
)

// soon is how long tests wait for something that must happen; it is never waited for in full unless
// the test fails.
const soon = 20 * time.Second

// quiet is a logger for parts whose log is not looked at.
func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

// wantFault fails the test unless err is a *fault.Error of this kind with this code.
func wantFault(t testing.TB, err error, kind fault.Kind, code string) *fault.Error {
	t.Helper()
	e, ok := asError(err)
	if !ok {
		t.Fatalf("error = %v, want a *fault.Error with code %q", err, code)
	}
	if e.Kind != kind || e.Code != code {
		t.Fatalf("error = %v, want kind %q and code %q", err, kind, code)
	}
	return e
}

// wantClosed waits until ch is closed.
func wantClosed(t testing.TB, ch <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-ch:
	case <-time.After(soon):
		t.Fatalf("%s did not happen", what)
	}
}
