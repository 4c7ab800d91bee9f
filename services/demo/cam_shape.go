package demo

import (
	"strconv"
	"time"
)

// shaper writes rooms and bookings in one form.
//
// undocumented: all members of rooms and of bookings, and the form of both, A.3. The names chosen
// here follow the rest of the vendor's API: camelCase, ids as text, users by e-mail address.
type shaper struct {
	Form
	zone *time.Location
}

func (o *Office) shape(f Form) shaper { return shaper{f, o.zone} }

type members = map[string]any

// rooms writes the rooms, with bookings unless those are nil.
func (s shaper) rooms(rooms []Room, bookings []Booking) any {
	in := map[string][]Booking{}
	for _, b := range bookings {
		in[b.Room] = append(in[b.Room], b)
	}
	all := make([]any, 0, len(rooms)+2)
	keys := make([]string, 0, len(rooms)+2)
	for i, r := range rooms {
		m := room(r, i+1)
		if bookings != nil {
			m["reservedSchedules"] = s.schedules(in[r.ID], s.Unreadable && i < 2)
		}
		all, keys = append(all, m), append(keys, r.ID)
	}
	if s.Unreadable && bookings == nil {
		all, keys = append(all, nil, "?"), append(keys, "unreadable-1", "unreadable-2")
	}
	if s.Shape == ShapeMap {
		return keyed(keys, all)
	}
	return all
}

// keyed makes an object of things that have their id as key, and not inside.
func keyed(keys []string, all []any) members {
	object := members{}
	for i, v := range all {
		if m, ok := v.(members); ok {
			delete(m, "id")
		}
		object[keys[i]] = v
	}
	return object
}

func room(r Room, order int) members {
	m := members{"id": r.ID, "name": r.Name, "order": order}
	if r.Capacity > 0 {
		m["capacity"] = r.Capacity
	}
	if r.Place != "" {
		m["place"] = r.Place
	}
	if len(r.Equipment) > 0 {
		m["equipment"] = r.Equipment
	}
	if r.Note != "" {
		m["note"] = r.Note
	}
	return m
}

// schedules writes the bookings of one room, and one more that nobody can read if so asked.
func (s shaper) schedules(bookings []Booking, unreadable bool) any {
	all := make([]any, 0, len(bookings)+1)
	keys := make([]string, 0, len(bookings)+1)
	days := map[string][]any{}
	add := func(key, day string, v any) {
		all, keys = append(all, v), append(keys, key)
		days[day] = append(days[day], v)
	}
	for _, b := range bookings {
		add(b.ID, b.Start.In(s.zone).Format("20060102"), s.schedule(b))
	}
	if unreadable {
		add("unreadable-"+strconv.Itoa(len(bookings)), "19700101", members{"id": "?", "title": "?", "start": "soon"})
	}
	switch s.Shape {
	case ShapeMap:
		return keyed(keys, all)
	case ShapeByDate:
		return days
	default:
		return all
	}
}

func (s shaper) schedule(b Booking) members {
	m := members{"id": b.ID, "title": b.Title, "allDay": b.AllDay, "isPrivate": b.Private}
	s.times(b, m)
	if b.Organizer != "" {
		m["createUserId"] = uid(b.Organizer)
		m["createUserName"] = nameOf(b.Organizer)
	}
	if len(b.People) > 0 {
		m["members"] = b.People
	}
	return m
}

func nameOf(address string) string {
	for _, p := range office.People {
		if p.Address == address {
			return p.Name
		}
	}
	return address
}
