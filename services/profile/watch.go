package profile

import (
	"net/url"
	"strings"
	"time"

	"foyer/services/room"
)

// WatchedText returns the value of RoomsWatched for these watches. Of too many it leaves out the first.
func WatchedText(watches []room.Watch) string {
	all := make([]string, 0, len(watches))
	for _, w := range watches[max(len(watches)-listLimit, 0):] {
		if text := writeWatch(w); len(text) <= textLimit && w.RoomID != "" {
			all = append(all, text)
		}
	}
	return joinList(all)
}

// writeWatch writes a room's ID, or a room's and a booking's with its day and its start, with slashes
// between them.
func writeWatch(w room.Watch) string {
	text := url.PathEscape(w.RoomID)
	if w.BookingID == "" {
		return text
	}
	start := ""
	if !w.Start.IsZero() {
		start = w.Start.UTC().Format(time.RFC3339)
	}
	return strings.Join([]string{text, url.PathEscape(w.BookingID), w.Date.String(), start}, "/")
}

func readWatch(text string) (room.Watch, bool) {
	parts := strings.Split(text, "/")
	id, err := url.PathUnescape(parts[0])
	if err != nil || id == "" {
		return room.Watch{}, false
	}
	w := room.Watch{RoomID: id}
	if len(parts) == 1 {
		return w, true
	}
	if len(parts) != len([...]string{"room", "booking", "day", "start"}) {
		return room.Watch{}, false
	}
	if w.BookingID, err = url.PathUnescape(parts[1]); err != nil || w.BookingID == "" {
		return room.Watch{}, false
	}
	if w.Date, err = room.ParseDate(parts[2]); err != nil {
		return room.Watch{}, false
	}
	if parts[3] != "" {
		if w.Start, err = time.Parse(time.RFC3339, parts[3]); err != nil {
			return room.Watch{}, false
		}
	}
	return w, true
}
