package chatmessenger

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"foyer/services/demo"
	"foyer/services/fault"
	"foyer/services/room"
	"foyer/services/transport"
)

var monday = room.Date{Year: 2026, Month: time.November, Day: 23}

// sameBoard compares boards without the form in which things came.
var sameBoard = cmp.Options{
	cmpopts.IgnoreFields(room.Room{}, "Raw"),
	cmpopts.IgnoreFields(room.Booking{}, "Raw"),
	cmpopts.IgnoreFields(room.Board{}, "Scraps"),
	cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) }),
	cmp.Comparer(func(a, b *time.Location) bool { return a.String() == b.String() }),
}

func TestTheSameOfficeInEveryFormGivesTheSameBoard(t *testing.T) {
	var days, ends [2]*room.Board // without and with entries that nobody can read
	for _, f := range forms() {
		group := 0
		if f.Unreadable {
			group = 1
		}
		board, end := boards(t, f)
		if days[group] == nil {
			days[group], ends[group] = board, end
		}
		if board.Counts.Total() != 12 || board.Bookings < 12 || board.Counts.InUse == 0 || end.Bookings == 0 || board.Unreadable != 4*group {
			t.Fatalf("%+v: %+v", f, board)
		}
		if diff := cmp.Diff(days[group], board, sameBoard) + cmp.Diff(ends[group], end, sameBoard); diff != "" {
			t.Errorf("%+v: %s", f, diff)
		}
		wantRaw(t, f, board)
	}
}

// boards reads Monday, and the last day of its month from the month.
func boards(t *testing.T, f demo.Form) (day, end *room.Board) {
	t.Helper()
	_, address := opened(t, f)
	source := service(t, address, inTokyo).Source()
	now := time.Date(2026, 11, 23, 10, 20, 0, 0, source.Zone())
	read, err := source.Bookings(t.Context(), monday)
	if err != nil {
		t.Fatalf("%+v: %v", f, err)
	}
	plan, err := source.Month(t.Context(), room.MonthOf(monday))
	if err != nil {
		t.Fatalf("%+v: %v", f, err)
	}
	reading := room.Reading{At: now}
	last := room.MonthSnapshot{Plan: plan, Reading: reading}.Day(room.MonthOf(monday).Last(), source.Zone())
	return room.NewBoard(room.Snapshot{Day: read, Reading: reading}, now, source.Zone(), room.Options{}), room.NewBoard(last, now, source.Zone(), room.Options{})
}

// wantRaw wants what came to be kept, the bookings apart from the rooms.
func wantRaw(t *testing.T, f demo.Form, b *room.Board) {
	t.Helper()
	for _, line := range b.Lines {
		if strings.Contains(string(line.Room.Raw), "reserved") || len(line.Room.Raw) == 0 {
			t.Errorf("%+v: the room holds %s", f, line.Room.Raw)
		}
		for _, slot := range line.Slots {
			if slot.Booking.Organizer.Name == "" || len(slot.Booking.Raw) == 0 {
				t.Errorf("%+v: %+v", f, slot.Booking)
			}
		}
	}
	if len(b.Scraps) != b.Unreadable {
		t.Errorf("%+v: of %d entries %d are kept", f, b.Unreadable, len(b.Scraps))
	}
}

func TestEveryFaultOfTheServerIsAFaultWithoutAPartialResult(t *testing.T) {
	asked := []string{"getConferenceRoomStatus", "getConferenceMaster"}
	for _, kind := range demo.Kinds() {
		if kind == demo.Delay || kind == demo.SlowDrip { // these arrive
			continue
		}
		for _, function := range asked {
			office, address := opened(t, demo.Form{})
			source := service(t, address, inTokyo).Source()
			office.SetFault(function, demo.Fault{Kind: kind, Wait: time.Millisecond, RetryAfter: time.Hour}, 0)
			day, err := source.Bookings(t.Context(), monday)
			_ = asFault(t, err)
			if diff := cmp.Diff(room.Day{}, day); diff != "" {
				t.Errorf("%s of %s: %s", kind, function, diff)
			}
			plan, err := source.Month(t.Context(), room.MonthOf(monday))
			_ = asFault(t, err)
			if diff := cmp.Diff(room.Plan{}, plan); diff != "" {
				t.Errorf("%s of %s: %s", kind, function, diff)
			}
			if function == "getConferenceMaster" {
				rooms, err := source.Rooms(t.Context())
				if _ = asFault(t, err); rooms != nil {
					t.Errorf("%s: %+v", kind, rooms)
				}
			}
		}
	}
}

