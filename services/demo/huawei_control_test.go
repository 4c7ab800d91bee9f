package demo_test

import (
	"encoding/base64"
	"net/http"
	"strings"
	"testing"
	"time"
)

// controlInfo is what an answer with a control token has in it.
type controlInfo struct {
	Data struct {
		Token               string
		Role                int
		ExpireTime          int64
		ConfTokenExpireTime int
		UserID              string
		SupportNotifyType   []string
	}
}

func (h *huawei) wantControl(id, password string, headers ...string) said {
	h.t.Helper()
	headers = append([]string{"X-Login-Type", "1"}, headers...)
	if password != "" {
		headers = append(headers, "X-Password", password)
	}
	return h.ask("GET", controlPath+"/token?conferenceID="+id, "", headers...)
}

func TestControlTokensAreForRunningMeetings(t *testing.T) {
	h := meetings(t)
	all := h.office.Meetings()
	running, scheduled := all[0], all[2]
	got := h.wantControl(running.ID, running.HostPassword)
	info := decoded[controlInfo](t, got.body).Data
	if got.code() != "200" || len(info.Token) != 51 || info.Role != 1 || info.ConfTokenExpireTime != 1800 || info.ExpireTime != monday.Add(30*time.Minute).UnixMilli() || info.SupportNotifyType == nil {
		t.Errorf("%d %s", got.status, got.body)
	}
	for _, test := range []struct{ name, id, password, want string }{
		{"not started", scheduled.ID, scheduled.HostPassword, "400 MMC.111072005"},
		{"not started, wrong password", scheduled.ID, "000000", "400 MMC.111072065"},
		{"wrong password", running.ID, "000000", "400 MMC.111072065"},
		{"the guests' password", running.ID, running.GuestPassword, "400 MMC.111072065"},
		{"unknown", "914083137", running.HostPassword, "400 MMC.111072065"},
		{"no password", running.ID, "", "400 MMC.111070009"},
		{"no meeting", "", running.HostPassword, "400 MMC.112100029"},
	} {
		h.expect(test.name, h.wantControl(test.id, test.password), test.want)
	}
	h.expect("no log-in type", h.ask("GET", controlPath+"/token?conferenceID="+running.ID, "", "X-Password", running.HostPassword), "400 MMC.112100029")
	h.expect("another log-in type", h.wantControl(running.ID, running.HostPassword, "X-Login-Type", "2"), "400 MMC.111071061")
}

func TestFiveWrongPasswordsLockAMeeting(t *testing.T) {
	h := meetings(t)
	m, other := h.office.Meetings()[0], h.office.Meetings()[1]
	for range 5 {
		h.expect("wrong", h.wantControl(m.ID, "000000"), "400 MMC.111072065")
	}
	h.expect("right while locked", h.wantControl(m.ID, m.HostPassword), "400 MMC.111072064")
	h.expect("by number while locked", h.ask("POST", controlPath+"/inviteWithPwd?conferenceID="+m.ID, `{"callNum":"1","confID":"`+m.ID+`","pwd":"`+m.HostPassword+`"}`), "400 MMC.111072064")
	h.expect("another meeting", h.wantControl(other.ID, other.HostPassword), "200")
	h.clock.pass(time.Minute)
	h.expect("after the lock", h.wantControl(m.ID, m.HostPassword), "200")
}

func TestControlTokensExpireAndAreProlonged(t *testing.T) {
	h := meetings(t)
	m := h.office.Meetings()[0]
	if got := h.open(m); got.code() != "200" {
		t.Fatal(got.code())
	}
	look := func() said { return h.ask("GET", controlPath+"/realTimeInfo?conferenceID="+m.ID, "") }
	h.clock.pass(29 * time.Minute)
	h.expect("after 29 minutes", look(), "200")
	got := h.wantControl(m.ID, "")
	if info := decoded[controlInfo](t, got.body).Data; got.code() != "200" || info.Token != h.control || info.ExpireTime != monday.Add(59*time.Minute).UnixMilli() {
		t.Errorf("prolonged: %d %s", got.status, got.body)
	}
	h.expect("prolonged with a wrong password", h.wantControl(m.ID, "000000"), "200")
	h.clock.pass(30*time.Minute - time.Millisecond)
	h.expect("just before the end", look(), "200")
	h.clock.pass(time.Millisecond)
	h.expect("at the end", look(), "401 MMC.111070004")
	h.expect("too late to be prolonged", h.wantControl(m.ID, ""), "400 MMC.111070009")
	h.expect("too late, wrong password", h.wantControl(m.ID, "000000"), "400 MMC.111072065")
	old := h.control
	got = h.wantControl(m.ID, m.HostPassword)
	if info := decoded[controlInfo](t, got.body).Data; got.code() != "200" || info.Token == old {
		t.Errorf("with the password: %d %s", got.status, got.body)
	}
}

