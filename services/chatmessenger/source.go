package chatmessenger

import (
	"context"
	"slices"
	"sync"
	"time"

	"foyer/services/room"
)

// Source is what a Service knows of the conference rooms. It is safe for concurrent use. Every error is a
// *fault.Error.
type Source struct {
	service *Service
	zone    *time.Location

	mu     sync.Mutex
	master listing // as it was read last
	uses   int     // how often it may be used before it is read again
}

var _ room.Source = (*Source)(nil)

// masterUses is how many answers are completed with the same list of rooms. Rooms are seldom built.
const masterUses = 10

// Source returns where the service's conference rooms are, always the same one.
func (s *Service) Source() *Source { return s.source }

// Zone is that of times without one, in which the server's days begin.
func (s *Source) Zone() *time.Location { return s.zone }

// Rooms implements room.Source.
func (s *Source) Rooms(ctx context.Context) ([]room.Room, error) {
	master, err := s.fetchMaster(ctx)
	return slices.Clone(master.rooms), err
}

// Bookings implements room.Source. What was over before the day is left out. A server that has no rooms
// for a day is asked for the month.
func (s *Source) Bookings(ctx context.Context, day room.Date) (room.Day, error) {
	booked, err := s.status(ctx, day.String())
	if err != nil {
		return room.Day{}, err
	}
	if len(booked.rooms) == 0 {
		month, err := s.status(ctx, room.MonthOf(day).String())
		if err != nil {
			return room.Day{}, err
		}
		if len(month.rooms) > 0 {
			plan := room.Plan{Month: room.MonthOf(day), Rooms: month.rooms, Bookings: month.bookings}
			month.bookings = plan.Day(day, s.zone).Bookings
			booked = month
		}
	}
	start := day.Start(s.zone)
	booked.bookings = slices.DeleteFunc(booked.bookings, func(b room.Booking) bool { return !b.End.After(start) })
	if booked, err = s.complete(ctx, booked); err != nil {
		return room.Day{}, err
	}
	return room.Day{Date: day, Rooms: booked.rooms, Bookings: booked.bookings, Unknown: booked.unknown, Unreadable: booked.unreadable, Scraps: booked.scraps}, nil
}

// Month implements room.Source.
func (s *Source) Month(ctx context.Context, m room.Month) (room.Plan, error) {
	booked, err := s.status(ctx, m.String())
	if err != nil {
		return room.Plan{}, err
	}
	if booked, err = s.complete(ctx, booked); err != nil {
		return room.Plan{}, err
	}
	return room.Plan{Month: m, Rooms: booked.rooms, Bookings: booked.bookings, Unknown: booked.unknown, Unreadable: booked.unreadable, Scraps: booked.scraps}, nil
}

// status asks what is booked on a day or in a month.
func (s *Source) status(ctx context.Context, when string) (listing, error) {
	answer, err := s.service.status(ctx, when)
	if err != nil {
		return listing{}, err
	}
	return answer.listing(s.service.dialect, s.zone), nil
}

// complete adds the rooms that have no bookings, and what the list of rooms knows of the others.
func (s *Source) complete(ctx context.Context, booked listing) (listing, error) {
	s.mu.Lock()
	master := s.master
	fresh := s.uses > 0 && !booked.hasOther(master)
	s.uses--
	s.mu.Unlock()
	if !fresh {
		var err error
		if master, err = s.fetchMaster(ctx); err != nil {
			return listing{}, err
		}
	}
	return booked.completed(master), nil
}

func (s *Source) fetchMaster(ctx context.Context) (listing, error) {
	_, answer, err := s.service.master(ctx, "reading the conference rooms")
	if err != nil {
		return listing{}, err
	}
	master := answer.listing(s.service.dialect, s.zone)
	master.bookings, master.unknown = nil, nil
	s.mu.Lock()
	defer s.mu.Unlock()
	s.master, s.uses = master, masterUses-1
	return master, nil
}