// answers is a server with an answer for each function, by its name and, if that is there, by what is asked
// for; 404 for the others.
func answers(t *testing.T, by map[string]string) (*Source, *[]seen) {
	t.Helper()
	address, calls := serve(t, func(w http.ResponseWriter, r *http.Request) {
		// The body was read; GET has its argument in the query.
		name := r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:]
		if when := r.URL.Query().Get("yyyyMMdd"); when != "" {
			name += " " + when
		}
		body, ok := by[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		says(http.StatusOK, "application/json", body)(w, r)
	})
	return service(t, address, func(c *Config) { inTokyo(c); c.Reads = Get }).Source(), calls
}

// told writes a day's rooms and bookings in short.
func told(d room.Day) string {
	var all []string
	for _, r := range d.Rooms {
		all = append(all, r.ID+"="+r.Name)
	}
	for _, b := range d.Bookings {
		all = append(all, fmt.Sprintf("%s@%s %s-%s", b.ID, b.RoomID, b.Start.Format("02 15:04"), b.End.Format("02 15:04")))
	}
	return strings.Join(append(all, d.Unknown...), " | ")
}

func TestFallBacksOfTheContract(t *testing.T) {
	const master, rooms, status = "getConferenceMaster", "getConferenceRooms", "getConferenceRoomStatus"
	const month = `{"conferenceRooms":[{"id":"1","name":"Small","reservedSchedules":[
		{"id":"a","start":"2026-11-22 10:00","end":"2026-11-22 11:00"},{"id":"b","start":"2026-11-23 10:00","end":"2026-11-23 11:00"},
		{"id":"c","start":"2026-11-22 23:00","end":"2026-11-23 01:00"},{"id":"d","start":"2026-11-24 10:00","end":"2026-11-24 11:00"}]}]}`
	const two = `{"conferenceRooms":[{"id":"1","name":"Small","capacity":4},{"id":"2","name":"Large"}]}`
	for name, c := range map[string]struct {
		by   map[string]string
		want string
	}{
		"a day without rooms is a part of the month": {map[string]string{status + " 20261123": `{}`, status + " 202611": month, master: two},
			"1=Small | 2=Large | b@1 23 10:00-23 11:00 | c@1 22 23:00-23 01:00"},
		"what was over before the day is left out": {map[string]string{status + " 20261123": month, master: two},
			"1=Small | 2=Large | b@1 23 10:00-23 11:00 | c@1 22 23:00-23 01:00 | d@1 24 10:00-24 11:00"},
		"no master": {map[string]string{status + " 20261123": month, rooms: two},
			"1=Small | 2=Large | b@1 23 10:00-23 11:00 | c@1 22 23:00-23 01:00 | d@1 24 10:00-24 11:00"},
		"neither master nor rooms": {map[string]string{status + " 20261123": `{"conferenceRoomStatus":[]}`, status + " 202611": `{"conferenceRoomStatus":[]}`, status: two},
			"1=Small | 2=Large"},
		"an answer that says nothing leaves the rooms unknown": {map[string]string{status + " 20261123": `{"news":1}`, status + " 202611": `{"news":1}`, master: two},
			"1=Small | 2=Large | 1 | 2"},
		"a room that the master does not have": {map[string]string{status + " 20261123": `{"rooms":[{"id":"3","name":"New","reserved":[]}]}`, master: two},
			"1=Small | 2=Large | 3=New"},
		"rooms without ids are found by their names": {map[string]string{status + " 20261123": `[{"name":"Large","reserved":[{"id":"x","start":"10:00","end":"11:00"}]},{"name":"Small","reserved":["?"]}]`, master: two},
			"1=Small | 2=Large | x@2 23 10:00-23 11:00 | 1"},
		"a room that comes twice": {map[string]string{status + " 20261123": `[{"id":"1","name":"Small","reserved":[{"id":"x","start":"10:00","end":"11:00"}]},{"id":"1","name":"Small","reserved":[{"id":"y","start":"12:00","end":"13:00"}]}]`, master: two},
			"1=Small | 2=Large | x@1 23 10:00-23 11:00 | y@1 23 12:00-23 13:00"},
	} {
		source, _ := answers(t, c.by)
		day, err := source.Bookings(t.Context(), monday)
		if got := told(day); got != c.want || err != nil {
			t.Errorf("%s: %v\n got %s\nwant %s", name, err, got, c.want)
		}
	}
}

