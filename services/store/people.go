package store

import (
	"context"
	"database/sql"
	"fmt"

	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/person"
)

// ImportPeople keeps a link for each person, all of them or, after an error, none. Persons who are
// kept already are merged as SaveLink does, but keep their place in the list. A person with only a
// SIP address becomes a meeting link; one without any address is an error that names the line.
// source is the name of the file they came from.
func (s *Store) ImportPeople(ctx context.Context, people []person.Person, source string) (added, merged int, err error) {
	const op = "importing people"
	links := make([]link.Saved, len(people))
	for i, p := range people {
		t, err := target(p)
		if err != nil {
			return 0, 0, &fault.Error{Op: op, Service: service, Kind: fault.Invalid, Code: CodeNoKey, Err: fmt.Errorf("line %d: %w", p.Line, err)}
		}
		links[i] = link.Saved{Target: t, Phone: p.Phone, Source: source}
	}
	err = s.change(ctx, op, func(tx *sql.Tx) error {
		if len(links) == 0 {
			return errSame
		}
		added, merged = 0, 0
		k := keeper{ctx: ctx, tx: tx, now: s.now()}
		for i, l := range links {
			_, isNew, err := k.keep(l)
			if err != nil {
				return fmt.Errorf("line %d: %w", people[i].Line, err)
			}
			if isNew {
				added++
			} else {
				merged++
			}
		}
		return nil
	})
	if err != nil {
		return 0, 0, err
	}
	return added, merged, nil
}

func target(p person.Person) (link.Target, error) {
	read, address := link.NewPerson, p.Email
	if address == "" {
		read, address = link.NewMeeting, p.SIP
	}
	t, err := read(address)
	if err != nil {
		return t, err
	}
	t.Name = either(p.Name, t.Name)
	t.SIP = either(p.SIP, t.SIP)
	return t, nil
}
