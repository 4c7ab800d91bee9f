package demo_test

import (
	"encoding/json"
	"net/http"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/demo"
)

type fields = map[string]any

func (c client) save(room fields) fields {
	c.t.Helper()
	status, text := c.post("updateChatRoom", "chatRoom", room)
	answer := read[struct {
		Errors   []string
		ChatRoom fields
	}](c.t, text)
	if status != http.StatusOK || answer.Errors != nil {
		c.t.Fatalf("%d %s", status, text)
	}
	return answer.ChatRoom
}

func TestAChatRoomWithoutIDIsCreated(t *testing.T) {
	office, c := visit(t, demo.Config{})
	got := c.save(fields{"name": "Secret meeting", "isPublic": false, "memberUids": fields{"11u1pu9d32p8vuvjoZdd": true, "1lmn7hoh3s1ja26fsazw": false}})
	id, _ := got["id"].(string)
	if len(id) != 19 || got["createUserId"] == "" {
		t.Errorf("created %v", got)
	}
	if status, text := c.call(http.MethodPost, "sendMessage", token, `message={"panelName":"Secret meeting","message":"Hello"}`); status != http.StatusOK || refused(t, text) != nil {
		t.Errorf("a message to it: %d %s", status, text)
	}
	if other := c.save(fields{"name": "Secret meeting"}); other["id"] == id {
		t.Errorf("two rooms have the id %s", id)
	}
	if got := len(office.ChatRooms()); got != 5 {
		t.Errorf("%d chat rooms", got)
	}
}

func TestAnUpdateKeepsWhatItDoesNotName(t *testing.T) {
	_, c := visit(t, demo.Config{})
	room := c.save(fields{"name": "Parcels", "isMessageThread": true, "colour": "red", "memberUids": fields{"a": true, "b": false}})
	want := fields{}
	for key, value := range room {
		want[key] = value
	}
	want["name"], want["isPublic"], want["memberUids"] = "Letters", true, fields{"a": true, "c": false}
	got := c.save(fields{"id": room["id"], "name": "Letters", "isPublic": true, "memberUids": fields{"a": true, "c": false}, "colour": nil})
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("updated (-want +got):\n%s", d)
	}
}

func TestChatRoomsThatAreRefused(t *testing.T) {
	office, c := visit(t, demo.Config{})
	before := office.ChatRooms()
	for name, test := range map[string]struct {
		room fields
		want []string
	}{
		"no name":       {fields{"isPublic": true}, []string{"name is missing"}},
		"reserved name": {fields{"name": "messenger"}, []string{"a chat room cannot be called messenger"}},
		"unknown id":    {fields{"id": "1", "name": "x"}, []string{"no chat room with the id 1"}},
		"other types": {fields{"name": "x", "isPublic": "yes", "memberUids": []string{"a"}},
			[]string{"chatRoom.isPublic is not true or false", "chatRoom.memberUids is not an object of true and false"}},
	} {
		_, text := c.post("updateChatRoom", "chatRoom", test.room)
		if d := cmp.Diff(test.want, refused(t, text)); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
	if d := cmp.Diff(before, office.ChatRooms()); d != "" {
		t.Errorf("the rooms changed:\n%s", d)
	}
}

func TestThereAreThreeChatRoomsWithMembers(t *testing.T) {
	office, _ := visit(t, demo.Config{})
	uids := map[string]bool{}
	for _, p := range office.People() {
		uids[p.UID] = true
	}
	if len(uids) != 40 || len(office.ChatRooms()) != 3 {
		t.Fatalf("%d people, %d chat rooms", len(uids), len(office.ChatRooms()))
	}
	for _, text := range office.ChatRooms() {
		room := read[struct {
			Name, CreateUserID string
			MemberUIDs         map[string]bool
		}](t, string(text))
		if room.Name == "" || len(room.MemberUIDs) < 9 || !room.MemberUIDs[room.CreateUserID] {
			t.Errorf("room %s", text)
		}
		for uid := range room.MemberUIDs {
			if !uids[uid] {
				t.Errorf("%s: nobody is %s", room.Name, uid)
			}
		}
	}
}

func TestMembersComeBackAsTheyWereSent(t *testing.T) {
	_, c := visit(t, demo.Config{})
	_, text := c.call(http.MethodPost, "updateChatRoom", token, `chatRoom={"name":"Order","memberUids":{"z":true,"a":false}}`)
	got := read[struct {
		ChatRoom struct {
			MemberUids json.RawMessage `json:"memberUids"`
		} `json:"chatRoom"`
	}](t, text).ChatRoom.MemberUids
	if want := `{"z":true,"a":false}`; string(got) != want {
		t.Errorf("members %s, want %s", got, want)
	}
}

func milliseconds(t time.Time) string { return string(mustJSON(t.UnixMilli())) }

func mustJSON(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return data
}
