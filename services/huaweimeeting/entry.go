package huaweimeeting

import (
	"strings"
	"time"

	"foyer/services/meeting"
)

// meetingEntry is a meeting as answers tell of one.
type meetingEntry struct {
	ID        text   `json:"conferenceID"`
	RoomID    text   `json:"vmrConferenceID"`
	Subject   text   `json:"subject"`
	Start     text   `json:"startTime"`
	End       text   `json:"endTime"`
	State     text   `json:"conferenceState"`
	Host      text   `json:"scheduserName"` // sic
	GuestLink text   `json:"guestJoinUri"`
	Online    number `json:"onlineAttendeeAmount"`
	Passwords list[struct {
		Role     text `json:"conferenceRole"`
		Password text `json:"password"`
	}] `json:"passwordEntry"`
}

func (e meetingEntry) meeting() meeting.Meeting {
	m := meeting.Meeting{
		ID: e.ID.line(), RoomID: e.RoomID.line(), Subject: e.Subject.line(), Host: e.Host.line(),
		Start: momentOf(e.Start), End: momentOf(e.End), Phase: phaseOf(e.State),
	}
	if e.Online.n > 0 && e.Online.n < 1<<31 {
		m.Online = int(e.Online.n)
	}
	if link := e.GuestLink.line(); strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "http://") {
		m.JoinURL = link
	}
	for _, p := range e.Passwords {
		if p.Role == "chair" {
			m.HostPassword = p.Password.line()
		}
	}
	return m
}

func phaseOf(state text) meeting.Phase {
	switch strings.ToLower(state.line()) {
	case "schedule":
		return meeting.Scheduled
	case "creating":
		return meeting.Starting
	case "created":
		return meeting.Running
	case "destroyed":
		return meeting.Over
	default:
		return meeting.UnknownPhase
	}
}

// minutes is how the API writes a moment.
const minutes = "2006-01-02 15:04"

// momentOf reads a moment; the zero time is none. undocumented: that answers are in UTC as requests are,
// whatever their timeZoneID, which is that of the notifications. The vendor's own samples say so: a
// meeting of zone 56, Beijing, comes back with the very hours of its request.
func momentOf(t text) time.Time {
	written := strings.TrimSpace(string(t))
	for _, layout := range []string{minutes, time.DateTime, "2006-01-02T15:04", time.RFC3339} {
		if at, err := time.Parse(layout, written); err == nil && at.Year() > 1 {
			return at.UTC()
		}
	}
	var n number
	if _ = n.UnmarshalJSON([]byte(`"` + written + `"`)); n.ok && n.n > 1e9 && n.n < 1e14 {
		if n.n < 1e11 {
			return time.Unix(n.n, 0).UTC()
		}
		return time.UnixMilli(n.n).UTC()
	}
	return time.Time{}
}
