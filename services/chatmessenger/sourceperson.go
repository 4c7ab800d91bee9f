package chatmessenger

import (
	"encoding/json"
	"net/mail"
	"strings"

	"foyer/services/room"
)

// Where an object for a person has its name and its address. undocumented: both.
var (
	personNames = Names{"name", "displayName", "userName"}
	personMails = Names{"email", "mail", "address", "mailAddress"}
	personIDs   = Names{"uid", "id"}
)

// parties reads who booked and who takes part.
func (x *decoder) parties(o object) parties {
	var p parties
	for _, name := range x.Booking.Owner {
		value, ok := o.named(name)
		if !ok {
			continue
		}
		who := x.personOf(value)
		if p.owner.Name == "" && who.Name != "" && (p.owner.Email == "" || !isID(name)) {
			p.owner.Name = who.Name
		}
		if p.owner.Email == "" {
			p.owner.Email = who.Email
		}
	}
	if p.owner.Email == "" {
		address, _ := o.text(x.Booking.OwnerMail)
		p.owner.Email = personIn(address).Email
	}
	if list, ok := o.first(x.Booking.Members, isAny); ok {
		p.members = x.peopleIn(list)
	}
	return p
}

// isID reports whether a member's name is that of an internal id, which says nothing beside an address.
func isID(name string) bool { return strings.HasSuffix(name, "Id") || strings.HasSuffix(name, "ID") }

// personOf reads a person who is a text or an object.
func (x *decoder) personOf(value json.RawMessage) room.Person {
	o, ok := members(value)
	if !ok {
		return personIn(x.scalar(value))
	}
	name, _ := o.text(personNames)
	who := personIn(name)
	if address, ok := o.text(personMails); ok && who.Email == "" {
		who.Email = personIn(address).Email
		if who.Email == "" && who.Name == "" {
			who.Name = address
		}
	}
	if who == (room.Person{}) {
		id, _ := o.text(personIDs)
		who = personIn(id)
	}
	return who
}

// personIn reads a name, an address, or both.
func personIn(text string) room.Person {
	if !strings.Contains(text, "@") {
		return room.Person{Name: text}
	}
	if strings.ContainsAny(text, "<\"") {
		if a, err := mail.ParseAddress(text); err == nil {
			return room.Person{Name: a.Name, Email: a.Address}
		}
		return room.Person{Name: text}
	}
	if strings.ContainsAny(text, " \t") {
		return room.Person{Name: text}
	}
	return room.Person{Email: text}
}

// peopleIn reads people in all the forms that attendees does.
func (x *decoder) peopleIn(value json.RawMessage) []room.Person {
	list, ok := x.elements(value)
	if !ok {
		names := x.attendees(value)
		all := make([]room.Person, 0, len(names))
		for _, name := range names {
			all = append(all, personIn(name))
		}
		return all
	}
	all := make([]room.Person, 0, len(list))
	for _, element := range list {
		if who := x.personOf(element); who != (room.Person{}) {
			all = append(all, who)
		}
	}
	return all
}
