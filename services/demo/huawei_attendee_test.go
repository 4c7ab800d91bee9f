package demo_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"
)

func (h *huawei) invite(id, body string) said {
	h.t.Helper()
	return h.ask("POST", controlPath+"/participants?conferenceID="+id, body)
}

// attendee is a good one with some fields changed; nil takes a field away.
func attendee(change map[string]any) map[string]any {
	a := map[string]any{"name": "Somebody", "phone": "+12025550100", "type": "normal"}
	maps.Copy(a, change)
	maps.DeleteFunc(a, func(_ string, v any) bool { return v == nil })
	return a
}

func TestAttendeesAreCheckedFieldByField(t *testing.T) {
	h := meetings(t)
	m := h.office.Meetings()[0]
	h.open(m)
	type fields = map[string]any
	long := func(n int) string { return strings.Repeat("長", n) }
	for _, test := range []struct {
		change fields
		want   string
	}{
		{nil, "200"},
		{fields{"name": nil}, "400 MMC.111072046"},
		{fields{"name": ""}, "400 MMC.111072046"},
		{fields{"name": long(96)}, "200"},
		{fields{"name": long(97)}, "400 MMC.111072034"},
		{fields{"phone": nil}, "400 MMC.111072031"},
		{fields{"phone": ""}, "400 MMC.111072031"},
		{fields{"phone": "", "email": "a@example.com"}, "200"},
		{fields{"phone": nil, "sms": "+12025550101"}, "200"},
		{fields{"phone": "+" + strings.Repeat("1", 126)}, "200"},
		{fields{"phone": "+" + strings.Repeat("1", 127)}, "400 MMC.111072032"},
		{fields{"phone": "sip:4101@192.0.2.1:5060"}, "200"},
		{fields{"phone": "sip:+99111283523475338@huaweicloud.com"}, "200"},
		{fields{"phone": "4101@[2001:db8::1]:5060"}, "200"},
		{fields{"phone": "+1 202 555 0100"}, "400 MMC.111072033"},
		{fields{"phone": "reception"}, "400 MMC.111072033"},
		{fields{"phone": "a@b@example.com"}, "400 MMC.111072033"},
		{fields{"phone": "<script>@example.com"}, "400 MMC.111072033"},
		{fields{"type": "telepresence", "phone2": "1", "phone3": "2"}, "200"},
		{fields{"phone2": strings.Repeat("1", 128)}, "400 MMC.111072032"},
		{fields{"phone3": "x"}, "400 MMC.111072033"},
		{fields{"role": 0}, "200"},
		{fields{"role": 1}, "200"},
		{fields{"role": 2}, "200"},
		{fields{"role": 3}, "400 MMC.111072035"},
		{fields{"role": -1}, "400 MMC.111072035"},
		{fields{"role": "1"}, "400 MMC.111071062"},
		{fields{"email": strings.Repeat("a", 64) + "@" + strings.Repeat("b", 178) + ".example.com"}, "200"},
		{fields{"email": strings.Repeat("a", 64) + "@" + strings.Repeat("b", 179) + ".example.com"}, "400 MMC.111072036"},
		{fields{"email": "a.example.com"}, "400 MMC.111071024"},
		{fields{"email": "A <a@example.com>"}, "400 MMC.111071024"},
		{fields{"sms": strings.Repeat("1", 32)}, "200"},
		{fields{"sms": strings.Repeat("1", 33)}, "400 MMC.111072037"},
		{fields{"sms": "call me"}, "400 MMC.111071025"},
		{fields{"deptName": long(128)}, "200"},
		{fields{"deptName": long(129)}, "400 MMC.111071026"},
		{fields{"deptUUID": long(64)}, "200"},
		{fields{"deptUUID": long(65)}, "400 MMC.111071061"},
		{fields{"userUUID": long(64), "accountId": long(255)}, "200"},
		{fields{"userUUID": long(65)}, "400 MMC.111071061"},
		{fields{"accountId": long(256)}, "400 MMC.111071061"},
		{fields{"type": nil}, "200"},
		{fields{"type": ""}, "200"},
		{fields{"type": "fax"}, "400 MMC.111071061"},
		{fields{"type": 1}, "400 MMC.111071062"},
		{fields{"type": "terminal"}, "200"}, {fields{"type": "outside"}, "200"}, {fields{"type": "mobile"}, "200"},
		{fields{"type": "telephone"}, "200"}, {fields{"type": "ideahub"}, "200"}, {fields{"type": "board"}, "200"}, {fields{"type": "hwvision"}, "200"},
	} {
		// The bad one comes last, and nobody before it is called then.
		body, err := json.Marshal(map[string]any{"attendees": []any{attendee(map[string]any{"phone": "+12025550104", "name": "First"}), attendee(test.change)}})
		if err != nil {
			t.Fatal(err)
		}
		h.office.Reset()
		h.open(m)
		h.expect(fmt.Sprintf("%.100v", test.change), h.invite(m.ID, string(body)), test.want)
		if _, called := h.participants(m.ID)["First"]; called != (test.want == "200") {
			t.Errorf("%.100v: the first was called: %v", test.change, called)
		}
	}
}

