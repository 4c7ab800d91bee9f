package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"

	"foyer/services/demo"
	"foyer/services/room"
)

// theDay is one on which nothing of today's clock matters.
const theDay = "20310317"

// hour returns a time of theDay in the zone of these tests, which is UTC.
func hour(h, m int) time.Time { return time.Date(2031, 3, 17, h, m, 0, 0, time.UTC) }

// booked puts three rooms into an office.
func booked(t *testing.T, o *demo.Office, more ...demo.Booking) {
	t.Helper()
	err := o.SetData(demo.Data{
		Rooms: []demo.Room{{ID: "a", Name: "Aurora", Capacity: 8, Place: "1st floor", Equipment: []string{"screen"}},
			{ID: "b", Name: "Borealis 東京", Capacity: 4}, {ID: "c", Name: "Cirrus"}},
		Bookings: append(more,
			demo.Booking{ID: "1", Room: "a", Title: "Board", Start: hour(10, 0), End: hour(11, 30)},
			demo.Booking{ID: "2", Room: "a", Title: "Press\treview", Start: hour(11, 0), End: hour(12, 0)},
			demo.Booking{ID: "3", Room: "b", Title: "Pay", Start: hour(9, 0), End: hour(10, 0), Private: true},
			demo.Booking{ID: "4", Room: "b", Title: "Night", Start: hour(22, 30), End: hour(24, 90)},
			demo.Booking{ID: "5", Room: "c", Title: "Fair", Start: hour(24, 0), End: hour(48, 0), AllDay: true}),
	})
	if err != nil {
		t.Fatal(err)
	}
}

// utc makes a place whose clock shows UTC.
func utc(t *testing.T) (place, *demo.Office) {
	t.Helper()
	p := newPlace(t)
	p.env = append(p.env, "TZ=UTC")
	o := p.foreign(t)
	return p, o
}

const theTable = `Aurora         10:00–11:30                          Board              double booking
Aurora         11:00–12:00                          Press review       double booking
Borealis 東京  09:00–10:00                          Pay                Private
Borealis 東京  2031-03-17 22:30 – 2031-03-18 01:30  Night
Cirrus         nothing is booked
`

func squeeze(text string) string {
	var out []string
	for line := range strings.Lines(text) {
		out = append(out, strings.Join(strings.Fields(line), " "))
	}
	return strings.Join(out, "\n")
}

func TestADayIsShownTheSameInEveryShape(t *testing.T) {
	p, o := utc(t)
	booked(t, o)
	for _, shape := range demo.Shapes() {
		for _, times := range demo.AllTimes() {
			if err := o.SetForm(demo.Form{Shape: shape, Times: times, StatusKey: demo.StatusStatus, Unreadable: true}); err != nil {
				t.Fatal(err)
			}
			got := p.run(t, "", "rooms", "show", theDay)
			if diff := cmp.Diff(squeeze(theTable), squeeze(got.out)); diff != "" || got.code != exitDone || !strings.Contains(got.messages, "entries could not be read") {
				t.Errorf("%s, %s: exit %d, %q, %s", shape, times, got.code, got.messages, diff)
			}
		}
	}
	p.withoutCanary(t)
}

