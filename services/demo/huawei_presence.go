package demo

// hwPresence is the answer of ShowRealTimeInfoOfMeeting.
type hwPresence struct {
	Attendees    []hwPresentInvited `json:"attendees"`
	Participants []hwPresent        `json:"participants"`
	ConfInfo     struct {
		ChairID string   `json:"chairID"`
		CoHosts []string `json:"coHosts"`
	} `json:"confInfo"`
}

type hwPresentInvited struct {
	AccountID string `json:"accountID,omitempty"`
	UserUUID  string `json:"userUUID,omitempty"`
	Name      string `json:"name"`
	Phone     string `json:"phone"`
}

type hwPresent struct {
	PID   string  `json:"pid"`
	Name  string  `json:"name"`
	Phone string  `json:"phone"`
	State hwStage `json:"state"`
	Video int     `json:"video"`
	Mute  int     `json:"mute"`
	Hand  int     `json:"hand"`
}

// realTimeInfo is ShowRealTimeInfoOfMeeting, D0029. Who has left or never came is not listed, except
// among the invited.
//
// undocumented: that the first host who is in is the chair, and the others are co-hosts.
func (h *huawei) realTimeInfo(c *hwCall) (any, *hwCode) {
	p := hwPresence{Attendees: []hwPresentInvited{}, Participants: []hwPresent{}}
	p.ConfInfo.CoHosts = []string{}
	for _, a := range c.meeting.invited {
		p.Attendees = append(p.Attendees, hwPresentInvited{a.AccountID, a.UserUUID, a.Name, a.Phone})
	}
	for _, a := range c.meeting.present(c.now) {
		in := hwPresent{PID: a.pid, Name: a.Name, Phone: a.Phone, State: a.stage(c.now)}
		if in.State == hwIn {
			// Phones have no camera, and everybody else in the demo has theirs on.
			if a.Type != "mobile" && a.Type != "telephone" {
				in.Video = 1
			}
			in.Mute = int(a.pid[0]) % 2
			if a.Role == 1 && p.ConfInfo.ChairID == "" {
				p.ConfInfo.ChairID = a.pid
			} else if a.Role == 1 {
				p.ConfInfo.CoHosts = append(p.ConfInfo.CoHosts, a.pid)
			}
		}
		p.Participants = append(p.Participants, in)
	}
	return p, nil
}
