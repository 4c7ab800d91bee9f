package agent

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/room"
)

// seconds are when polls began, counted from a moment.
func seconds(polls []time.Time, from time.Time) []int {
	all := []int{}
	for _, at := range polls {
		all = append(all, int(at.Sub(from).Seconds()))
	}
	return all
}

func TestChangesOfTheNetworkMakePollsButNoStorm(t *testing.T) {
	busy := fails(&fault.Error{Kind: fault.Refused, Status: 429, RetryAfter: 2 * time.Minute})
	for name, c := range map[string]struct {
		answer func(context.Context, room.Date) (room.Day, error)
		pokes  []time.Duration // after a poll of which the answer was the same
		want   []int           // polls within the next minute
	}{
		"one change long after":           {well, []time.Duration{30 * time.Second}, []int{30}},
		"one change shortly after":        {well, []time.Duration{3 * time.Second}, []int{15}},
		"one change after a failure":      {fails(errAway), []time.Duration{30 * time.Second}, []int{30}},
		"one change just after a failure": {fails(errAway), []time.Duration{time.Second}, []int{5}},
		"a pause that was asked for":      {busy, []time.Duration{time.Second, 30 * time.Second}, []int{}},
		"a storm":                         {well, often(time.Second, 59*time.Second), []int{15, 30, 45, 60}},
		"a storm without a server":        {fails(errAway), often(time.Second, 29*time.Second), []int{5, 10, 15, 20, 25, 30}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				f := polling(t, func(f *foyer) { f.settings.Every = 70 * time.Second })
				defer f.end()
				elapse(time.Hour)
				f.source.behave(c.answer)
				for f.source.polls(); len(f.source.polls()) == 0; {
					elapse(time.Second)
				}
				began := time.Now()
				for _, after := range c.pokes {
					elapse(after - time.Since(began))
					f.Reconnect()
					synctest.Wait()
				}
				elapse(time.Minute - time.Since(began))
				if diff := cmp.Diff(c.want, seconds(f.source.polls(), began)); diff != "" {
					t.Error(diff)
				}
				if f.source.most != 1 {
					t.Errorf("%d polls at once", f.source.most)
				}
			})
		})
	}
}

// often is every d until end.
func often(d, end time.Duration) []time.Duration {
	var all []time.Duration
	for at := d; at <= end; at += d {
		all = append(all, at)
	}
	return all
}

func TestAPollOverANetworkThatIsGoneIsBegunAnew(t *testing.T) {
	hangs := func(ctx context.Context, _ room.Date) (room.Day, error) {
		select {
		case <-ctx.Done():
			return room.Day{}, &fault.Error{Kind: fault.Cancelled, Err: ctx.Err()}
		case <-time.After(30 * time.Second):
			return room.Day{}, errAway
		}
	}
	for name, c := range map[string]struct {
		after time.Duration // from the beginning of the poll to the change
		want  int           // when the next one begins
	}{
		"early": {time.Second, 5},
		"late":  {20 * time.Second, 20},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				f := polling(t, nil)
				defer f.end()
				f.source.behave(hangs)
				f.source.polls()
				elapse(DefaultPoll)
				began := time.Now()
				elapse(c.after)
				f.source.behave(well)
				f.Reconnect()
				elapse(29*time.Second - c.after)
				if diff := cmp.Diff([]int{0, c.want}, seconds(f.source.polls(), began)); diff != "" {
					t.Error(diff)
				}
				if s := f.is(t); s.Freshness != room.Fresh || s.Misses != 0 || f.source.most != 1 {
					t.Errorf("%d at once, %+v", f.source.most, s)
				}
			})
		})
	}
}

func TestWhoWaitsForAPollThatIsBegunAnewGetsItsAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := polling(t, nil)
		defer f.end()
		hangs := true
		f.source.behave(func(ctx context.Context, date room.Date) (room.Day, error) {
			if !hangs {
				return well(ctx, date)
			}
			<-ctx.Done()
			return room.Day{}, &fault.Error{Kind: fault.Cancelled, Err: ctx.Err()}
		})
		elapse(DefaultPoll)
		got := make(chan error, 1)
		go func() { got <- f.RefreshRooms(t.Context(), room.Date{}) }()
		elapse(time.Second)
		hangs = false
		f.Reconnect()
		if err := <-got; err != nil || f.is(t).Freshness != room.Fresh {
			t.Errorf("%v, %+v", err, f.is(t))
		}
	})
}

func TestAClockThatWasSetBackHoldsUpNoPoll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := polling(t, nil)
		defer f.end()
		elapse(30 * time.Second)
		f.source.polls()
		f.change(func() { f.shift -= 10 * time.Minute })
		f.Reconnect()
		synctest.Wait()
		if n := len(f.source.polls()); n == 0 {
			t.Error("nobody polled")
		}
	})
}

func TestTryingByHandDoesNotPutOffTheNextPoll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := polling(t, nil)
		defer f.end()
		f.source.behave(fails(errAway))
		elapse(DefaultPoll)
		began := time.Now()
		f.source.polls()
		for range 20 {
			elapse(time.Second)
			if err := f.RefreshRooms(t.Context(), room.Date{}); err == nil {
				t.Error("a server that is away was read")
			}
		}
		if left := f.is(t).NextTry.Sub(began); left != DefaultPoll {
			t.Errorf("the next try is said to come after %v", left)
		}
		f.source.polls()
		elapse(DefaultPoll - time.Since(began))
		if diff := cmp.Diff([]int{60}, seconds(f.source.polls(), began)); diff != "" {
			t.Error(diff)
		}
	})
}
