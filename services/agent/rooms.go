package agent

import (
	"context"
	"time"

	"foyer/services/room"
)

// RoomsConfig is what the agent reads the meeting rooms with. Without Source it reads none.
type RoomsConfig struct {
	// Source returns where a messenger's rooms are, nil for one without rooms.
	Source func(m Messenger) room.Source
	// Store keeps the last good answers of the service with that ID; nil keeps those of the current day alone,
	// in memory.
	Store func(service string) RoomStore
	// Settings says how the rooms are read, at once; nil means the zero RoomSettings.
	Settings func() RoomSettings
	// Alerts is told what happened to what is watched. It is called on the goroutine that polls, and
	// has to return soon.
	Alerts func(alerts []room.Alert)
}

// RoomSettings say how the rooms are read. They may change at any time; SettingsChanged lets the agent
// look again.
type RoomSettings struct {
	// Off asks the server only when somebody wants to know.
	Off bool
	// Every is how often the current day is read: from MinPoll to MaxPoll, 0 for DefaultPoll.
	Every time.Duration
	// Zone is that in which the office's day begins; nil is the local one.
	Zone *time.Location
	// Soon is how long before its start a booking starts soon; 0 for room.DefaultSoon.
	Soon time.Duration
	// Watches are what Alerts tells of.
	Watches []room.Watch
}

// How often the current day is read. MaxPoll is also how far apart the tries are at most while the
// server fails.
const (
	MinPoll     = 15 * time.Second
	DefaultPoll = time.Minute
	MaxPoll     = 15 * time.Minute
)

// RoomStore keeps the last good answers about days and months, and how the polls went since. A day or
// month that is not there, or that cannot be read any more, is an unread one without rooms. Errors are
// *fault.Error.
type RoomStore interface {
	Day(ctx context.Context, date room.Date) (room.Snapshot, error)
	// LastDay returns the latest day up to a date that was ever read.
	LastDay(ctx context.Context, date room.Date) (room.Snapshot, error)
	SaveDay(ctx context.Context, s room.Snapshot) error
	Month(ctx context.Context, m room.Month) (room.MonthSnapshot, error)
	SaveMonth(ctx context.Context, s room.MonthSnapshot) error
}

// RoomsState is what the agent knows of the rooms today.
type RoomsState struct {
	// Service is the ID of the service that they are read from.
	Service   string         `json:"service,omitempty"`
	Date      room.Date      `json:"date"`
	Freshness room.Freshness `json:"freshness"`
	// Reading says when the rooms were read, and since when and why that fails.
	room.Reading
	// Polling says that the day is read again and again; Every is how often when all is well.
	Polling bool          `json:"polling"`
	Every   time.Duration `json:"every"`
	// Rooms counts all rooms, and the others those of them with that status at this moment.
	Rooms   int `json:"rooms"`
	Free    int `json:"free"`
	Soon    int `json:"soon"`
	InUse   int `json:"inUse"`
	Unknown int `json:"unknown"`
	// Bookings is how many touch the day, Unreadable how many entries could not be read.
	Bookings   int `json:"bookings"`
	Unreadable int `json:"unreadable"`
	// Changes is when one of the counts changes by itself; zero for never.
	Changes time.Time `json:"changes,omitzero"`
}

// roomsInUse are those of the service that is in use for them.
func (a *Agent) roomsInUse() *roomPoll { return a.rooms.of(a.inUse(forRooms)) }

// roomsOf are those of the service with that ID; "" is the one in use.
func (a *Agent) roomsOf(service string) (*roomPoll, error) {
	id, err := a.called(service, ChatMessenger, a.inUse(forRooms))
	if err != nil {
		return nil, err
	}
	return a.rooms.of(id), nil
}

// RefreshRooms reads a day now and keeps the answer; the zero Date is today. It waits for the end and
// returns why nothing was read, also when the answer was too poor to replace a better one. Whoever asks
// for what is being read already gets the end of that.
func (a *Agent) RefreshRooms(ctx context.Context, date room.Date) error {
	return a.roomsInUse().refreshDay(ctx, date)
}

// RefreshMonth reads a month now, as RefreshRooms does; the zero Month is the current one.
func (a *Agent) RefreshMonth(ctx context.Context, m room.Month) error {
	return a.roomsInUse().refreshMonth(ctx, m)
}

// PokeRooms reads the current day now because something happened after which the answer may be another
// one or the server may be back: the computer woke up, or the network changed. It does not wait. Nothing
// happens where the rooms are not polled.
func (a *Agent) PokeRooms() { a.roomsInUse().poke() }

// RoomsToday returns the snapshot of the current day as it is held in memory, without asking anybody. It
// must not be changed.
func (a *Agent) RoomsToday() room.Snapshot { return a.roomsInUse().today() }

// RoomsState says what is known of the rooms at this moment; ok is false where there are none to read.
func (a *Agent) RoomsState() (state RoomsState, ok bool) { return a.roomsInUse().state() }
