package demo_test

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/demo"
)

// conference is a meeting in an answer.
type conference struct {
	ConferenceID, Subject, StartTime, EndTime, ConferenceState, ConfType, MediaTypes, ScheduserName, ConfUUID string
	PasswordEntry                                                                                             []struct{ ConferenceRole, Password string }
	OnlineAttendeeAmount                                                                                      *int
	PartAttendeeInfo                                                                                          []struct{ Name, Phone, Type string }
	Size                                                                                                      int
	GuestJoinURI, ChairJoinURI, Role                                                                          string
}

// password returns the password of a role, "" for none.
func (c conference) password(role string) string {
	for _, p := range c.PasswordEntry {
		if p.ConferenceRole == role {
			return p.Password
		}
	}
	return ""
}

type conferences struct {
	Offset, Limit, Count int
	Data                 []conference
}

func (c conferences) ids() string {
	var all []string
	for _, one := range c.Data {
		all = append(all, one.ConferenceID)
	}
	return strings.Join(all, " ")
}

func (h *huawei) create(body string) (conference, said) {
	h.t.Helper()
	got := h.ask("POST", managePath, body)
	if got.status != 200 {
		return conference{}, got
	}
	all := decoded[[]conference](h.t, got.body)
	if len(all) != 1 {
		h.t.Fatalf("made %d meetings", len(all))
	}
	return all[0], got
}

func (h *huawei) list(path, query string) conferences {
	h.t.Helper()
	got := h.ask("GET", managePath+path+"?"+query, "")
	if got.status != 200 {
		h.t.Fatalf("%s: %s", query, got.code())
	}
	return decoded[conferences](h.t, got.body)
}

// brief is what matters of a meeting here.
type brief struct{ ID, State, Start, Chair, General, By string }

func (c conference) brief() brief {
	return brief{c.ConferenceID, c.ConferenceState, c.StartTime, c.password("chair"), c.password("general"), c.ScheduserName}
}

func TestTheOfficeHasTwoRunningMeetingsAndOneThatIsNot(t *testing.T) {
	h := meetings(t)
	h.logIn()
	all := h.list("", "")
	own := h.office.Meetings()
	var got []brief
	for _, c := range all.Data {
		got = append(got, c.brief())
	}
	// The host's password is for who made the meeting.
	want := []brief{
		{"914083136", "Created", "2026-11-23 09:00", own[0].HostPassword, own[0].GuestPassword, "Barbara Example"},
		{"915627408", "Created", "2026-11-23 09:30", "", own[1].GuestPassword, "Ludwig Muster"},
		{"916350271", "Schedule", "2026-11-23 10:30", own[2].HostPassword, own[2].GuestPassword, "Barbara Example"},
	}
	if d := cmp.Diff(want, got); d != "" || all.Count != 3 || all.Limit != 20 {
		t.Errorf("%d, limit %d (-want +got):\n%s", all.Count, all.Limit, d)
	}
	if got := h.list("/online", "").ids(); got != "914083136 915627408" {
		t.Errorf("online: %s", got)
	}
}

func TestListsSayHowManyAreIn(t *testing.T) {
	h := meetings(t)
	h.logIn()
	all := h.list("", "").Data
	if n := all[0].OnlineAttendeeAmount; n == nil || *n != 6 || all[2].OnlineAttendeeAmount != nil {
		t.Errorf("%v are in", n)
	}
	if all[0].ChairJoinURI == "" || all[1].ChairJoinURI != "" || all[1].GuestJoinURI == "" {
		t.Errorf("links: %q, %q, %q", all[0].ChairJoinURI, all[1].ChairJoinURI, all[1].GuestJoinURI)
	}
}

func TestListsArePagedSearchedAndSorted(t *testing.T) {
	h := meetings(t)
	h.logIn()
	for query, want := range map[string]string{
		"limit=1":                 "914083136",
		"limit=1&offset=1":        "915627408",
		"offset=9":                "",
		"searchKey=BUDGET":        "916350271",
		"searchKey=914083136":     "914083136",
		"searchKey=Ludwig":        "915627408",
		"searchKey=%E5%91%A8":     "",
		"sortType=DSC_StartTIME":  "916350271 915627408 914083136",
		"sortType=ASC_StartTIME":  "914083136 915627408 916350271",
		"queryConfMode=ADAY":      "914083136 915627408 916350271",
		"queryAll=true&limit=500": "914083136 915627408 916350271",
	} {
		if got := h.list("", query); got.ids() != want {
			t.Errorf("%s: %s, want %s", query, got.ids(), want)
		}
	}
	for _, query := range []string{"limit=0", "limit=501", "limit=x", "offset=-1", "offset=99999999999999999999", "sortType=up", "queryConfMode=YEAR", "queryAll=1", "searchKey=" + strings.Repeat("x", 129)} {
		h.expect(query, h.ask("GET", managePath+"?"+query, ""), "400 MMC.111071061")
	}
}

