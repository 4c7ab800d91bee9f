package demo

import (
	"crypto/rand"
	"encoding/hex"
	"mime"
	"net"
	"net/http"
	"strings"
	"time"
)

// This file and its neighbours huawei_*.go are Huawei Cloud Meeting, after the contract in
// huawei-meeting.md. Their functions have the names that the vendor's own clients use.

// The functions of Huawei Cloud Meeting.
const (
	CreateToken               = "CreateToken"
	CreateAppIDToken          = "CreateAppIdToken"
	UpdateToken               = "UpdateToken"
	CheckToken                = "CheckToken"
	DeleteToken               = "DeleteToken"
	CreateConfToken           = "CreateConfToken"
	CreateWebSocketToken      = "CreateWebSocketToken"
	InviteParticipant         = "InviteParticipant"
	InviteWithPwd             = "InviteWithPwd"
	ShowRealTimeInfoOfMeeting = "ShowRealTimeInfoOfMeeting"
	HangUp                    = "HangUp"
	DeleteAttendees           = "DeleteAttendees"
	StopMeeting               = "StopMeeting"
	CreateMeeting             = "CreateMeeting"
	StartMeeting              = "StartMeeting"
	CancelMeeting             = "CancelMeeting"
	SearchMeetings            = "SearchMeetings"
	SearchOnlineMeetings      = "SearchOnlineMeetings"
	ShowMeetingDetail         = "ShowMeetingDetail"
	ShowOnlineMeetingDetail   = "ShowOnlineMeetingDetail"
	ListOnlineConfAttendee    = "ListOnlineConfAttendee"
	ShowRegionInfoOfMeeting   = "ShowRegionInfoOfMeeting"
	SearchCorpDir             = "SearchCorpDir"
	SearchCorpExternalDir     = "SearchCorpExternalDir"
	ShowMyInfo                = "ShowMyInfo"
)

const (
	huaweiKind = "application/json;charset=UTF-8"
	// huaweiLongest is how many bytes of a body are read: an invitation of five hundred people whose
	// every field is as long as it may be has less.
	//
	// undocumented: the limit, and what goes over it. The vendor's gateway in general says this.
	huaweiLongest = 4 << 20
)

// hwAccess is what a function wants to see before it does anything.
type hwAccess int

const (
	hwOpen    hwAccess = iota // nothing, or it looks for itself
	hwAccount                 // an access token
	hwControl                 // a meeting's control token, and the meeting's ID
)

// hwFunction is one function. reads takes the body apart, without the office's mutex; does is called
// with it, and has done nothing when it refuses. A result of nil is an answer without a body.
type hwFunction struct {
	name, pattern string
	access        hwAccess
	reads         func(*hwCall) *hwCode
	does          func(*huawei, *hwCall) (any, *hwCode)
}

// hwCall is one call.
type hwCall struct {
	r    *http.Request
	body []byte
	// harmless is the body without secrets.
	harmless string
	now      time.Time
	// in is what reads made of the body.
	in any
	// user is who has the access token; meeting is the one that the control token is for.
	user    *hwUser
	meeting *hwMeeting
}

// hwFunctions are all functions.
func hwFunctions() []hwFunction {
	const acs, abs, control, management = "/v1/usg/acs", "/v1/usg/abs", "/v1/mmc/control/conferences", "/v1/mmc/management/conferences"
	return []hwFunction{
		{CreateToken, "POST " + acs + "/auth/account", hwOpen, readLogIn, (*huawei).logIn},
		{CreateAppIDToken, "POST /v2/usg/acs/auth/appauth", hwOpen, readAppLogIn, (*huawei).appLogIn},
		{UpdateToken, "PUT " + acs + "/token", hwOpen, nil, (*huawei).refresh},
		{CheckToken, "POST " + acs + "/token/validate", hwOpen, readCheck, (*huawei).check},
		{DeleteToken, "DELETE " + acs + "/token", hwAccount, nil, (*huawei).logOut},
		{CreateConfToken, "GET " + control + "/token", hwOpen, nil, (*huawei).giveControl},
		{CreateWebSocketToken, "GET " + control + "/wsToken", hwControl, nil, (*huawei).pushToken},
		{InviteParticipant, "POST " + control + "/participants", hwControl, readInvite, (*huawei).invite},
		{InviteWithPwd, "POST " + control + "/inviteWithPwd", hwOpen, readNumberCall, (*huawei).inviteNumber},
		{ShowRealTimeInfoOfMeeting, "GET " + control + "/realTimeInfo", hwControl, nil, (*huawei).realTimeInfo},
		{HangUp, "POST " + control + "/participants/delete", hwControl, readHangUp, (*huawei).hangUp},
		{DeleteAttendees, "POST " + control + "/attendees/delete", hwControl, readRemove, (*huawei).remove},
		{StopMeeting, "PUT " + control + "/stop", hwControl, nil, (*huawei).stop},
		{CreateMeeting, "POST " + management, hwAccount, readCreate, (*huawei).create},
		{StartMeeting, "POST " + management + "/start", hwAccount, readStart, (*huawei).startMeeting},
		{CancelMeeting, "DELETE " + management, hwAccount, nil, (*huawei).cancel},
		{SearchMeetings, "GET " + management, hwAccount, nil, (*huawei).listMeetings},
		{SearchOnlineMeetings, "GET " + management + "/online", hwAccount, nil, (*huawei).listOnline},
		{ShowMeetingDetail, "GET " + management + "/confDetail", hwAccount, nil, (*huawei).detail},
		{ShowOnlineMeetingDetail, "GET " + management + "/online/confDetail", hwAccount, nil, (*huawei).onlineDetail},
		{ListOnlineConfAttendee, "GET " + management + "/online/conf-attendee", hwAccount, nil, (*huawei).online},
		{ShowRegionInfoOfMeeting, "GET " + management + "/region/info", hwAccount, nil, (*huawei).region},
		{SearchCorpDir, "GET " + abs + "/users", hwAccount, nil, (*huawei).directory},
		{SearchCorpExternalDir, "GET " + abs + "/external-contacts", hwAccount, nil, (*huawei).contacts},
		{ShowMyInfo, "GET /v1/usg/dcs/member", hwAccount, nil, (*huawei).myInfo},
	}
}

