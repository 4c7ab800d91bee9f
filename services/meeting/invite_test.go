package meeting

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"foyer/services/fault"

	"github.com/google/go-cmp/cmp"
)

// fakeHost is a meeting service that fails at one of its requests. The port's other calls are nil: they
// must not be made.
type fakeHost struct {
	Host
	// failAt counts from 0; failure is what the request ends with, half says that it was carried out all
	// the same.
	failAt  int
	failure error
	half    bool
	// cancel is called during the failing request.
	cancel func()
	// presence fails with lost.
	lost     error
	sent     []Attendee // in every request, answered or not
	invited  []Attendee // whom the service called
	requests int
	looks    int
}

func (h *fakeHost) Invite(_ context.Context, a Access, rows []Attendee) error {
	if a.ID != "914083136" {
		return errors.New("another meeting")
	}
	if len(rows) == 0 || len(rows) > MaxInvite {
		return fmt.Errorf("%d at once", len(rows))
	}
	h.requests++
	h.sent = append(h.sent, rows...)
	if h.requests-1 != h.failAt {
		h.invited = append(h.invited, rows...)
		return nil
	}
	if h.half {
		h.invited = append(h.invited, rows...)
	}
	if h.cancel != nil {
		h.cancel()
	}
	return h.failure
}

func (h *fakeHost) Presence(ctx context.Context, _ Access) (Presence, error) {
	h.looks++
	if err := ctx.Err(); err != nil {
		return Presence{}, err
	}
	var p Presence
	for i, a := range h.invited {
		p.Invited = append(p.Invited, Invited{Name: a.Name, Phone: masked(a.Phone)})
		if i%2 == 0 {
			p.Participants = append(p.Participants, Participation{PID: a.Phone, Name: a.Name, Phone: masked(a.Phone), State: Calling})
		}
	}
	return p, h.lost
}

// masked shows a number as the service does.
func masked(number string) string { return number[:6] + "****" + number[len(number)-3:] }

func people(n int) []Attendee {
	rows := make([]Attendee, n)
	for i := range rows {
		rows[i] = Attendee{Name: fmt.Sprintf("Attendee %d", i), Phone: fmt.Sprintf("+99111%09d", i)}
	}
	return rows
}

func TestEveryRowHasOneFateAndNoneIsSentTwice(t *testing.T) {
	const total, chunk = 23, 5
	kinds := []fault.Kind{fault.Other, fault.NotConfigured, fault.Invalid, fault.Refused, fault.Unreachable, fault.Faulty, fault.UnknownOutcome, fault.Cancelled}
	for failAt := range 6 { // The last one is never reached.
		for _, kind := range kinds {
			for _, half := range []bool{false, true} {
				for _, lost := range []error{nil, errors.New("no answer")} {
					host := &fakeHost{failAt: failAt, failure: &fault.Error{Op: "inviting", Kind: kind}, half: half, lost: lost}
					name := fmt.Sprintf("request %d fails as %s, half %v, lost %v", failAt, kind, half, lost)
					prove(t, name, host, people(total), chunk)
				}
			}
		}
	}
}

// prove invites rows and compares the report with what the host did.
func prove(t *testing.T, name string, host *fakeHost, rows []Attendee, chunk int) {
	t.Helper()
	var told []Progress
	report := Invite(t.Context(), host, Access{ID: "914083136"}, rows, chunk, func(p Progress) { told = append(told, p) })
	if diff := cmp.Diff(rows[:len(host.sent)], host.sent); diff != "" {
		t.Fatalf("%s: sent: %s", name, diff)
	}
	fails := host.failAt < (len(rows)+chunk-1)/chunk
	if fails != (report.Err != nil) || fails && !errors.Is(report.Err, host.failure) {
		t.Fatalf("%s: %v", name, report.Err)
	}
	failed := fateAfter(host, fails)
	if diff := cmp.Diff(fates(len(rows), chunk, host.failAt, failed), report.Fates); diff != "" {
		t.Fatalf("%s: %s", name, diff)
	}
	unclear := failed == FateUnclear || failed == FateSeen
	if looked := host.looks == 1; host.looks > 1 || unclear != looked || (report.Looked != nil) != (unclear && host.lost == nil) {
		t.Fatalf("%s: looked %d times, %v", name, host.looks, report.Looked)
	}
	proveProgress(t, name, host, report, told)
}

// proveProgress compares what was told with the report.
func proveProgress(t *testing.T, name string, host *fakeHost, report Report, told []Progress) {
	t.Helper()
	sum, rows := 0, len(report.Fates)
	for _, f := range []Fate{FateAccepted, FateRefused, FateUnclear, FateSeen, FateNotSent} {
		sum += report.Count(f)
	}
	if sum != rows {
		t.Fatalf("%s: %d fates", name, sum)
	}
	last := told[len(told)-1]
	if len(told) != host.requests || last.Total != rows || last.Accepted != report.Count(FateAccepted) || last.Sent != rows-report.Count(FateNotSent) {
		t.Fatalf("%s: told %+v of %d requests", name, told, host.requests)
	}
}

