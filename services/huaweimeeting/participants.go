package huaweimeeting

import (
	"context"
	"net/http"

	"foyer/services/meeting"
)

// HangUp ends the calls of these participants; they stay invited.
func (s *Service) HangUp(ctx context.Context, access meeting.Access, pids []string) error {
	const op = "hanging up"
	id, err := s.meetingID(op, access.ID)
	if err != nil {
		return err
	}
	if len(pids) == 0 {
		return s.invalid(op, CodeNobody)
	}
	body := struct {
		PIDs []string `json:"bulkHangUpParticipants"`
	}{pids}
	_, err = s.inControl(ctx, access, ask{
		op: op, method: http.MethodPost, path: "/v1/mmc/control/conferences/participants/delete", query: inMeeting(id), body: body,
	})
	return err
}

// Remove takes people off the list of the invited, and out of the meeting.
func (s *Service) Remove(ctx context.Context, access meeting.Access, people []meeting.Removal) error {
	const op = "removing attendees"
	id, err := s.meetingID(op, access.ID)
	if err != nil {
		return err
	}
	if len(people) == 0 {
		return s.invalid(op, CodeNobody)
	}
	type removal struct {
		Number string `json:"number"`
		PID    string `json:"participantID,omitempty"`
	}
	var body struct {
		People []removal `json:"bulkDelAttendInfo"`
	}
	var attendees []meeting.Attendee
	for _, p := range people {
		body.People = append(body.People, removal{p.Number, p.PID})
		attendees = append(attendees, meeting.Attendee{Phone: p.Number})
	}
	_, err = s.inControl(ctx, access, ask{
		op: op, method: http.MethodPost, path: "/v1/mmc/control/conferences/attendees/delete", query: inMeeting(id), body: body,
		secrets: private(attendees),
	})
	return err
}
