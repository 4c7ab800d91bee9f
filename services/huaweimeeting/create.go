package huaweimeeting

import (
	"context"
	"encoding/json"
	"net/http"
	"time"
	"unicode/utf8"

	"foyer/services/meeting"
)

// The limits of a new meeting.
const (
	minLength  = 15 * time.Minute
	maxLength  = 24 * time.Hour
	maxSubject = 128
)

// createBody is a new meeting, in the order of the vendor's SDK.
type createBody struct {
	Start     string    `json:"startTime,omitempty"`
	Minutes   int       `json:"length,omitempty"`
	Subject   string    `json:"subject,omitempty"`
	Media     string    `json:"mediaTypes"`
	Attendees []invited `json:"attendees,omitempty"`
	Config    *config   `json:"confConfigInfo,omitempty"`
}

type config struct {
	GuestsOpen bool `json:"allowGuestStartConf"`
}

// invited is an attendee of a new meeting.
type invited struct {
	UserUUID  string `json:"userUUID,omitempty"`
	AccountID string `json:"accountId,omitempty"`
	Name      string `json:"name,omitempty"`
	Role      *int   `json:"role,omitempty"`
	Phone     string `json:"phone,omitempty"`
	Phone2    string `json:"phone2,omitempty"`
	Phone3    string `json:"phone3,omitempty"`
	Email     string `json:"email,omitempty"`
	SMS       string `json:"sms,omitempty"`
	Type      string `json:"type,omitempty"`
	DeptUUID  string `json:"deptUUID,omitempty"`
	DeptName  string `json:"deptName,omitempty"`
	AppID     string `json:"appId,omitempty"`
}

// Create makes a meeting. A draft without a length gets the service's own, of 30 minutes.
func (s *Service) Create(ctx context.Context, d meeting.Draft) (meeting.Meeting, error) {
	const op = "creating a meeting"
	length := d.Length.Round(time.Minute)
	switch {
	case d.Length != 0 && (length < minLength || length > maxLength):
		return meeting.Meeting{}, s.invalid(op, CodeBadLength)
	case utf8.RuneCountInString(d.Subject) > maxSubject:
		return meeting.Meeting{}, s.invalid(op, CodeLongSubject)
	}
	body := createBody{Minutes: int(length / time.Minute), Subject: d.Subject, Media: "HDVideo"}
	if !d.Start.IsZero() {
		body.Start = d.Start.UTC().Format(minutes)
	}
	if d.Voice {
		body.Media = "Voice"
	}
	if d.GuestsOpen {
		body.Config = &config{GuestsOpen: true}
	}
	for _, a := range d.Attendees {
		body.Attendees = append(body.Attendees, s.invitedOf(a))
	}
	document, err := s.asAccount(ctx, ask{op: op, method: http.MethodPost, path: pathMeetings, body: body, secrets: private(d.Attendees)})
	if err != nil {
		return meeting.Meeting{}, err
	}
	var made list[meetingEntry] // an array, of one unless the meeting recurs
	_ = json.Unmarshal(document, &made)
	if len(made) == 0 || made[0].ID.line() == "" {
		return meeting.Meeting{}, s.unreadable(op)
	}
	return made[0].meeting(), nil
}

func (s *Service) invitedOf(a meeting.Attendee) invited {
	i := invited{
		UserUUID: a.UserUUID, AccountID: a.AccountID, Name: a.Name, Role: numberOf(a.Role), Phone: a.Phone, Phone2: a.Phone2, Phone3: a.Phone3,
		Email: a.Email, SMS: a.SMS, Type: string(a.Type), DeptUUID: a.DeptUUID, DeptName: a.DeptName,
	}
	if a.AccountID != "" {
		i.AppID = s.auth.AppID // whose user the account ID is
	}
	return i
}