// fateAfter is what the rows of the failing request become.
func fateAfter(host *fakeHost, fails bool) Fate {
	if !fails {
		return ""
	}
	switch fault.KindOf(host.failure) {
	case fault.Refused, fault.Invalid:
		return FateRefused
	case fault.NotConfigured, fault.Unreachable, fault.Cancelled:
		return FateNotSent
	}
	if host.half && host.lost == nil {
		return FateSeen
	}
	return FateUnclear
}

// fates are those of n rows when one request fails.
func fates(n, chunk, failAt int, failed Fate) []Fate {
	all := make([]Fate, n)
	for i := range all {
		switch at := i / chunk; {
		case at < failAt:
			all[i] = FateAccepted
		case at == failAt:
			all[i] = failed
		default:
			all[i] = FateNotSent
		}
	}
	return all
}

func TestTheSizeOfRequestsHasBounds(t *testing.T) {
	for chunk, want := range map[int]int{-1: 13, 0: 13, 1: 1201, 600: 3, MaxInvite: 3} {
		host := &fakeHost{failAt: -1}
		report := Invite(t.Context(), host, Access{ID: "914083136"}, people(1201), chunk, nil)
		if host.requests != want || report.Err != nil || report.Count(FateAccepted) != 1201 {
			t.Errorf("chunk %d: %d requests, want %d; %v", chunk, host.requests, want, report.Err)
		}
	}
	host := &fakeHost{}
	if report := Invite(t.Context(), host, Access{ID: "914083136"}, nil, 0, nil); host.requests != 0 || len(report.Fates) != 0 || report.Err != nil {
		t.Errorf("of nobody: %+v", report)
	}
}

func TestGivingUpSendsNoMore(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	host := &fakeHost{failAt: -1}
	report := Invite(ctx, host, Access{ID: "914083136"}, people(10), 3, func(p Progress) {
		if p.Sent == 6 {
			cancel()
		}
	})
	want := append(slices.Repeat([]Fate{FateAccepted}, 6), slices.Repeat([]Fate{FateNotSent}, 4)...)
	if diff := cmp.Diff(want, report.Fates); diff != "" || fault.KindOf(report.Err) != fault.Cancelled || !errors.Is(report.Err, context.Canceled) {
		t.Errorf("%v, %s", report.Err, diff)
	}
	ctx, cancel = context.WithCancel(t.Context())
	host = &fakeHost{failAt: 1, failure: &fault.Error{Kind: fault.UnknownOutcome}, half: true, cancel: cancel}
	report = Invite(ctx, host, Access{ID: "914083136"}, people(10), 3, nil)
	if report.Count(FateUnclear) != 3 || report.Count(FateAccepted) != 3 || host.looks != 0 || report.Looked != nil {
		t.Errorf("given up during a request: %v, %d looks", report.Fates, host.looks)
	}
}

func TestNoFormatShowsASecret(t *testing.T) {
	a := Access{ID: "914083136", Password: "hunter2", Token: "stbaf8"}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		for _, value := range []any{a, &a, []Access{a}, struct{ A Access }{a}} {
			if got := fmt.Sprintf(verb, value); got == "" || contains(got, "hunter2", "stbaf8", fmt.Sprintf("%x", "hunter2")) {
				t.Errorf("%s of %T shows %s", verb, value, got)
			}
		}
	}
}

func contains(s string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(s, part) })
}

func TestARequestThatWasTurnedAwayIsNotSent(t *testing.T) {
	for name, c := range map[string]struct {
		failure fault.Error
		want    Fate
		looks   int
	}{
		"too many":                           {fault.Error{Kind: fault.Faulty, Status: 429}, FateNotSent, 0},
		"come back later":                    {fault.Error{Kind: fault.Faulty, Status: 503, RetryAfter: time.Second}, FateNotSent, 0},
		"unavailable, and nobody knows more": {fault.Error{Kind: fault.Faulty, Status: 503}, FateUnclear, 1},
		"too many, in the middle of it":      {fault.Error{Kind: fault.UnknownOutcome, Status: 429}, FateUnclear, 1},
	} {
		t.Run(name, func(t *testing.T) {
			host := &fakeHost{failAt: 1, failure: &c.failure}
			var told []Progress
			report := Invite(t.Context(), host, Access{ID: "914083136"}, people(3), 1, func(p Progress) { told = append(told, p) })
			if diff := cmp.Diff([]Fate{FateAccepted, c.want, FateNotSent}, report.Fates); diff != "" {
				t.Error(diff)
			}
			if last := told[len(told)-1]; last.Accepted != 1 || (last.Sent == 1) != (c.want == FateNotSent) || host.looks != c.looks {
				t.Errorf("told %+v, %d looks", last, host.looks)
			}
		})
	}
}
