package demo_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/demo"
)

// when is where and when a booking is.
type when struct {
	Room       string
	Start, End time.Time
}

// asWritten reads an answer in one form, and no other.
func asWritten(t *testing.T, f demo.Form, text string) map[string]when {
	t.Helper()
	answer := read[fields](t, text)
	list := answer[string(f.StatusKey)]
	if f.StatusKey == demo.StatusNested {
		list = answer["conferenceRoomStatus"].(fields)["conferenceRooms"]
	}
	rooms := map[string]fields{}
	if f.Shape == demo.ShapeMap {
		for id, room := range list.(fields) {
			rooms[id] = room.(fields)
		}
	} else {
		for _, room := range list.([]any) {
			rooms[room.(fields)["id"].(string)] = room.(fields)
		}
	}
	if len(rooms) != 12 {
		t.Errorf("%d rooms", len(rooms))
	}
	found := map[string]when{}
	for id, room := range rooms {
		for key, booking := range schedules(f, room["reservedSchedules"]) {
			start, end := spell(t, f, key.day, booking)
			found[key.id] = when{id, start, end}
		}
	}
	return found
}

type key struct{ id, day string }

func schedules(f demo.Form, list any) map[key]fields {
	found := map[key]fields{}
	switch f.Shape {
	case demo.ShapeMap:
		for id, b := range list.(fields) {
			found[key{id, ""}] = b.(fields)
		}
	case demo.ShapeByDate:
		for day, all := range list.(fields) {
			for _, b := range all.([]any) {
				found[key{b.(fields)["id"].(string), day}] = b.(fields)
			}
		}
	default:
		for _, b := range list.([]any) {
			found[key{b.(fields)["id"].(string), ""}] = b.(fields)
		}
	}
	return found
}

// spell reads a booking's times.
func spell(t *testing.T, f demo.Form, day string, b fields) (start, end time.Time) {
	t.Helper()
	parse := func(layout, text string) time.Time {
		at, err := time.ParseInLocation(layout, text, berlin)
		if err != nil {
			t.Error(err)
		}
		return at
	}
	switch f.Times {
	case demo.TimesISO:
		return parse(time.RFC3339, b["start"].(string)), parse(time.RFC3339, b["end"].(string))
	case demo.TimesSlash:
		return parse("2006/01/02 15:04", b["start"].(string)), parse("2006/01/02 15:04", b["end"].(string))
	case demo.TimesHHMM:
		if day == "" {
			day = b["date"].(string)
		}
		start = parse("20060102 15:04", day+" "+b["startTime"].(string))
		if b["endTime"] == "24:00" {
			return start, parse("20060102", day).AddDate(0, 0, 1)
		}
		if end = parse("20060102 15:04", day+" "+b["endTime"].(string)); !end.After(start) {
			end = end.AddDate(0, 0, 1)
		}
		return start, end
	default:
		return time.UnixMilli(int64(b["start"].(float64))), time.UnixMilli(int64(b["end"].(float64)))
	}
}

func TestEveryFormSaysTheSame(t *testing.T) {
	office, c := visit(t, demo.Config{})
	day := time.Date(2026, 11, 24, 0, 0, 0, 0, berlin)
	for asked, to := range map[string]time.Time{"20261124": day.AddDate(0, 0, 1), "202611": time.Date(2026, 12, 1, 0, 0, 0, 0, berlin)} {
		from := day
		if len(asked) == 6 {
			from = time.Date(2026, 11, 1, 0, 0, 0, 0, berlin)
		}
		want := map[string]when{}
		for _, b := range office.Bookings(from, to) {
			want[b.ID] = when{b.Room, b.Start, b.End}
		}
		if len(want) < 15 {
			t.Fatalf("only %d bookings", len(want))
		}
		for _, f := range forms() {
			if err := office.SetForm(f); err != nil {
				t.Fatal(err)
			}
			_, text := c.call(http.MethodPost, "getConferenceRoomStatus", token, "yyyyMMdd="+asked)
			if d := cmp.Diff(want, asWritten(t, f, text)); d != "" {
				t.Errorf("%s %+v (-want +got):\n%s", asked, f, d)
			}
		}
	}
}

func forms() []demo.Form {
	var all []demo.Form
	for _, shape := range demo.Shapes() {
		for _, times := range demo.AllTimes() {
			for _, status := range demo.StatusKeys() {
				all = append(all, demo.Form{Shape: shape, Times: times, StatusKey: status})
			}
		}
	}
	return all
}

func TestAFormThatIsUnknownIsRefused(t *testing.T) {
	office, _ := visit(t, demo.Config{})
	before := office.Form()
	for _, f := range []demo.Form{{Shape: "tree"}, {Times: "sundial"}, {StatusKey: "x"}, {Errors: "x"}, {ErrorStatus: 99}, {TokenStatus: 1000}} {
		if err := office.SetForm(f); err == nil {
			t.Errorf("%+v was taken", f)
		}
	}
	if d := cmp.Diff(before, office.Form()); d != "" {
		t.Errorf("the form changed: %s", d)
	}
}

func TestThePeriodIsFoundUnderAnyName(t *testing.T) {
	_, c := visit(t, demo.Config{})
	for form, want := range map[string]bool{
		"yyyyMMdd=20261123": true, "month=202611": true, "": false, "yyyyMMdd=": false,
	} {
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			_, text := c.call(method, "getConferenceRoomStatus", token, form)
			rooms := read[struct{ ConferenceRooms []map[string]json.RawMessage }](t, text).ConferenceRooms
			_, booked := rooms[0]["reservedSchedules"]
			if len(rooms) != 12 || booked != want {
				t.Errorf("%s %q: %d rooms, bookings %v", method, form, len(rooms), booked)
			}
		}
	}
	for _, wrong := range []string{"2026", "20261301", "today", "2026-11-23"} {
		_, text := c.call(http.MethodPost, "getConferenceRoomStatus", token, url.Values{"yyyyMMdd": {wrong}}.Encode())
		if got := refused(t, text); len(got) != 1 {
			t.Errorf("%s: %s", wrong, text)
		}
	}
}

func TestUnreadableEntriesAreThereOnRequest(t *testing.T) {
	for _, shape := range demo.Shapes() {
		_, c := visit(t, demo.Config{Form: demo.Form{Unreadable: true, Shape: shape}})
		_, text := c.call(http.MethodPost, "getConferenceMaster", token, "")
		list := read[map[string]any](t, text)["conferenceRooms"]
		var values []any
		if shape == demo.ShapeMap {
			values = slices.Collect(maps.Values(list.(fields)))
		} else {
			values = list.([]any)
		}
		broken := slices.DeleteFunc(values, func(v any) bool { _, is := v.(fields); return is })
		if len(broken) != 2 {
			t.Errorf("%s: unreadable rooms %v", shape, broken)
		}
		_, text = c.call(http.MethodPost, "getConferenceRoomStatus", token, "yyyyMMdd=20261123")
		if got := countOf(read[any](t, text), "soon"); got != 2 {
			t.Errorf("%s: %d unreadable bookings", shape, got)
		}
	}
}

// countOf counts a text anywhere in JSON.
func countOf(v any, text string) int {
	count := 0
	switch v := v.(type) {
	case fields:
		for _, inner := range v {
			count += countOf(inner, text)
		}
	case []any:
		for _, inner := range v {
			count += countOf(inner, text)
		}
	default:
		if fmt.Sprint(v) == text {
			count++
		}
	}
	return count
}