func TestADayIsWrittenInEveryFormat(t *testing.T) {
	p, o := utc(t)
	booked(t, o)
	want := []roomDay{
		{Room: roomJSON{ID: "a", Name: "Aurora", Capacity: 8, Place: "1st floor", Equipment: []string{"screen"}}, Bookings: []bookingJSON{
			{ID: "1", Title: "Board", Start: "2031-03-17T10:00:00Z", End: "2031-03-17T11:30:00Z"}, {ID: "2", Title: "Press\treview", Start: "2031-03-17T11:00:00Z", End: "2031-03-17T12:00:00Z"}}},
		{Room: roomJSON{ID: "b", Name: "Borealis 東京", Capacity: 4}, Bookings: []bookingJSON{
			{ID: "3", Title: "Pay", Start: "2031-03-17T09:00:00Z", End: "2031-03-17T10:00:00Z", Private: true}, {ID: "4", Title: "Night", Start: "2031-03-17T22:30:00Z", End: "2031-03-18T01:30:00Z"}}},
		{Room: roomJSON{ID: "c", Name: "Cirrus"}, Bookings: []bookingJSON{}},
	}
	for _, args := range [][]string{{"rooms", "show", theDay, "--as", "json"}, {"--json", "rooms", "show", "2031-03-17"}} {
		got := p.run(t, "", args...)
		var days []roomDay
		if err := json.Unmarshal([]byte(got.out), &days); err != nil || got.code != exitDone {
			t.Fatalf("%v: exit %d, %v, %s", args, got.code, err, got.messages)
		}
		if diff := cmp.Diff(want, days); diff != "" {
			t.Errorf("%v: %s", args, diff)
		}
	}
}

func TestAMonthIsWrittenInEveryFormat(t *testing.T) {
	p, o := utc(t)
	booked(t, o)
	table := p.run(t, "", "--json", "rooms", "show", "203103", "--as", "csv")
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(table.out, "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 6 || rows[5][0] != "Cirrus" || rows[5][8] != "true" {
		t.Errorf("CSV of the month: %v, %q", err, rows)
	}
	file := p.run(t, "", "rooms", "show", "203103", "--as", "ics")
	calendar, err := ical.NewDecoder(bytes.NewReader([]byte(file.out))).Decode()
	if err != nil {
		t.Fatalf("%v: %s", err, file.out)
	}
	var titles []string
	for _, e := range calendar.Events() {
		title, _ := e.Props.Text(ical.PropSummary)
		titles = append(titles, title)
	}
	if diff := cmp.Diff([]string{"Board", "Press\treview", "Private", "Night", "Fair"}, titles); diff != "" {
		t.Error(diff)
	}
	month := p.run(t, "", "rooms", "show", "203103")
	if !strings.Contains(month.out, "2031-03-17 10:00–11:30") || !strings.Contains(month.out, "2031-03-18 all day") {
		t.Errorf("the month: %s", month.out)
	}
}

func TestWhatIsPrivateIsHiddenWhereTheSettingsSaySo(t *testing.T) {
	p, o := utc(t)
	booked(t, o)
	if got := p.run(t, "", "config", "set", "rooms.hide-private", "true"); got.code != exitDone {
		t.Fatal(got.messages)
	}
	if hidden := p.run(t, "", "rooms", "show", theDay); strings.Contains(hidden.out, "Pay") || !strings.Contains(hidden.out, "Private") {
		t.Errorf("what is to be hidden: %s", hidden.out)
	}
}

func TestWhatTheServerSaidLastStandsInWhileItIsDown(t *testing.T) {
	for _, period := range []string{theDay, "203103", room.DateOf(time.Now().UTC()).String()} {
		t.Run(period, func(t *testing.T) {
			p, o := utc(t)
			booked(t, o)
			show := func() result { return p.run(t, "", "--json", "rooms", "show", period) }
			o.SetFault("", demo.Fault{Kind: demo.DropBefore}, 0)
			if got := show(); got.code != exitUnreachable || got.out != "" || got.messages == "" {
				t.Errorf("with nothing stored: %+v", got)
			}
			o.ClearFaults()
			good := show()
			if good.code != exitDone || good.messages != "" {
				t.Fatalf("%+v", good)
			}
			for _, kind := range []demo.Kind{demo.DropBefore, demo.DropAfter, demo.Truncate, demo.HTMLPage, demo.ServerError, demo.HalfJSON, demo.Oversized} {
				o.SetFault("", demo.Fault{Kind: kind}, 0)
				standsIn(t, show(), good, string(kind))
			}
			o.ClearFaults()
			standsIn(t, show(), result{out: good.out}, "")
			if err := o.SetData(demo.Data{}); err != nil {
				t.Fatal(err)
			}
			standsIn(t, show(), good, "no rooms")
			p.withoutCanary(t, good)
		})
	}
}

