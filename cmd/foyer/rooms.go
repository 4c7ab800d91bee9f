package main

import (
	"strconv"
	"strings"
	"time"

	"foyer/services/fault"
	"foyer/services/room"
)

type roomsCommands struct {
	List roomsListCommand `cmd:"" help:"${rooms_list}"`
	Show roomsShowCommand `cmd:"" help:"${rooms_show}"`
	Now  roomsNowCommand  `cmd:"" help:"${rooms_now}"`
	Free roomsFreeCommand `cmd:"" help:"${rooms_free}"`
}

// roomJSON is a room as JSON.
type roomJSON struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Capacity  int      `json:"capacity,omitempty"` // only if it is known
	Place     string   `json:"place,omitempty"`
	Equipment []string `json:"equipment,omitempty"`
}

func roomOf(r room.Room) roomJSON {
	return roomJSON{ID: r.ID, Name: r.Name, Capacity: r.Capacity, Place: r.Place, Equipment: r.Equipment}
}

// bookingJSON is a booking as JSON.
type bookingJSON struct {
	ID         string   `json:"id,omitempty"`
	Title      string   `json:"title"`
	Start      string   `json:"start"` // RFC 3339, UTC
	End        string   `json:"end"`
	EndUnknown bool     `json:"endUnknown,omitempty"`
	AllDay     bool     `json:"allDay,omitempty"`
	Organizer  string   `json:"organizer,omitempty"`
	People     []string `json:"people,omitempty"`
	Private    bool     `json:"private"`
}

func bookingOf(b room.Booking) bookingJSON {
	j := bookingJSON{ID: b.ID, Title: b.Title, Start: stamp(b.Start), End: stamp(b.End), EndUnknown: b.EndUnknown, AllDay: b.AllDay,
		Organizer: personOf(b.Organizer), Private: b.Private}
	for _, p := range b.People {
		j.People = append(j.People, personOf(p))
	}
	return j
}

// personOf writes somebody as mail programs do.
func personOf(p room.Person) string {
	if p.Name == "" || p.Email == "" || p.Name == p.Email {
		return p.String()
	}
	return p.Name + " <" + p.Email + ">"
}

// seats writes how many people fit into a room, nothing when nobody knows.
func seats(r room.Room) string {
	if r.Capacity == 0 {
		return ""
	}
	return strconv.Itoa(r.Capacity)
}

type roomsListCommand struct{ serviceFlag }

// Run lists the rooms.
func (c roomsListCommand) Run(a *app) error {
	return a.withRooms(c.serviceFlag, func(r *roomReader) error {
		s, down := r.day(room.DateOf(r.now))
		if fault.KindOf(down) == fault.Faulty && r.source != nil {
			// A server that cannot say what is booked may still know its rooms.
			if rooms, err := r.source.Rooms(r.ctx); err == nil {
				s, down = room.Snapshot{Day: room.Day{Date: s.Date, Rooms: rooms}}, nil
			}
		}
		show, verdict := r.shown(s.At, down)
		if !show {
			return verdict
		}
		rows, list := [][]string{}, []roomJSON{}
		for _, l := range room.NewBoard(s, r.now, r.zone, room.Options{}).Lines {
			list = append(list, roomOf(l.Room))
			rows = append(rows, []string{l.Room.Name, seats(l.Room), l.Room.Place, strings.Join(l.Room.Equipment, ", ")})
		}
		r.unreadable(s.Unreadable)
		if a.JSON {
			return firstOf(a.document(list), verdict)
		}
		return firstOf(a.table(rows), verdict)
	})
}

// firstOf returns the first error.
func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

type roomsNowCommand struct{ serviceFlag }

// nowJSON is what a room is at this moment.
type nowJSON struct {
	Room   roomJSON     `json:"room"`
	Status room.Status  `json:"status"`
	Until  string       `json:"until,omitempty"`
	Now    *bookingJSON `json:"now,omitempty"`
	Next   *bookingJSON `json:"next,omitempty"`
}

// Run says what each room is now.
func (c roomsNowCommand) Run(a *app) error {
	return a.withRooms(c.serviceFlag, func(r *roomReader) error {
		s, down := r.day(room.DateOf(r.now))
		show, verdict := r.shown(s.At, down)
		if !show {
			return verdict
		}
		rows, list := [][]string{}, []nowJSON{}
		for _, l := range room.NewBoard(s, r.now, r.zone, room.Options{}).Lines {
			n := nowJSON{Room: roomOf(l.Room), Status: l.Status, Until: stamp(l.Until), Now: r.about(l.Now), Next: r.about(l.Next)}
			list = append(list, n)
			rows = append(rows, []string{l.Room.Name, seats(l.Room), r.status(l)})
		}
		r.unreadable(s.Unreadable)
		if a.JSON {
			return firstOf(a.document(list), verdict)
		}
		return firstOf(a.table(rows), verdict)
	})
}

// about returns a booking as JSON, nil for none.
func (r *roomReader) about(b *room.Booking) *bookingJSON {
	if b == nil {
		return nil
	}
	j := bookingOf(r.veiled(*b))
	return &j
}

// veiled hides what private bookings are about, where the settings say so.
func (r *roomReader) veiled(b room.Booking) room.Booking {
	if r.hides() {
		return b.Veiled()
	}
	return b
}

func (r *roomReader) hides() bool { return r.office.settings.values().Rooms.HidePrivate }

// status says in words what a room is.
func (r *roomReader) status(l room.Line) string {
	if l.Status == room.Unknown || l.Until.IsZero() {
		return r.words.T("cli.rooms." + string(l.Status))
	}
	key := "cli.rooms." + string(l.Status) + "-until"
	if l.Guess {
		key = "cli.rooms.in-use-about"
	}
	return r.words.T(key, "Time", r.moment(l.Until))
}

// rfc3339 reads a time for machines.
func rfc3339(text string, zone *time.Location) (time.Time, bool) {
	t, err := time.Parse(time.RFC3339, strings.TrimSpace(text))
	return t.In(zone), err == nil
}
