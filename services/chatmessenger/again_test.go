package chatmessenger

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestWhatIsReadInAnothersRoomIsTheSame(t *testing.T) {
	documents := []string{
		`{}`, `{"id":1,"title":"x"}`, `{"\u0069d":1,"title":"x","a":[1,2]}`, `{"\\u0069d":1}`, `{"title":1,"id":"x"}`, `{"a\"b":1}`, `{"a\\":"\\","b":"\\\""}`, `{"":0}`,
		`[]`, `[1]`, `["\\",",]"]`, `[[1,2],[3]]`, `{"a":1`, `{1:2}`, `[1 2]`, `null`, ``,
	}
	for _, first := range documents {
		for _, second := range documents {
			var a again
			a.members(json.RawMessage(first))
			a.elements(json.RawMessage(first))
			o, isObject := a.members(json.RawMessage(second))
			list, isList := a.elements(json.RawMessage(second))
			wantObject, wasObject := members(json.RawMessage(second))
			wantList, wasList := elements(json.RawMessage(second))
			if diff := cmp.Diff([]any{wantObject, wasObject, wantList, wasList}, []any{o, isObject, list, isList}, cmp.AllowUnexported(member{}), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%s after %s: %s", second, first, diff)
			}
			for _, text := range []string{second, first, second} {
				if got := a.scalar(json.RawMessage(text)); got != scalar(json.RawMessage(text)) {
					t.Errorf("%s after %s is %q", text, first, got)
				}
			}
		}
	}
}

func TestBookingsKeepWhatWasReadOfThem(t *testing.T) {
	document := `[{"name":"Small","reserved":[{"start":1564621200000,"id":"1","title":"Plan","members":["a@example.com","b@example.com"],"owner":"Chen Wei"},` +
		`{"start":1564624800000,"id":"2","title":"Talk","members":["c@example.com"],"owner":"Barbara Example"},{"id":"3"}]}]`
	x := DefaultDialect().decode(json.RawMessage(document), "", time.UTC)
	var got []string
	for i, b := range x.found.Rooms[0].Bookings {
		got = append(got, fmt.Sprint(b.ID, b.Title, b.Members, b.Owner, x.people[i].members, x.people[i].owner.Name))
	}
	want := []string{
		"1Plan[a@example.com b@example.com]Chen Wei[a@example.com b@example.com]Chen Wei",
		"2Talk[c@example.com]Barbara Example[c@example.com]Barbara Example",
	}
	if diff := cmp.Diff(want, got); diff != "" || x.found.Unreadable != 1 {
		t.Error(diff, x.found.Unreadable)
	}
}

func TestAMomentAtAGlanceIsTheOneThatIsRead(t *testing.T) {
	x := &decoder{Dialect: DefaultDialect(), zone: time.UTC}
	for _, text := range []string{"1564621200000", "9999999999999", "1000000000000", "0001564621200", "156462120000", "15646212000000", "-564621200000", "1564621200.00", "15646212000e1"} {
		quoted := x.read(json.RawMessage(`"`+text+`"`), deepest)
		if diff := cmp.Diff(quoted, x.read(json.RawMessage(text), deepest), cmp.AllowUnexported(moment{})); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}
