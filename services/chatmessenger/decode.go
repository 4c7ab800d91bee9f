package chatmessenger

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// decoder reads an answer about conference rooms. No form of it is documented, so it takes all that is
// likely, and counts what it cannot read.
type decoder struct {
	Dialect
	zone *time.Location
	// asked is the day that was asked for, for times that name none; "" is none.
	asked string
	// in is the room that is read, "" for none.
	in         string
	unreadable int
	again
	decoded
}

// Rooms decodes an answer about conference rooms. asked is the day or month that it is about, "" for none;
// zone is that of times that name none. It never fails: what cannot be read is counted.
func (d Dialect) Rooms(document json.RawMessage, asked string, zone *time.Location) Rooms {
	return d.decode(document, asked, zone).found
}

func (d Dialect) decode(document json.RawMessage, asked string, zone *time.Location) decoded {
	x := &decoder{Dialect: d, zone: zone}
	if isDay(asked) {
		x.asked = asked
	}
	entries, ok := x.list(document, deepest)
	if !ok && len(document) > 0 {
		x.miss(document)
	}
	for _, e := range entries {
		x.in = ""
		if room, ok := x.room(e); ok {
			x.found.Rooms = append(x.found.Rooms, room)
		} else {
			x.miss(e.value)
		}
	}
	x.found.Unreadable = x.unreadable
	return x.decoded
}

// list finds the rooms: an array, or an object with the rooms' ids as names; as they are, or below one
// of the names of lists, which may be inside of one another. An answer with such a name and nothing
// below it, or without any member, has no rooms.
func (x *decoder) list(document json.RawMessage, depth int) (object, bool) {
	if all, ok := elements(document); ok {
		return unnamed(all), true
	}
	o, ok := members(document)
	if !ok || depth == 0 {
		return nil, isNull(document)
	}
	empty := len(o) == 0
	for _, name := range x.Room.List {
		for _, m := range o {
			if !strings.EqualFold(m.name, name) {
				continue
			}
			entries, ok := x.list(m.value, depth-1)
			if ok && len(entries) > 0 {
				return entries, true
			}
			empty = empty || ok
		}
	}
	switch {
	case empty:
		return nil, true
	case x.isRoom(o):
		return object{{value: document}}, true
	case depth < deepest || o.allAre('{'):
		return o, true
	default:
		return nil, false
	}
}

// isRoom reports whether the object is a room itself, and no list of rooms.
func (x *decoder) isRoom(o object) bool {
	_, ok := o.text(x.Room.Name)
	return ok
}

// allAre reports whether every value begins so.
func (o object) allAre(bracket byte) bool {
	for _, m := range o {
		if value := bytes.TrimSpace(m.value); len(value) == 0 || value[0] != bracket {
			return false
		}
	}
	return len(o) > 0
}

func unnamed(values []json.RawMessage) object {
	all := make(object, len(values))
	for i, v := range values {
		all[i].value = v
	}
	return all
}

func (x *decoder) room(e member) (Room, bool) {
	if _, ok := elements(e.value); ok && e.name != "" { // a room's bookings alone
		return Room{ID: e.name, Name: e.name, Bookings: x.booked(e.name, e.value), Raw: e.value}, true
	}
	o, ok := members(e.value)
	if !ok {
		return Room{}, false
	}
	r := Room{ID: e.name, Raw: e.value}
	if id, ok := o.text(x.Room.ID); ok {
		r.ID = id
	}
	r.Name, _ = o.text(x.Room.Name)
	switch {
	case r.Name == "" && r.ID == "":
		return Room{}, false
	case r.Name == "":
		r.Name = r.ID
	case r.ID == "":
		r.ID = idOf(r.Name)
	}
	seats, _ := o.text(x.Room.Capacity)
	r.Capacity = digits(seats)
	r.Place, _ = o.text(x.Room.Place)
	r.Note, _ = o.text(x.Room.Note)
	if value, ok := o.first(x.Room.Equipment, isAny); ok {
		r.Equipment = x.things(value)
	}
	r.Color, _ = o.text(x.Room.Color)
	order, _ := o.text(x.Room.Order)
	r.Order = digits(order)
	r.Hidden = o.flag(x.Room.Hidden, x.Room.Shown)
	if value, ok := o.first(x.Room.Bookings, isAny); ok {
		r.Bookings = x.booked(r.ID, value)
	}
	return r, true
}

// madeID begins the ids that idOf makes.
const madeID = "name-"

// idOf makes an id for a room that has none, which stays the same as long as its name does.
func idOf(name string) string {
	h := fnv.New64a()
	h.Write([]byte(name))
	return fmt.Sprintf(madeID+"%016x", h.Sum64())
}

var eightDigits = regexp.MustCompile(`^\d{8}$`)

// isDay reports whether text is a day such as 20190801.
func isDay(text string) bool {
	_, err := time.Parse("20060102", text)
	return eightDigits.MatchString(text) && err == nil
}

func isAny(json.RawMessage) bool { return true }

// flag reports whether one of the first names is true, or one of the second is false.
func (o object) flag(on, off Names) bool {
	_, isOn := o.first(on, isTrue)
	_, isOff := o.first(off, isFalse)
	return isOn || isOff
}

var amount = regexp.MustCompile(`^[^\d-]*(\d{1,6})(?:\D|$)`)

// digits reads the first number in a text such as "10名", also in wide digits; 0 without one.
func digits(text string) int {
	narrow := strings.Map(func(r rune) rune {
		if '０' <= r && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, text)
	if parts := amount.FindStringSubmatch(narrow); parts != nil {
		n, _ := strconv.Atoi(parts[1]) // at most six digits
		return n
	}
	return 0
}
