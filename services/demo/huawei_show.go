package demo

import (
	"slices"
	"strconv"
	"strings"
)

// hwMinute is how times of meetings are written, in UTC.
//
// undocumented: that answers are in UTC as requests are.
const hwMinute = "2006-01-02 15:04"

// hwConference is a meeting as it is shown.
type hwConference struct {
	ConferenceID     string            `json:"conferenceID"`
	Subject          string            `json:"subject"`
	Size             int               `json:"size"`
	TimeZoneID       string            `json:"timeZoneID"`
	StartTime        string            `json:"startTime"`
	EndTime          string            `json:"endTime"`
	MediaTypes       string            `json:"mediaTypes"`
	ConferenceState  string            `json:"conferenceState"`
	Language         string            `json:"language"`
	AccessNumber     string            `json:"accessNumber"`
	PasswordEntry    []hwPasswordEntry `json:"passwordEntry"`
	UserUUID         string            `json:"userUUID"`
	ScheduserName    string            `json:"scheduserName"`
	ConferenceType   int               `json:"conferenceType"`
	ConfType         string            `json:"confType"`
	IsAutoMute       int               `json:"isAutoMute"`
	IsAutoRecord     int               `json:"isAutoRecord"`
	ChairJoinURI     string            `json:"chairJoinUri,omitempty"`
	GuestJoinURI     string            `json:"guestJoinUri"`
	RecordType       int               `json:"recordType"`
	ConfConfigInfo   hwConfig          `json:"confConfigInfo"`
	VmrFlag          int               `json:"vmrFlag"`
	ConfUUID         string            `json:"confUUID,omitempty"`
	PartAttendeeInfo []hwPartAttendee  `json:"partAttendeeInfo"`
	TerminlCount     int               `json:"terminlCount"`
	NormalCount      int               `json:"normalCount"`
	DeptName         string            `json:"deptName"`
	Role             string            `json:"role,omitempty"`
	Online           *int              `json:"onlineAttendeeAmount,omitempty"`
	ConfMode         string            `json:"confMode"`
}

type hwPasswordEntry struct {
	Role     string `json:"conferenceRole"`
	Password string `json:"password"`
}

type hwConfig struct {
	IsSendNotify        bool `json:"isSendNotify"`
	IsSendSMS           bool `json:"isSendSms"`
	IsSendCalendar      bool `json:"isSendCalendar"`
	IsGuestFreePwd      bool `json:"isGuestFreePwd"`
	CallInRestriction   int  `json:"callInRestriction"`
	AllowGuestStartConf bool `json:"allowGuestStartConf"`
}

type hwPartAttendee struct {
	Name  string `json:"name"`
	Phone string `json:"phone"`
	Type  string `json:"type"`
}

// hwPartMost is how many of the invited are shown of each sort.
const hwPartMost = 20

// shown is the meeting as the caller may see it: only who made it sees the host's password.
func (m *hwMeeting) shown(c *hwCall) hwConference {
	mine := c.user == m.owner
	conf := hwConference{
		ConferenceID: m.id, Subject: m.subject, Size: len(m.invited), TimeZoneID: m.zone, StartTime: m.start.UTC().Format(hwMinute),
		EndTime: m.end.UTC().Format(hwMinute), MediaTypes: m.media, ConferenceState: m.phase.word(), Language: m.language,
		AccessNumber: "+991117", UserUUID: m.owner.id, ScheduserName: m.owner.name, ConfType: m.kind, IsAutoMute: 1,
		GuestJoinURI: m.joinURL(c, "general"), RecordType: 2, ConfMode: "RTC", PartAttendeeInfo: []hwPartAttendee{},
		PasswordEntry:  []hwPasswordEntry{{"general", m.guest}},
		ConfConfigInfo: hwConfig{IsGuestFreePwd: m.guest == "", AllowGuestStartConf: m.guestsStart},
	}
	if mine {
		conf.PasswordEntry = append([]hwPasswordEntry{{"chair", m.chair}}, conf.PasswordEntry...)
		conf.ChairJoinURI = m.joinURL(c, "chair")
	}
	if m.phase == hwRunning {
		conf.ConfUUID = hwID("uuid" + m.id)
	}
	for _, a := range m.invited {
		count := &conf.NormalCount
		if a.Type == "terminal" || a.Type == "telepresence" {
			count = &conf.TerminlCount
		}
		if *count++; *count <= hwPartMost {
			conf.PartAttendeeInfo = append(conf.PartAttendeeInfo, hwPartAttendee{a.Name, a.Phone, a.Type})
		}
	}
	return conf
}

