package message

import (
	"maps"
	"strings"
)

// member is what a member of an object in a JSON batch holds.
type member int

const (
	memText member = iota + 1
	memUsers
	memGroup // an object that has users in it
	memMentions
	memEnvelope
	memRoom
	memTarget // a chat room, or people when it has addresses
)

// members are the names that are known. undocumented: the key of the chat room in sendMessages; in the
// one complete copy of the vendor's sample a translator has turned it into 发送.
var members = map[string]member{
	"message": memText, "text": memText,
	"users": memUsers, "property": memGroup, "generalPurposes": memGroup, "generalpurposes": memGroup,
	"mentions": memMentions, "isOpened": memEnvelope, "isopened": memEnvelope, "envelope": memEnvelope,
	"room": memRoom, "panelName": memRoom, "panelname": memRoom, "roomName": memRoom, "roomname": memRoom,
	"sendTo": memTarget, "sendto": memTarget, "send": memTarget, "to": memTarget, "发送": memTarget,
}

// withRooms returns the members with further names for the chat room.
func withRooms(keys []string) map[string]member {
	all := maps.Clone(members)
	for _, k := range keys {
		if _, known := all[k]; !known && k != "" {
			all[k] = memTarget
		}
	}
	return all
}

// readObject makes a row of a valid JSON object.
func readObject(object []byte, known map[string]member) Row {
	var d draft
	for key, value := range eachMember(object) {
		m, found := known[key]
		if !found {
			m = known[strings.ToLower(key)]
		}
		d.member(m, key, value)
	}
	return d.row()
}

// member takes the value of a member.
func (d *draft) member(m member, key string, value []byte) {
	switch m {
	case memText:
		d.text = d.scalar(key, value)
	case memUsers:
		d.users = merged(d.users, d.people(key, value))
	case memMentions:
		d.mentions = merged(d.mentions, d.people(key, value))
	case memRoom:
		d.room(d.scalar(key, value))
	case memEnvelope:
		d.seal(d.word(key, value))
	case memGroup:
		d.group(key, value)
	case memTarget:
		d.target(key, value)
	}
}

// group takes the users in an object.
func (d *draft) group(key string, value []byte) {
	if value[0] != '{' {
		d.unlessNull(key, value)
		return
	}
	for inner, value := range eachMember(value) {
		if inner == "users" {
			d.users = merged(d.users, d.people(key+"."+inner, value))
		}
	}
}

// target takes people when all of the value are addresses, else a chat room.
func (d *draft) target(key string, value []byte) {
	if value[0] == '[' {
		d.users = merged(d.users, d.people(key, value))
		return
	}
	name := d.scalar(key, value)
	read := ReadRecipients(name)
	for _, r := range read {
		if !r.Valid {
			d.room(name)
			return
		}
	}
	for _, r := range read {
		d.users = merged(d.users, []string{r.Address})
	}
}

// people reads a string with addresses, or an array of them.
func (d *draft) people(key string, value []byte) []string {
	if value[0] != '[' {
		return addresses(d.scalar(key, value))
	}
	var list []string
	for _, v := range eachValue(value) {
		list = merged(list, addresses(d.scalar(key, v)))
	}
	return list
}

// scalar returns a string, a number as it is written, and "" for null.
func (d *draft) scalar(key string, value []byte) string {
	switch c := value[0]; {
	case c == '"':
		return unquoted(value)
	case c == '-' || c >= '0' && c <= '9':
		return string(value)
	default:
		d.unlessNull(key, value)
		return ""
	}
}

// word returns a value as the word that stands there.
func (d *draft) word(key string, value []byte) string {
	switch value[0] {
	case 't', 'f':
		return string(value)
	default:
		return d.scalar(key, value)
	}
}

func (d *draft) unlessNull(key string, value []byte) {
	if value[0] != 'n' {
		d.problem(ProblemBadValue, key)
	}
}
