package demo_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/demo"
)

func (h *huawei) sim() client {
	t, ok := h.t.(*testing.T)
	if !ok {
		h.t.Fatal("this is no test")
	}
	return client{t, h.server.URL + "/huawei", h.server.Client()}
}

func TestMeetingsAreInspectedOverHTTP(t *testing.T) {
	h := ready(t)
	c := h.sim()
	h.invite(h.office.Meetings()[0].ID, `{"attendees":[{"name":"Busy","phone":"+12025550108"}]}`)
	h.clock.pass(3 * time.Second)
	shown := read[struct{ Meetings []demo.Meeting }](t, c.simulate("GET", "meetings", "")).Meetings
	if d := cmp.Diff(h.office.Meetings(), shown); d != "" || len(shown) != 3 {
		t.Errorf("%d meetings (-want +got):\n%s", len(shown), d)
	}
	if busy := shown[0].Calls[6]; busy.State != "busy" || busy.Code != "11076008" {
		t.Errorf("%+v", busy)
	}
}

func TestRequestsAreInspectedOverHTTPWithoutSecrets(t *testing.T) {
	h := ready(t)
	c := h.sim()
	m := h.office.Meetings()[0]
	in := "?conferenceID=" + m.ID
	h.ask("POST", controlPath+"/participants"+in, `{"attendees":[{"name":"a","phone":"1"}]}`, "X-Request-Id", "mine")
	h.invite(m.ID, `{"attendees":[]}`)
	h.ask("POST", managePath+"/start", `{"conferenceID":"`+m.ID+`","password":"`+m.HostPassword+`"}`)
	h.ask("POST", controlPath+"/inviteWithPwd"+in, `{"callNum":"1","confID":"`+m.ID+`","pwd":"`+m.HostPassword+`"}`)
	h.ask("POST", tokenPath+"/validate", `{"token":"`+h.token+`","needGenNewToken":false}`)
	text := c.simulate("GET", "received?since=2", "")
	got := read[struct{ Received []demo.Received }](t, text).Received
	for i := range got {
		if i > 0 {
			got[i].RequestID = "" // made up
		}
	}
	want := []demo.Received{
		{Seq: 3, At: monday, Function: "InviteParticipant", RequestID: "mine", Meeting: m.ID, Status: 200, Body: `{"attendees":[{"name":"a","phone":"1"}]}`},
		{Seq: 4, At: monday, Function: "InviteParticipant", Meeting: m.ID, Status: 400, Code: "MMC.111071061", Body: `{"attendees":[]}`},
		{Seq: 5, At: monday, Function: "StartMeeting", Account: h.office.Account(), Status: 200, Body: `{"conferenceID":"` + m.ID + `","password":"…"}`},
		{Seq: 6, At: monday, Function: "InviteWithPwd", Meeting: m.ID, Status: 200, Body: `{"callNum":"1","confID":"` + m.ID + `","pwd":"…"}`},
		{Seq: 7, At: monday, Function: "CheckToken", Status: 200, Body: `{"needGenNewToken":false,"token":"…"}`},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("received (-want +got):\n%s", d)
	}
	if strings.Contains(text, m.HostPassword) || strings.Contains(text, h.token) || strings.Contains(text, h.control) {
		t.Errorf("a secret is in %s", text)
	}
}

func TestTheFormOfMeetingsIsSetOverHTTPAndReset(t *testing.T) {
	h := ready(t)
	c := h.sim()
	c.simulate("POST", "huawei", `{"perMinute":1,"sp":true}`)
	if got := c.simulate("GET", "huawei", ""); got != `{"sp":true,"perMinute":1}` {
		t.Errorf("%s", got)
	}
	if status, _ := c.sim("POST", "huawei", `{"perMinute":-1}`, nil); status != http.StatusBadRequest {
		t.Errorf("a negative limit: %d", status)
	}
	c.simulate("POST", "reset", "")
	if n, form := len(h.office.Received()), h.office.HuaweiForm(); n != 0 || form != (demo.HuaweiForm{}) || len(h.office.Meetings()[0].Calls) != 6 {
		t.Errorf("after the reset: %d requests, %+v", n, form)
	}
	h.expect("a token from before", h.ask("GET", mePath, ""), "401 USG.000000004")
}

func TestOnlyTheLastThousandRequestsAreKept(t *testing.T) {
	h := meetings(t)
	for range 1010 {
		direct(h.office, "GET", mePath, "")
	}
	if all := h.office.Received(); len(all) != 1000 || all[0].Seq != 11 || all[999].Seq != 1010 {
		t.Errorf("%d, from %d", len(all), all[0].Seq)
	}
	h.office.Reset()
	for range 5 {
		direct(h.office, "POST", managePath, `{"x":"`+strings.Repeat("x", 3<<20)+`"}`)
	}
	if all := h.office.Received(); len(all) != 2 || all[1].Seq != 5 {
		t.Errorf("%d long ones are kept", len(all))
	}
}

func TestTheStartPageShowsMeetings(t *testing.T) {
	h := ready(t)
	c := h.sim()
	m := h.office.Meetings()[0]
	h.invite(m.ID, `{"attendees":[{"name":"<script>alert(1)</script>","phone":"+12025550109"}]}`)
	h.clock.pass(10 * time.Second)
	status, page := c.page(c.url+"/", nil)
	for _, want := range []string{
		h.office.Account(), h.office.AccountPassword(), h.office.AppID(), h.office.AppKey(), m.ID, m.HostPassword, "not started", "Budget round",
		"&lt;script&gt;", "+12025550109", "refused", "(11076009)", "InviteParticipant", "busy, after 2s", "0, 1, 2, 3, 4", "_sim/meetings",
	} {
		if !strings.Contains(page, strings.ReplaceAll(want, "+", "&#43;")) {
			t.Errorf("the page (%d) does not say %s", status, want)
		}
	}
	if strings.Contains(page, "<script>") || strings.Contains(page, h.control) {
		t.Errorf("the page has a script or a token in it: %s", page)
	}
}

func TestWhatLogsInIsRememberedAfterARestart(t *testing.T) {
	dir := t.TempDir()
	type keys struct {
		Account, Password, ID, Key string
		Meetings                   []demo.Meeting
	}
	all := func(o *demo.Office) keys {
		k := keys{o.Account(), o.AccountPassword(), o.AppID(), o.AppKey(), o.Meetings()}
		for i := range k.Meetings {
			k.Meetings[i].Calls = nil // their PIDs are new
		}
		return k
	}
	var before, after keys
	reopen(t, dir, func(o *demo.Office, _ client) { before = all(o) })
	reopen(t, dir, func(o *demo.Office, _ client) { o.Reset(); after = all(o) })
	if d := cmp.Diff(before, after); d != "" || len(before.Password) < 8 || len(before.Password) > 32 {
		t.Errorf("password of %d (-before +after):\n%s", len(before.Password), d)
	}
	reopen(t, t.TempDir(), func(o *demo.Office, _ client) {
		if o.AccountPassword() == before.Password || o.AppKey() == before.Key {
			t.Error("two offices have the same password or key")
		}
	})
}