// joinURL leads to the office's own page. The vendor's lead to a page of the vendor's.
func (m *hwMeeting) joinURL(c *hwCall, role string) string {
	scheme := "http://"
	if c.r.TLS != nil {
		scheme = "https://"
	}
	return scheme + c.r.Host + "/#/j/" + m.id + "/" + hwID(role+m.id) + hwID(m.id + role)[:16]
}

func (p hwPhase) word() string {
	return map[hwPhase]string{hwScheduled: "Schedule", hwRunning: "Created", hwOver: "Destroyed"}[p]
}

// hwPage is one page of a list.
type hwPage[T any] struct {
	Offset int `json:"offset"`
	Limit  int `json:"limit"`
	Count  int `json:"count"`
	Data   []T `json:"data"`
}

// paged returns the page that the query asks for. Usual and most are for the limit.
//
// undocumented: that other numbers are refused.
func paged[T any](c *hwCall, all []T, usual, most int) (hwPage[T], bool) {
	offset, ok1 := c.number("offset", 0)
	limit, ok2 := c.number("limit", usual)
	if !ok1 || !ok2 || offset < 0 || limit < 1 || limit > most {
		return hwPage[T]{}, false
	}
	from := min(offset, len(all))
	to := min(from+limit, len(all))
	return hwPage[T]{offset, limit, len(all), append([]T{}, all[from:to]...)}, true
}

// query returns an argument, "" for none.
func (c *hwCall) query(key string) string { return c.r.URL.Query().Get(key) }

// number returns an argument that is a number.
func (c *hwCall) number(key string, usual int) (n int, ok bool) {
	text := c.query(key)
	if text == "" {
		return usual, true
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}

// listMeetings is SearchMeetings, D0017, and listOnline is SearchOnlineMeetings, D0025.
func (h *huawei) listMeetings(c *hwCall) (any, *hwCode) {
	mode, order := c.query("queryConfMode"), c.query("sortType")
	days, known := map[string]int{"": 0, "ADAY": 1, "AWEEK": 7, "AMONTH": 31, "ALL": 0}[mode]
	if !known || !slices.Contains([]string{"", "ASC_StartTIME", "DSC_StartTIME"}, order) {
		return nil, &hwParameter
	}
	return h.list(c, order == "DSC_StartTIME", func(m *hwMeeting) bool {
		return m.phase != hwOver && (days == 0 || m.start.Before(c.now.AddDate(0, 0, days)))
	})
}

func (h *huawei) listOnline(c *hwCall) (any, *hwCode) {
	return h.list(c, false, func(m *hwMeeting) bool { return m.phase == hwRunning })
}

// list is a page of the meetings that the caller may see.
//
// undocumented: what exactly is searched; here subject, ID and who made it.
func (h *huawei) list(c *hwCall, late bool, wanted func(*hwMeeting) bool) (any, *hwCode) {
	key := strings.ToLower(c.query("searchKey"))
	if longer(key, 128) || !isFlag(c.query("queryAll")) {
		return nil, &hwParameter
	}
	var all []*hwMeeting
	for _, m := range h.meetings {
		if wanted(m) && m.visible(c.user) && strings.Contains(strings.ToLower(m.subject+"\n"+m.id+"\n"+m.owner.name), key) {
			all = append(all, m)
		}
	}
	slices.SortStableFunc(all, func(a, b *hwMeeting) int {
		if late {
			a, b = b, a
		}
		return a.start.Compare(b.start)
	})
	p, ok := paged(c, all, 20, 500)
	if !ok {
		return nil, &hwParameter
	}
	shown := hwPage[hwConference]{p.Offset, p.Limit, p.Count, []hwConference{}}
	for _, m := range p.Data {
		conf := m.shown(c)
		if m.phase == hwRunning {
			n := len(m.inside(c.now))
			conf.Online = &n
		}
		shown.Data = append(shown.Data, conf)
	}
	return shown, nil
}

// visible reports whether somebody may see the meeting: who made it, who is invited, and administrators.
func (m *hwMeeting) visible(u *hwUser) bool {
	return u.admin || u == m.owner || slices.ContainsFunc(m.invited, func(a *hwInvited) bool {
		return a.UserUUID == u.id || a.AccountID == u.account
	})
}

func isFlag(text string) bool { return text == "" || text == "true" || text == "false" }
