package tray

import (
	"time"

	"foyer/services/agent"
	"foyer/services/room"
	"foyer/ui/text"
)

// watchedRooms is how many watched rooms the menu has.
const watchedRooms = 5

// Rooms is what the tray says of the meeting rooms.
type Rooms struct {
	// Free of All rooms are free at this moment. Stale says that this is old, Unread that it was never
	// known, and Failed that it was tried in vain.
	Free, All             int
	Stale, Unread, Failed bool
	// Watched are the rooms that the user watches.
	Watched []WatchedRoom
}

// WatchedRoom is a line of the menu. A click shows the board there.
type WatchedRoom struct {
	ID     string
	Name   string
	Status room.Status
	// Until is when that ends, in the office's zone; zero for not as far as is known.
	Until time.Time
}

func (r Rooms) summary(words *text.Catalogue) string {
	switch {
	case r.Unread && r.Failed:
		return words.T("rooms-tray.unreadable")
	case r.Unread:
		return words.T("tray.rooms-unread")
	case r.Stale:
		return words.T("tray.rooms-stale", "Free", r.Free, "All", r.All)
	default:
		return words.T("tray.rooms-free", "Free", r.Free, "All", r.All)
	}
}

// tip is the summary as the tooltip has it, where nothing else says that it is about rooms.
func (r Rooms) tip(words *text.Catalogue) string {
	if r.Unread || r.Stale {
		return words.T("tray.rooms-tip-old", "Summary", r.summary(words))
	}
	return words.T("tray.rooms-tip", "Free", r.Free, "All", r.All)
}

func roomItems(words *text.Catalogue, r Rooms) []Item {
	items := []Item{{Label: words.T("tray.rooms", "Summary", r.summary(words)), Action: Action{Verb: Show, Page: agent.PageRooms}}}
	for _, w := range r.Watched[:min(len(r.Watched), watchedRooms)] {
		label := words.T("tray.room", "Name", Shorten(w.Name, longestName), "Status", w.status(words))
		items = append(items, Item{Label: label, Action: Action{Verb: Show, Page: agent.PageRooms + "/" + w.ID}})
	}
	return items
}

// status is a word for the room and until when it holds. The shape before it is a character, since the
// desktop draws the menu.
func (w WatchedRoom) status(words *text.Catalogue) string {
	plain, until := "tray.room-unknown", "tray.room-unknown"
	switch w.Status {
	case room.Free:
		plain, until = "tray.room-free", "tray.room-free-until"
	case room.Soon:
		plain, until = "tray.room-soon", "tray.room-soon-until"
	case room.InUse:
		plain, until = "tray.room-in-use", "tray.room-in-use-until"
	case room.Booked, room.Unknown:
	}
	if w.Until.IsZero() {
		return words.T(plain)
	}
	return words.T(until, "Until", words.Clock(w.Until))
}

// RoomNotice says what happened to a room or a booking that is watched.
func RoomNotice(words *text.Catalogue, a room.Alert, zone *time.Location) Notice {
	clock := func(t time.Time) string { return words.Clock(t.In(zone)) }
	n := Notice{Choices: []Choice{{Label: words.T("tray.look"), Action: Action{Verb: Show, Page: agent.PageRooms + "/" + a.Room.ID}}}}
	if a.Kind == room.BecameFree {
		n.Title = words.T("tray.became-free", "Room", a.Room.Name)
		n.Body = words.T("tray.room-free")
		if !a.Until.IsZero() {
			n.Body = words.T("tray.room-free-until", "Until", clock(a.Until))
		}
		return n
	}
	title, start := words.T("tray.a-booking"), ""
	if a.Booking != nil {
		if !a.Booking.Private && a.Booking.Title != "" {
			title = Shorten(a.Booking.Title, longestName)
		}
		start = clock(a.Booking.Start)
	}
	switch a.Kind {
	case room.Starting:
		n.Title = words.T("tray.starts", "Booking", title)
	case room.BookingMoved:
		n.Title = words.T("tray.moved", "Booking", title)
	default:
		n.Title = words.T("tray.gone", "Booking", title)
	}
	n.Body = words.T("tray.where", "Room", a.Room.Name, "Start", start)
	return n
}
