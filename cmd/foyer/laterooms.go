package main

import (
	"context"

	"foyer/services/agent"
	"foyer/services/room"
)

// lateRooms are the meeting rooms of one service, in a database that may not be open yet.
type lateRooms struct {
	*lateStore
	service string
}

var _ agent.RoomStore = lateRooms{}

func (l *lateStore) roomsOf(service string) agent.RoomStore { return lateRooms{l, service} }

// Day implements agent.RoomStore.
func (l lateRooms) Day(ctx context.Context, date room.Date) (room.Snapshot, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return room.Snapshot{}, err
	}
	return s.RoomsOf(l.service).Day(ctx, date)
}

// LastDay implements agent.RoomStore.
func (l lateRooms) LastDay(ctx context.Context, date room.Date) (room.Snapshot, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return room.Snapshot{}, err
	}
	return s.RoomsOf(l.service).LastDay(ctx, date)
}

// SaveDay implements agent.RoomStore.
func (l lateRooms) SaveDay(ctx context.Context, snapshot room.Snapshot) error {
	s, err := l.wait(ctx)
	if err != nil {
		return err
	}
	return s.RoomsOf(l.service).SaveDay(ctx, snapshot)
}

// Month implements agent.RoomStore.
func (l lateRooms) Month(ctx context.Context, m room.Month) (room.MonthSnapshot, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return room.MonthSnapshot{}, err
	}
	return s.RoomsOf(l.service).Month(ctx, m)
}

// SaveMonth implements agent.RoomStore.
func (l lateRooms) SaveMonth(ctx context.Context, snapshot room.MonthSnapshot) error {
	s, err := l.wait(ctx)
	if err != nil {
		return err
	}
	return s.RoomsOf(l.service).SaveMonth(ctx, snapshot)
}

// roomSource returns where a messenger's rooms are, nil for one without.
func roomSource(m agent.Messenger) room.Source {
	if c, ok := m.(messenger); ok {
		return c.Source()
	}
	return nil
}

// roomSettings are how the agent reads the rooms, as the settings say at the moment.
func (p preferences) roomSettings() agent.RoomSettings {
	v := p.values().Rooms
	return agent.RoomSettings{Off: !v.Polling, Every: v.Poll, Zone: v.Location(), Watches: v.Watched}
}
