package main

import (
	"context"

	"foyer/services/agent"
	"foyer/services/room"
)

var _ agent.RoomStore = (*lateStore)(nil)

// Day implements agent.RoomStore.
func (l *lateStore) Day(ctx context.Context, date room.Date) (room.Snapshot, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return room.Snapshot{}, err
	}
	return s.RoomsOf("").Day(ctx, date)
}

// LastDay implements agent.RoomStore.
func (l *lateStore) LastDay(ctx context.Context, date room.Date) (room.Snapshot, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return room.Snapshot{}, err
	}
	return s.RoomsOf("").LastDay(ctx, date)
}

// SaveDay implements agent.RoomStore.
func (l *lateStore) SaveDay(ctx context.Context, snapshot room.Snapshot) error {
	s, err := l.wait(ctx)
	if err != nil {
		return err
	}
	return s.RoomsOf("").SaveDay(ctx, snapshot)
}

// Month implements agent.RoomStore.
func (l *lateStore) Month(ctx context.Context, m room.Month) (room.MonthSnapshot, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return room.MonthSnapshot{}, err
	}
	return s.RoomsOf("").Month(ctx, m)
}

// SaveMonth implements agent.RoomStore.
func (l *lateStore) SaveMonth(ctx context.Context, snapshot room.MonthSnapshot) error {
	s, err := l.wait(ctx)
	if err != nil {
		return err
	}
	return s.RoomsOf("").SaveMonth(ctx, snapshot)
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
