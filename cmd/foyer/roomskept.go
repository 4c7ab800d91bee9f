package main

import (
	"context"

	"foyer/services/agent"
	"foyer/services/room"
	"foyer/services/transport"
)

// passing is what a command knows of another server's rooms than the profile's: it is gone when the
// command ends, so that nobody takes it for the profile's.
type passing struct {
	days   map[room.Date]room.Snapshot
	months map[room.Month]room.MonthSnapshot
}

var _ agent.RoomStore = passing{}

func newPassing() passing {
	return passing{map[room.Date]room.Snapshot{}, map[room.Month]room.MonthSnapshot{}}
}

// isElsewhere reports whether the environment names another server than the settings do for that ID.
func (o *office) isElsewhere(id string) bool {
	own, _ := o.settings.values().MessengerOf(id)
	return o.demo == nil && own.URL != "" && transport.Origin(own.URL) != transport.Origin(o.url(id))
}

// Day implements agent.RoomStore.
func (p passing) Day(_ context.Context, date room.Date) (room.Snapshot, error) {
	return p.days[date], nil
}

// LastDay implements agent.RoomStore. Nothing lasts until there is another day.
func (p passing) LastDay(ctx context.Context, date room.Date) (room.Snapshot, error) {
	return p.Day(ctx, date)
}

// SaveDay implements agent.RoomStore.
func (p passing) SaveDay(_ context.Context, s room.Snapshot) error {
	p.days[s.Date] = s
	return nil
}

// Month implements agent.RoomStore.
func (p passing) Month(_ context.Context, m room.Month) (room.MonthSnapshot, error) {
	return p.months[m], nil
}

// SaveMonth implements agent.RoomStore.
func (p passing) SaveMonth(_ context.Context, s room.MonthSnapshot) error {
	p.months[s.Month] = s
	return nil
}
