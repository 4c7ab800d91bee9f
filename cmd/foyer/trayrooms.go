package main

import (
	"context"
	"time"

	"foyer/services/agent"
	"foyer/services/room"
	"foyer/ui/tray"
)

// rooms is what the tray says of the rooms, nil where there are none to look at, and when that changes by
// the clock alone, zero for never.
func (d *desk) rooms() (*tray.Rooms, time.Time) {
	state, ok := d.agent.RoomsState()
	if !ok || d.office.url(state.Service) == "" {
		return nil, time.Time{}
	}
	shown := &tray.Rooms{Free: state.Free + state.Soon, All: state.Rooms,
		Unread: state.Freshness == room.Unread, Stale: state.Freshness == room.Stale, Failed: state.Why != nil}
	settings := d.settings.roomSettings()
	if len(settings.Watches) > 0 && !shown.Unread {
		shown.Watched = watched(d.agent.RoomsToday(), settings)
	}
	return shown, later(state.Changes)
}

// later keeps a moment that has come already from being waited for again and again.
func later(t time.Time) time.Time {
	if soonest := time.Now().Add(time.Second); !t.IsZero() && t.Before(soonest) {
		return soonest
	}
	return t
}

// watched are the watched rooms in the order in which the user chose them.
func watched(today room.Snapshot, s agent.RoomSettings) []tray.WatchedRoom {
	board := room.NewBoard(today, time.Now(), s.Zone, s.Options())
	var all []tray.WatchedRoom
	for _, w := range s.Watches {
		if w.BookingID != "" {
			continue
		}
		if line := board.Line(w.RoomID); line != nil {
			all = append(all, tray.WatchedRoom{ID: w.RoomID, Name: line.Room.Name, Status: line.Status, Until: inZone(line.Until, s.Zone)})
		}
	}
	return all
}

func inZone(t time.Time, zone *time.Location) time.Time {
	if t.IsZero() {
		return t
	}
	return t.In(zone)
}

// roomAlerts tells what happened to what is watched.
func (d *desk) roomAlerts(alerts []room.Alert) {
	if !d.settings.values().Rooms.Tell {
		return
	}
	zone := d.settings.roomSettings().Zone
	d.later.Go(func() {
		ctx, cancel := context.WithTimeout(context.Background(), notifyTime)
		defer cancel()
		for _, a := range alerts {
			d.notify(ctx, tray.RoomNotice(d.words, a, zone))
		}
	})
}
