package chatmessenger

import (
	"encoding/json"

	"foyer/services/room"
)

// decoded is a decoded answer, with what only the rooms' board needs.
type decoded struct {
	found Rooms
	// people are those of all bookings, in their order.
	people []parties
	// unknown are the ids of rooms whose bookings could not be read at all.
	unknown []string
	// scraps are some of the entries that could not be read.
	scraps []room.Scrap
}

// parties are who booked and who takes part.
type parties struct {
	owner   room.Person
	members []room.Person
}

// maxScrap is how large an entry that could not be read may be for its text to be kept, in bytes.
const maxScrap = 16 << 10

// miss counts an entry that could not be read.
func (x *decoder) miss(value json.RawMessage) {
	x.unreadable++
	if len(x.scraps) >= room.MaxScraps {
		return
	}
	scrap := room.Scrap{RoomID: x.in}
	if len(value) <= maxScrap {
		scrap.Raw = append(json.RawMessage(nil), value...)
	}
	x.scraps = append(x.scraps, scrap)
}

// booked reads the bookings of a room. If there are some and none can be read, nobody knows when the room
// is free.
func (x *decoder) booked(id string, value json.RawMessage) []Booking {
	x.in = id
	before := x.unreadable
	all := x.bookings(value, "", "", deepest)
	if len(all) == 0 && x.unreadable > before {
		x.unknown = append(x.unknown, id)
	}
	return all
}
