package demo

import (
	"encoding/json"
	"maps"
	"strconv"
)

// updateChatRoom is A.2.4. What is not given stays as it is, and what the office does not know is
// kept.
//
// undocumented: the field's name, what is refused, and who has created a room that does not say so.
func (o *Office) updateChatRoom(c camCall) (any, []refusal) {
	given := readObject("chatRoom", c.args.json)
	id, name := given.text("id"), given.text("name")
	for _, key := range []string{"createUserId", "adminUserId"} {
		given.text(key)
	}
	for _, key := range []string{"isMessageThread", "isPublic"} {
		given.flag(key)
	}
	var members map[string]bool
	given.read("memberUids", &members, "an object of true and false")
	if given.has("name") || id == "" {
		switch name {
		case "":
			given.refuse("name", "missing", "name is missing")
		case direct:
			given.refuse("name", "reserved", "a chat room cannot be called "+direct)
		}
	}
	if len(given.wrong) > 0 {
		return nil, given.wrong
	}
	o.mutex.Lock()
	defer o.mutex.Unlock()
	room := o.newRoom()
	at := len(o.state.ChatRooms)
	if id != "" {
		if at = o.roomWithID(id); at < 0 {
			return nil, []refusal{{"id", "no-room", "no chat room with the id " + id}}
		}
		room = maps.Clone(o.state.ChatRooms[at])
	}
	delete(given.members, "id")
	for key, value := range given.members {
		if given.has(key) {
			room[key] = value
		}
	}
	if at == len(o.state.ChatRooms) {
		o.state.NextID++
		o.state.ChatRooms = append(o.state.ChatRooms, room)
	} else {
		o.state.ChatRooms[at] = room
	}
	o.accept(Sent{Function: UpdateChatRoom, Room: room.text("name")})
	return map[string]any{"chatRoom": room}, nil
}

// newRoom is a room of which nothing was said yet. The mutex is held.
func (o *Office) newRoom() chatRoom {
	creator := office.People[0].UID
	return chatRoom{
		"id":              raw(strconv.FormatInt(o.state.NextID, 10)),
		"createUserId":    raw(creator),
		"adminUserId":     raw(creator),
		"isMessageThread": raw(false),
		"isPublic":        raw(false),
		"memberUids":      raw(map[string]bool{creator: true}),
	}
}

// roomWithID and roomNamed return the number of a room, -1 for none. The mutex is held.
func (o *Office) roomWithID(id string) int { return o.roomWhere("id", id) }

// undocumented: which of two rooms with the same name is meant. Here it is the older one.
func (o *Office) roomNamed(name string) int { return o.roomWhere("name", name) }

func (o *Office) roomWhere(key, value string) int {
	for i, room := range o.state.ChatRooms {
		if room.text(key) == value {
			return i
		}
	}
	return -1
}

func (r chatRoom) text(key string) string {
	var s string
	if json.Unmarshal(r[key], &s) != nil {
		return ""
	}
	return s
}

// ChatRooms returns the chat rooms as updateChatRoom answers with them.
func (o *Office) ChatRooms() []json.RawMessage {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	all := make([]json.RawMessage, len(o.state.ChatRooms))
	for i, room := range o.state.ChatRooms {
		all[i] = raw(room)
	}
	return all
}
