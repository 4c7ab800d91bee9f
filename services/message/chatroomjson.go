package message

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// vendorRoom are the fields of a chat room that the vendor's sample has, but for the members, whose
// order encoding/json would lose.
type vendorRoom struct {
	ID      looseID         `json:"id,omitempty"`
	Name    string          `json:"name"`
	Creator looseID         `json:"createUserId"`
	Admin   looseID         `json:"adminUserId"`
	Threads bool            `json:"isMessageThread"`
	Public  bool            `json:"isPublic"`
	Members json.RawMessage `json:"memberUids"`
}

var vendorRoomFields = []string{"id", "name", "createUserId", "adminUserId", "isMessageThread", "isPublic", "memberUids"}

// isVendorField tells whether encoding/json takes key for one of vendorRoom's.
func isVendorField(key string) bool {
	return slices.ContainsFunc(vendorRoomFields, func(f string) bool { return strings.EqualFold(f, key) })
}

// looseID is an id that the vendor writes as a string. undocumented: in an answer it may be a number.
type looseID string

// UnmarshalJSON reads a string or a number.
func (id *looseID) UnmarshalJSON(data []byte) error {
	if number := json.Number(data); len(data) > 0 && data[0] != '"' && data[0] != 'n' {
		if _, err := strconv.ParseUint(number.String(), 10, 64); err != nil {
			return fmt.Errorf("an id is no text: %w", err)
		}
		*id = looseID(data)
		return nil
	}
	return json.Unmarshal(data, (*string)(id))
}

// MarshalJSON writes the vendor's form: the members in their order, unknown fields behind the known
// ones, and no id for a room that is to be created.
func (c ChatRoom) MarshalJSON() ([]byte, error) {
	members, err := c.marshalMembers()
	if err != nil {
		return nil, err
	}
	known, err := json.Marshal(vendorRoom{
		ID: looseID(c.ID), Name: c.Name, Creator: looseID(c.Creator), Admin: looseID(c.Admin), Threads: c.Threads, Public: c.Public, Members: members,
	})
	if err != nil {
		return nil, err
	}
	b := bytes.NewBuffer(known[:len(known)-1])
	for _, key := range slices.Sorted(maps.Keys(c.More)) {
		if isVendorField(key) {
			continue
		}
		if err := writeMember(b, key, c.More[key]); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func (c ChatRoom) marshalMembers() ([]byte, error) {
	b := bytes.NewBufferString("{")
	for _, m := range c.Members {
		if err := writeMember(b, m.UID, m.Flag); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// writeMember writes a member of an object whose last byte so far is the opening brace or a value's.
func writeMember(b *bytes.Buffer, key string, value any) error {
	name, err := json.Marshal(key)
	if err != nil {
		return err
	}
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	if b.Bytes()[b.Len()-1] != '{' {
		b.WriteByte(',')
	}
	b.Write(name)
	b.WriteByte(':')
	b.Write(text)
	return nil
}

// UnmarshalJSON reads the vendor's form, with the members in the order in which they stand there and
// every field that is not known. A member that is there twice counts once, with its last value.
func (c *ChatRoom) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil // as encoding/json does
	}
	var room vendorRoom
	if err := json.Unmarshal(data, &room); err != nil {
		return fmt.Errorf("reading a chat room: %w", err)
	}
	var more map[string]json.RawMessage
	if err := json.Unmarshal(data, &more); err != nil {
		return fmt.Errorf("reading a chat room: %w", err)
	}
	maps.DeleteFunc(more, func(key string, _ json.RawMessage) bool { return isVendorField(key) })
	members, err := readMembers(room.Members)
	if err != nil {
		return fmt.Errorf("reading the members of a chat room: %w", err)
	}
	*c = ChatRoom{
		ID: string(room.ID), Name: room.Name, Creator: string(room.Creator), Admin: string(room.Admin), Threads: room.Threads, Public: room.Public, Members: members,
	}
	if len(more) > 0 {
		c.More = more
	}
	return nil
}

// readMembers reads the map of the members. undocumented: an array of user ids is read too.
func readMembers(data json.RawMessage) ([]Member, error) {
	switch {
	case len(data) == 0 || data[0] == 'n':
		return nil, nil
	case data[0] == '[':
		var uids []string
		err := json.Unmarshal(data, &uids)
		var list []Member
		for _, uid := range uids {
			list = append(list, Member{UID: uid})
		}
		return list, err
	case data[0] != '{':
		return nil, fmt.Errorf("%.20s is no map", data)
	}
	var list []Member
	at := make(map[string]int)
	for uid, value := range eachMember(data) {
		var flag bool
		if err := json.Unmarshal(value, &flag); err != nil {
			return nil, fmt.Errorf("%s: %w", uid, err)
		}
		if i, again := at[uid]; again {
			list[i].Flag = flag
			continue
		}
		at[uid] = len(list)
		list = append(list, Member{UID: uid, Flag: flag})
	}
	return list, nil
}