func TestInvitationsThatAreNone(t *testing.T) {
	h := meetings(t)
	m := h.office.Meetings()[0]
	h.open(m)
	many := func(n int) string {
		return `{"attendees":[` + strings.TrimSuffix(strings.Repeat(`{"name":"a","phone":"1"},`, n), ",") + `]}`
	}
	for _, test := range []struct{ name, body, want string }{
		{"no body", "", "400 MMC.111072057"},
		{"no JSON", "attendees", "400 MMC.111071062"},
		{"the page's own sample without its comma", `{"attendees":[{"name":"a","phone":"1" "type":"normal"}]}`, "400 MMC.111071062"},
		{"two documents", `{"attendees":[{"name":"a","phone":"1"}]} {}`, "400 MMC.111071062"},
		{"no UTF-8", "{\"attendees\":[{\"name\":\"\xff\",\"phone\":\"1\"}]}", "400 MMC.111071062"},
		{"a list", `[{"name":"a","phone":"1"}]`, "400 MMC.111071062"},
		{"no list", `{"attendees":{"name":"a","phone":"1"}}`, "400 MMC.111071062"},
		{"a list of texts", `{"attendees":["1"]}`, "400 MMC.111071062"},
		{"null", `{"attendees":null}`, "400 MMC.111071061"},
		{"nobody", `{"attendees":[]}`, "400 MMC.111071061"},
		{"another name", `{"Attendees":[{"name":"a","phone":"1"}]}`, "400 MMC.111071061"},
		{"an empty one", `{"attendees":[{"name":"","phone":"","type":""}]}`, "400 MMC.111072046"},
		{"five hundred", many(500), "200"},
		{"more", many(501), "400 MMC.111071066"},
		{"too long", many(5) + strings.Repeat(" ", 4<<20), "413 APIG.0201"},
		{"far too long", many(5) + strings.Repeat(" ", 17<<20), "413 APIG.0201"},
	} {
		h.expect(test.name, h.invite(m.ID, test.body), test.want)
	}
	h.expect("no type of content", h.ask("POST", controlPath+"/participants?conferenceID="+m.ID, many(1), "Content-Type", "text/plain"), "400 MMC.111070001")
}

func TestWhoIsInvitedAgainIsCalledAgainUnlessHeIsThere(t *testing.T) {
	h := meetings(t)
	m := h.office.Meetings()[0]
	h.open(m)
	calls := func() int { return len(h.office.Meetings()[0].Calls) }
	before, invited := calls(), h.office.Meetings()[0].Invited
	const body = `{"attendees":[{"name":"a","phone":"+12025550100"},{"name":"b","phone":"+12025550109"}]}`
	h.expect("first", h.invite(m.ID, body), "200")
	h.expect("at once", h.invite(m.ID, body), "200")
	if n := calls() - before; n != 2 {
		t.Errorf("%d calls, want 2", n)
	}
	h.clock.pass(5e9)
	h.expect("later", h.invite(m.ID, body), "200")
	if n := calls() - before; n != 3 {
		t.Errorf("%d calls, want 3: the one who refused is called again", n)
	}
	if n := h.office.Meetings()[0].Invited - invited; n != 2 {
		t.Errorf("%d more are invited, want 2", n)
	}
}
