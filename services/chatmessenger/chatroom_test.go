package chatmessenger

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/message"
)

func TestASavedChatRoomIsWhatTheServerReturned(t *testing.T) {
	address, _ := serve(t, says(200, jsonKind, `{"chatRoom":{"id":"1564831284702237059","name":"Secret meeting","createUserId":"u1","adminUserId":"u1",
		"isMessageThread":true,"isPublic":false,"memberUids":{"u2":true,"u1":false},"colour":"red"}}`))
	got, err := service(t, address, nil).SaveChatRoom(t.Context(), message.ChatRoom{Name: "Secret meeting"})
	if err != nil {
		t.Fatal(err)
	}
	want := message.ChatRoom{
		ID: "1564831284702237059", Name: "Secret meeting", Creator: "u1", Admin: "u1", Threads: true,
		Members: []message.Member{{UID: "u2", Flag: true}, {UID: "u1"}}, More: map[string]json.RawMessage{"colour": json.RawMessage(`"red"`)},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnAnswerWithoutChatRoomIsNamed(t *testing.T) {
	for _, body := range []string{"", `{}`, `[]`, `{"chatRoom":null}`, `{"chatRoom":"7"}`, `{"chatRoom":{"memberUids":7}}`} {
		address, _ := serve(t, says(200, jsonKind, body))
		_, err := service(t, address, nil).SaveChatRoom(t.Context(), message.ChatRoom{Name: "x"})
		want(t, err, fault.Faulty, CodeNoAnswer)
	}
}

func TestAChatRoomBesideErrorsIsNone(t *testing.T) {
	address, _ := serve(t, says(200, jsonKind, `{"errors":["no chat room 7"],"chatRoom":{"id":"7","name":"x"}}`))
	_, err := service(t, address, nil).SaveChatRoom(t.Context(), message.ChatRoom{ID: "7", Name: "x"})
	if e := asFault(t, err); e.Kind != fault.Refused || e.Words != "no chat room 7" {
		t.Errorf("%v", err)
	}
}
