package chatmessenger

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"time"

	"foyer/services/fault"
	"foyer/services/transport"
)

// Checked is what a successful Check found.
type Checked struct {
	Took time.Duration
	// Rooms counts the conference rooms that could be read, Unreadable the entries that could not.
	Rooms, Unreadable int
	// OpenLock says that the token crossed a network that is not private without encryption.
	OpenLock bool
}

// Check asks for the conference rooms, which changes nothing, to learn whether URL and token are right.
func (s *Service) Check(ctx context.Context) (Checked, error) {
	answer, rooms, err := s.master(ctx, "testing the connection")
	if err != nil {
		return Checked{}, err
	}
	return Checked{Took: answer.Took, Rooms: len(rooms.found.Rooms), Unreadable: rooms.found.Unreadable, OpenLock: answer.OpenLock}, nil
}

// Master returns the conference rooms.
func (s *Service) Master(ctx context.Context) (Rooms, error) {
	_, rooms, err := s.master(ctx, "reading the conference rooms")
	return rooms.found, err
}

// master asks the functions that name the rooms in turn, as long as a server does not know them.
func (s *Service) master(ctx context.Context, op string) (answer transport.Answer, rooms decoded, err error) {
	for _, function := range []string{"getConferenceMaster", "getConferenceRooms", "getConferenceRoomStatus"} {
		answer, rooms, err = s.rooms(ctx, ask{op: op, function: function, reads: true}, "")
		if known, ok := errors.AsType[*fault.Error](err); !ok || known.Status != http.StatusNotFound {
			break
		}
	}
	return answer, rooms, err
}

var dayOrMonth = regexp.MustCompile(`^\d{6}(\d{2})?$`)

// Status returns the conference rooms with what is booked in them on a day (yyyyMMdd), in a month
// (yyyyMM), or, for "", as the server chooses.
func (s *Service) Status(ctx context.Context, when string) (Rooms, error) {
	rooms, err := s.status(ctx, when)
	return rooms.found, err
}

func (s *Service) status(ctx context.Context, when string) (decoded, error) {
	const op = "reading what is booked"
	a := ask{op: op, function: "getConferenceRoomStatus", reads: true}
	if when != "" {
		if !dayOrMonth.MatchString(when) {
			return decoded{}, &fault.Error{Op: op, Service: s.name, Kind: fault.Invalid, Code: CodeBadDay, Words: when}
		}
		a.form = url.Values{s.dialect.StatusParam: {when}}
	}
	_, rooms, err := s.rooms(ctx, a, when)
	return rooms, err
}

func (s *Service) rooms(ctx context.Context, a ask, when string) (transport.Answer, decoded, error) {
	answer, document, err := s.call(ctx, a)
	if err != nil {
		return answer, decoded{}, err
	}
	return answer, s.dialect.decode(document, when, s.zone), nil
}
