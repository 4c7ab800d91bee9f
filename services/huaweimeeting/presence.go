package huaweimeeting

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"

	"foyer/services/meeting"
)

const pathPresence = "/v1/mmc/control/conferences/realTimeInfo"

type presenceAnswer struct {
	Invited      list[invitedEntry]     `json:"attendees"`
	Participants list[participantEntry] `json:"participants"`
	Info         one[struct {
		Chair   text  `json:"chairID"`
		CoHosts texts `json:"coHosts"`
	}] `json:"confInfo"`
}

type invitedEntry struct {
	AccountID text `json:"accountID"`
	UserUUID  text `json:"userUUID"`
	Name      text `json:"name"`
	Phone     text `json:"phone"`
}

type participantEntry struct {
	PID   text   `json:"pid"`
	Name  text   `json:"name"`
	Phone text   `json:"phone"`
	State number `json:"state"` // 0 in, 1 calling, 2 joining
	Video number `json:"video"`
	Mute  number `json:"mute"` // 1 is muted
	Hand  number `json:"hand"`
}

// Open gets a control token with the password, whatever is kept, as it has to say that the password is
// right. A token that was given is tried by asking who is in the meeting: when it ends is not known, and
// that it is the host's is assumed, since only the host's password gives one.
func (s *Service) Open(ctx context.Context, access meeting.Access) (meeting.Control, error) {
	id, err := s.meetingID(opControl, access.ID)
	if err != nil {
		return meeting.Control{}, err
	}
	if strings.TrimSpace(access.Token) != "" {
		_, err := s.Presence(ctx, access)
		return meeting.Control{Host: err == nil}, err
	}
	password, err := s.hostPassword(opControl, access)
	if err != nil {
		return meeting.Control{}, err
	}
	key := keyOf(id, password)
	key.anew = true
	_, era := s.controlKept(key)
	token, err := s.controls.do(ctx, key, func(ctx context.Context) (controlToken, error) {
		token, err := s.fetchControl(ctx, id, password, "")
		if err == nil {
			s.keepControl(keyOf(id, password), era, token)
		}
		return token, err
	})
	if err != nil {
		return meeting.Control{}, s.noFlight(opControl, err)
	}
	return meeting.Control{Expires: token.expires, Host: token.host}, nil
}

// Presence says who is in a meeting. A state that is not documented is Unclear.
func (s *Service) Presence(ctx context.Context, access meeting.Access) (meeting.Presence, error) {
	const op = "asking who is in a meeting"
	id, err := s.meetingID(op, access.ID)
	if err != nil {
		return meeting.Presence{}, err
	}
	document, err := s.inControl(ctx, access, ask{op: op, method: http.MethodGet, path: pathPresence, query: inMeeting(id), reads: true})
	if err != nil {
		return meeting.Presence{}, err
	}
	var answer presenceAnswer
	if json.Unmarshal(document, &answer) != nil {
		return meeting.Presence{}, s.unreadable(op)
	}
	return answer.presence(s), nil
}

func (a presenceAnswer) presence(s *Service) meeting.Presence {
	p := meeting.Presence{At: s.now(), Participants: []meeting.Participation{}, Invited: []meeting.Invited{}}
	for _, e := range a.Participants {
		p.Participants = append(p.Participants, meeting.Participation{
			PID: e.PID.line(), Name: e.Name.line(), Phone: e.Phone.line(), State: stateOf(e.State),
			Video: e.Video.is(1), Muted: e.Mute.is(1), Hand: e.Hand.is(1),
		})
	}
	for _, e := range a.Invited {
		p.Invited = append(p.Invited, meeting.Invited{AccountID: e.AccountID.line(), UserUUID: e.UserUUID.line(), Name: e.Name.line(), Phone: e.Phone.line()})
	}
	for _, pid := range append(texts{a.Info.value.Chair.line()}, a.Info.value.CoHosts...) {
		if pid != "" && !slices.Contains(p.Hosts, pid) {
			p.Hosts = append(p.Hosts, pid)
		}
	}
	return p
}

func stateOf(n number) meeting.State {
	switch {
	case n.is(0):
		return meeting.In
	case n.is(1):
		return meeting.Calling
	case n.is(2):
		return meeting.Joining
	default:
		return meeting.Unclear
	}
}
