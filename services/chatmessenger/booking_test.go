package chatmessenger

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// zone is a time zone of the tests.
func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// schedules decodes the bookings of one room on 2019-08-01 in Tokyo.
func schedules(t *testing.T, bookings string) Rooms {
	t.Helper()
	got := DefaultDialect().Rooms(json.RawMessage(`{"conferenceRooms":[{"id":"1","name":"Small","reservedSchedules":`+bookings+`}]}`), "20190801", zone(t, "Asia/Tokyo"))
	if len(got.Rooms) != 1 {
		t.Fatalf("%s: %+v", bookings, got)
	}
	return got
}

func TestATimeIsReadInEveryForm(t *testing.T) {
	tokyo := zone(t, "Asia/Tokyo")
	ten, eleven := time.Date(2019, 8, 1, 10, 0, 0, 0, tokyo), time.Date(2019, 8, 1, 11, 30, 0, 0, tokyo)
	for name, booking := range map[string]string{
		"milliseconds":         `{"start":1564621200000,"end":1564626600000}`,
		"as text":              `{"startTime":"1564621200000","endTime":"1564626600000"}`,
		"seconds":              `{"from":1564621200,"to":1564626600}`,
		"with exponent":        `{"from":1.5646212e9,"to":1.5646266e12}`,
		"12 digits":            `{"begin":201908011000,"until":"201908011130"}`,
		"14 digits":            `{"startDateTime":"20190801100000","endDateTime":20190801113000}`,
		"RFC 3339":             `{"start":"2019-08-01T01:00:00Z","end":"2019-08-01T11:30:00+09:00"}`,
		"with milliseconds":    `{"start":"2019-08-01T01:00:00.000Z","end":"2019-08-01T11:30:00.000+0900"}`,
		"without seconds":      `{"start":"2019-08-01T10:00","end":"2019-08-01T02:30Z"}`,
		"hyphens":              `{"start":"2019-08-01 10:00","end":"2019-08-01 11:30:00"}`,
		"slashes":              `{"start":"2019/8/1 10:00","end":"2019/08/01 11:30"}`,
		"Japanese":             `{"start":"2019年8月1日 10:00","end":"2019年8月1日 11:30"}`,
		"a day, and times":     `{"date":"20190801","startTime":"10:00","endTime":"11:30:00"}`,
		"days and times":       `{"startDate":20190801,"startTime":"10:00","endDate":"2019-08-01","endTime":"11:30"}`,
		"a start's day":        `{"startDate":"2019/08/01","startTime":"10:00","endTime":"11:30"}`,
		"times of the day":     `{"startTime":"10:00","endTime":"11:30"}`,
		"the end a time":       `{"start":"2019-08-01T10:00:00+09:00","end":"11:30"}`,
		"a day in millis":      `{"day":1564585200000,"start":"10:00","end":"11:30"}`,
		"Firestore":            `{"start":{"seconds":1564621200,"nanoseconds":0},"end":{"_seconds":1564626600,"_nanoseconds":0}}`,
		"an object":            `{"start":{"dateTime":"2019-08-01T10:00:00+09:00"},"end":{"date":"2019-08-01 11:30"}}`,
		"an unread name first": `{"start":"soon","startTime":1564621200000,"end":"later","endTime":1564626600000}`,
	} {
		got := schedules(t, "["+booking+"]")
		if got.Unreadable > 0 || len(got.Rooms[0].Bookings) != 1 {
			t.Errorf("%s: %+v", name, got)
			continue
		}
		b := got.Rooms[0].Bookings[0]
		if !b.Start.Equal(ten) || !b.End.Equal(eleven) || b.AllDay || b.EndUnknown || b.Start.Location().String() != "Asia/Tokyo" || b.End.Location() != b.Start.Location() {
			t.Errorf("%s: %v to %v, %+v", name, b.Start, b.End, b)
		}
	}
}

