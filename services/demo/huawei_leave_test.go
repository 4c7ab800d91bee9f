package demo_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"foyer/services/demo"
)

// present is the whole answer about who is in a meeting.
type present struct {
	Attendees    []struct{ Name, Phone, AccountID, UserUUID string }
	Participants []struct {
		PID, Name, Phone         string
		State, Video, Mute, Hand int
	}
	ConfInfo struct {
		ChairID string
		CoHosts []string
	}
}

func (h *huawei) present(id string) present {
	h.t.Helper()
	return decoded[present](h.t, h.ask("GET", controlPath+"/realTimeInfo?conferenceID="+id, "").body)
}

func (p present) pid(name string) string {
	for _, one := range p.Participants {
		if one.Name == name {
			return one.PID
		}
	}
	return ""
}

func TestPeopleAreHungUpAndStayInvited(t *testing.T) {
	h := meetings(t)
	m := h.office.Meetings()[0]
	h.open(m)
	p := h.present(m.ID)
	if len(p.Attendees) != 6 || p.ConfInfo.ChairID != p.pid("Barbara Example") || len(p.ConfInfo.CoHosts) != 0 {
		t.Errorf("%+v", p)
	}
	hangUp := func(body string) said {
		return h.ask("POST", controlPath+"/participants/delete?conferenceID="+m.ID, body)
	}
	h.expect("ringing", h.invite(m.ID, `{"attendees":[{"name":"Rings","phone":"+12025550105","type":"mobile"}]}`), "200")
	for body, want := range map[string]string{
		"":                                "400 MMC.111072057",
		"x":                               "400 MMC.111071062",
		`{"bulkHangUpParticipants":[]}`:   "400 MMC.111071061",
		`{"bulkHangUpParticipants":[""]}`: "400 MMC.111071061",
		`{"bulkHangUpParticipants":[1]}`:  "400 MMC.111071062",
		`{"bulkHangUpParticipants":["` + p.pid("Chen Wei") + `","nobody"]}`:         "400 MMC.111072008",
		`{"bulkHangUpParticipants":["` + strings.ToUpper(p.pid("Chen Wei")) + `"]}`: "400 MMC.111072008",
	} {
		h.expect(body, hangUp(body), want)
	}
	if got := h.participants(m.ID); len(got) != 7 {
		t.Errorf("refused, and yet %v are left", got)
	}
	got := hangUp(fmt.Sprintf(`{"bulkHangUpParticipants":[%q,%q]}`, p.pid("Chen Wei"), h.present(m.ID).pid("Rings")))
	if got.code() != "200" || len(got.body) != 39 {
		t.Errorf("%d %s", got.status, got.body)
	}
	p = h.present(m.ID)
	if len(p.Participants) != 5 || p.pid("Chen Wei") != "" || len(p.Attendees) != 7 {
		t.Errorf("%+v", p)
	}
	states := map[string]string{}
	for _, c := range h.office.Meetings()[0].Calls {
		states[c.Name] = c.State
	}
	if states["Chen Wei"] != "hung up" || states["Rings"] != "hung up" || states["Anna Probe"] != "in" {
		t.Errorf("%v", states)
	}
}

