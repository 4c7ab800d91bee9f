package message

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

func TestTheRulesOfTheOutbox(t *testing.T) {
	queued := time.Date(2026, 11, 18, 10, 0, 0, 0, time.UTC)
	now := queued.Add(time.Hour)
	attempt := Attempt{Tries: 3, Queued: queued, Now: now}
	backoff := Backoff(3, 0)
	for _, c := range []struct {
		name  string
		err   error
		state State
		wait  time.Duration // until the next try
	}{
		{"accepted", nil, Sent, 0},
		{"refused", &fault.Error{Kind: fault.Refused, Status: 400}, Failed, 0},
		{"refused in a 200", &fault.Error{Kind: fault.Refused, Status: 200, Words: "No such user"}, Failed, 0},
		{"refused in a 500", &fault.Error{Kind: fault.Refused, Status: 500, Words: "No such user"}, Failed, 0},
		{"refused with words in a 429", &fault.Error{Kind: fault.Refused, Status: 429, Words: "No more"}, Failed, 0},
		{"the token refused", &fault.Error{Kind: fault.Refused, Status: 401, Code: "token-refused"}, Failed, 0},
		{"wrong in itself", &fault.Error{Kind: fault.Invalid}, Failed, 0},
		{"no connection", &fault.Error{Kind: fault.Unreachable}, Queued, backoff},
		{"no connection, wrapped", fmt.Errorf("row 3: %w", &fault.Error{Kind: fault.Unreachable}), Queued, backoff},
		{"not configured", &fault.Error{Kind: fault.NotConfigured}, Queued, backoff},
		{"too many, with a time", &fault.Error{Kind: fault.Faulty, Status: 429, RetryAfter: time.Minute}, Queued, time.Minute},
		{"too many, with a short time", &fault.Error{Kind: fault.Faulty, Status: 429, RetryAfter: time.Millisecond}, Queued, time.Millisecond},
		{"refused as too many, with a time", &fault.Error{Kind: fault.Refused, Status: 429, Words: "No more", RetryAfter: time.Hour}, Queued, time.Hour},
		{"unavailable, with a time", &fault.Error{Kind: fault.Faulty, Status: 503, RetryAfter: 20 * time.Minute}, Queued, 20 * time.Minute},
		{"too many, without a time", &fault.Error{Kind: fault.Faulty, Status: 429}, Unknown, 0},
		{"refused as too many, without words", &fault.Error{Kind: fault.Refused, Status: 429}, Unknown, 0},
		{"unavailable, without a time", &fault.Error{Kind: fault.Faulty, Status: 503}, Unknown, 0},
		{"a time-out of the server", &fault.Error{Kind: fault.Faulty, Status: 408, RetryAfter: time.Minute}, Unknown, 0},
		{"refused as a time-out", &fault.Error{Kind: fault.Refused, Status: 408}, Unknown, 0},
		{"a fault, with a time", &fault.Error{Kind: fault.Faulty, Status: 500, RetryAfter: time.Minute}, Unknown, 0},
		{"a redirect", &fault.Error{Kind: fault.Faulty, Status: 302}, Unknown, 0},
		{"an answer that cannot be read", &fault.Error{Kind: fault.Faulty, Status: 200, Code: "not-json"}, Unknown, 0},
		{"bytes left", &fault.Error{Kind: fault.UnknownOutcome}, Unknown, 0},
		{"bytes left after all", &fault.Error{Kind: fault.UnknownOutcome, Status: 503, RetryAfter: time.Minute}, Unknown, 0},
		{"a fault of this computer", &fault.Error{Kind: fault.Other}, Unknown, 0},
		{"an error that nobody classified", errors.New("x"), Unknown, 0},
		{"a time-out that nobody classified", context.DeadlineExceeded, Unknown, 0},
	} {
		want := Outcome{State: c.state, At: now, Failure: NewFailure(c.err)}
		if c.wait > 0 {
			want.Next = now.Add(c.wait)
		}
		if diff := cmp.Diff(want, Settle(c.err, attempt, 0)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestACancelledTryDoesNotCount(t *testing.T) {
	now := time.Date(2026, 11, 18, 10, 0, 0, 0, time.UTC)
	got := Settle(&fault.Error{Kind: fault.Cancelled, Err: context.Canceled}, Attempt{Tries: 1, Queued: now.Add(-48 * time.Hour), Now: now}, 0)
	if diff := cmp.Diff(Outcome{State: Queued, At: now, Untried: true}, got); diff != "" {
		t.Error(diff)
	}
}

func TestFoyerGivesUpAfterADay(t *testing.T) {
	queued := time.Date(2026, 11, 18, 10, 0, 0, 0, time.UTC)
	gone := &fault.Error{Kind: fault.Unreachable, Code: "no-host"}
	busy := &fault.Error{Kind: fault.Faulty, Status: 503, RetryAfter: 2 * time.Hour}
	for _, c := range []struct {
		name  string
		err   error
		after time.Duration
		state State
	}{
		{"in time", gone, GiveUp - time.Second, Queued},
		{"too late", gone, GiveUp, Failed},
		{"in time, asked to wait", busy, GiveUp - 2*time.Hour, Queued},
		{"in time, asked to wait too long", busy, GiveUp - time.Hour, Failed},
		{"too late, asked to wait", busy, GiveUp + time.Hour, Failed},
		{"the clock was put back", gone, -100 * time.Hour, Queued},
	} {
		got := Settle(c.err, Attempt{Tries: 40, Queued: queued, Now: queued.Add(c.after)}, 0)
		if got.State != c.state || (got.Failure.Code == CodeExpired) != (c.state == Failed) || got.Next.IsZero() != (c.state == Failed) {
			t.Errorf("%s: %+v", c.name, got)
		}
		if got.Failure.Kind != fault.KindOf(c.err) {
			t.Errorf("%s: the reason is lost: %+v", c.name, got.Failure)
		}
	}
	if got := Settle(gone, Attempt{Tries: 1, Now: queued}, 0); got.State != Queued {
		t.Errorf("without a time of queueing: %+v", got)
	}
}

func TestWaitsGrowUpToAQuarterOfAnHour(t *testing.T) {
	for tries, want := range map[int]time.Duration{
		-1: time.Second, 0: time.Second, 1: time.Second, 2: 1900 * time.Millisecond, 3: 3610 * time.Millisecond, 11: 613106625 * time.Microsecond, 12: MaxBackoff, 1 << 40: MaxBackoff,
	} {
		if got := Backoff(tries, 0).Round(time.Millisecond); got != want.Round(time.Millisecond) {
			t.Errorf("after %d: %s, want %s", tries, got, want)
		}
	}
	for tries := range 50 {
		whole := Backoff(tries, 0)
		for _, jitter := range []float64{0.25, 0.5, 0.999999} {
			if got := Backoff(tries, jitter); got < whole/2 || got >= whole {
				t.Errorf("after %d with %f: %s of %s", tries, jitter, got, whole)
			}
		}
	}
}

func TestFailuresKeepWhatIsSafeToKeep(t *testing.T) {
	cause := errors.New("token abc")
	full := &fault.Error{Op: "sending", Service: "cam", Kind: fault.Refused, Status: 403, Code: "x", Words: "No", RequestID: "r1", RetryAfter: time.Second, Err: cause}
	if diff := cmp.Diff(&Failure{Kind: fault.Refused, Status: 403, Code: "x", Words: "No", RequestID: "r1"}, NewFailure(fmt.Errorf("row: %w", full))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(&Failure{Kind: fault.Other}, NewFailure(cause)); diff != "" {
		t.Error(diff)
	}
	if NewFailure(nil) != nil {
		t.Error("nothing has a failure")
	}
	long := NewFailure(&fault.Error{Words: strings.Repeat("あ", 10000)})
	if len(long.Words) > maxWords+3 || !strings.HasSuffix(long.Words, "あ…") {
		t.Errorf("%d bytes of words", len(long.Words))
	}
}