func TestUsersSeeTheirOwnMeetings(t *testing.T) {
	h := meetings(t)
	for user, want := range map[string]string{
		"ludwig.muster@example.com":    "915627408",
		"erika.mustermann@example.com": "915627408",
		"hanako.sato@example.co.jp":    "914083136",
		"stranger":                     "",
	} {
		h.token = decoded[tokens](t, h.appLogIn(h.app(user, 0)).body).AccessToken
		if got := h.list("", "").ids(); got != want {
			t.Errorf("%s sees %s, want %s", user, got, want)
		}
		code := "403 MMC.111070010"
		if strings.Contains(want, "915627408") {
			code = "200"
		}
		h.expect(user, h.ask("GET", managePath+"/confDetail?conferenceID=915627408", ""), code)
	}
}

func TestAMeetingIsShownInDetail(t *testing.T) {
	h := meetings(t)
	h.logIn()
	type detail struct {
		ConferenceData conference
		Data           struct {
			Count, Limit int
			Data         []struct{ Name, State, ParticipantID string }
		}
	}
	got := h.ask("GET", managePath+"/confDetail?conferenceID=914083136&limit=2", "")
	d := decoded[detail](t, got.body)
	if d.ConferenceData.Role != "chair" || d.Data.Count != 6 || len(d.Data.Data) != 2 || d.Data.Data[0].Name != "Barbara Example" || d.Data.Data[0].State != "MEETTING" {
		t.Errorf("%s", got.body)
	}
	d = decoded[detail](t, h.ask("GET", managePath+"/confDetail?conferenceID=914083136&searchKey=maurice", "").body)
	if len(d.Data.Data) != 1 || d.Data.Data[0].ParticipantID != "+99111283523400033" {
		t.Errorf("%+v", d.Data)
	}
	for path, want := range map[string]string{
		"/confDetail?conferenceID=1":                        "400 MMC.111070005",
		"/confDetail":                                       "400 MMC.112100029",
		"/confDetail?conferenceID=914083136&limit=501":      "400 MMC.111071061",
		"/confDetail?conferenceID=916350271":                "200",
		"/online/confDetail?conferenceID=914083136":         "200",
		"/online/confDetail?conferenceID=916350271":         "400 MMC.111072005",
		"/online/conf-attendee?conf_id=914083136&limit=500": "200",
		"/online/conf-attendee?conf_id=914083136&limit=501": "400 MMC.111071061",
		"/online/conf-attendee?conf_id=916350271":           "400 MMC.111072005",
		"/online/conf-attendee?conf_id=1":                   "400 MMC.111070005",
		"/region/info?conferenceID=914083136":               "200",
		"/region/info?conferenceID=1":                       "400 MMC.111070005",
	} {
		h.expect(path, h.ask("GET", managePath+path, ""), want)
	}
	type online struct {
		Count int
		Data  []struct {
			Name, Account string
			ParticipantID string `json:"participant_id"`
		}
	}
	in := decoded[online](t, h.ask("GET", managePath+"/online/conf-attendee?conf_id=914083136&search_key=chen", "").body)
	if in.Count != 1 || in.Data[0].Name != "Chen Wei" || in.Data[0].Account != "chen.wei@example.com" || len(in.Data[0].ParticipantID) != 32 {
		t.Errorf("%+v", in)
	}
}

func TestMeetingsAreMadeForLater(t *testing.T) {
	h := meetings(t)
	h.logIn()
	later, got := h.create(`{"subject":"周 会 & <more>","mediaTypes":"HDVideo","startTime":"2026-11-24 08:00","length":45,"timeZoneID":"56",
		"attendees":[{"userUUID":"` + h.personID("Ludwig") + `"},{"name":"Guest","phone":"+12025550100","type":"mobile","isAutoInvite":1}],"confConfigInfo":{"guestPwd":"2468","allowGuestStartConf":true}}`)
	want := brief{later.ConferenceID, "Schedule", "2026-11-24 08:00", later.password("chair"), "2468", "Barbara Example"}
	if later.brief() != want || len(later.ConferenceID) != 9 || len(later.password("chair")) != 6 {
		t.Errorf("%s", got.body)
	}
	if later.Subject != "周 会 & <more>" || later.EndTime != "2026-11-24 08:45" || later.ConfType != "FUTURE" || later.Size != 2 {
		t.Errorf("%s", got.body)
	}
	if ludwig := later.PartAttendeeInfo[0]; ludwig.Name != "Ludwig Muster" || ludwig.Phone != "+99111283523400022" || ludwig.Type != "normal" {
		t.Errorf("%+v", ludwig)
	}
	cycle, got := h.create(`{"mediaTypes":"Voice","startTime":"2026-11-24 08:00","cycleParams":{"cycle":"Day","startDate":"2026-11-24","endDate":"2026-12-01"}}`)
	if cycle.ConfType != "CYCLE" || cycle.ConferenceID == later.ConferenceID {
		t.Errorf("%s", got.body)
	}
	free, _ := h.create(`{"mediaTypes":"Voice","confConfigInfo":{"isGuestFreePwd":true}}`)
	if free.password("general") != "" {
		t.Errorf("guests need %s", free.password("general"))
	}
}