// standsIn makes sure that a command showed what was good, and said that it is old; why is what is wrong
// with the server, "" for nothing.
func standsIn(t *testing.T, got, good result, why string) {
	t.Helper()
	code, lines := exitUnreachable, 1
	if why == "" {
		code, lines = exitDone, 0
	}
	if got.code != code || strings.Count(got.messages, "as of ") != lines || strings.Count(got.messages, "\n") != lines {
		t.Errorf("%s: exit %d, %q", why, got.code, got.messages)
	}
	if diff := cmp.Diff(good.out, got.out); diff != "" {
		t.Errorf("%s: %s", why, diff)
	}
}

func TestADayStandsInForItselfOutOfItsMonth(t *testing.T) {
	p, o := utc(t)
	booked(t, o)
	p.run(t, "", "rooms", "show", "203103")
	o.SetFault("", demo.Fault{Kind: demo.Refuse}, 0)
	got := p.run(t, "", "rooms", "show", theDay)
	if diff := cmp.Diff(squeeze(theTable), squeeze(got.out)); diff != "" || got.code != exitUnreachable {
		t.Errorf("exit %d, %s, %s", got.code, got.messages, diff)
	}
	if got := p.run(t, "", "rooms", "show", "20310417"); got.out != "" || got.code != exitUnreachable {
		t.Errorf("another month: %+v", got)
	}
}

func TestTheExitCodeSaysWhyThereAreNoRooms(t *testing.T) {
	for _, args := range [][]string{{"rooms", "list"}, {"rooms", "show"}, {"rooms", "now"}, {"rooms", "free", "--from", "2031-03-17T10:00:00Z", "--to", "2031-03-17T11:00:00Z"}} {
		p := newPlace(t)
		if got := p.run(t, "", args...); got.code != exitNotConfigured || got.messages == "" || got.out != "" {
			t.Errorf("%v with nothing configured: %+v", args, got)
		}
		o := p.foreign(t)
		if got := p.run(t, "", args...); got.code != exitDone {
			t.Errorf("%v: %+v", args, got)
		}
		p.env = append(p.env, tokenVariable+"=another")
		if got := p.run(t, "", args...); got.code != exitRefused || got.messages == "" || got.out != "" {
			t.Errorf("%v with a wrong token: %+v", args, got)
		}
		if o.Calls("") == 0 {
			t.Errorf("%v asked nobody", args)
		}
	}
	p := newPlace(t)
	p.foreign(t)
	for _, args := range []string{"show 2026", "show 20261332", "show tomorrow", "show --as pdf", "free", "free --from now", "free --from soon --to later", "free --from 2031-03-17T10:00:00Z --to 2031-03-17T09:00:00Z",
		"free --from 2001-03-17T10:00:00Z --to 2001-03-17T11:00:00Z", "free --from 2031-03-17T10:00:00Z --to 2031-09-17T11:00:00Z", "free --from 2031-03-17T10:00:00Z --to 2031-03-17T11:00:00Z --people -1", "free --from 2031-03-17T10:00:00Z --to 2031-03-17T11:00:00Z --people some", "now please"} {
		if got := p.run(t, "", append([]string{"rooms"}, strings.Fields(args)...)...); got.code != exitWrong || got.messages == "" || got.out != "" {
			t.Errorf("%s: %+v", args, got)
		}
	}
}

