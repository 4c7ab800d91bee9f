package huaweimeeting

import (
	"net/url"
	"strings"
	"unicode"

	"foyer/services/meeting"
)

// maxID is longer than any meeting ID that was seen.
const maxID = 64

// meetingID cleans an ID as people type and paste it: without blanks, dashes and invisible characters,
// and with the wide digits of East Asian keyboards as plain ones. Nothing was sent when it is none.
func (s *Service) meetingID(op, typed string) (string, error) {
	id := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Pd, r), unicode.Is(unicode.Cf, r), r == '\u2212':
			return -1
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		default:
			return r
		}
	}, typed)
	if id == "" {
		return "", s.invalid(op, CodeNoMeetingID)
	}
	strange := strings.ContainsFunc(id, func(r rune) bool {
		return (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
	if strange || len(id) > maxID {
		return "", s.invalid(op, CodeBadMeetingID)
	}
	return id, nil
}

// inMeeting is the query of calls that concern one meeting.
func inMeeting(id string) url.Values { return url.Values{"conferenceID": {id}} }

// hostPassword returns the meeting's password.
func (s *Service) hostPassword(op string, access meeting.Access) (string, error) {
	password := strings.TrimSpace(access.Password)
	switch {
	case password == "":
		return "", s.invalid(op, CodeNoHostPassword)
	case !fits(password):
		return "", s.invalid(op, CodeBadHostPassword)
	default:
		return password, nil
	}
}
