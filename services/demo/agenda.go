package demo

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strconv"
	"time"
)

// A day's bookings are made from its date alone, so that they are the same whenever and however
// often somebody asks. Each day has a double booking, a booking of the whole day, one over midnight
// and one that is private. Mondays are all the same.

// Rooms returns the conference rooms.
func (o *Office) Rooms() []Room {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if o.state.Data != nil {
		return slices.Clone(o.state.Data.Rooms)
	}
	return slices.Clone(office.Rooms)
}

// Bookings returns what is booked between two points in time, in the order of rooms and of starts.
func (o *Office) Bookings(from, to time.Time) []Booking {
	o.mutex.Lock()
	set := o.state.Data
	o.mutex.Unlock()
	var all []Booking
	if set != nil {
		all = slices.Clone(set.Bookings)
	} else {
		for day := dayOf(from.In(o.zone)).AddDate(0, 0, -1); day.Before(to); day = day.AddDate(0, 0, 1) {
			all = append(all, bookingsOf(day)...)
		}
	}
	all = slices.DeleteFunc(all, func(b Booking) bool { return !b.Start.Before(to) || !b.End.After(from) })
	slices.SortStableFunc(all, func(a, b Booking) int { return a.Start.Compare(b.Start) })
	return all
}

func dayOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// bookingsOf makes what begins on a day.
func bookingsOf(day time.Time) []Booking {
	plan := planOf(day)
	all := make([]Booking, len(plan))
	for i, p := range plan {
		all[i] = p.on(day, i)
	}
	return all
}

// on makes the booking of one day.
func (p planned) on(day time.Time, number int) Booking {
	h := fnv.New64a()
	h.Write([]byte(day.Format(time.DateOnly) + "/" + strconv.Itoa(number))) //nolint:errcheck // a hash never fails
	b := Booking{
		ID:        strconv.FormatUint(1_000_000_000_000_000_000+h.Sum64()%900_000_000_000_000_000, 10),
		Room:      office.Rooms[p.Room].ID,
		Title:     p.Title,
		Start:     at(day, p.From),
		End:       at(day, p.To),
		AllDay:    p.From == "00:00" && p.To == "24:00",
		Organizer: office.People[p.Organizer].Address,
		Private:   p.Private,
	}
	for n := range p.Others {
		b.People = append(b.People, office.People[(p.Organizer+1+n)%len(office.People)].Address)
	}
	return b
}

// at is a time of day such as 25:30.
func at(day time.Time, clock string) time.Time {
	m := minutes(clock)
	return time.Date(day.Year(), day.Month(), day.Day(), m/60, m%60, 0, 0, day.Location())
}

func minutes(clock string) int {
	hours, err := strconv.Atoi(clock[:2])
	rest, err2 := strconv.Atoi(clock[3:])
	if err != nil || err2 != nil {
		panic("office.json: " + clock)
	}
	return hours*60 + rest
}

func planOf(day time.Time) []planned {
	if day.Weekday() == time.Monday {
		return office.Monday
	}
	return invented(day)
}

// chance makes the same numbers for the same day.
func chance(day time.Time) *rand.Rand {
	return rand.New(rand.NewPCG(uint64(dayNumber(day)), 12))
}

// dayNumber counts days in any zone alike.
func dayNumber(day time.Time) int {
	return int(time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}