func TestFreeRoomsComeFirstAndTheOthersSayWhy(t *testing.T) {
	p, o := utc(t)
	booked(t, o)
	free := func(from, to string, more ...string) result {
		return p.run(t, "", append([]string{"--json", "rooms", "free", "--from", from, "--to", to}, more...)...)
	}
	aurora, borealis, cirrus := `{"id":"a","name":"Aurora","capacity":8,"place":"1st floor","equipment":["screen"]}`, `{"id":"b","name":"Borealis 東京","capacity":4}`, `{"id":"c","name":"Cirrus"}`
	for _, c := range []struct {
		got  result
		want string
	}{
		{free("2031-03-17T09:30:00Z", "2031-03-17T10:30:00Z"), `[{"room":` + cirrus + `,"free":true},{"room":` + borealis + `,"free":false,"why":"taken","nextFree":"2031-03-17T10:00:00Z"},{"room":` + aurora + `,"free":false,"why":"taken","nextFree":"2031-03-17T12:00:00Z"}]`},
		{free("2031-03-17 09:00", "10:00", "--people", "6"), `[{"room":` + aurora + `,"free":true,"until":"2031-03-17T10:00:00Z"},{"room":` + cirrus + `,"free":true},{"room":` + borealis + `,"free":false,"why":"too-small"}]`},
		{free("2031-03-17 13:00", "2031-03-17 14:00", "--words", "SCREEN floor"), `[{"room":` + aurora + `,"free":true}]`},
		{free("2031-03-15T09:00:00Z", "2031-03-19T10:00:00Z", "--words", "cirrus"), `[{"room":` + cirrus + `,"free":false,"why":"taken"}]`},
		{free("2031-03-17 13:00", "14:00", "--words", "nothing of that"), `[]`},
	} {
		if diff := cmp.Diff(c.want+"\n", c.got.out); diff != "" || c.got.code != exitDone {
			t.Errorf("exit %d, %s, %s", c.got.code, c.got.messages, diff)
		}
	}
	text := p.run(t, "", "rooms", "free", "--from", "2031-03-17 9:00", "--to", "2031-03-17 9:30", "--people", "4")
	if want := "Aurora        8  free until 2031-03-17 10:00\nCirrus           free\nBorealis 東京 4  taken; free again at 2031-03-17 10:00\n"; squeeze(text.out) != squeeze(want) {
		t.Errorf("%s", text.out)
	}
	o.SetFault("", demo.Fault{Kind: demo.DropBefore}, 0)
	again := free("2031-03-17 09:00", "10:00", "--people", "6")
	if again.code != exitUnreachable || !strings.Contains(again.out, `"free":true`) || !strings.Contains(again.messages, "as of ") {
		t.Errorf("while the server is down: %+v", again)
	}
}

func TestEachRoomSaysWhatItIsNow(t *testing.T) {
	p, o := utc(t)
	now := time.Now().UTC().Truncate(time.Minute)
	booked(t, o, demo.Booking{ID: "now", Room: "a", Title: "Sync", Start: now.Add(-time.Hour), End: now.Add(2 * time.Hour)},
		demo.Booking{ID: "soon", Room: "b", Title: "Visit", Start: now.Add(4 * time.Minute), End: now.Add(time.Hour)})
	got := p.run(t, "", "--json", "rooms", "now")
	var rooms []nowJSON
	if err := json.Unmarshal([]byte(got.out), &rooms); err != nil || len(rooms) != 3 {
		t.Fatalf("%v: %+v", err, got)
	}
	if r := rooms[0]; r.Status != "in-use" || r.Until != stamp(now.Add(2*time.Hour)) || r.Now == nil || r.Now.Title != "Sync" {
		t.Errorf("%+v", r)
	}
	if r := rooms[2]; r.Status != "free" || r.Until != "" || r.Now != nil {
		t.Errorf("%+v", r)
	}
	text := p.run(t, "", "rooms", "now")
	if lines := strings.Split(text.out, "\n"); len(lines) != 4 || !strings.Contains(lines[0], "in use until ") || !strings.HasSuffix(lines[2], " free") {
		t.Errorf("%s", text.out)
	}
	list := p.run(t, "", "rooms", "list")
	if want := "Aurora 8 1st floor screen\nBorealis 東京 4\nCirrus"; squeeze(list.out) != want {
		t.Errorf("%s", list.out)
	}
	if got := p.run(t, "", "--json", "rooms", "list"); !strings.HasPrefix(got.out, `[{"id":"a","name":"Aurora","capacity":8,`) {
		t.Errorf("%s", got.out)
	}
}