func TestABookingEndsAfterItsStart(t *testing.T) {
	const layout = "2006-01-02 15:04"
	type span struct {
		From, To        string
		Unknown, AllDay bool
	}
	for booking, want := range map[string]span{
		`{"start":"2019-08-01 10:00"}`:                                                        {"2019-08-01 10:00", "2019-08-01 11:00", true, false},
		`{"start":"2019-08-01 10:00","end":"soon"}`:                                           {"2019-08-01 10:00", "2019-08-01 11:00", true, false},
		`{"start":"22:00","end":"24:00"}`:                                                     {"2019-08-01 22:00", "2019-08-02 00:00", false, false},
		`{"start":"22:00","end":"00:00"}`:                                                     {"2019-08-01 22:00", "2019-08-02 00:00", false, false},
		`{"start":"22:00","end":"01:30"}`:                                                     {"2019-08-01 22:00", "2019-08-02 01:30", false, false},
		`{"start":"22:00","end":"25:30"}`:                                                     {"2019-08-01 22:00", "2019-08-02 01:30", false, false},
		`{"start":"2019-08-01 22:00","end":"2019-08-01 24:00"}`:                               {"2019-08-01 22:00", "2019-08-02 00:00", false, false},
		`{"start":"2019/8/1 22:00","end":"2019/8/1T25:30:00"}`:                                {"2019-08-01 22:00", "2019-08-02 01:30", false, false},
		`{"start":"2019-08-01 22:00","end":"2019-08-01 22:00"}`:                               {"2019-08-01 22:00", "2019-08-02 22:00", false, false},
		`{"start":"2019-08-01 22:00","end":"2019-07-01 22:00"}`:                               {"2019-08-01 22:00", "2019-08-01 23:00", true, false},
		`{"start":"2019-08-01 10:00","end":"2019-08-03 12:00"}`:                               {"2019-08-01 10:00", "2019-08-03 12:00", false, false},
		`{"startDate":"20190801","startTime":"10:00","endDate":"20190803","endTime":"12:00"}`: {"2019-08-01 10:00", "2019-08-03 12:00", false, false},
		`{"start":"2019-08-01 10:00","end":"2019-08-03"}`:                                     {"2019-08-01 10:00", "2019-08-04 00:00", false, false},
		`{"start":"20190801"}`:                                                                {"2019-08-01 00:00", "2019-08-02 00:00", false, true},
		`{"start":"20190801","end":"20190801"}`:                                               {"2019-08-01 00:00", "2019-08-02 00:00", false, true},
		`{"start":"20190801","end":"20190803"}`:                                               {"2019-08-01 00:00", "2019-08-04 00:00", false, true},
		`{"start":"20190801","end":"20190703"}`:                                               {"2019-08-01 00:00", "2019-08-02 00:00", false, true},
		`{"date":"2019-08-01","start":"00:00","end":"24:00","allDay":true}`:                   {"2019-08-01 00:00", "2019-08-02 00:00", false, true},
		`{"start":"2019-08-01 09:00","end":"2019-08-01 18:00","isAllDay":1}`:                  {"2019-08-01 00:00", "2019-08-02 00:00", false, true},
		`{"start":"2019-08-01 00:00","end":"2019-08-03 00:00","allDay":"true"}`:               {"2019-08-01 00:00", "2019-08-03 00:00", false, true},
		`{"start":"2019-08-01 09:00","allDay":true}`:                                          {"2019-08-01 00:00", "2019-08-02 00:00", false, true},
	} {
		got := schedules(t, "["+booking+"]")
		if len(got.Rooms[0].Bookings) != 1 {
			t.Errorf("%s: %+v", booking, got)
			continue
		}
		b := got.Rooms[0].Bookings[0]
		if diff := cmp.Diff(want, span{b.Start.Format(layout), b.End.Format(layout), b.EndUnknown, b.AllDay}); diff != "" {
			t.Errorf("%s: %s", booking, diff)
		}
	}
}

func TestWhatIsNoTimeIsNone(t *testing.T) {
	for _, text := range []string{`""`, `"soon"`, `7`, `-1564621200000`, `"25:61"`, `"30:00"`, `"20191301"`, `99999999999999999`, `1e308`, `{}`, `[]`, `true`, `"0000-00-00 00:00:00"`, `"1970-01-01"`, `{"seconds":"x"}`} {
		if got := schedules(t, `[{"start":`+text+`}]`); got.Unreadable != 1 {
			t.Errorf("%s: %+v", text, got.Rooms[0].Bookings)
		}
	}
}