func TestMeetingsAreMadeForNow(t *testing.T) {
	h := meetings(t)
	h.logIn()
	now, got := h.create(`{"mediaTypes":"Voice","attendees":[{"name":"Guest","phone":"+12025550100","type":"mobile","isAutoInvite":1},{"name":"Not yet","phone":"+12025550101","type":"mobile"}]}`)
	if now.ConferenceState != "Created" || now.ConfType != "IMMEDIATELY" || now.ConfUUID == "" || now.Subject != "Barbara Example's Meeting" {
		t.Errorf("%s", got.body)
	}
	if got := h.open(demo.Meeting{ID: now.ConferenceID, HostPassword: now.password("chair")}); got.code() != "200" {
		t.Fatal(got.code())
	}
	if got := h.participants(now.ConferenceID); len(got) != 1 || got["Guest"] != 1 {
		t.Errorf("called %v", got)
	}
}

func TestMeetingsThatCannotBeMade(t *testing.T) {
	h := meetings(t)
	h.logIn()
	for change, want := range map[string]string{
		`"mediaTypes":"Video"`:                               "400 MMC.111071018",
		`"mediaTypes":""`:                                    "400 MMC.111071018",
		`"subject":"` + strings.Repeat("長", 129) + `"`:       "400 MMC.111071022",
		`"length":14`:                                        "400 MMC.111071021",
		`"length":1441`:                                      "400 MMC.111071021",
		`"length":"30"`:                                      "400 MMC.111071062",
		`"startTime":"2026-11-23 09:41"`:                     "400 MMC.111071013",
		`"startTime":"2026-11-23 09:42"`:                     "200",
		`"startTime":"2028-11-23 09:41"`:                     "400 MMC.111071014",
		`"startTime":"2026-11-24T09:41:00Z"`:                 "400 MMC.111071061",
		`"language":"de-DE"`:                                 "400 MMC.111071061",
		`"recordType":4`:                                     "400 MMC.111071061",
		`"timeZoneID":"123456789"`:                           "400 MMC.111071061",
		`"vmrFlag":1`:                                        "400 MMC.111071061",
		`"confConfigInfo":{"guestPwd":"123"}`:                "400 MMC.111071080",
		`"confConfigInfo":{"guestPwd":"12a4"}`:               "400 MMC.111071080",
		`"confConfigInfo":{"guestPwd":"12345678901234567"}`:  "400 MMC.111071080",
		`"confConfigInfo":{"prolongLength":61}`:              "400 MMC.111071061",
		`"confConfigInfo":[]`:                                "400 MMC.111071062",
		`"attendees":[{"name":"x"}]`:                         "400 MMC.111072031",
		`"attendees":[{"name":"a","phone":"x"}]`:             "400 MMC.111072033",
		`"attendees":[{"phone":"1","isAutoInvite":2}]`:       "400 MMC.111071061",
		`"attendees":[{"accountId":"chen.wei@example.com"}]`: "200",
	} {
		body := `{"mediaTypes":"HDVideo",` + change + `}`
		if strings.Contains(change, "mediaTypes") {
			body = "{" + change + "}"
		}
		h.expect(change, h.ask("POST", managePath, body), want)
	}
	h.expect("nothing", h.ask("POST", managePath, ""), "400 MMC.111072057")
	for range 300 {
		if _, got := h.create(`{"mediaTypes":"Voice"}`); got.status != 200 {
			h.expect("the next", got, "400 MMC.111071082")
			return
		}
	}
	t.Error("meetings are made without end")
}

