package demo

import (
	"fmt"
	"math/rand/v2"
	"time"
)

// Numbers of rooms that matter here.
const (
	estuary    = 4
	granite    = 6
	firstTokyo = 10
)

// special are the rooms of one day that have something special in them; all four differ.
type special struct{ allDay, double, night, private int }

func specialOf(day time.Time) special {
	rooms := len(office.Rooms)
	n := dayNumber(day) * 5
	if day.Weekday() == time.Tuesday && n%rooms == estuary {
		n++ // Monday's booking over midnight is there
	}
	s := special{allDay: n % rooms, double: (n + 1) % rooms, night: (n + 3) % rooms, private: (n + 4) % rooms}
	if day.Weekday() == time.Sunday && s.night == granite {
		s.night = (s.night + 3) % rooms // Monday's booking of the whole day is there
	}
	return s
}

// invented makes the bookings of a day that is no Monday.
func invented(day time.Time) []planned {
	r, s := chance(day), specialOf(day)
	weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
	var all []planned
	for room := range office.Rooms {
		switch {
		case room == s.allDay:
			all = append(all, meeting(r, room, 0, 24*60))
		case room == s.double:
			all = append(all, meeting(r, room, 10*60, 90), meeting(r, room, 11*60, 75))
		case room == s.private:
			p := meeting(r, room, 9*60+30*r.IntN(12), 60)
			p.Private = true
			all = append(all, p)
		case !weekend:
			all = append(all, filled(r, room)...)
		case r.IntN(3) == 0:
			all = append(all, meeting(r, room, 9*60+30*r.IntN(10), 120))
		}
		if room == s.night {
			all = append(all, meeting(r, room, 22*60+30, 180))
		}
	}
	return all
}

// filled makes a room's working day, with gaps and without overlaps.
func filled(r *rand.Rand, room int) []planned {
	var all []planned
	gaps := []int{0, 0, 15, 30, 45, 60, 60, 90, 120, 180}
	lengths := []int{30, 30, 45, 60, 60, 60, 90, 90, 120, 150}
	for start := 8*60 + 30*r.IntN(4); ; {
		start += gaps[r.IntN(len(gaps))]
		length := lengths[r.IntN(len(lengths))]
		if start+length > 19*60 {
			return all
		}
		all = append(all, meeting(r, room, start, length))
		start += length
	}
}

// meeting makes one booking; start and length are in minutes.
func meeting(r *rand.Rand, room, start, length int) planned {
	titles := office.Titles
	if room >= firstTokyo {
		titles = office.TitlesTokyo
	}
	return planned{
		Room:      room,
		From:      clock(start),
		To:        clock(start + length),
		Title:     titles[r.IntN(len(titles))],
		Organizer: r.IntN(len(office.People)),
		Others:    1 + r.IntN(max(1, office.Rooms[room].Capacity-1)),
		Private:   r.IntN(15) == 0,
	}
}

func clock(m int) string { return fmt.Sprintf("%02d:%02d", m/60, m%60) }