func TestASummerDayHasItsOwnHours(t *testing.T) {
	got := DefaultDialect().Rooms(json.RawMessage(`[{"name":"Small","reserved":[{"date":"20260329","start":"10:00","end":"11:00"}]}]`), "", zone(t, "Europe/Berlin"))
	if b := got.Rooms[0].Bookings[0]; b.Start.Format(time.RFC3339) != "2026-03-29T10:00:00+02:00" {
		t.Errorf("%v", b.Start)
	}
}

func TestBookingsAreFoundInEveryShape(t *testing.T) {
	for name, bookings := range map[string]string{
		"an array":             `[{"id":"7","title":"Plan","startTime":"10:00","endTime":"11:00"}]`,
		"keyed by id":          `{"7":{"subject":"Plan","startTime":"10:00","endTime":"11:00"}}`,
		"by day, arrays":       `{"20190801":[{"scheduleId":7,"name":"Plan","startTime":"10:00","endTime":"11:00"}]}`,
		"by day, objects":      `{"20190801":{"7":{"summary":"Plan","startTime":"10:00","endTime":"11:00"}}}`,
		"by day and empty day": `{"20190731":[],"20190801":{"7":{"scheduleName":"Plan","startTime":"10:00","endTime":"11:00"}}}`,
		"a single one":         `{"id":"7","title":"Plan","start":"10:00","end":"11:00"}`,
		"an id like a day":     `{"20190801":{"id":"7","title":"Plan","start":"2019-08-01 10:00","end":"11:00"}}`,
	} {
		got := schedules(t, bookings)
		if got.Unreadable > 0 || len(got.Rooms[0].Bookings) != 1 {
			t.Errorf("%s: %+v", name, got)
			continue
		}
		b := got.Rooms[0].Bookings[0]
		if b.ID != "7" || b.Title != "Plan" || b.Start.Format("2006-01-02 15:04") != "2019-08-01 10:00" || b.End.Sub(b.Start) != time.Hour {
			t.Errorf("%s: %+v", name, b)
		}
	}
	got := DefaultDialect().Rooms(json.RawMessage(`{"conferenceRoomStatus":{"r1":[{"start":"2019-08-01 10:00"}]}}`), "", time.UTC)
	if len(got.Rooms) != 1 || got.Rooms[0].ID != "r1" || len(got.Rooms[0].Bookings) != 1 {
		t.Errorf("bookings alone: %+v", got)
	}
}

func TestABookingHasManyNamesForItsFields(t *testing.T) {
	got := schedules(t, `[
		{"start":1564621200000,"createUserName":"Barbara Example","members":["ludwig@example.com",{"displayName":"Chen Wei"},{}],"memo":"bring cake","isPrivate":true,"url":"https://cam.example.com/q/1","webConferenceUrl":"x"},
		{"start":1564621200000,"organizer":{"email":"ludwig@example.com"},"createUserId":"u1","users":"a@example.com, b@example.com","isPublic":false,"meetingUrl":"javascript:alert(1)"},
		{"start":1564621200000,"createUserId":17,"memberUids":{"u1":true,"u2":false},"isPublic":true,"private":0}
	]`)
	type read struct {
		Owner, Note, URL string
		Members          []string
		Private          bool
	}
	var all []read
	for _, b := range got.Rooms[0].Bookings {
		all = append(all, read{b.Owner, b.Note, b.URL, b.Members, b.Private})
	}
	if diff := cmp.Diff([]read{
		{"Barbara Example", "bring cake", "https://cam.example.com/q/1", []string{"ludwig@example.com", "Chen Wei"}, true},
		{"ludwig@example.com", "", "", []string{"a@example.com", "b@example.com"}, true},
		{"17", "", "", []string{"u1", "u2"}, false},
	}, all); diff != "" || got.Unreadable > 0 {
		t.Error(diff)
	}
}
