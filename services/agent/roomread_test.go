package agent

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/room"
)

var newYear = room.Date{Year: 2000, Month: time.January, Day: 1}

func TestWhoeverAsksForWhatIsBeingReadGetsTheEndOfThat(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := polling(t, func(f *foyer) { f.settings.Off = true })
		defer f.end()
		f.source.behave(func(ctx context.Context, date room.Date) (room.Day, error) {
			select {
			case <-time.After(time.Minute):
				return well(ctx, date)
			case <-ctx.Done():
				return room.Day{}, errAway
			}
		})
		var asking sync.WaitGroup
		impatient, cancel := context.WithCancel(t.Context())
		var errGone error
		asking.Go(func() { errGone = f.RefreshRooms(impatient, newYear) })
		synctest.Wait()
		for range 5 {
			asking.Go(func() {
				if err := f.RefreshRooms(t.Context(), room.Date{}); err != nil {
					t.Error(err)
				}
			})
			asking.Go(func() {
				if err := f.RefreshMonth(t.Context(), room.Month{}); err != nil {
					t.Error(err)
				}
			})
		}
		synctest.Wait()
		cancel() // it reads for all; one of the others has to begin anew
		asking.Wait()
		if !isCancelled(errGone) {
			t.Error(errGone)
		}
		if n := len(f.source.polls()); n != 2 || f.source.months != 1 || f.source.most != 1 {
			t.Errorf("%d days and %d months were read, %d at once", n, f.source.months, f.source.most)
		}
		if s := f.is(t); s.Freshness != room.Fresh || s.Rooms != 2 {
			t.Errorf("%+v", s)
		}
	})
}

func TestACancelledQuestionIsNoMiss(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := polling(t, func(f *foyer) { f.settings.Off = true })
		defer f.end()
		f.source.behave(func(ctx context.Context, _ room.Date) (room.Day, error) {
			<-ctx.Done()
			return room.Day{}, &fault.Error{Kind: fault.Cancelled, Err: ctx.Err()}
		})
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if err := f.RefreshRooms(ctx, newYear); !isCancelled(err) || f.is(t).Misses != 0 {
			t.Errorf("%v, %+v", err, f.is(t))
		}
	})
}

func TestOtherDaysAndMonthsAreKeptToo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := polling(t, nil)
		defer f.end()
		other := newYear.AddDays(9)
		if err := errors.Join(f.RefreshRooms(t.Context(), other), f.RefreshMonth(t.Context(), room.MonthOf(other))); err != nil {
			t.Fatal(err)
		}
		f.source.behave(fails(errAway))
		err := f.RefreshRooms(t.Context(), other)
		if e, ok := errors.AsType[*fault.Error](err); !ok || e.Code != "no-connection" {
			t.Errorf("%v", err)
		}
		kept := f.store.days[other]
		if len(kept.Rooms) != 2 || kept.Misses != 1 || kept.Why == nil || !kept.NextTry.IsZero() {
			t.Errorf("%+v", kept)
		}
		if month := f.store.months[room.MonthOf(other)]; len(month.Rooms) != 2 || month.At.IsZero() {
			t.Errorf("%+v", month)
		}
		if s := f.is(t); s.Date != newYear || s.Freshness != room.Fresh {
			t.Errorf("%+v", s)
		}
		f.source.behave(func(context.Context, room.Date) (room.Day, error) { return room.Day{}, nil })
		if e, ok := errors.AsType[*fault.Error](f.RefreshRooms(t.Context(), other)); !ok || e.Code != room.CodeNoRooms {
			t.Errorf("%v", e)
		}
	})
}

func TestAServerThatNeverAnsweredIsToldOf(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := polling(t, func(f *foyer) { f.source.answer = fails(errAway) })
		defer f.end()
		kept := f.store.days[newYear]
		if kept.Misses != 1 || kept.Why == nil || kept.Why.Code != "no-connection" || !kept.NextTry.Equal(time.Now().Add(DefaultPoll)) || !kept.At.IsZero() {
			t.Errorf("%+v", kept.Reading)
		}
		if s := f.is(t); s.Freshness != room.Unread || s.Why == nil || !s.NextTry.Equal(kept.NextTry) {
			t.Errorf("%+v", s)
		}
		other := newYear.AddDays(9)
		if err := f.RefreshRooms(t.Context(), other); err == nil || f.store.days[other].Why == nil {
			t.Errorf("%v, %+v", err, f.store.days[other])
		}
		f.source.behave(well)
		elapse(DefaultPoll)
		if s := f.is(t); s.Freshness != room.Fresh || s.Why != nil || f.store.days[newYear].Why != nil {
			t.Errorf("%+v", s)
		}
	})
}

func TestThatNothingIsSetUpIsNotKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := polling(t, func(f *foyer) { f.missing = notConfigured(opRooms, "no-url") })
		defer f.end()
		if len(f.store.days) != 0 {
			t.Errorf("%+v", f.store.days)
		}
	})
}

