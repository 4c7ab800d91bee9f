package demo

import "time"

// times writes when a booking begins and ends.
//
// undocumented: all of it, A.3.
func (s shaper) times(b Booking, m members) {
	start, end := b.Start.In(s.zone), b.End.In(s.zone)
	switch s.Times {
	case TimesISO:
		m["start"], m["end"] = start.Format(time.RFC3339), end.Format(time.RFC3339)
	case TimesSlash:
		m["start"], m["end"] = start.Format("2006/01/02 15:04"), end.Format("2006/01/02 15:04")
	case TimesHHMM:
		m["startTime"], m["endTime"] = start.Format("15:04"), end.Format("15:04")
		if end.Equal(dayOf(end)) {
			m["endTime"] = "24:00"
		}
		if s.Shape != ShapeByDate { // else the day is the key
			m["date"] = start.Format("20060102")
		}
	default:
		m["start"], m["end"] = start.UnixMilli(), end.UnixMilli()
	}
}
