package chatmessenger

import (
	"context"
	"encoding/json"
	"net/url"

	"foyer/services/fault"
	"foyer/services/message"
)

// SaveChatRoom creates the chat room, or updates the one with r's ID, and returns it as the server did.
// Without a room in the answer the error has CodeNoAnswer, although the server accepted the call.
func (s *Service) SaveChatRoom(ctx context.Context, r message.ChatRoom) (message.ChatRoom, error) {
	const op = "saving a chat room"
	if err := s.invalid(op, r.Check()); err != nil {
		return message.ChatRoom{}, err
	}
	body, err := json.Marshal(r)
	if err != nil {
		return message.ChatRoom{}, &fault.Error{Op: op, Service: s.name, Kind: fault.Invalid, Err: err}
	}
	answer, document, err := s.call(ctx, ask{op: op, function: "updateChatRoom", form: url.Values{s.dialect.ChatRoom: {string(body)}}})
	if err != nil {
		return message.ChatRoom{}, err
	}
	none := &fault.Error{Op: op, Service: s.name, Kind: fault.Faulty, Status: answer.Status, Code: CodeNoAnswer}
	object, _ := members(document)
	value, ok := object.named("chatRoom")
	if !ok {
		return message.ChatRoom{}, none
	}
	var saved message.ChatRoom
	if err := json.Unmarshal(value, &saved); err != nil {
		return message.ChatRoom{}, none // the cause could repeat what the room holds
	}
	return saved, nil
}
