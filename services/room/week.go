package room

import "time"

// Week returns the seven days of the week that a day is in, from the weekday that weeks begin with.
func (d Date) Week(begin time.Weekday) (week [7]Date) {
	first := d.AddDays(-(int(d.Weekday()-begin) + 7) % 7)
	for i := range week {
		week[i] = first.AddDays(i)
	}
	return week
}

// In returns how full the day is in the rooms that a filter chooses, without regard to FreeNow.
func (d DayUse) In(f Filter) Use {
	only := DayUse{Date: d.Date}
	words := want(f.Words)
	for i := range d.Rooms {
		if f.chooses(&d.Rooms[i].Room, words) {
			only.take(d.Rooms[i].Use)
		}
	}
	return only.Use
}