func TestAStoreThatFailsLeavesTheBoardInMemory(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := polling(t, func(f *foyer) { f.store.err = errFull })
		defer f.end()
		elapse(10 * time.Minute)
		if s := f.is(t); s.Rooms != 2 || s.Freshness != room.Fresh {
			t.Errorf("%+v", s)
		}
		if err := f.RefreshRooms(t.Context(), newYear); !errors.Is(err, errFull) {
			t.Errorf("%v", err)
		}
		if len(f.RoomsToday().Bookings) != 1 {
			t.Errorf("%+v", f.RoomsToday())
		}
	})
}

func TestWhatIsWatchedIsToldOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		f := polling(t, func(f *foyer) {
			f.settings.Every = MaxPoll
			f.settings.Watches = []room.Watch{{RoomID: "1"}, {RoomID: "1", BookingID: "b", Date: newYear, Start: start.Add(9 * time.Hour)}}
		})
		defer f.end()
		elapse(24*time.Hour - time.Minute)
		type told struct {
			Kind room.AlertKind
			Room string
		}
		var all []told
		for _, a := range f.alerts {
			all = append(all, told{a.Kind, a.Room.Name})
		}
		if diff := cmp.Diff([]told{{room.Starting, "Small"}, {room.BecameFree, "Small"}}, all); diff != "" {
			t.Error(diff)
		}
	})
}

func TestAWatchedRoomIsToldWhenTheClockSaysSo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := polling(t, func(f *foyer) { f.settings.Watches = []room.Watch{{RoomID: "1"}}; f.settings.Every = MaxPoll })
		defer f.end()
		elapse(10*time.Hour - time.Second)
		f.source.behave(fails(errAway))
		if elapse(time.Second); len(f.alerts) != 1 || f.alerts[0].Kind != room.BecameFree {
			t.Errorf("%+v", f.alerts)
		}
	})
}

func TestThePollsTellOfTheServicesHealth(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := polling(t, nil)
		defer f.end()
		for _, c := range []struct {
			err  error
			want Health
		}{{nil, Connected}, {errAway, Unreachable}, {&fault.Error{Kind: fault.Refused, Status: 401, Code: "token-refused"}, Refused}, {nil, Connected}} {
			f.source.behave(func(ctx context.Context, date room.Date) (room.Day, error) {
				if c.err != nil {
					return room.Day{}, c.err
				}
				return well(ctx, date)
			})
			f.PokeRooms()
			elapse(MinPoll)
			if got := f.lines.of(ChatMessenger).snapshot().Health; got != c.want {
				t.Errorf("after %v it is %s", c.err, got)
			}
		}
	})
}

func TestRoomsAreReadThroughTheSocket(t *testing.T) {
	source, kept := &fakeSource{answer: well}, newFakeRooms()
	a := New(Config{
		Messenger: func(context.Context, string) (Messenger, error) { return &fakeMessenger{}, nil },
		Rooms: RoomsConfig{Source: func(Messenger) room.Source { return source }, Store: func(string) RoomStore { return kept },
			Settings: func() RoomSettings { return RoomSettings{Off: true, Zone: time.UTC} }},
	})
	p := newPlace(t)
	c := Client{Socket: p.socket}
	defer running(t, a, p.start(t))()
	if err := errors.Join(c.RefreshRooms(t.Context(), room.Date{}), c.RefreshMonth(t.Context(), room.MonthOf(newYear)), c.PokeRooms(t.Context())); err != nil {
		t.Fatal(err)
	}
	status, err := c.Status(t.Context())
	if err != nil || status.Rooms == nil {
		t.Fatalf("%+v, %v", status, err)
	}
	here, _ := a.RoomsState()
	if diff := cmp.Diff(here, *status.Rooms); diff != "" || here.Rooms != 2 {
		t.Error(diff)
	}
	source.behave(fails(&fault.Error{Op: "asking", Kind: fault.Refused, Status: 429, Code: "rate-limited", RetryAfter: time.Minute}))
	e, ok := errors.AsType[*fault.Error](c.RefreshRooms(t.Context(), newYear))
	if !ok || e.Code != "rate-limited" || e.Status != 429 || e.RetryAfter != time.Minute {
		t.Errorf("%+v", e)
	}
}

func TestWithoutASourceThereAreNoRooms(t *testing.T) {
	a := New(Config{})
	a.PokeRooms()
	err := errors.Join(a.RefreshRooms(t.Context(), newYear), a.RefreshMonth(t.Context(), room.MonthOf(newYear)))
	if fault.KindOf(err) != fault.NotConfigured {
		t.Errorf("%v", err)
	}
	if s, ok := a.RoomsState(); ok || a.Status().Rooms != nil {
		t.Errorf("%+v", s)
	}
}

func TestOnlyPolledRoomsGrowOldByThemselves(t *testing.T) {
	read := room.Snapshot{Day: room.Day{Date: newYear, Rooms: twoRooms()}, Reading: room.Reading{At: newYear.Start(time.UTC)}}
	for _, c := range []struct {
		settings RoomSettings
		want     room.Freshness
	}{
		{RoomSettings{Every: time.Minute}, room.Stale},
		{RoomSettings{Every: MaxPoll}, room.Stale},
		{RoomSettings{Off: true, Every: time.Minute}, room.Fresh},
	} {
		if b := room.NewBoard(read, read.At.Add(time.Hour), time.UTC, c.settings.Options()); b.Freshness != c.want {
			t.Errorf("%+v: an hour later %s, want %s", c.settings, b.Freshness, c.want)
		}
	}
}
