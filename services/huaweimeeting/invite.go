package huaweimeeting

import (
	"context"
	"net/http"
	"strconv"

	"foyer/services/fault"
	"foyer/services/meeting"
)

// invitee is an attendee as the invitation wants one, in the order of the vendor's SDK. Name and phone
// are always there.
type invitee struct {
	UserUUID  string `json:"userUUID,omitempty"`
	AccountID string `json:"accountId,omitempty"`
	Name      string `json:"name"`
	Role      *int   `json:"role,omitempty"`
	Phone     string `json:"phone"`
	Phone2    string `json:"phone2,omitempty"`
	Phone3    string `json:"phone3,omitempty"`
	Email     string `json:"email,omitempty"`
	SMS       string `json:"sms,omitempty"`
	Type      string `json:"type,omitempty"`
	DeptUUID  string `json:"deptUUID,omitempty"`
	DeptName  string `json:"deptName,omitempty"`
}

type inviteBody struct {
	Attendees []invitee `json:"attendees"`
}

func inviteeOf(a meeting.Attendee) invitee {
	i := invitee{
		UserUUID: a.UserUUID, AccountID: a.AccountID, Name: a.Name, Phone: a.Phone, Phone2: a.Phone2, Phone3: a.Phone3,
		Email: a.Email, SMS: a.SMS, Type: string(a.Type), DeptUUID: a.DeptUUID, DeptName: a.DeptName,
	}
	i.Role = numberOf(a.Role)
	return i
}

// numberOf is the service's number of a role, nil to leave it to the service.
func numberOf(r meeting.Role) *int {
	if n, ok := r.Number(); ok {
		return &n
	}
	return nil
}

// inviteAsk builds the invitation, for Invite and for Preview alike.
func (s *Service) inviteAsk(access meeting.Access, attendees []meeting.Attendee) (ask, error) {
	const op = "inviting attendees"
	id, err := s.meetingID(op, access.ID)
	switch {
	case err != nil:
		return ask{}, err
	case len(attendees) == 0:
		return ask{}, s.invalid(op, CodeNobody)
	case len(attendees) > meeting.MaxInvite:
		return ask{}, &fault.Error{Op: op, Service: s.name, Kind: fault.Invalid, Code: CodeTooMany, Words: strconv.Itoa(meeting.MaxInvite)}
	}
	body := inviteBody{Attendees: make([]invitee, len(attendees))}
	for i, a := range attendees {
		body.Attendees[i] = inviteeOf(a)
	}
	return ask{
		op: op, method: http.MethodPost, path: "/v1/mmc/control/conferences/participants",
		query: inMeeting(id), body: body, secrets: private(attendees),
	}, nil
}

// Invite calls attendees in one request. The answer to an accepted one says nothing; who came is seen in
// Presence.
func (s *Service) Invite(ctx context.Context, access meeting.Access, attendees []meeting.Attendee) error {
	a, err := s.inviteAsk(access, attendees)
	if err != nil {
		return err
	}
	_, err = s.inControl(ctx, access, a)
	return err
}

// InviteNumber calls one number with the host's or the guests' password, and with no token at all.
func (s *Service) InviteNumber(ctx context.Context, access meeting.Access, number string) error {
	const op = "inviting a number"
	id, err := s.meetingID(op, access.ID)
	if err != nil {
		return err
	}
	password, err := s.hostPassword(op, access)
	if err != nil {
		return err
	}
	if number == "" {
		return s.invalid(op, CodeNobody)
	}
	body := struct {
		Number   string `json:"callNum"`
		Meeting  string `json:"confID"`
		Password string `json:"pwd"`
	}{number, id, password}
	_, err = s.call(ctx, ask{
		op: op, method: http.MethodPost, path: "/v1/mmc/control/conferences/inviteWithPwd", query: inMeeting(id), body: body,
		secrets: append(private([]meeting.Attendee{{Phone: number}}), password), refusals: controlRefusals,
	})
	return err
}

// minPrivate is the length from which a number or an address is looked for in the service's words. A
// shorter one would take words out that are no echo.
const minPrivate = 6

// private returns what no error may repeat of attendees: how they are reached.
func private(attendees []meeting.Attendee) []string {
	var all []string
	for _, a := range attendees {
		for _, value := range []string{a.Phone, a.Phone2, a.Phone3, a.Email, a.SMS} {
			if len(value) >= minPrivate {
				all = append(all, value)
			}
		}
	}
	return all
}
