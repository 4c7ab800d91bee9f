package meeting

import (
	"encoding/json"
	"io"
	"strings"
)

// ReadJSON reads attendees in the form of the API: {"attendees":[…]}, an array, or one attendee. Names
// are the API's own, in its capitals; members of other names are left out and counted in Unread. An
// attendee with a member of another type, with a role that there is not, or with an extension behind a
// number is rejected with the line at which it begins, and where the file is no JSON any more, what was
// read before is kept. The error is a *fault.Error, and only for input that cannot be read.
func ReadJSON(r io.Reader) (Reading, error) {
	text, err := readInput(r)
	if err != nil {
		return Reading{}, err
	}
	return readAttendees(text), nil
}

// jsonReader reads attendees one after the other.
type jsonReader struct {
	Reading
	text string
	in   *json.Decoder
	// at and line are up to where lines were counted.
	at, line int
}

func readAttendees(text string) Reading {
	j := jsonReader{text: text, in: json.NewDecoder(strings.NewReader(text)), line: 1}
	j.document()
	return j.Reading
}

// document finds the array of attendees.
func (j *jsonReader) document() {
	first, err := j.in.Token()
	switch {
	case err != nil:
		if strings.TrimSpace(j.text) != "" {
			j.broken()
		}
	case first == json.Delim('['):
		j.array()
	case first == json.Delim('{'):
		j.object()
	default:
		j.reject(0, ReasonWrongType)
	}
}

// object reads an object that has the attendees as a member, or is one.
func (j *jsonReader) object() {
	single := make(map[string]json.RawMessage)
	found := false
	for j.in.More() {
		name, err := j.in.Token()
		if err != nil {
			j.broken()
			return
		}
		if name == "attendees" && !found {
			found = true
			if !j.member() {
				return
			}
			continue
		}
		var value json.RawMessage
		if err := j.in.Decode(&value); err != nil {
			j.broken()
			return
		}
		single[name.(string)] = value
	}
	if _, err := j.in.Token(); err != nil {
		j.broken()
		return
	}
	if !found {
		j.attendee(0, single)
		return
	}
	for name := range single {
		j.unread(name)
	}
}

// member reads the value of attendees; it is false where the JSON ends.
func (j *jsonReader) member() bool {
	begin := j.begin()
	switch token, err := j.in.Token(); {
	case err != nil:
		j.broken()
		return false
	case token == json.Delim('['):
		return j.array()
	case token == json.Delim('{'):
		j.reject(begin, ReasonWrongType)
		return false
	case token != nil:
		j.reject(begin, ReasonWrongType)
	}
	return true
}

// array reads the attendees behind a [; it is false where the JSON ends, or nothing more is taken.
func (j *jsonReader) array() bool {
	for j.in.More() && !j.full() {
		begin := j.begin()
		var raw json.RawMessage
		if err := j.in.Decode(&raw); err != nil {
			j.broken()
			return false
		}
		var members map[string]json.RawMessage
		if err := json.Unmarshal(raw, &members); err != nil || members == nil {
			j.reject(begin, ReasonWrongType)
			continue
		}
		j.attendee(begin, members)
	}
	if j.full() {
		return false
	}
	if _, err := j.in.Token(); err != nil {
		j.broken()
		return false
	}
	return true
}

// attendee reads one attendee that begins at a byte.
func (j *jsonReader) attendee(begin int, members map[string]json.RawMessage) {
	var a Attendee
	for _, column := range Columns {
		value, given := members[string(column)]
		if !given {
			continue
		}
		if reason := a.member(column, value); reason != "" {
			j.reject(begin, reason)
			return
		}
		delete(members, string(column))
	}
	if a == (Attendee{}) {
		j.reject(begin, ReasonNoWay)
		return
	}
	for name := range members {
		j.unread(name)
	}
	j.add(Row{Attendee: a.tidy(), Line: j.lineOf(begin)})
}

// member reads the value of one member.
func (a *Attendee) member(column Column, value json.RawMessage) Reason {
	if f := a.field(column); f != nil {
		if json.Unmarshal(value, f) != nil {
			return ReasonWrongType
		}
		switch column {
		case ColumnPhone, ColumnPhone2, ColumnPhone3, ColumnSMS:
			if _, ok := parseNumber(*f); !ok && hasExtension(*f) {
				return ReasonExtension
			}
		}
		return ""
	}
	var n *int
	if json.Unmarshal(value, &n) != nil {
		return ReasonWrongType
	}
	if n == nil {
		return ""
	}
	role, ok := RoleOf(*n)
	if !ok {
		return ReasonRole
	}
	a.Role = role
	return ""
}

// begin returns where the next value begins.
func (j *jsonReader) begin() int {
	at := int(j.in.InputOffset())
	return at + len(j.text[at:]) - len(strings.TrimLeft(j.text[at:], ", \t\r\n:"))
}

// lineOf returns the line of a byte; bytes are asked for in their order.
func (j *jsonReader) lineOf(at int) int {
	if at < j.at {
		return 1 + strings.Count(j.text[:at], "\n")
	}
	j.line += strings.Count(j.text[j.at:at], "\n")
	j.at = at
	return j.line
}

// reject rejects what begins at a byte and ends where the decoder is.
func (j *jsonReader) reject(begin int, why Reason) {
	end := max(begin, int(j.in.InputOffset()))
	j.Rejected = append(j.Rejected, Rejected{Line: j.lineOf(begin), Text: shortened(j.text[begin:end]), Reason: why})
}

// broken rejects all that the decoder has not read.
func (j *jsonReader) broken() {
	begin := min(j.begin(), len(j.text))
	j.Rejected = append(j.Rejected, Rejected{Line: j.lineOf(begin), Text: shortened(j.text[begin:]), Reason: ReasonJSON})
}
