package demo_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"

	"foyer/services/demo"
)

// goodCalls are calls of all functions that succeed, in an order in which they do.
func (h *huawei) goodCalls() []struct{ function, method, path, body string } {
	m, scheduled := h.office.Meetings()[0], h.office.Meetings()[2]
	in := "?conferenceID=" + m.ID
	account := `{"account":"` + h.office.Account() + `","clientType":72}`
	appBody := `{"appId":"` + h.office.AppID() + `","clientType":72,"expireTime":0,"nonce":"` + nonce + `","userId":""}`
	return []struct{ function, method, path, body string }{
		{demo.CreateToken, "POST", accountPath, account},
		{demo.CreateAppIDToken, "POST", appPath, appBody},
		{demo.CheckToken, "POST", tokenPath + "/validate", `{"token":"` + h.token + `","needGenNewToken":false}`},
		{demo.CreateConfToken, "GET", controlPath + "/token" + in, ""},
		{demo.CreateWebSocketToken, "GET", controlPath + "/wsToken" + in, ""},
		{demo.InviteParticipant, "POST", controlPath + "/participants" + in, `{"attendees":[{"name":"a","phone":"1"}]}`},
		{demo.InviteWithPwd, "POST", controlPath + "/inviteWithPwd" + in, `{"callNum":"2","confID":"` + m.ID + `","pwd":"` + m.HostPassword + `"}`},
		{demo.ShowRealTimeInfoOfMeeting, "GET", controlPath + "/realTimeInfo" + in, ""},
		{demo.HangUp, "POST", controlPath + "/participants/delete" + in, `{"bulkHangUpParticipants":["` + h.present(m.ID).pid("Anna Probe") + `"]}`},
		{demo.DeleteAttendees, "POST", controlPath + "/attendees/delete" + in, `{"bulkDelAttendInfo":[{"number":"+99111283523400061","participantID":"` + h.present(m.ID).pid("Chen Wei") + `"}]}`},
		{demo.CreateMeeting, "POST", managePath, `{"mediaTypes":"Voice"}`},
		{demo.StartMeeting, "POST", managePath + "/start", `{"conferenceID":"` + scheduled.ID + `","password":"` + scheduled.HostPassword + `"}`},
		{demo.SearchMeetings, "GET", managePath, ""},
		{demo.SearchOnlineMeetings, "GET", managePath + "/online", ""},
		{demo.ShowMeetingDetail, "GET", managePath + "/confDetail" + in, ""},
		{demo.ShowOnlineMeetingDetail, "GET", managePath + "/online/confDetail" + in, ""},
		{demo.ListOnlineConfAttendee, "GET", managePath + "/online/conf-attendee?conf_id=" + m.ID, ""},
		{demo.ShowRegionInfoOfMeeting, "GET", managePath + "/region/info" + in, ""},
		{demo.SearchCorpDir, "GET", "/v1/usg/abs/users", ""},
		{demo.SearchCorpExternalDir, "GET", "/v1/usg/abs/external-contacts", ""},
		{demo.ShowMyInfo, "GET", mePath, ""},
		{demo.StopMeeting, "PUT", controlPath + "/stop" + in, ""},
		{demo.CancelMeeting, "DELETE", managePath + "?type=1&conferenceID=" + scheduled.ID, ""},
		{demo.UpdateToken, "PUT", tokenPath, ""},
		{demo.DeleteToken, "DELETE", tokenPath, ""},
	}
}

// ready returns a client that is logged in and controls the first meeting.
func ready(t testing.TB) *huawei {
	h := meetings(t)
	h.logIn()
	h.open(h.office.Meetings()[0])
	return h
}

