package desktop

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// happening is a change that a test makes happen so long after the start.
type happening struct {
	after time.Duration
	what  Change
}

// tells is a source of which is known what it will tell.
func tells(all ...happening) changeSource {
	return func(ctx context.Context, tell func(Change)) error {
		began := time.Now()
		for _, h := range all {
			select {
			case <-time.After(h.after - time.Since(began)):
				tell(h.what)
			case <-ctx.Done():
			}
		}
		<-ctx.Done()
		return nil
	}
}

// every tells the same again and again, from one time to another.
func every(d, from, to time.Duration, what Change) []happening {
	var all []happening
	for at := from; at < to; at += d {
		all = append(all, happening{at, what})
	}
	return all
}

func TestABurstOfChangesIsToldOnceItIsOver(t *testing.T) {
	const s = time.Second
	for name, c := range map[string]struct {
		sources []changeSource
		want    []happening
	}{
		"one change": {[]changeSource{tells(happening{5 * s, NetworkChanged})}, []happening{{7 * s, NetworkChanged}}},
		"a network that comes up": {[]changeSource{tells(every(s/10, 5*s, 6*s, NetworkChanged)...)},
			[]happening{{5*s + s*9/10 + 2*s, NetworkChanged}}},
		"waking up, and a network with it": {[]changeSource{tells(every(s/10, 5*s, 6*s, NetworkChanged)...), tells(happening{5*s + s/2, Woke})},
			[]happening{{5*s + s*9/10 + 2*s, Woke}}},
		"a network that comes late": {[]changeSource{tells(happening{5 * s, Woke}), tells(happening{20 * s, NetworkChanged})},
			[]happening{{7 * s, Woke}, {22 * s, NetworkChanged}}},
		"a network that never rests": {[]changeSource{tells(every(s*9/10, 5*s, 26*s, NetworkChanged)...)},
			[]happening{{15 * s, NetworkChanged}, {25*s + s*8/10, NetworkChanged}}},
		"nothing": {[]changeSource{tells()}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
				defer cancel()
				began := time.Now()
				var got []happening
				for what := range gather(ctx, quiet(), c.sources) {
					got = append(got, happening{time.Since(began), what})
				}
				if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(happening{})); diff != "" {
					t.Error(diff)
				}
			})
		})
	}
}

func TestWhatNobodyReadsIsKeptOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		changes := gather(ctx, quiet(), []changeSource{tells(every(time.Minute, time.Minute, time.Hour, NetworkChanged)...), tells(happening{time.Minute, Woke})})
		time.Sleep(2 * time.Hour)
		if c := <-changes; c != Woke {
			t.Errorf("told %q", c)
		}
		synctest.Wait()
		select {
		case c := <-changes:
			t.Errorf("told %q, too", c)
		default:
		}
		cancel()
		if c, ok := <-changes; ok {
			t.Errorf("told %q in the end", c)
		}
	})
}

func TestTheChannelIsClosedWhenAllSourcesHaveEnded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		var mu sync.Mutex
		ended := 0
		slow := func(ctx context.Context, _ func(Change)) error {
			<-ctx.Done()
			time.Sleep(time.Second)
			mu.Lock()
			defer mu.Unlock()
			ended++
			return nil
		}
		broken := func(context.Context, func(Change)) error { return errors.New("nothing to listen to") }
		changes := gather(ctx, quiet(), []changeSource{slow, broken, slow})
		synctest.Wait()
		cancel()
		if _, ok := <-changes; ok || ended != 2 {
			t.Errorf("closed: %v, with %d sources at their end", !ok, ended)
		}
	})
}

func TestAComputerThatSleptIsNoticedByItsClock(t *testing.T) {
	deaf := func(context.Context, func(Change)) error { return errors.New("nobody tells of sleep") }
	for name, c := range map[string]struct {
		jump time.Duration
		want []Change
	}{
		"it slept":             {time.Hour, []Change{Woke}},
		"its clock was set":    {-time.Hour, []Change{Woke}},
		"its clock was mended": {5 * time.Second, nil},
		"nothing":              {0, nil},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
				defer cancel()
				wakes := time.Now().Add(150 * time.Second)
				var looks []time.Time
				now := func() time.Time {
					looks = append(looks, time.Now())
					if time.Now().Before(wakes) {
						return time.Now()
					}
					return time.Now().Add(c.jump)
				}
				var got []Change
				for what := range gather(ctx, quiet(), []changeSource{otherwise(quiet(), deaf, clockSource(now))}) {
					got = append(got, what)
				}
				if diff := cmp.Diff(c.want, got); diff != "" {
					t.Error(diff)
				}
				if n := len(slices.CompactFunc(looks, time.Time.Equal)); n > 11 {
					t.Errorf("the clock was looked at %d times in ten minutes", n)
				}
			})
		})
	}
}

func TestTheRealSourcesEndWithTheirContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	changes := Changes(ctx, quiet())
	cancel()
	for range changes { // a change may happen on the very computer that runs the tests
	}
}