func TestTheListOfRoomsIsReadNowAndThen(t *testing.T) {
	by := map[string]string{"getConferenceMaster": `{"conferenceRooms":[{"id":"1","name":"Small"}]}`,
		"getConferenceRoomStatus 20261123": `{"conferenceRooms":[{"id":"1","name":"Small"}]}`}
	source, calls := answers(t, by)
	masters := func() (n int) {
		for _, c := range *calls {
			if strings.HasSuffix(c.Path, "getConferenceMaster") {
				n++
			}
		}
		return n
	}
	for range 2 * masterUses {
		if _, err := source.Bookings(t.Context(), monday); err != nil {
			t.Fatal(err)
		}
	}
	if n := masters(); n != 2 {
		t.Errorf("it was read %d times for %d days", n, 2*masterUses)
	}
	by["getConferenceRoomStatus 20261123"] = `{"conferenceRooms":[{"id":"2","name":"New"}]}`
	if _, err := source.Bookings(t.Context(), monday); err != nil || masters() != 3 {
		t.Errorf("%v; a room that is new made it %d", err, masters())
	}
}

func TestWhoBookedIsAPerson(t *testing.T) {
	for booking, want := range map[string]room.Person{
		`"createUserName":"Barbara Example"`:                                          {Name: "Barbara Example"},
		`"createUserName":"Barbara Example","createUserId":"11u1"`:                    {Name: "Barbara Example"},
		`"createUserId":"11u1"`:                                                       {Name: "11u1"},
		`"createUserId":"barbara@example.com"`:                                        {Email: "barbara@example.com"},
		`"createUserName":"Barbara Example","createUserId":"barbara@example.com"`:     {Name: "Barbara Example", Email: "barbara@example.com"},
		`"owner":"Example, Barbara <barbara@example.com>"`:                            {Name: "Example, Barbara <barbara@example.com>"},
		`"owner":"Barbara Example <barbara@example.com>"`:                             {Name: "Barbara Example", Email: "barbara@example.com"},
		`"organizer":{"displayName":"Barbara Example","email":"barbara@example.com"}`: {Name: "Barbara Example", Email: "barbara@example.com"},
		`"createUser":{"id":"11u1"}`:                                                  {Name: "11u1"},
		`"createUser":{"name":"barbara@example.com","mail":"b@example.com"}`:          {Email: "barbara@example.com"},
		`"userName":"Barbara","userEmail":"barbara@example.com"`:                      {Name: "Barbara", Email: "barbara@example.com"},
		`"title":"nobody"`: {},
		`"createUserId":"11u1","organizer":{"name":"Barbara","email":"b@example.com"}`: {Name: "Barbara", Email: "b@example.com"},
	} {
		source, _ := answers(t, map[string]string{"getConferenceMaster": `[]`,
			"getConferenceRoomStatus 20261123": `[{"id":"1","name":"Small","reserved":[{"start":"10:00",` + booking + `}]}]`})
		day, err := source.Bookings(t.Context(), monday)
		if err != nil || len(day.Bookings) != 1 {
			t.Errorf("%s: %+v, %v", booking, day, err)
		} else if got := day.Bookings[0].Organizer; got != want {
			t.Errorf("%s: %+v, want %+v", booking, got, want)
		}
	}
}

func TestPeopleAreReadInEveryForm(t *testing.T) {
	two := []room.Person{{Name: "Ludwig Muster"}, {Email: "chen@example.com"}}
	for text, want := range map[string][]room.Person{
		`["Ludwig Muster","chen@example.com",null]`:               two,
		`[{"name":"Ludwig Muster"},{"email":"chen@example.com"}]`: two,
		`"Ludwig Muster, chen@example.com"`:                       two,
		`{"Ludwig Muster":true,"chen@example.com":false}`:         two,
	} {
		x := &decoder{Dialect: DefaultDialect(), zone: time.UTC}
		o, _ := members([]byte(`{"members":` + text + `}`))
		if diff := cmp.Diff(want, x.parties(o).members); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}

func TestAnUnknownServerHasNoRooms(t *testing.T) {
	source, _ := answers(t, nil)
	_, err := source.Rooms(t.Context())
	want(t, err, fault.Refused, transport.CodeNotFound)
}
