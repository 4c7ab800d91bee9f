package demo

import "strings"

// hwDetail is the answer with one meeting.
type hwDetail struct {
	Conference hwConference        `json:"conferenceData"`
	Data       hwPage[hwAttendant] `json:"data"`
}

// hwAttendant is one of the invited. Who came without an invitation is not there.
type hwAttendant struct {
	ParticipantID string `json:"participantID"`
	Name          string `json:"name"`
	SubscriberID  string `json:"subscriberID"`
	Role          int    `json:"role"`
	State         string `json:"state"`
	AttendeeType  string `json:"attendeeType"`
	AccountID     string `json:"accountId"`
	Phone2        string `json:"phone2,omitempty"`
	Phone3        string `json:"phone3,omitempty"`
	Email         string `json:"email,omitempty"`
	SMS           string `json:"sms,omitempty"`
	DeptName      string `json:"deptName,omitempty"`
	UserUUID      string `json:"userUUID,omitempty"`
	IsAutoInvite  int    `json:"isAutoInvite"`
}

// detail is ShowMeetingDetail, D0018.
func (h *huawei) detail(c *hwCall) (any, *hwCode) {
	return h.detailOf(c, func(*hwMeeting) *hwCode { return nil })
}

// onlineDetail is ShowOnlineMeetingDetail, D0026.
//
// undocumented: what a meeting gets that is not running.
func (h *huawei) onlineDetail(c *hwCall) (any, *hwCode) {
	return h.detailOf(c, (*hwMeeting).notRunning)
}

func (h *huawei) detailOf(c *hwCall, refuses func(*hwMeeting) *hwCode) (any, *hwCode) {
	m, refused := h.seen(c, c.query("conferenceID"))
	if refused == nil {
		refused = refuses(m)
	}
	if refused != nil {
		return nil, refused
	}
	key := strings.ToLower(c.query("searchKey"))
	var all []hwAttendant
	for _, a := range m.invited {
		if strings.Contains(strings.ToLower(a.Name+"\n"+a.Phone), key) {
			all = append(all, hwAttendant{
				ParticipantID: a.Phone, Name: a.Name, SubscriberID: a.Phone, Role: a.Role, State: "MEETTING", AttendeeType: a.Type,
				AccountID: a.AccountID, Phone2: a.Phone2, Phone3: a.Phone3, Email: a.Email, SMS: a.SMS, DeptName: a.DeptName,
				UserUUID: a.UserUUID, IsAutoInvite: a.AutoInvite,
			})
		}
	}
	p, ok := paged(c, all, 20, 500)
	if !ok || longer(key, 128) {
		return nil, &hwParameter
	}
	conf := m.shown(c)
	conf.Role = "general"
	if c.user == m.owner {
		conf.Role = "chair"
	}
	return hwDetail{conf, p}, nil
}

// seen returns a meeting that the caller may see and that has not ended.
//
// undocumented: that meetings that have ended are not there any more.
func (h *huawei) seen(c *hwCall, id string) (*hwMeeting, *hwCode) {
	m := h.meeting(id)
	switch {
	case id == "":
		return nil, &hwMissing
	case m == nil, m.phase == hwOver:
		return nil, &hwNoMeeting
	case !m.visible(c.user):
		return nil, &hwNotYours
	}
	return m, nil
}

// hwOnline is somebody who is in a meeting.
type hwOnline struct {
	ParticipantID string `json:"participant_id"`
	Name          string `json:"name"`
	CallNumber    string `json:"call_number"`
	Role          int    `json:"role"`
	ThirdAccount  string `json:"third_account"`
	Account       string `json:"account"`
	UserID        string `json:"user_id"`
}

// online is ListOnlineConfAttendee, which wants no control token.
//
// undocumented: that it is those who are in, and neither those who are called nor those who join.
func (h *huawei) online(c *hwCall) (any, *hwCode) {
	m, refused := h.seen(c, c.query("conf_id"))
	if refused == nil {
		refused = m.notRunning()
	}
	if refused != nil {
		return nil, refused
	}
	key := strings.ToLower(c.query("search_key"))
	var all []hwOnline
	for _, a := range m.inside(c.now) {
		if strings.Contains(strings.ToLower(a.Name+"\n"+a.Phone), key) {
			all = append(all, hwOnline{a.pid, a.Name, a.Phone, a.Role, "", a.AccountID, a.UserUUID})
		}
	}
	p, ok := paged(c, all, 20, 500)
	if !ok {
		return nil, &hwParameter
	}
	return p, nil
}

// region is ShowRegionInfoOfMeeting.
func (h *huawei) region(c *hwCall) (any, *hwCode) {
	if _, refused := h.seen(c, c.query("conferenceID")); refused != nil {
		return nil, refused
	}
	return map[string]string{"regionIP": c.host(), "regionUrl": c.r.Host}, nil
}
