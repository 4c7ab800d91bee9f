package agent

import (
	"context"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"foyer/services/fault"
	"foyer/services/room"
)

// fakeSource is a server with rooms. What it does is the test's.
type fakeSource struct {
	mu     sync.Mutex
	answer func(ctx context.Context, date room.Date) (room.Day, error)
	asked  []time.Time // when each day was asked for
	days   []room.Date
	months int
	crowd  int // how many ask at this moment
	most   int
}

func (s *fakeSource) Rooms(context.Context) ([]room.Room, error) { return twoRooms(), nil }

func (s *fakeSource) Bookings(ctx context.Context, date room.Date) (room.Day, error) {
	s.mu.Lock()
	s.asked, s.days = append(s.asked, time.Now()), append(s.days, date)
	answer := s.answer
	s.mu.Unlock()
	defer s.enter()()
	return answer(ctx, date)
}

func (s *fakeSource) Month(_ context.Context, m room.Month) (room.Plan, error) {
	defer s.enter()()
	s.mu.Lock()
	s.months++
	s.mu.Unlock()
	return room.Plan{Month: m, Rooms: twoRooms()}, nil
}

// enter counts who is there, until the returned function is called.
func (s *fakeSource) enter() (leave func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.crowd++
	s.most = max(s.most, s.crowd)
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.crowd--
	}
}

func (s *fakeSource) behave(answer func(ctx context.Context, date room.Date) (room.Day, error)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answer = answer
}

// polls are when days were asked for since the last call.
func (s *fakeSource) polls() []time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := s.asked
	s.asked = nil
	return all
}

func twoRooms() []room.Room { return []room.Room{{ID: "1", Name: "Small"}, {ID: "2", Name: "Large"}} }

// well answers with two rooms, and a booking from 9 to 10 in the small one.
func well(_ context.Context, date room.Date) (room.Day, error) {
	start := date.At(9*time.Hour, time.UTC)
	return room.Day{Date: date, Rooms: twoRooms(), Bookings: []room.Booking{{ID: "b", RoomID: "1", Title: "Tea", Start: start, End: start.Add(time.Hour)}}}, nil
}

var errAway = &fault.Error{Op: "asking", Service: ChatMessenger, Kind: fault.Unreachable, Code: "no-connection"}

func fails(err error) func(context.Context, room.Date) (room.Day, error) {
	return func(context.Context, room.Date) (room.Day, error) { return room.Day{}, err }
}

// fakeRooms keeps snapshots in memory.
type fakeRooms struct {
	mu     sync.Mutex
	days   map[room.Date]room.Snapshot
	months map[room.Month]room.MonthSnapshot
	err    error
}

func newFakeRooms() *fakeRooms {
	return &fakeRooms{days: make(map[room.Date]room.Snapshot), months: make(map[room.Month]room.MonthSnapshot)}
}

func (r *fakeRooms) Day(_ context.Context, date room.Date) (room.Snapshot, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	s := r.days[date]
	s.Date = date
	return s, r.err
}

func (r *fakeRooms) LastDay(ctx context.Context, date room.Date) (room.Snapshot, error) {
	for n := range 100 {
		if s, err := r.Day(ctx, date.AddDays(-n)); !s.At.IsZero() || err != nil {
			return s, err
		}
	}
	return room.Snapshot{Day: room.Day{Date: date}}, nil
}

func (r *fakeRooms) SaveDay(_ context.Context, s room.Snapshot) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err == nil {
		r.days[s.Date] = s
	}
	return r.err
}

func (r *fakeRooms) Month(_ context.Context, m room.Month) (room.MonthSnapshot, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	s := r.months[m]
	s.Plan.Month = m
	return s, r.err
}

func (r *fakeRooms) SaveMonth(_ context.Context, s room.MonthSnapshot) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.months[s.Plan.Month] = s
	return r.err
}

// foyer is an agent in a bubble that polls the rooms of a server.
type foyer struct {
	*Agent
	source *fakeSource
	store  *fakeRooms

	mu       sync.Mutex
	settings RoomSettings
	missing  error // why there is no messenger
	alerts   []room.Alert
	shift    time.Duration // by which the clock on the wall jumped
	end      func()
}

// forget lets the fakes hold nothing of what was.
func (f *foyer) forget() {
	f.source.polls()
	f.source.mu.Lock()
	f.source.days = nil
	f.source.mu.Unlock()
	f.store.mu.Lock()
	clear(f.store.days)
	f.store.mu.Unlock()
	f.mu.Lock()
	f.alerts = nil
	f.mu.Unlock()
}

// polling starts one; change may be nil. It has to be called in a bubble, with end at its end.
func polling(t *testing.T, change func(f *foyer)) *foyer {
	t.Helper()
	f := &foyer{source: &fakeSource{answer: well}, store: newFakeRooms(), settings: RoomSettings{Zone: time.UTC}}
	if change != nil {
		change(f)
	}
	f.Agent = New(Config{
		Messenger: func(context.Context, string) (Messenger, error) { return &fakeMessenger{}, of(f, &f.missing) },
		Now:       func() time.Time { return time.Now().Add(of(f, &f.shift)) },
		Rooms: RoomsConfig{
			Source: func(Messenger) room.Source { return f.source }, Store: func(string) RoomStore { return f.store },
			Settings: func() RoomSettings { return of(f, &f.settings) },
			Alerts: func(alerts []room.Alert) {
				f.mu.Lock()
				defer f.mu.Unlock()
				f.alerts = append(f.alerts, alerts...)
			},
		},
	})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		f.pollRooms(ctx)
	}()
	synctest.Wait()
	f.end = func() { cancel(); <-done }
	return f
}

// of reads what change may be changing.
func of[T any](f *foyer, value *T) T {
	f.mu.Lock()
	defer f.mu.Unlock()
	return *value
}

// change changes what the agent finds around it.
func (f *foyer) change(change func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	change()
}

// elapse lets time go by, and everybody do what is due.
func elapse(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func (f *foyer) is(t *testing.T) RoomsState {
	t.Helper()
	s, ok := f.RoomsState()
	if !ok {
		t.Fatal("there are no rooms")
	}
	return s
}
