package message

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const vendorSample = `{"id":"1564831284702237059","name":"Secret meeting","createUserId":"11u1pu9d32p8vuvjoZdd","adminUserId":"11u1pu9d32p8vuvjoZdd",` +
	`"isMessageThread":true,"isPublic":false,"memberUids":{"11u1pu9d32p8vuvjoZdd":true,"1lmn7hoh3s1ja26fsazw":false,"309d32p8vuvjo5euuuwx":false}}`

func sampleRoom() ChatRoom {
	return ChatRoom{
		ID: "1564831284702237059", Name: "Secret meeting", Creator: "11u1pu9d32p8vuvjoZdd", Admin: "11u1pu9d32p8vuvjoZdd", Threads: true,
		Members: []Member{{"11u1pu9d32p8vuvjoZdd", true}, {"1lmn7hoh3s1ja26fsazw", false}, {"309d32p8vuvjo5euuuwx", false}},
	}
}

func TestTheVendorsChatRoomIsReadAndWrittenAsItIs(t *testing.T) {
	var room ChatRoom
	if err := json.Unmarshal([]byte(vendorSample), &room); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sampleRoom(), room); diff != "" {
		t.Error(diff)
	}
	checkWritten(t, room, vendorSample)
}

func checkWritten(t *testing.T, room ChatRoom, want string) {
	t.Helper()
	got, err := json.Marshal(room)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}

func TestANewChatRoomHasNoID(t *testing.T) {
	room := ChatRoom{Name: "A \"b\" <c>", Public: true}
	checkWritten(t, room, `{"name":"A \"b\" \u003cc\u003e","createUserId":"","adminUserId":"","isMessageThread":false,"isPublic":true,"memberUids":{}}`)
}

func TestChatRoomsKeepWhatFoyerDoesNotKnow(t *testing.T) {
	text := `{"z":[1, 2], "name":"A", "memberUids":{"b":false,"a":true,"b":true}, "icon":null, "ID":17, "a<":"x", "isPublic":null}`
	var room ChatRoom
	if err := json.Unmarshal([]byte(text), &room); err != nil {
		t.Fatal(err)
	}
	want := ChatRoom{
		ID: "17", Name: "A", Members: []Member{{"b", true}, {"a", true}},
		More: map[string]json.RawMessage{"z": json.RawMessage("[1, 2]"), "icon": json.RawMessage("null"), "a<": json.RawMessage(`"x"`)},
	}
	if diff := cmp.Diff(want, room); diff != "" {
		t.Error(diff)
	}
	room.More["Name"] = json.RawMessage(`"B"`) // What is known has its own place.
	checkWritten(t, room, `{"id":"17","name":"A","createUserId":"","adminUserId":"","isMessageThread":false,"isPublic":false,"memberUids":{"b":true,"a":true},"a\u003c":"x","icon":null,"z":[1,2]}`)
}

func TestChatRoomsAreReadTolerantly(t *testing.T) {
	for text, want := range map[string]ChatRoom{
		`{}`:                         {},
		`{"memberUids":null}`:        {},
		`{"memberUids":["b","a"]}`:   {Members: []Member{{UID: "b"}, {UID: "a"}}},
		`{"id":1564831284702237059}`: {ID: "1564831284702237059"},
		`{"id":null,"name":null}`:    {},
		`null`:                       {Name: "before"},
	} {
		room := ChatRoom{Name: "before"}
		if err := json.Unmarshal([]byte(text), &room); err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if diff := cmp.Diff(want, room); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}

func TestWhatIsNoChatRoomIsAnError(t *testing.T) {
	for _, text := range []string{`[]`, `"x"`, `{"name":1}`, `{"id":1.5}`, `{"id":-1}`, `{"id":{}}`, `{"id":true}`, `{"isPublic":"yes"}`, `{"memberUids":1}`, `{"memberUids":{"a":1}}`, `{"memberUids":[1]}`, `{"memberUids":{"a":"x"}`} {
		room := ChatRoom{Name: "before"}
		if err := json.Unmarshal([]byte(text), &room); err == nil {
			t.Errorf("%s is %+v", text, room)
		}
		if room.Name != "before" {
			t.Errorf("%s changed the room", text)
		}
	}
	if _, err := json.Marshal(ChatRoom{More: map[string]json.RawMessage{"a": json.RawMessage("{")}}); err == nil || !strings.Contains(err.Error(), "a") {
		t.Errorf("a broken field is written: %v", err)
	}
}