func TestRoomsAreListedByAServerThatCannotSayWhatIsBooked(t *testing.T) {
	p, o := utc(t)
	booked(t, o)
	o.SetFault(demo.GetConferenceRoomStatus, demo.Fault{Kind: demo.ServerError}, 0)
	if got := p.run(t, "", "rooms", "list"); got.code != exitDone || strings.Count(got.out, "\n") != 3 {
		t.Errorf("%+v", got)
	}
	if got := p.run(t, "", "rooms", "now"); got.code != exitUnreachable || got.out != "" {
		t.Errorf("what is booked: %+v", got)
	}
}

func TestAnotherServersRoomsAreNotTakenForTheProfiles(t *testing.T) {
	p, o := utc(t)
	booked(t, o)
	if got := p.run(t, "", "config", "set", "chat-messenger.url", "https://cam.example.com/"); got.code != exitDone {
		t.Fatal(got.messages)
	}
	if got := p.run(t, "", "rooms", "show", theDay); got.code != exitDone {
		t.Fatal(got.messages)
	}
	o.SetFault("", demo.Fault{Kind: demo.DropBefore}, 0)
	if got := p.run(t, "", "rooms", "show", theDay); got.code != exitUnreachable || got.out != "" {
		t.Errorf("%+v", got)
	}
}

// withoutOverride returns the place for commands that know no server but the agent's.
func (p place) withoutOverride() place {
	p.env = slices.DeleteFunc(slices.Clone(p.env), func(v string) bool {
		return strings.HasPrefix(v, urlVariable) || strings.HasPrefix(v, tokenVariable)
	})
	return p
}

func TestTheAgentsReadingIsShown(t *testing.T) {
	p, o := utc(t)
	booked(t, o)
	p.start(t)
	p = p.withoutOverride()
	got := p.run(t, "", "rooms", "show", theDay)
	if diff := cmp.Diff(squeeze(theTable), squeeze(got.out)); diff != "" || got.code != exitDone {
		t.Errorf("exit %d, %s, %s", got.code, got.messages, diff)
	}
	o.SetFault("", demo.Fault{Kind: demo.DropBefore}, 0)
	down := p.run(t, "", "rooms", "show", theDay)
	if down.code != exitUnreachable || down.out != got.out || !strings.Contains(down.messages, "as of ") {
		t.Errorf("%+v", down)
	}
}

func TestWhatTheAgentHasJustReadIsNotReadAgain(t *testing.T) {
	p, o := utc(t)
	booked(t, o)
	p.start(t)
	await(t, "the agent's first reading", func() bool {
		s, err := p.client().Status(t.Context())
		return err == nil && s.Rooms != nil && s.Rooms.Freshness == room.Fresh
	})
	own := p.withoutOverride()
	calls := o.Calls("")
	for _, args := range [][]string{{"rooms", "now"}, {"rooms", "list"}, {"rooms", "show"}} {
		if got := own.run(t, "", args...); got.code != exitDone || !strings.HasPrefix(got.out, "Aurora") {
			t.Errorf("%v: %+v", args, got)
		}
	}
	if more := o.Calls("") - calls; more != 0 {
		t.Errorf("the server was asked %d times", more)
	}
}

func TestTheDemoOfficeHasRooms(t *testing.T) {
	p := newPlace(t)
	if got := p.run(t, "", "--demo", "rooms", "now"); got.code != exitDone || strings.Count(got.out, "\n") != 12 {
		t.Errorf("%+v", got)
	}
}
