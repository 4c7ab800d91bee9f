package profile

import (
	"time"

	"foyer/services/room"
)

// Rooms is how the meeting rooms are read and shown.
type Rooms struct {
	// Polling says that the current day is read again and again, Poll how often: 15 seconds to 15 minutes.
	Polling bool
	Poll    time.Duration
	// Zone is the name of the zone in which the office's day begins and which its server means; "" is the
	// local one. It can be loaded.
	Zone string
	// Watched are the rooms and bookings to tell of.
	Watched []room.Watch
	// HidePrivate leaves out what private bookings are about.
	HidePrivate bool
	// Filter is what the page chose rooms by last, as the page writes it.
	Filter string
	// Zoom is how many minutes a column of the day stands for, 15 to 120.
	Zoom int
	// Tell tells whether to notify of what is watched.
	Tell bool
}

// Location returns the office's zone.
func (r Rooms) Location() *time.Location {
	if r.Zone == "" {
		return time.Local
	}
	zone, err := time.LoadLocation(r.Zone)
	if err != nil {
		return time.Local // it was there when the settings were read
	}
	return zone
}

func rooms(values map[string]string) Rooms {
	r := Rooms{
		Polling:     values[RoomsPolling] == "true",
		Poll:        seconds(values[RoomsPoll]),
		Zone:        values[RoomsZone],
		HidePrivate: values[RoomsHidePrivate] == "true",
		Filter:      values[RoomsFilter],
		Zoom:        number(values[RoomsZoom]),
		Tell:        values[NotifyRooms] == "true",
	}
	for _, text := range splitList(values[RoomsWatched]) {
		if w, ok := readWatch(text); ok {
			r.Watched = append(r.Watched, w)
		}
	}
	return r
}

// readZone returns the name of a zone, "" for the local one, and whether this computer knows it.
func readZone(value string) (string, bool) {
	if value == "" || value == "Local" {
		return "", true
	}
	_, err := time.LoadLocation(value)
	return value, err == nil && len(value) <= textLimit
}
