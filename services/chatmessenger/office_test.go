package chatmessenger

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"foyer/services/demo"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/transport"
)

// day is a Monday, which is the same every week at the demo office.
const day = "20261123"

// opened is a demo office in Tokyo behind a server with a path, on that Monday.
func opened(t testing.TB, f demo.Form) (*demo.Office, string) {
	t.Helper()
	tokyo, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		t.Fatal(err)
	}
	office, err := demo.New(demo.Config{Token: token, Prefix: prefix, Form: f, Zone: tokyo})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(office)
	t.Cleanup(server.Close)
	return office, server.URL + prefix
}

func inTokyo(c *Config) { c.Zone, _ = time.LoadLocation("Asia/Tokyo") }

// wanted is what the office's rooms and bookings have to be read as; without to it is rooms alone.
func wanted(office *demo.Office, from, to time.Time) []Room {
	var all []Room
	var booked []demo.Booking
	if !to.IsZero() {
		booked = office.Bookings(from, to)
	}
	for i, r := range office.Rooms() {
		room := Room{ID: r.ID, Name: r.Name, Capacity: r.Capacity, Place: r.Place, Note: r.Note, Equipment: r.Equipment, Order: i + 1}
		for _, b := range booked {
			if b.Room == r.ID {
				room.Bookings = append(room.Bookings, Booking{ID: b.ID, Title: b.Title, Start: b.Start, End: b.End, AllDay: b.AllDay, Members: b.People, Private: b.Private})
			}
		}
		all = append(all, room)
	}
	return all
}

// sameRooms compares rooms in any order, because an object has none, and times as points in time.
var sameRooms = cmp.Options{
	withoutRaw,
	cmpopts.IgnoreFields(Booking{}, "Owner"),
	cmpopts.SortSlices(func(a, b Room) bool { return a.ID < b.ID }),
	cmpopts.SortSlices(func(a, b Booking) bool { return a.ID < b.ID }),
	cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) }),
}

// forms are all forms in which the office can write rooms.
func forms() []demo.Form {
	var all []demo.Form
	for _, shape := range demo.Shapes() {
		for _, times := range demo.AllTimes() {
			for _, key := range demo.StatusKeys() {
				all = append(all, demo.Form{Shape: shape, Times: times, StatusKey: key})
			}
			all = append(all, demo.Form{Shape: shape, Times: times, Unreadable: true})
		}
	}
	return all
}

func TestRoomsAreReadInEveryFormOfTheDemoOffice(t *testing.T) {
	for i, f := range forms() {
		office, address := opened(t, f)
		reads := []Reads{Post, Get}[i%2]
		s := service(t, address, func(c *Config) {
			inTokyo(c)
			c.Reads = reads
		})
		unreadable := 0
		if f.Unreadable {
			unreadable = 2
		}
		from := time.Date(2026, 11, 23, 0, 0, 0, 0, s.zone)
		master, err := s.Master(t.Context())
		if diff := cmp.Diff(Rooms{wanted(office, from, time.Time{}), unreadable}, master, sameRooms); diff != "" || err != nil {
			t.Errorf("%+v: %v %s", f, err, diff)
		}
		booked, err := s.Status(t.Context(), day)
		if diff := cmp.Diff(Rooms{wanted(office, from, from.AddDate(0, 0, 1)), unreadable}, booked, sameRooms); diff != "" || err != nil {
			t.Errorf("%+v: %v %s", f, err, diff)
		}
		checked, err := s.Check(t.Context())
		if err != nil || checked.Rooms != 12 || checked.Unreadable != unreadable {
			t.Errorf("%+v: %+v, %v", f, checked, err)
		}
	}
}

func TestAMonthIsReadInEveryShapeOfTheDemoOffice(t *testing.T) {
	for _, shape := range demo.Shapes() {
		office, address := opened(t, demo.Form{Shape: shape, Times: demo.TimesHHMM})
		s := service(t, address, inTokyo)
		from := time.Date(2026, 11, 1, 0, 0, 0, 0, s.zone)
		got, err := s.Status(t.Context(), "202611")
		if diff := cmp.Diff(Rooms{Rooms: wanted(office, from, from.AddDate(0, 1, 0))}, got, sameRooms); diff != "" || err != nil {
			t.Errorf("%s: %v %s", shape, err, diff)
		}
	}
}

