package room

import (
	"slices"
	"time"
)

// monthUse counts how full the days of a month are.
type monthUse struct {
	days []DayUse
	// bounds are the starts of the days and the end of the last one; from and to their working hours.
	bounds, from, to []time.Time
	// reached is until when a room's working hours are counted on each day.
	reached []time.Time
}

func newMonthUse(month Month, zone *time.Location, h Hours, rooms int) *monthUse {
	dates := month.Days()
	m := &monthUse{days: make([]DayUse, len(dates)), reached: make([]time.Time, len(dates))}
	all := make([]LineUse, len(dates)*rooms)
	for i, date := range dates {
		m.days[i] = DayUse{Date: date, Rooms: all[i*rooms : (i+1)*rooms : (i+1)*rooms]}
		m.bounds = append(m.bounds, date.Start(zone))
		m.from, m.to = append(m.from, date.At(h.From, zone)), append(m.to, date.At(h.To, zone))
	}
	m.bounds = append(m.bounds, month.Last().End(zone))
	return m
}

// add counts a room, the n-th of all. Its bookings are by their start.
func (m *monthUse) add(n int, r *roomBookings, known bool) {
	for i := range m.days {
		use := &m.days[i].Rooms[n]
		use.Room, use.Known, use.Of = *r.room, known, m.to[i].Sub(m.from[i])
		m.reached[i] = m.from[i]
	}
	for _, b := range r.bookings {
		i, found := slices.BinarySearchFunc(m.bounds, b.Start, time.Time.Compare)
		if !found {
			i = max(i-1, 0) // What began on an earlier day, or in an earlier month.
		}
		for ; i < len(m.days) && m.bounds[i].Before(b.End); i++ {
			m.book(i, &m.days[i].Rooms[n].Use, b)
		}
	}
	for i := range m.days {
		m.days[i].take(m.days[i].Rooms[n].Use)
	}
}

// book counts a booking on a day.
func (m *monthUse) book(day int, use *Use, b *Booking) {
	use.Bookings++
	start, end := b.Start, b.End
	if start.Before(m.reached[day]) {
		start = m.reached[day]
	}
	if end.After(m.to[day]) {
		end = m.to[day]
	}
	if end.After(start) {
		use.Booked += end.Sub(start)
		m.reached[day] = end
	}
}

// take adds a room's use to that of the day.
func (d *DayUse) take(u Use) {
	d.Bookings += u.Bookings
	if u.Known {
		d.Known = true
		d.Booked += u.Booked
		d.Of += u.Of
	}
}
