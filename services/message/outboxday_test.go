package message

import (
	"testing"
	"time"

	"foyer/services/fault"
)

// day is the course of a message whose tries all end with the same error.
type day struct {
	tries   int
	longest time.Duration
	outcome Outcome
}

// course tries a message until it is at rest, each time when it may be tried.
func course(t *testing.T, err error, jitter func(int) float64) day {
	t.Helper()
	queued := time.Date(2026, 11, 18, 10, 0, 0, 0, time.UTC)
	now := queued
	for d := (day{}); ; {
		d.tries++
		d.outcome = Settle(err, Attempt{Tries: d.tries, Queued: queued, Now: now}, jitter(d.tries))
		if d.outcome.State != Queued {
			return d
		}
		if !d.outcome.Next.After(now) {
			t.Fatalf("try %d may be repeated at once", d.tries)
		}
		d.longest = max(d.longest, d.outcome.Next.Sub(now))
		now = d.outcome.Next
		if d.tries > 100000 {
			t.Fatal("it is tried for ever")
		}
	}
}

func TestAMessageWithoutNetworkIsTriedForADayAndNotLonger(t *testing.T) {
	for name, jitter := range map[string]func(int) float64{
		"none": func(int) float64 { return 0 }, "most": func(int) float64 { return 0.999 }, "mixed": func(n int) float64 { return float64(n%10) / 10 },
	} {
		d := course(t, &fault.Error{Kind: fault.Unreachable, Code: "no-connection"}, jitter)
		lived := d.outcome.At.Sub(time.Date(2026, 11, 18, 10, 0, 0, 0, time.UTC))
		if d.outcome.State != Failed || d.outcome.Failure.Code != CodeExpired || lived < GiveUp || lived > GiveUp+MaxBackoff {
			t.Errorf("%s: %s after %s with %+v", name, d.outcome.State, lived, d.outcome.Failure)
		}
		if d.longest > MaxBackoff || d.tries < 90 || d.tries > 250 {
			t.Errorf("%s: %d tries, at most %s apart", name, d.tries, d.longest)
		}
	}
}

func TestABusyServiceIsNotAskedMoreOftenThanItWants(t *testing.T) {
	d := course(t, &fault.Error{Kind: fault.Faulty, Status: 429, RetryAfter: 3 * time.Hour}, func(int) float64 { return 0 })
	if d.tries != 9 || d.longest != 3*time.Hour || d.outcome.Failure.Code != CodeExpired || d.outcome.Failure.Status != 429 {
		t.Errorf("%d tries, %s apart, %+v", d.tries, d.longest, d.outcome.Failure)
	}
}

func TestWhatMayHaveArrivedIsNeverTriedAgain(t *testing.T) {
	for kind := fault.Other; kind <= fault.Cancelled; kind++ {
		for _, status := range []int{0, 200, 204, 302, 400, 403, 404, 408, 413, 429, 500, 502, 503, 504} {
			for _, wait := range []time.Duration{0, time.Minute} {
				o := Settle(&fault.Error{Kind: kind, Status: status, RetryAfter: wait}, Attempt{Tries: 1, Now: time.Unix(1e9, 0)}, 0)
				if (o.State == Queued) != provablyUnsent(kind, status, wait) || o.State == Sent || o.State == Sending {
					t.Errorf("%s, %d, %s: %s", kind, status, wait, o.State)
				}
				if o.State == Failed && kind != fault.Refused && kind != fault.Invalid {
					t.Errorf("%s, %d, %s: failed without a refusal", kind, status, wait)
				}
			}
		}
	}
}

// provablyUnsent is the rule in the house's table, the other way round.
func provablyUnsent(kind fault.Kind, status int, wait time.Duration) bool {
	switch kind {
	case fault.Unreachable, fault.NotConfigured, fault.Cancelled:
		return true
	case fault.UnknownOutcome:
		return false
	default:
		return (status == 429 || status == 503) && wait > 0
	}
}