func TestTheDemoOfficeGetsWhatWasSent(t *testing.T) {
	for _, empty := range []bool{false, true} {
		office, address := opened(t, demo.Form{EmptySuccess: empty})
		s := service(t, address, nil)
		room := chatRooms(t, office)[0]
		inRoom := message.Message{Room: room.Name, Mentions: []string{"barbara.example@example.com"}, Text: "Käse & Brot; 100% <b>", Envelope: true}
		bulk := []message.Message{hello, {To: []string{"chen@example.com"}, Text: "Lunch?", Envelope: true}}
		if err := errors.Join(s.Send(t.Context(), hello), s.Send(t.Context(), inRoom), s.SendBulk(t.Context(), bulk)); err != nil {
			t.Fatal(err)
		}
		got := office.Sent()
		for i := range got {
			got[i].Seq, got[i].At = 0, time.Time{}
		}
		if diff := cmp.Diff([]demo.Sent{
			{Request: 1, Function: "sendMessage", To: hello.To, Text: hello.Text},
			{Request: 2, Function: "sendMessage", Room: room.Name, Mentions: inRoom.Mentions, Text: inRoom.Text, Envelope: true},
			{Request: 3, Function: "sendMessages", To: hello.To, Text: hello.Text},
			{Request: 3, Function: "sendMessages", To: bulk[1].To, Text: "Lunch?", Envelope: true},
		}, got); diff != "" {
			t.Error(diff)
		}
	}
}

func chatRooms(t *testing.T, office *demo.Office) []message.ChatRoom {
	t.Helper()
	var all []message.ChatRoom
	for _, raw := range office.ChatRooms() {
		var room message.ChatRoom
		if err := json.Unmarshal(raw, &room); err != nil {
			t.Fatal(err)
		}
		all = append(all, room)
	}
	return all
}

func TestAQuickCallOfTheDemoOfficeOpens(t *testing.T) {
	office, address := opened(t, demo.Form{})
	for _, secret := range []string{"", password} {
		got, err := service(t, address, nil).QuickCall(t.Context(), message.QuickCall{Expires: time.Now().Add(time.Hour), Password: secret})
		if err != nil || !office.Opens(got, secret) || secret != "" && office.Opens(got, "another") {
			t.Errorf("%q, %v", got, err)
		}
	}
	_, err := service(t, address, nil).QuickCall(t.Context(), message.QuickCall{Expires: time.Now().Add(-time.Hour)})
	want(t, err, fault.Refused, transport.CodeRefused)
}

func TestAChatRoomOfTheDemoOfficeIsCreatedAndUpdated(t *testing.T) {
	office, address := opened(t, demo.Form{})
	s := service(t, address, nil)
	made, err := s.SaveChatRoom(t.Context(), message.ChatRoom{Name: "Projects", Threads: true, Members: []message.Member{{UID: "u2", Flag: true}, {UID: "u1"}}})
	if err != nil || made.ID == "" || made.Name != "Projects" {
		t.Fatalf("%+v, %v", made, err)
	}
	made.Name = "All projects"
	saved, err := s.SaveChatRoom(t.Context(), made)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(made, saved); diff != "" {
		t.Error(diff)
	}
	if all := chatRooms(t, office); len(all) != 4 || !slices.ContainsFunc(all, func(r message.ChatRoom) bool { return cmp.Equal(r, saved) }) {
		t.Errorf("%+v", all)
	}
}

func TestRefusalsOfTheDemoOfficeAreUnderstoodInEveryForm(t *testing.T) {
	for _, shape := range demo.AllErrors() {
		for _, status := range []int{200, 400, 422} {
			_, address := opened(t, demo.Form{Errors: shape, ErrorStatus: status})
			s := service(t, address, nil)
			for name, err := range map[string]error{
				"no such room":      s.Send(t.Context(), message.Message{Room: "nowhere", Text: "Lunch?"}),
				"no such chat room": second(s.SaveChatRoom(t.Context(), message.ChatRoom{ID: "0", Name: "x"})),
				"no such day":       second(s.Status(t.Context(), "20261399")),
			} {
				e := asFault(t, err)
				want(t, e, fault.Refused, transport.CodeRefused)
				if e.Status != status || e.Words == "" || strings.ContainsAny(e.Words, `{}[]"`) {
					t.Errorf("%s, %s, %d: %+v", name, shape, status, e)
				}
			}
		}
	}
}

func TestAWrongTokenIsRefusedByTheDemoOffice(t *testing.T) {
	for status, code := range map[int]string{401: transport.CodeTokenRefused, 403: CodePlan, 200: transport.CodeRefused} {
		office, address := opened(t, demo.Form{TokenStatus: status})
		s := service(t, address, func(c *Config) { c.Token = fixed("wrong") })
		for _, f := range functions {
			err := f.call(t.Context(), s)
			want(t, err, fault.Refused, code)
			if e := asFault(t, err); !strings.Contains(e.Words, "invalid apiToken") {
				t.Errorf("%s: %+v", f.name, e)
			}
		}
		if got := office.Sent(); len(got) > 0 {
			t.Errorf("%+v", got)
		}
	}
}

func TestAnUnknownServerPathIsNotFound(t *testing.T) {
	_, address := opened(t, demo.Form{})
	s := service(t, strings.TrimSuffix(address, prefix)+"/elsewhere", nil)
	for _, f := range functions {
		want(t, f.call(t.Context(), s), fault.Refused, transport.CodeNotFound)
	}
	if !strings.Contains(fmt.Sprint(s.Send(t.Context(), hello)), "404") {
		t.Error("the status is not told")
	}
}
