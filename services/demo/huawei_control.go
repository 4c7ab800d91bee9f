package demo

import (
	"encoding/base64"
	"strings"
	"time"
)

const (
	hwControlFor = 30 * time.Minute
	// hwControlsMost is how many control tokens the office remembers.
	hwControlsMost = 1000
)

// hwControlToken lets somebody control one meeting.
type hwControlToken struct {
	token   string
	meeting *hwMeeting
	expires time.Time
}

// hwTokenInfo is the answer with a control token.
type hwTokenInfo struct {
	Token               string   `json:"token"`
	TmpWsToken          string   `json:"tmpWsToken"`
	WsURL               string   `json:"wsURL"`
	Role                int      `json:"role"`
	ExpireTime          int64    `json:"expireTime"` // ms
	UserID              string   `json:"userID"`
	OrgID               string   `json:"orgID"`
	ParticipantID       string   `json:"participantID"`
	ConfTokenExpireTime int      `json:"confTokenExpireTime"` // s
	VmrCurrentConfID    string   `json:"vmrCurrentConfID"`
	SupportNotifyType   []string `json:"supportNotifyType"`
}

// giveControl is CreateConfToken, D0027. With a control token that lives it is prolonged and the
// password not looked at; with one that does not the password counts.
//
// undocumented: the codes of headers that are missing, and that a prolonged token stays the same.
func (h *huawei) giveControl(c *hwCall) (any, *hwCode) {
	id, password := c.r.URL.Query().Get("conferenceID"), c.r.Header.Get("X-Password")
	if id == "" || c.r.Header.Get("X-Login-Type") == "" {
		return nil, &hwMissing
	}
	if c.r.Header.Get("X-Login-Type") != "1" {
		return nil, &hwParameter
	}
	if t := h.controls[readControl(c.r.Header.Get("X-Conference-Authorization"))]; t != nil && t.meeting.id == id && c.now.Before(t.expires) {
		if refused := t.meeting.notRunning(); refused != nil {
			return nil, refused
		}
		t.expires = c.now.Add(hwControlFor)
		return t.info(c), nil
	}
	if password == "" {
		return nil, &hwNeedsPassword
	}
	m, refused := h.entered(id, c.now, func(m *hwMeeting) bool { return same(password, m.chair) })
	if refused != nil {
		return nil, refused
	}
	return h.control(m, c.now).info(c), nil
}

// control makes a token for a meeting.
func (h *huawei) control(m *hwMeeting, now time.Time) *hwControlToken {
	if len(h.controls) >= hwControlsMost {
		h.trimControls(now)
	}
	t := &hwControlToken{"cnr" + hwHex(24), m, now.Add(hwControlFor)}
	h.controls[t.token] = t
	return t
}

// trimControls forgets what has expired, and if that is nothing, what expires first.
func (h *huawei) trimControls(now time.Time) {
	var first *hwControlToken
	for key, t := range h.controls {
		if !now.Before(t.expires) {
			delete(h.controls, key)
		} else if first == nil || t.expires.Before(first.expires) {
			first = t
		}
	}
	if len(h.controls) >= hwControlsMost && first != nil {
		delete(h.controls, first.token)
	}
}

func (t *hwControlToken) info(c *hwCall) any {
	return map[string]any{
		"data": hwTokenInfo{
			Token: t.token, TmpWsToken: hwHex(24), WsURL: "ws://" + c.r.Host + "/cms/open/websocket/" + t.meeting.id, Role: 1,
			ExpireTime: t.expires.UnixMilli(), UserID: t.meeting.owner.id, OrgID: hwCorp,
			ConfTokenExpireTime: int(hwControlFor.Seconds()), SupportNotifyType: []string{},
		},
		"addressToken": hwHex(24), "gloablPublicIP": c.r.Host,
	}
}

// controlled returns the meeting that the call's control token is for.
//
// undocumented: the statuses and codes; the contract proposes these.
func (h *huawei) controlled(c *hwCall) (*hwMeeting, *hwCode) {
	header, id := c.r.Header.Get("X-Conference-Authorization"), c.r.URL.Query().Get("conferenceID")
	if header == "" {
		return nil, &hwNoControl
	}
	t := h.controls[readControl(header)]
	switch {
	case t == nil, !c.now.Before(t.expires):
		return nil, &hwWrongControl
	case id == "":
		return nil, &hwMissing
	case t.meeting.id != id:
		return nil, &hwWrongControl
	}
	return t.meeting, t.meeting.notRunning()
}

// readControl reads a control token as it is, or as "Basic " and its base64.
func readControl(header string) string {
	scheme, rest, found := strings.Cut(header, " ")
	if !found || !strings.EqualFold(scheme, "Basic") {
		return header
	}
	token, err := base64.StdEncoding.DecodeString(strings.TrimSpace(rest))
	if err != nil {
		return ""
	}
	return string(token)
}
