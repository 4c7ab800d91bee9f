package main

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/agent"
	"foyer/services/room"
	"foyer/ui/tray"
)

// TestWatchedRoomsKeepTheUsersOrderAndTheOfficesClock holds with polls and, as what was read does not age
// then, without them.
func TestWatchedRoomsKeepTheUsersOrderAndTheOfficesClock(t *testing.T) {
	now := time.Now()
	zone := time.FixedZone("office", (12-now.UTC().Hour())*60*60) // where it is about noon
	ends := now.Add(30 * time.Minute).Truncate(time.Minute)
	today := room.Snapshot{
		Day: room.Day{Date: room.DateOf(now.In(zone)), Rooms: []room.Room{{ID: "1", Name: "Aurora"}, {ID: "2", Name: "Borealis"}},
			Bookings: []room.Booking{{ID: "a", RoomID: "2", Start: now.Add(-time.Hour), End: ends}}},
		Reading: room.Reading{At: now.Add(-20 * time.Minute)},
	}
	watches := []room.Watch{{RoomID: "2"}, {RoomID: "2", BookingID: "a"}, {RoomID: "no such room"}, {RoomID: "1"}}
	want := []tray.WatchedRoom{{ID: "2", Name: "Borealis", Status: room.InUse, Until: ends.In(zone)}, {ID: "1", Name: "Aurora", Status: room.Free}}
	for _, off := range []bool{false, true} {
		got := watched(today, agent.RoomSettings{Off: off, Every: time.Minute, Zone: zone, Watches: watches})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("polling off %v (-want +got):\n%s", off, diff)
		}
		if len(got) > 0 && got[0].Until.Location() != zone {
			t.Errorf("the time is one of %v", got[0].Until.Location())
		}
	}
}
