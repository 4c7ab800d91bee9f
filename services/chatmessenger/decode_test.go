package chatmessenger

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// withoutRaw compares what was read, and not what it was read from.
var withoutRaw = cmp.Options{cmpopts.IgnoreFields(Room{}, "Raw"), cmpopts.IgnoreFields(Booking{}, "Raw"), cmpopts.EquateEmpty()}

func decode(document string) Rooms {
	return DefaultDialect().Rooms(json.RawMessage(document), "", time.UTC)
}

func TestRoomsAreFoundInEveryShape(t *testing.T) {
	small, large := Room{ID: "1", Name: "Small"}, Room{ID: "2", Name: "Large"}
	for name, document := range map[string]string{
		"an array":                `[{"id":"1","name":"Small"},{"id":2,"name":"Large"}]`,
		"documented":              `{"errors":null,"conferenceRooms":[{"id":"1","name":"Small"},{"id":"2","name":"Large"}]}`,
		"keyed by id":             `{"conferenceRooms":{"1":{"name":"Small"},"2":{"name":"Large"}}}`,
		"the sample's key":        `{"conferenceRoomStatus":[{"roomId":"1","roomName":"Small"},{"roomId":"2","roomName":"Large"}]}`,
		"one in the other":        `{"conferenceRoomStatus":{"conferenceRooms":{"1":{"title":"Small"},"2":{"title":"Large"}}}}`,
		"in data":                 `{"status":"ok","data":{"total":2,"rooms":[{"uid":"1","displayName":"Small"},{"uid":"2","displayName":"Large"}]}}`,
		"the first is empty":      `{"conferenceRooms":[],"result":[{"key":"1","name":" Small "},{"key":"2","name":"Large"}]}`,
		"in another case":         `{"ConferenceRooms":[{"ID":"1","Name":"Small"},{"Id":"2","NAME":"Large"}]}`,
		"keyed by id, at the top": `{"1":{"name":"Small"},"2":{"name":"Large"}}`,
		"empty names before":      `{"rooms":[{"id":"","roomId":"1","name":null,"roomName":"Small"},{"id":null,"roomId":"2","name":"","roomName":"Large"}]}`,
	} {
		if diff := cmp.Diff(Rooms{Rooms: []Room{small, large}}, decode(document), withoutRaw); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if diff := cmp.Diff(Rooms{Rooms: []Room{small}}, decode(`{"conferenceRooms":{"id":"1","name":"Small"}}`), withoutRaw); diff != "" {
		t.Errorf("a single one: %s", diff)
	}
}

func TestARoomHasManyNamesForItsFields(t *testing.T) {
	got := decode(`{"rooms":[
		{"conferenceRoomId":"a","conferenceRoomName":"Fuji","seats":"１０名","floor":"3F","memo":"quiet","facilities":"TV、whiteboard, phone","color":"#ff0000","sortOrder":3,"isDeleted":"1"},
		{"name":"Sakura","capacity":12,"location":"Berlin","remarks":"","comment":"loud","equipment":[{"name":"TV"},"camera",7],"index":"2","isValid":true},
		{"uid":"c","limit":"up to 8 people","equipments":{"tv":true,"phone":false},"isValid":false}
	]}`)
	if diff := cmp.Diff(Rooms{Rooms: []Room{
		{ID: "a", Name: "Fuji", Capacity: 10, Place: "3F", Note: "quiet", Equipment: []string{"TV", "whiteboard", "phone"}, Color: "#ff0000", Order: 3, Hidden: true},
		{ID: idOf("Sakura"), Name: "Sakura", Capacity: 12, Place: "Berlin", Note: "loud", Equipment: []string{"TV", "camera", "7"}, Order: 2},
		{ID: "c", Name: "c", Capacity: 8, Equipment: []string{"tv"}, Hidden: true},
	}}, got, withoutRaw); diff != "" {
		t.Error(diff)
	}
	if want := `{"uid":"c","limit":"up to 8 people","equipments":{"tv":true,"phone":false},"isValid":false}`; string(got.Rooms[2].Raw) != want {
		t.Errorf("raw %s", got.Rooms[2].Raw)
	}
}

func TestANumberIsFoundInWords(t *testing.T) {
	for text, want := range map[string]int{
		"10": 10, "10名": 10, "約１０名": 10, "10.0": 10, "4-6": 4, "-1": 0, "": 0, "many": 0, "12345678901": 0, "1e3": 1,
	} {
		if got := digits(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestWhatCannotBeReadIsCounted(t *testing.T) {
	for document, want := range map[string]int{
		`{"conferenceRooms":[null,"?",7,{},{"x":1},{"name":"Small"}]}`:                                                     5,
		`{"conferenceRooms":{"1":null,"2":"?"}}`:                                                                           2,
		`{"rooms":[{"name":"Small","reservedSchedules":"none"}]}`:                                                          1,
		`{"rooms":[{"name":"Small","reservedSchedules":[null,"?",{},{"title":"no start"},{"start":"soon"}]}]}`:             5,
		`{"rooms":[{"name":"Small","reservedSchedules":{"1":null,"20190801":{"2":{"title":"x"}},"20190802":"?"}}]}`:        3,
		`{"rooms":[{"name":"Small","reservedSchedules":null},{"name":"Large","schedules":[]},{"name":"L","reserved":{}}]}`: 0,
		`{"rooms":[{"name":"Small","reservedSchedules":[{"start":0,"end":1}]}]}`:                                           1,
		`[[[[{"name":"x"}]]]]`: 1,
	} {
		got := decode(document)
		bookings := 0
		for _, r := range got.Rooms {
			bookings += len(r.Bookings)
		}
		if got.Unreadable != want || bookings > 0 {
			t.Errorf("%s: %d unreadable, want %d; %+v", document, got.Unreadable, want, got.Rooms)
		}
	}
}

func TestARoomKeepsItsIDAsLongAsItsName(t *testing.T) {
	if before, now := idOf("Fuji"), idOf("Fuji"); before != now || now == idOf("Sakura") {
		t.Error("it does not")
	}
}

func FuzzRooms(f *testing.F) {
	for _, s := range []string{
		`{"conferenceRooms":[{"id":1,"name":"A","reservedSchedules":[{"start":1574000000000,"end":"2019-11-17 15:00"}]}]}`,
		`{"conferenceRoomStatus":{"r":{"name":"A","schedules":{"20190801":[{"startTime":"23:00","endTime":"24:00"}]}}}}`,
		`{"data":{"x":[{"date":"2019/8/1","from":"9:00"}]}}`,
		`{"rooms":[{"name":"A","reserved":{"1":{"start":{"_seconds":1.5e9},"allDay":"yes","members":{"u":true},"owner":{"name":"B"}}}}]}`,
		`[null,{"name":"x","capacity":"１０名"}]`,
		`{"rooms":{"rooms":{"rooms":{}}}}`,
	} {
		f.Add([]byte(s), "20190801")
	}
	f.Fuzz(func(t *testing.T, document []byte, asked string) {
		got := DefaultDialect().Rooms(document, asked, time.UTC)
		if got.Unreadable < 0 {
			t.Errorf("%d unreadable", got.Unreadable)
		}
		for _, r := range got.Rooms {
			if r.ID == "" || r.Name == "" || r.Capacity < 0 {
				t.Errorf("%+v", r)
			}
			for _, b := range r.Bookings {
				if !b.Start.Before(b.End) || b.URL != "" && webURL(b.URL) == "" {
					t.Errorf("%+v", b)
				}
			}
		}
	})
}