func TestMeetingsAreStartedAndCancelled(t *testing.T) {
	h := meetings(t)
	h.logIn()
	m := h.office.Meetings()[2]
	start := func(id, password string) said {
		return h.ask("POST", managePath+"/start", fmt.Sprintf(`{"conferenceID":%q,"password":%q}`, id, password))
	}
	for _, test := range []struct{ name, id, password, want string }{
		{"unknown", "1", m.HostPassword, "400 MMC.111070005"},
		{"wrong password", m.ID, "000000", "400 MMC.111071091"},
		{"the guests' password", m.ID, m.GuestPassword, "400 MMC.111071091"},
		{"no password", m.ID, "", "400 MMC.111070009"},
		{"no meeting", "", "1", "400 MMC.111071061"},
	} {
		h.expect(test.name, start(test.id, test.password), test.want)
	}
	h.expect("cancelled without a meeting", h.ask("DELETE", managePath, ""), "400 MMC.112100029")
	got := start(m.ID, m.HostPassword)
	if got.code() != "200" || !strings.Contains(got.body, `"regionIP"`) {
		t.Errorf("%d %s", got.status, got.body)
	}
	h.expect("again", start(m.ID, m.HostPassword), "200")
	h.expect("control", h.open(m), "200")
	if got := h.participants(m.ID); len(got) != 5 {
		t.Errorf("called %v", got)
	}
	h.expect("cancelled while it runs", h.ask("DELETE", managePath+"?conferenceID="+m.ID, ""), "400 MMC.111071067")
	h.expect("type 2", h.ask("DELETE", managePath+"?type=2&conferenceID="+m.ID, ""), "400 MMC.111071061")
	got = h.ask("DELETE", managePath+"?type=1&conferenceID="+m.ID, "")
	if got.code() != "200" || got.body != "" {
		t.Errorf("%d %s", got.status, got.body)
	}
	h.expect("cancelled twice", h.ask("DELETE", managePath+"?type=1&conferenceID="+m.ID, ""), "400 MMC.111070005")
	h.expect("started after that", start(m.ID, m.HostPassword), "400 MMC.111072006")
	open, _ := h.create(`{"mediaTypes":"Voice","startTime":"2026-11-24 08:00","confConfigInfo":{"guestPwd":"2468","allowGuestStartConf":true}}`)
	h.expect("by a guest", start(open.ConferenceID, "2468"), "200")
	closed, _ := h.create(`{"mediaTypes":"Voice","startTime":"2026-11-24 08:00"}`)
	h.token = decoded[tokens](t, h.appLogIn(h.app("erika.mustermann@example.com", 0)).body).AccessToken
	h.expect("somebody else's", h.ask("DELETE", managePath+"?conferenceID="+closed.ConferenceID, ""), "403 MMC.111070010")
	h.expect("one that she is invited to", h.ask("DELETE", managePath+"?type=1&conferenceID=915627408", ""), "403 MMC.111070002")
}

func TestMeetingsEndByThemselvesUnlessSomebodyIsIn(t *testing.T) {
	h := meetings(t)
	h.logIn()
	h.create(`{"subject":"empty","mediaTypes":"Voice"}`)
	h.create(`{"subject":"never started","mediaTypes":"Voice","startTime":"2026-11-23 10:00"}`)
	h.create(`{"subject":"full","mediaTypes":"Voice","attendees":[{"name":"Guest","phone":"+12025550100","type":"mobile","isAutoInvite":1}]}`)
	made := func() string {
		h.logIn()
		var all []string
		for _, c := range h.list("", "").Data[2:] {
			if c.Subject != "Budget round" {
				all = append(all, c.Subject)
			}
		}
		slices.Sort(all)
		return strings.Join(all, ", ")
	}
	at := time.Duration(0)
	for _, test := range []struct {
		at   time.Duration
		want string
	}{
		{29 * time.Minute, "empty, full, never started"},
		{30 * time.Minute, "full, never started"},
		{6 * time.Hour, "full"},
	} {
		h.clock.pass(test.at - at)
		at = test.at
		if got := made(); got != test.want {
			t.Errorf("after %v: %s, want %s", at, got, test.want)
		}
	}
}

func TestTheOfficesOwnMeetingsNeverEnd(t *testing.T) {
	h := meetings(t)
	for range 30 {
		h.clock.pass(101 * time.Minute)
		now, all := h.clock.time(), h.office.Meetings()
		if len(all) != 3 || !all[0].Running || !all[1].Running || all[2].Running {
			t.Fatalf("at %v: %+v", now, all)
		}
		if soon := all[2].Start.Sub(now); soon <= 0 || soon > time.Hour {
			t.Errorf("at %v the next one starts in %v", now, soon)
		}
		for _, m := range all {
			if !m.End.After(now) {
				t.Errorf("at %v: %s ended at %v", now, m.Subject, m.End)
			}
		}
	}
}

// personID returns the id of somebody in the directory.
func (h *huawei) personID(name string) string {
	h.t.Helper()
	got := h.ask("GET", "/v1/usg/abs/users?searchKey="+url.QueryEscape(name), "")
	all := decoded[struct{ Data []struct{ ID string } }](h.t, got.body).Data
	if len(all) != 1 {
		h.t.Fatalf("%d people are called %s", len(all), name)
	}
	return all[0].ID
}
