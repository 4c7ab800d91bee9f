package agent

import (
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/room"
	"foyer/services/store"
)

var _ RoomStore = store.ServiceRooms{}

// weather is what a server does for a while in a simulated week.
var weather = []func(ctx context.Context, date room.Date) (room.Day, error){
	fails(errAway),
	fails(&fault.Error{Kind: fault.Faulty, Code: "html-page"}),
	fails(&fault.Error{Kind: fault.Refused, Status: 429, RetryAfter: 10 * time.Minute}),
	fails(&fault.Error{Kind: fault.Cancelled}), // by nobody
	fails(errors.New("what nobody expects")),
	func(context.Context, room.Date) (room.Day, error) { return room.Day{}, nil }, // no rooms any more
	func(_ context.Context, date room.Date) (room.Day, error) {
		return room.Day{Date: date, Rooms: twoRooms(), Unreadable: 7, Unknown: []string{"1", "2"}}, nil // none of the bookings
	},
	func(ctx context.Context, _ room.Date) (room.Day, error) {
		time.Sleep(5 * time.Minute)
		return room.Day{}, errAway
	},
}

func TestAWeekWithABadServerNeverShowsLessThanThereWasNorCallsTheOldFresh(t *testing.T) {
	for seed := range uint64(10) {
		synctest.Test(t, func(t *testing.T) {
			chance := rand.New(rand.NewPCG(seed, 4))
			f := polling(t, nil)
			defer f.end()
			good := time.Now() // when the server gave its last good answer
			f.source.behave(func(ctx context.Context, date room.Date) (room.Day, error) {
				good = time.Now()
				return well(ctx, date)
			})
			reliable := f.source.answer
			end := time.Now().AddDate(0, 0, 7)
			for time.Now().Before(end) {
				f.source.behave(weather[chance.IntN(len(weather))])
				for range chance.IntN(600) {
					elapse(time.Minute)
					wantHonest(t, f, good)
				}
				f.source.behave(reliable)
				f.source.polls()
				var polls []time.Time
				for began := time.Now(); len(polls) == 0; polls = f.source.polls() {
					if elapse(time.Minute); time.Since(began) > MaxPoll+10*time.Minute { // a slow one may be on its way
						t.Fatalf("seed %d: nobody asked the server that came back", seed)
					}
				}
				if f.is(t).Freshness != room.Fresh || f.is(t).Misses > 0 {
					t.Fatalf("seed %d: after the server came back: %+v", seed, f.is(t))
				}
				elapse(time.Duration(chance.IntN(300)) * time.Minute)
				wantHonest(t, f, good)
			}
			if f.source.most != 1 {
				t.Errorf("%d asked at once", f.source.most)
			}
		})
	}
}

// wantHonest wants all rooms, and no Fresh for what is old.
func wantHonest(t *testing.T, f *foyer, good time.Time) {
	t.Helper()
	s := f.is(t)
	if s.Rooms != 2 || s.Date != room.DateOf(time.Now().UTC()) {
		t.Fatalf("%v: %+v", time.Now(), s)
	}
	age := time.Since(good)
	// On a new day, that nothing can be read is an answer, too: nobody knows of any room.
	if s.Freshness == room.Fresh && s.Unknown < s.Rooms && age > (room.StaleAfter+1)*DefaultPoll {
		t.Fatalf("%v: what is %v old is called fresh: %+v", time.Now(), age, s)
	}
	if s.Freshness == room.Stale && s.Why == nil && s.Misses > 0 {
		t.Fatalf("nobody knows why: %+v", s)
	}
}

func TestPollsComeAtTheirIntervalAndLessOftenWhileTheyFail(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := polling(t, func(f *foyer) { f.settings.Every = 20 * time.Second })
		defer f.end()
		start := time.Now()
		elapse(time.Minute)
		f.source.behave(fails(errAway))
		elapse(time.Hour)
		var seconds []int
		for _, at := range f.source.polls() {
			seconds = append(seconds, int(at.Sub(start).Seconds()))
		}
		want := []int{0, 20, 40, 60, 80, 100, 140, 220, 380, 700, 1340, 2240, 3140}
		if diff := cmp.Diff(want, seconds); diff != "" {
			t.Error(diff)
		}
		s := f.is(t)
		if s.Freshness != room.Stale || s.Since.Sub(start) != 80*time.Second || s.Why == nil || s.Why.Code != "no-connection" || !s.NextTry.After(time.Now()) {
			t.Errorf("%+v", s)
		}
	})
}

func TestHopeMakesAPollAtOnce(t *testing.T) {
	for name, hope := range map[string]func(f *foyer){
		"poke":         func(f *foyer) { f.PokeRooms() },
		"refresh":      func(f *foyer) { _ = f.RefreshRooms(context.Background(), room.Date{}) },
		"new settings": func(f *foyer) { _ = f.Changed(ServicesChanged) },
		"sleep":        func(f *foyer) { f.change(func() { f.shift += time.Hour }); elapse(maxNap) },
		"clock is set": func(f *foyer) { f.change(func() { f.shift -= time.Hour }); elapse(maxNap) },
	} {
		synctest.Test(t, func(t *testing.T) {
			f := polling(t, nil)
			defer f.end()
			elapse(8 * time.Hour)
			f.source.behave(fails(errAway))
			elapse(2 * time.Hour)
			f.source.polls()
			f.source.behave(well)
			hope(f)
			synctest.Wait()
			if polls := f.source.polls(); len(polls) != 1 || f.is(t).Freshness != room.Fresh {
				t.Errorf("%s: %d polls, %+v", name, len(polls), f.is(t))
			}
		})
	}
}

func TestMidnightTurnsToTheNextDayAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tokyo := time.FixedZone("Tokyo", 9*60*60)
		f := polling(t, func(f *foyer) { f.settings = RoomSettings{Zone: tokyo, Every: MaxPoll} })
		defer f.end()
		elapse(15*time.Hour - time.Second) // 2000-01-01 23:59:59 there
		f.source.behave(fails(errAway))
		events := f.Watch()
		f.source.polls()
		elapse(time.Second)
		if polls := f.source.polls(); len(polls) != 1 || f.source.days[len(f.source.days)-1] != (room.Date{Year: 2000, Month: time.January, Day: 2}) {
			t.Errorf("%d polls, days %v", len(polls), f.source.days)
		}
		if s := f.is(t); s.Rooms != 2 || s.Freshness == room.Fresh || s.Date.Day != 2 {
			t.Errorf("%+v", s)
		}
		told := false
		for !told {
			e, _ := events.Next(t.Context())
			told = e.What == RoomsChanged
		}
	})
}

func TestNobodyIsAskedWithoutAServiceOrWhenPollingIsOff(t *testing.T) {
	for name, change := range map[string]func(f *foyer){
		"no service": func(f *foyer) { f.missing = errUnset },
		"off":        func(f *foyer) { f.settings.Off = true },
	} {
		synctest.Test(t, func(t *testing.T) {
			f := polling(t, change)
			defer f.end()
			elapse(48 * time.Hour)
			f.PokeRooms()
			elapse(time.Hour)
			if polls := f.source.polls(); len(polls) != 0 || f.is(t).Polling {
				t.Errorf("%s: %d polls, %+v", name, len(polls), f.is(t))
			}
			f.change(func() { f.missing, f.settings.Off = nil, false })
			if err := f.Changed(SettingsChanged); err != nil {
				t.Fatal(err)
			}
			synctest.Wait()
			if polls := f.source.polls(); len(polls) != 1 || !f.is(t).Polling || f.is(t).Rooms != 2 {
				t.Errorf("%s: %d polls, %+v", name, len(polls), f.is(t))
			}
		})
	}
}

func TestABoardIsThereBeforeTheFirstPoll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := polling(t, func(f *foyer) {
			f.source.answer = fails(errAway)
			yesterday := room.Date{Year: 1999, Month: time.December, Day: 30}
			day, _ := well(t.Context(), yesterday)
			f.store.days[yesterday] = room.Snapshot{}.Read(day, time.Now().AddDate(0, 0, -2), time.Time{})
		})
		defer f.end()
		if s := f.is(t); s.Rooms != 2 || s.Freshness != room.Unread || s.Why == nil {
			t.Errorf("%+v", s)
		}
	})
}

func TestAMonthOfPollingDoesNotGrow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := polling(t, func(f *foyer) {
			f.settings.Watches = []room.Watch{{RoomID: "1"}}
			f.source.answer = func(ctx context.Context, date room.Date) (room.Day, error) {
				day, err := well(ctx, date)
				for range 40 {
					day.Rooms = append(day.Rooms, room.Room{ID: "x", Raw: make([]byte, 200)})
				}
				return day, err
			}
		})
		defer f.end()
		held := func() int64 {
			f.forget()
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			return int64(m.HeapAlloc)
		}
		elapse(24 * time.Hour)
		before := held()
		for range 29 {
			elapse(24 * time.Hour)
			held()
		}
		if grown := held() - before; grown > 1<<18 {
			t.Errorf("it holds %d bytes more than after the first day", grown)
		}
	})
}

func TestPollTimesAreWithinTheirBounds(t *testing.T) {
	for every, want := range map[time.Duration]time.Duration{0: DefaultPoll, time.Second: MinPoll, time.Hour: MaxPoll, 2 * time.Minute: 2 * time.Minute} {
		p := roomPoll{RoomsConfig: RoomsConfig{Settings: func() RoomSettings { return RoomSettings{Every: every} }}}
		if got := p.settings(); got.Every != want || got.Zone != time.Local {
			t.Errorf("%v: %+v", every, got)
		}
	}
	s := RoomSettings{Every: time.Minute}
	var waits []time.Duration
	for n := range 7 {
		waits = append(waits, s.wait(n, nil))
	}
	if !slices.IsSorted(waits) || waits[1] != time.Minute || waits[6] != MaxPoll || s.wait(1000, nil) != MaxPoll {
		t.Error(waits)
	}
	for asked, want := range map[time.Duration]time.Duration{time.Second: time.Minute, 5 * time.Minute: 5 * time.Minute, time.Hour: MaxPoll} {
		if got := s.wait(1, &fault.Error{RetryAfter: asked}); got != want {
			t.Errorf("Retry-After %v: %v", asked, got)
		}
	}
}
