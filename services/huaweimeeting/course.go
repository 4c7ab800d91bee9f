package huaweimeeting

import (
	"context"
	"net/http"

	"foyer/services/meeting"
)

// Start activates a scheduled meeting. The guests' password does so only if guests may start it.
func (s *Service) Start(ctx context.Context, access meeting.Access) error {
	const op = "starting a meeting"
	id, err := s.meetingID(op, access.ID)
	if err != nil {
		return err
	}
	password, err := s.hostPassword(op, access)
	if err != nil {
		return err
	}
	body := struct {
		ID       string `json:"conferenceID"`
		Password string `json:"password"`
	}{id, password}
	_, err = s.asAccount(ctx, ask{op: op, method: http.MethodPost, path: pathMeetings + "/start", body: body, secrets: []string{password}})
	return err
}

// End ends a running meeting for everybody.
func (s *Service) End(ctx context.Context, access meeting.Access) error {
	const op = "ending a meeting"
	id, err := s.meetingID(op, access.ID)
	if err != nil {
		return err
	}
	_, err = s.inControl(ctx, access, ask{op: op, method: http.MethodPut, path: "/v1/mmc/control/conferences/stop", query: inMeeting(id)})
	return err
}

// Cancel takes a scheduled meeting off. A running one is refused by the service: End is for that.
func (s *Service) Cancel(ctx context.Context, id string) error {
	const op = "cancelling a meeting"
	id, err := s.meetingID(op, id)
	if err != nil {
		return err
	}
	_, err = s.asAccount(ctx, ask{op: op, method: http.MethodDelete, path: pathMeetings, query: inMeeting(id)})
	return err
}
