package tray

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/agent"
	"foyer/services/room"
)

func at(hour, minute int) time.Time { return time.Date(2026, 11, 23, hour, minute, 0, 0, time.UTC) }

func TestTheMenuSaysHowManyRoomsAreFreeAndHowTheWatchedOnesAre(t *testing.T) {
	rooms := &Rooms{Free: 7, All: 12, Watched: []WatchedRoom{
		{ID: "1", Name: "Aurora", Status: room.Free, Until: at(14, 0)},
		{ID: "2", Name: "Borealis", Status: room.InUse, Until: at(13, 5)},
		{ID: "3", Name: "Cedar", Status: room.Free},
		{ID: "4", Name: "Delta", Status: room.Soon, Until: at(9, 30)},
		{ID: "5", Name: "Ember", Status: room.Unknown, Until: at(9, 30)},
		{ID: "6", Name: "Fjord", Status: room.Free},
	}}
	menu := Menu(english(t), State{Rooms: rooms})
	want := []string{"Paste space info", "New link…", "", "All links…", "", "Rooms: 7 of 12 free…",
		"Aurora: ○ free until 14:00", "Borealis: ● in use until 13:05", "Cedar: ○ free", "Delta: ◐ free until 09:30", "Ember: – not known",
		"", "Send message…", "Invite participants…", "", "Open Foyer", "Settings…", "Quit"}
	if diff := cmp.Diff(want, labelsOf(menu)); diff != "" {
		t.Errorf("menu (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Action{Verb: Show, Page: agent.PageRooms + "/2"}, menu[7].Action); diff != "" {
		t.Errorf("a watched room (-want +got):\n%s", diff)
	}
}

func TestOldRoomsAreNotCalledFresh(t *testing.T) {
	words := english(t)
	for _, c := range []struct {
		rooms   Rooms
		health  Health
		label   string
		tooltip string
	}{
		{Rooms{Free: 7, All: 12}, Well, "Rooms: 7 of 12 free…", "Foyer: 7 of 12 rooms free"},
		{Rooms{Free: 7, All: 12, Stale: true}, Stale, "Rooms: 7 of 12 free when last read…", "Foyer: rooms: 7 of 12 free when last read"},
		{Rooms{Unread: true}, Well, "Rooms: not known yet…", "Foyer: rooms: not known yet"},
		{Rooms{Unread: true, Failed: true}, Stale, "Rooms: cannot be read…", "Foyer: rooms: cannot be read"},
	} {
		s := State{Rooms: &c.rooms}
		if s.Health() != c.health || labelsOf(Menu(words, s))[5] != c.label || Tooltip(words, s) != c.tooltip {
			t.Errorf("%+v: %s, %q, %q", c.rooms, s.Health(), labelsOf(Menu(words, s))[5], Tooltip(words, s))
		}
	}
}

func TestWhatHappenedToAWatchedRoomOrBookingIsToldInWords(t *testing.T) {
	words := english(t)
	aurora := room.Room{ID: "1", Name: "Aurora"}
	review := &room.Booking{Title: "Design review", Start: at(10, 45)}
	secret := &room.Booking{Title: "Salaries", Start: at(10, 45), Private: true}
	look := []Choice{{Label: "Look", Action: Action{Verb: Show, Page: agent.PageRooms + "/1"}}}
	for _, c := range []struct {
		alert room.Alert
		want  Notice
	}{
		{room.Alert{Kind: room.BecameFree, Room: aurora, Until: at(14, 0)}, Notice{Title: "Aurora is free now", Body: "○ free until 14:00", Choices: look}},
		{room.Alert{Kind: room.BecameFree, Room: aurora}, Notice{Title: "Aurora is free now", Body: "○ free", Choices: look}},
		{room.Alert{Kind: room.Starting, Room: aurora, Booking: review}, Notice{Title: "Design review starts", Body: "Aurora, 10:45", Choices: look}},
		{room.Alert{Kind: room.BookingMoved, Room: aurora, Booking: review}, Notice{Title: "Design review has moved", Body: "Aurora, 10:45", Choices: look}},
		{room.Alert{Kind: room.BookingGone, Room: aurora, Booking: secret}, Notice{Title: "A booking is off the board", Body: "Aurora, 10:45", Choices: look}},
	} {
		if diff := cmp.Diff(c.want, RoomNotice(words, c.alert, time.UTC)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.alert.Kind, diff)
		}
	}
}
