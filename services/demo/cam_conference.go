package demo

import (
	"regexp"
	"time"
)

// conferenceMaster is A.2.5: getConferenceMaster, and getConferenceRooms, of which only the name is
// documented.
func (o *Office) conferenceMaster(c camCall) (any, []refusal) {
	return map[string]any{string(StatusRooms): o.shape(c.form).rooms(o.Rooms(), nil)}, nil
}

// period is a month or a day.
var period = regexp.MustCompile(`^[0-9]{6}([0-9]{2})?$`)

// conferenceStatus is A.2.5: the bookings of a month or of a day, or the list of rooms.
//
// undocumented: the argument's name, so it is the only one that looks like a period, and what is
// refused.
func (o *Office) conferenceStatus(c camCall) (any, []refusal) {
	var asked string
	for _, value := range c.args.all() {
		if asked = value; period.MatchString(value) {
			break
		}
	}
	s := o.shape(c.form)
	var rooms any
	if asked == "" {
		rooms = s.rooms(o.Rooms(), nil)
	} else {
		from, to, ok := o.parsePeriod(asked)
		if !ok {
			return nil, []refusal{{"yyyyMMdd", "period", "neither yyyyMM nor yyyyMMdd: " + asked}}
		}
		bookings := o.Bookings(from, to)
		if bookings == nil {
			bookings = []Booking{}
		}
		rooms = s.rooms(o.Rooms(), bookings)
	}
	switch c.form.StatusKey {
	case StatusNested:
		return map[string]any{string(StatusStatus): map[string]any{string(StatusRooms): rooms}}, nil
	default:
		return map[string]any{string(c.form.StatusKey): rooms}, nil
	}
}

func (o *Office) parsePeriod(text string) (from, to time.Time, ok bool) {
	if !period.MatchString(text) {
		return from, to, false
	}
	layout, months, days := "200601", 1, 0
	if len(text) == len("20060102") {
		layout, months, days = "20060102", 0, 1
	}
	from, err := time.ParseInLocation(layout, text, o.zone)
	return from, from.AddDate(0, months, days), err == nil
}
