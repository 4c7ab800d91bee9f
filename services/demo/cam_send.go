package demo

import (
	"encoding/json"
	"fmt"
)

// direct is the word in place of a room's name for messages to people.
const direct = "messenger"

// bulkKeys are names for the room in sendMessages.
//
// undocumented: in all copies of the vendor's page the key is damaged, A.2.2.
var bulkKeys = []string{"sendTo", "send", "to", "panelName", "roomName", "发送"}

// sendMessage is A.2.1.
func (o *Office) sendMessage(c camCall) (any, []refusal) {
	m := readObject("message", c.args.json)
	users := m.object("generalPurposes")
	sent := Sent{Function: SendMessage, Text: m.text("message"), Envelope: m.flag("isOpened")}
	panel, people := m.text("panelName"), list(users.text("users"))
	wrong := append(m.wrong, users.wrong...)
	switch {
	case len(wrong) > 0:
		return nil, wrong
	case panel == "":
		return nil, []refusal{{"panelName", "missing", "panelName is missing"}}
	case panel == direct:
		sent.To = people
	default:
		sent.Room, sent.Mentions = panel, people
	}
	return o.deliver(c, "", sent)
}

// sendMessages is A.2.2.
//
// undocumented: what becomes of the others when one of them is refused. Here none is delivered.
func (o *Office) sendMessages(c camCall) (any, []refusal) {
	var rows []json.RawMessage
	if err := json.Unmarshal(c.args.json, &rows); err != nil || len(rows) == 0 {
		return nil, []refusal{{"messages", "type", "messages is not a list of messages"}}
	}
	all := make([]Sent, len(rows))
	var wrong []refusal
	for i, row := range rows {
		m := readObject(fmt.Sprintf("messages[%d]", i), row)
		users := m.object("property")
		s := Sent{Function: SendMessages, Text: m.text("message"), Envelope: m.flag("isOpened")}
		for _, key := range bulkKeys {
			if room := m.text(key); s.Room == "" && room != direct {
				s.Room = room
			}
		}
		if people := list(users.text("users")); s.Room == "" {
			s.To = people
		} else {
			s.Mentions = people
		}
		all[i] = s
		wrong = append(append(wrong, m.wrong...), users.wrong...)
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	return o.deliver(c, "messages", all...)
}

// deliver accepts messages, all or none. The prefix names the list in refusals, "" for a single one.
//
// undocumented: all that is refused here, and what an accepted message is answered with.
func (o *Office) deliver(c camCall, prefix string, all ...Sent) (any, []refusal) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	var wrong []refusal
	for i, s := range all {
		for _, r := range o.objections(s) {
			if prefix != "" {
				at := fmt.Sprintf("%s[%d]", prefix, i)
				r.Field, r.Words = at+"."+r.Field, at+": "+r.Words
			}
			wrong = append(wrong, r)
		}
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	o.accept(all...)
	if c.form.EmptySuccess {
		return nil, nil
	}
	return map[string]any{"result": true, "count": len(all)}, nil
}

// objections are why a message cannot be delivered. The mutex is held.
func (o *Office) objections(s Sent) []refusal {
	var wrong []refusal
	if s.Text == "" {
		wrong = append(wrong, refusal{"message", "empty", "message is empty"})
	}
	if s.Room == "" && len(s.To) == 0 {
		wrong = append(wrong, refusal{"users", "missing", "users is missing"})
	}
	if s.Room != "" && o.roomNamed(s.Room) < 0 {
		wrong = append(wrong, refusal{"panelName", "no-room", "no chat room of that name: " + s.Room})
	}
	for _, people := range [][]string{s.To, s.Mentions} {
		for _, address := range people {
			if !works(address) {
				wrong = append(wrong, refusal{"users", "no-user", "no such user: " + address})
			}
		}
	}
	return wrong
}