func TestPeopleAreRemoved(t *testing.T) {
	h := meetings(t)
	m := h.office.Meetings()[0]
	h.open(m)
	h.invite(m.ID, `{"attendees":[{"name":"Rings","phone":"+12025550105","type":"mobile"},{"name":"Busy","phone":"+12025550108","type":"mobile"}]}`)
	h.clock.pass(3 * time.Second)
	p := h.present(m.ID)
	const chen = "+99111283523400061"
	remove := func(body string) said { return h.ask("POST", controlPath+"/attendees/delete?conferenceID="+m.ID, body) }
	entry := func(number, pid string) string { return fmt.Sprintf(`{"number":%q,"participantID":%q}`, number, pid) }
	for body, want := range map[string]string{
		"":                          "400 MMC.111072057",
		"{}":                        "400 MMC.111071061",
		`{"bulkDelAttendInfo":[1]}`: "400 MMC.111071062",
		`{"bulkDelAttendInfo":[` + entry("", "") + `]}`:                                         "400 MMC.111071061",
		`{"bulkDelAttendInfo":[` + entry("1", "") + `]}`:                                        "400 MMC.111072008",
		`{"bulkDelAttendInfo":[` + entry(chen, "") + `]}`:                                       "400 MMC.111071061",
		`{"bulkDelAttendInfo":[` + entry(chen, p.pid("Anna Probe")) + `]}`:                      "400 MMC.111072008",
		`{"bulkDelAttendInfo":[` + entry("+12025550108", "x") + `]}`:                            "400 MMC.111072008",
		`{"bulkDelAttendInfo":[` + entry("+12025550108", "") + `,` + entry("nobody", "") + `]}`: "400 MMC.111072008",
	} {
		h.expect(body, remove(body), want)
	}
	if got := h.present(m.ID); len(got.Participants) != 7 || len(got.Attendees) != 8 {
		t.Errorf("refused, and yet %+v are left", got)
	}
	got := remove(`{"bulkDelAttendInfo":[` + entry(chen, p.pid("Chen Wei")) + `,` + entry("+12025550105", "") + `,` + entry("+12025550108", "") + `]}`)
	if got.code() != "200" || len(got.body) != 39 {
		t.Errorf("%d %s", got.status, got.body)
	}
	if got := h.present(m.ID); len(got.Participants) != 5 || len(got.Attendees) != 5 || got.pid("Chen Wei") != "" {
		t.Errorf("%+v are left", got)
	}
}

func TestOneNumberIsInvitedWithAPassword(t *testing.T) {
	h := meetings(t)
	all := h.office.Meetings()
	m, scheduled := all[0], all[2]
	call := func(m demo.Meeting, number, password, more string) said {
		return h.ask("POST", controlPath+"/inviteWithPwd?conferenceID="+m.ID, fmt.Sprintf(`{"callNum":%q,"confID":%q,"pwd":%q%s}`, number, m.ID, password, more))
	}
	for _, test := range []struct {
		name string
		got  said
		want string
	}{
		{"the host's password", call(m, "+991", m.HostPassword, ""), "200"},
		{"the guests' password", call(m, "4102", m.GuestPassword, `,"numBelongsType":1,"isNotOverlayPidName":true`), "200"},
		{"wrong password", call(m, "+991", "000000", ""), "400 MMC.111072065"},
		{"unknown", call(demo.Meeting{ID: "1"}, "+991", "000000", ""), "400 MMC.111072065"},
		{"not started", call(scheduled, "+991", scheduled.HostPassword, ""), "400 MMC.111072005"},
		{"no password", call(m, "+991", "", ""), "400 MMC.111070009"},
		{"no number", call(m, "", m.HostPassword, ""), "400 MMC.111072031"},
		{"no such number", call(m, "x", m.HostPassword, ""), "400 MMC.111072033"},
		{"a long number", call(m, strings.Repeat("1", 128), m.HostPassword, ""), "400 MMC.111072032"},
		{"an unknown sort of number", call(m, "1", m.HostPassword, `,"numBelongsType":2`), "400 MMC.111071061"},
		{"another meeting in the query", h.ask("POST", controlPath+"/inviteWithPwd?conferenceID=1", `{"callNum":"1","confID":"`+m.ID+`","pwd":"`+m.HostPassword+`"}`), "400 MMC.111071061"},
		{"no meeting in the query", h.ask("POST", controlPath+"/inviteWithPwd", `{"callNum":"1","confID":"`+m.ID+`","pwd":"`+m.HostPassword+`"}`), "400 MMC.112100029"},
		{"no body", h.ask("POST", controlPath+"/inviteWithPwd?conferenceID="+m.ID, ""), "400 MMC.111072057"},
	} {
		h.expect(test.name, test.got, test.want)
	}
	h.open(m)
	if got := h.participants(m.ID); len(got) != 8 || got["+991"] != 1 || got["4102"] != 1 {
		t.Errorf("%v", got)
	}
}