// HuaweiFunctions returns the names of all functions of Huawei Cloud Meeting.
func HuaweiFunctions() []string {
	var names []string
	for _, f := range hwFunctions() {
		names = append(names, f.name)
	}
	return names
}

func (o *Office) addHuaweiMeeting(mux *http.ServeMux) {
	for _, f := range hwFunctions() {
		served := o.handle(f.name, func(r *http.Request, body []byte) answer { return o.huaweiAnswer(f, r, body) })
		mux.Handle(f.pattern, hwGateway(func(w http.ResponseWriter, r *http.Request) {
			if !o.throttle(w, f.name) {
				served.ServeHTTP(w, r)
			}
		}))
	}
	// undocumented: what becomes of other paths. The vendor's gateway in general says this.
	nothing := hwGateway(func(w http.ResponseWriter, _ *http.Request) { hwNoFunction.answer().write(w) })
	mux.Handle("/v1/", nothing)
	mux.Handle("/v2/", nothing)
}

// hwGateway adds the headers of the vendor's gateway. The request has the ID from then on, too.
func hwGateway(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get("X-Request-Id")
		if id == "" || len(id) > 128 {
			id = hwHex(16)
			r.Header.Set("X-Request-Id", id)
		}
		h := w.Header()
		h.Set("X-Request-Id", id)
		h.Set("Server", "api-gateway")
		h["http_proxy_id"] = []string{hwHex(16)} // with a small letter, as the vendor's samples have it
		next(w, r)
	})
}

// huaweiAnswer checks a call and makes it.
func (o *Office) huaweiAnswer(f hwFunction, r *http.Request, body []byte) answer {
	c := &hwCall{r: r, body: body, harmless: withoutSecrets(body)}
	var wrong *hwCode
	if f.reads != nil {
		wrong = c.read(f.reads)
	}
	o.mutex.Lock()
	defer o.mutex.Unlock()
	c.now = o.now()
	o.huawei.settle(c.now)
	result, refused := o.huawei.run(f, c, wrong)
	o.huawei.receive(f, c, r.Header.Get("X-Request-Id"), refused)
	o.log.Debug("called", "function", f.name, "refused", refused != nil)
	switch {
	case refused != nil:
		return refused.answer()
	case result == nil:
		return answer{http.StatusOK, huaweiKind, nil}
	default:
		return answer{http.StatusOK, huaweiKind, raw(result)}
	}
}

func (c *hwCall) read(reads func(*hwCall) *hwCode) *hwCode {
	if len(c.body) > huaweiLongest {
		return &hwTooLarge
	}
	if kind, _, err := mime.ParseMediaType(c.r.Header.Get("Content-Type")); len(c.body) > 0 && (err != nil || kind != "application/json") {
		// undocumented: what becomes of other types.
		return c.bad(&hwBadRequest)
	}
	return reads(c)
}

// run looks at the tokens before anything else.
//
// undocumented: the order of the checks.
func (h *huawei) run(f hwFunction, c *hwCall, wrong *hwCode) (any, *hwCode) {
	var refused *hwCode
	switch f.access {
	case hwAccount:
		c.user, refused = h.userOf(c)
	case hwControl:
		c.meeting, refused = h.controlled(c)
	}
	if refused == nil {
		refused = wrong
	}
	if refused != nil {
		return nil, refused
	}
	return f.does(h, c)
}

// bad is a refusal of the part of the service that is called: the log-in knows one code only.
func (c *hwCall) bad(code *hwCode) *hwCode {
	if strings.Contains(c.r.URL.Path, "/usg/") {
		return &hwInvalid
	}
	return code
}

// host returns the caller's address.
func (c *hwCall) host() string {
	host, _, err := net.SplitHostPort(c.r.RemoteAddr)
	if err != nil {
		return c.r.RemoteAddr
	}
	return host
}

// hwHex makes so many random bytes in hexadecimal.
func hwHex(bytes int) string {
	all := make([]byte, bytes)
	rand.Read(all) //nolint:errcheck // never fails
	return hex.EncodeToString(all)
}