func TestControlTokensAreReadInBothForms(t *testing.T) {
	h := meetings(t)
	first, second := h.office.Meetings()[0], h.office.Meetings()[1]
	h.open(second)
	other := h.control
	h.open(first)
	token := h.control
	h.control = ""
	for _, test := range []struct{ name, header, want string }{
		{"as it is", token, "200"},
		{"in base64", "Basic " + base64.StdEncoding.EncodeToString([]byte(token)), "200"},
		{"none", "", "401 MMC.111070111"},
		{"unknown", "cnr1", "401 MMC.111070004"},
		{"no base64", "Basic !", "401 MMC.111070004"},
		{"base64 of something else", "Basic eA==", "401 MMC.111070004"},
		{"another meeting's", other, "401 MMC.111070004"},
	} {
		for _, call := range [][2]string{{"GET", "/realTimeInfo"}, {"GET", "/wsToken"}, {"POST", "/participants"}, {"PUT", "/stop"}} {
			if test.want == "200" && call[0] != "GET" {
				continue
			}
			h.expect(test.name+call[1], h.ask(call[0], controlPath+call[1]+"?conferenceID="+first.ID, "", "X-Conference-Authorization", test.header), test.want)
		}
	}
	h.expect("without the meeting", h.ask("GET", controlPath+"/realTimeInfo", "", "X-Conference-Authorization", token), "400 MMC.112100029")
}

func TestAMeetingThatEndedIsClosed(t *testing.T) {
	h := meetings(t)
	m := h.office.Meetings()[0]
	h.open(m)
	got := h.ask("PUT", controlPath+"/stop?conferenceID="+m.ID, "")
	if got.code() != "200" || len(got.body) != 39 {
		t.Errorf("%d %s", got.status, got.body)
	}
	for _, call := range [][2]string{{"GET", "/realTimeInfo"}, {"PUT", "/stop"}} {
		h.expect(call[1], h.ask(call[0], controlPath+call[1]+"?conferenceID="+m.ID, ""), "400 MMC.111072006")
	}
	h.expect("prolonged", h.wantControl(m.ID, ""), "400 MMC.111072006")
	h.control = ""
	h.expect("a new token", h.wantControl(m.ID, m.HostPassword), "400 MMC.111072006")
	if left := h.office.Meetings(); len(left) != 2 {
		t.Errorf("%d meetings are left", len(left))
	}
}

func TestEveryAnswerHasTheGatewaysHeaders(t *testing.T) {
	h := meetings(t)
	for path, want := range map[string]int{mePath: http.StatusUnauthorized, "/v1/other": http.StatusNotFound, "/v2/usg/acs/auth/account": http.StatusNotFound} {
		got := h.ask("GET", path, "", "x-request-id", "my-request")
		if id := got.header.Get("X-Request-Id"); got.status != want || id != "my-request" || got.header.Get("Server") != "api-gateway" || len(got.header.Get("http_proxy_id")) != 32 {
			t.Errorf("%s: %d %v", path, got.status, got.header)
		}
		if kind := got.header.Get("Content-Type"); kind != "application/json;charset=UTF-8" {
			t.Errorf("%s: %s", path, kind)
		}
		first, second := h.ask("GET", path, "").header.Get("X-Request-Id"), h.ask("GET", path, "", "X-Request-Id", strings.Repeat("x", 129)).header.Get("X-Request-Id")
		if len(first) != 32 || len(second) != 32 || first == second {
			t.Errorf("%s: made-up IDs %s, %s", path, first, second)
		}
	}
	h.expect("another method", h.ask("PATCH", tokenPath, ""), "404 APIG.0101")
}