// outcomeOf makes a call on a connection of its own, and says how it ended.
func (h *huawei) outcomeOf(function, method, path, body string) outcome {
	h.t.Helper()
	c := h.server.Client()
	c.CloseIdleConnections()
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	r, err := http.NewRequestWithContext(h.t.Context(), method, h.server.URL+"/huawei"+path, strings.NewReader(body))
	if err != nil {
		h.t.Fatal(err)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for name, value := range map[string]string{"X-Access-Token": h.token, "X-Conference-Authorization": h.control, "X-Login-Type": "1"} {
		r.Header.Set(name, value)
	}
	switch function {
	case demo.CreateToken:
		r.Header.Set("Authorization", basic(h.office.Account(), h.office.AccountPassword()))
	case demo.CreateAppIDToken:
		r.Header.Set("Authorization", "HMAC-SHA256 signature="+signed(h.office.AppKey(), h.office.AppID(), "", "0", nonce))
	}
	response, err := c.Do(r)
	if err != nil {
		if _, network := errors.AsType[*net.OpError](err); !network && !errors.Is(err, io.EOF) && !errors.Is(err, syscall.ECONNRESET) && !errors.Is(err, context.DeadlineExceeded) {
			h.t.Errorf("%s: %v", function, err)
		}
		return outcome{}
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return outcome{response.StatusCode, response.Header.Get("Retry-After") + response.Header.Get("Location"), string(text), errors.Is(err, io.ErrUnexpectedEOF)}
}

func TestEachFaultHappensToEachFunctionOfMeetings(t *testing.T) {
	for _, test := range []struct {
		fault    demo.Fault
		want     outcome
		accepted bool
	}{
		{demo.Fault{Kind: demo.Refuse}, outcome{}, false},
		{demo.Fault{Kind: demo.DropBefore}, outcome{}, false},
		{demo.Fault{Kind: demo.HTMLPage}, outcome{status: 200, body: "<h1>It works!</h1>"}, false},
		{demo.Fault{Kind: demo.TooMany, RetryAfter: 2500 * time.Millisecond}, outcome{status: 429, header: "3", body: `"error_code":"APIG.0308"`}, false},
		{demo.Fault{Kind: demo.Unavailable}, outcome{status: 503, body: `"error_code":"USG.000000001"`}, false},
		{demo.Fault{Kind: demo.Unavailable, Status: 400, Code: "MMC.111072203", Words: "full"}, outcome{status: 400, body: `{"error_code":"MMC.111072203","error_msg":"full"}`}, false},
		{demo.Fault{Kind: demo.ServerError}, outcome{status: 500, body: "internal error"}, false},
		{demo.Fault{Kind: demo.Unauthorized}, outcome{status: 401, body: `"error_code":"`}, false},
		{demo.Fault{Kind: demo.Redirect}, outcome{status: 307, header: "https://elsewhere.example/"}, false},
		{demo.Fault{Kind: demo.ServerError, Accept: true}, outcome{status: 500, body: "internal error"}, true},
		{demo.Fault{Kind: demo.Delay, Wait: time.Millisecond}, outcome{status: 200}, true},
		{demo.Fault{Kind: demo.DropAfter}, outcome{}, true},
		{demo.Fault{Kind: demo.Truncate}, outcome{status: 200, cut: true}, true},
		{demo.Fault{Kind: demo.HalfJSON}, outcome{status: 200}, true},
		{demo.Fault{Kind: demo.NotJSON}, outcome{status: 200, body: "OK"}, true},
		{demo.Fault{Kind: demo.Oversized, Size: 1 << 20}, outcome{status: 200}, true},
		{demo.Fault{Kind: demo.GzipBomb, Size: 1 << 20}, outcome{status: 200}, true},
		{demo.Fault{Kind: demo.SlowDrip, Wait: time.Nanosecond}, outcome{status: 200}, true},
	} {
		t.Run(fmt.Sprint(test.fault.Kind, test.fault.Status, test.fault.Accept), func(t *testing.T) {
			h := ready(t)
			for _, call := range h.goodCalls() {
				before := len(h.office.Received())
				h.office.SetFault(call.function, test.fault, 1)
				got := h.outcomeOf(call.function, call.method, call.path, call.body)
				if got.status != test.want.status || !strings.HasPrefix(got.header, test.want.header) || !strings.Contains(got.body, test.want.body) || got.cut != test.want.cut {
					t.Errorf("%s: %d, %s, cut %v, %.200q, want %+v", call.function, got.status, got.header, got.cut, got.body, test.want)
				}
				received := h.office.Received()[before:]
				if accepted := len(received) == 1 && received[0].Function == call.function && received[0].Status == 200; accepted != test.accepted {
					t.Errorf("%s: received %+v", call.function, received)
				}
				if n := h.office.Calls(call.function); n < 1 {
					t.Errorf("%s: %d calls", call.function, n)
				}
				if test.fault.Accepts() && call.function == demo.UpdateToken {
					h.logIn() // the old token has ended, whatever was said
				}
			}
		})
	}
}

func TestGoodCallsAreAllOfThem(t *testing.T) {
	h := ready(t)
	called := map[string]bool{}
	for _, call := range h.goodCalls() {
		got := h.outcomeOf(call.function, call.method, call.path, call.body)
		if got.status != 200 {
			t.Errorf("%s: %+v", call.function, got)
		}
		if call.function == demo.UpdateToken {
			h.token = decoded[tokens](t, got.body).AccessToken
		}
		called[call.function] = true
	}
	for _, function := range demo.HuaweiFunctions() {
		if !called[function] {
			t.Errorf("%s is not called", function)
		}
	}
}

func TestATokenThatAFaultRefusesHasTheFunctionsCode(t *testing.T) {
	h := ready(t)
	m := h.office.Meetings()[0]
	h.office.SetFault("", demo.Fault{Kind: demo.Unauthorized}, 0)
	h.expect("an access token", h.ask("GET", mePath, ""), "401 USG.000000004")
	h.expect("a control token", h.ask("GET", controlPath+"/realTimeInfo?conferenceID="+m.ID, ""), "401 MMC.111070004")
}

func TestCallsBeyondTheLimitAreThrottled(t *testing.T) {
	h := ready(t)
	if got := h.ask("GET", mePath, ""); got.header.Get("X-APIG-Ratelimit-Api") != "" {
		t.Errorf("without a limit: %v", got.header)
	}
	if err := h.office.SetHuaweiForm(demo.HuaweiForm{PerMinute: 2}); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"200", "200", "429 APIG.0308", "429 APIG.0308"} {
		got := h.ask("GET", mePath, "", "X-Request-Id", "mine")
		h.expect(fmt.Sprint("call ", i), got, want)
		if left := got.header.Get("X-APIG-Ratelimit-Api"); left != fmt.Sprintf("remain:%d,limit:2,time:1 minute", max(0, 1-i)) {
			t.Errorf("call %d: %s", i, left)
		}
		if got.status == 429 && (!strings.Contains(got.body, `"request_id":"mine"`) || !strings.Contains(got.body, "limit:2,time:1 minute")) {
			t.Errorf("call %d: %s", i, got.body)
		}
	}
	h.expect("another function", h.ask("GET", managePath, ""), "200")
	if n := h.office.Calls(demo.ShowMyInfo); n != 5 {
		t.Errorf("%d calls", n)
	}
	h.clock.pass(time.Minute)
	h.expect("a minute later", h.ask("GET", mePath, ""), "200")
	if err := h.office.SetHuaweiForm(demo.HuaweiForm{PerMinute: -1}); err == nil || h.office.HuaweiForm().PerMinute != 2 {
		t.Errorf("%v, %+v", err, h.office.HuaweiForm())
	}
}
