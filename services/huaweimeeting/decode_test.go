package huaweimeeting

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/meeting"
)

func TestPresenceIsReadAsTheServiceTellsIt(t *testing.T) {
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	for name, test := range map[string]struct {
		body string
		want meeting.Presence
	}{
		"the vendor's sample": {
			`{"attendees":[{"accountID":"user01","name":"user01","phone":"+99111****815"}],
 "participants":[{"pid":"a6b4e988216c11eabc516bc3a3d8d6c4","name":"user01","phone":"+99111****815","state":0,"video":1,"mute":1,"hand":0}],
 "confInfo":{"chairID":"a6b4e988216c11eabc516bc3a3d8d6c4","coHosts":["e4286e9c3cca11ef813235922d0586e5"]}}`,
			meeting.Presence{
				Participants: []meeting.Participation{{PID: "a6b4e988216c11eabc516bc3a3d8d6c4", Name: "user01", Phone: "+99111****815", State: meeting.In, Video: true, Muted: true}},
				Invited:      []meeting.Invited{{AccountID: "user01", Name: "user01", Phone: "+99111****815"}},
				Hosts:        []string{"a6b4e988216c11eabc516bc3a3d8d6c4", "e4286e9c3cca11ef813235922d0586e5"},
			},
		},
		"all states": {
			`{"participants":[{"pid":"0","state":0},{"pid":"1","state":1},{"pid":"2","state":"2"},{"pid":"3","state":3},{"pid":"4","state":null},{"pid":"5"},{"pid":"6","state":"in"},{"pid":"7","state":-1},{"pid":"8","state":1e99}]}`,
			meeting.Presence{Participants: []meeting.Participation{
				{PID: "0", State: meeting.In}, {PID: "1", State: meeting.Calling}, {PID: "2", State: meeting.Joining}, {PID: "3", State: meeting.Unclear},
				{PID: "4", State: meeting.Unclear}, {PID: "5", State: meeting.Unclear}, {PID: "6", State: meeting.Unclear}, {PID: "7", State: meeting.Unclear}, {PID: "8", State: meeting.Unclear},
			}},
		},
		"nulls":             {`{"attendees":null,"participants":null,"confInfo":null}`, meeting.Presence{}},
		"nothing":           {`{}`, meeting.Presence{}},
		"the wrong shapes":  {`{"attendees":"none","participants":7,"confInfo":[1]}`, meeting.Presence{}},
		"nulls in a list":   {`{"participants":[null,7,"x",{"pid":17,"name":null,"phone":[],"state":0}]}`, meeting.Presence{Participants: []meeting.Participation{{PID: "17", State: meeting.In}}}},
		"texts for numbers": {`{"participants":[{"pid":17,"phone":99111,"state":"0","video":"1","mute":"0","hand":true}]}`, meeting.Presence{Participants: []meeting.Participation{{PID: "17", Phone: "99111", State: meeting.In, Video: true}}}},
		"a lone object":     {`{"participants":{"pid":"1","state":1},"confInfo":{"chairID":"1","coHosts":"1"}}`, meeting.Presence{Participants: []meeting.Participation{{PID: "1", State: meeting.Calling}}, Hosts: []string{"1"}}},
		"lines in a name":   {`{"attendees":[{"name":"a\n\u0000b","userUUID":"u","phone":" +1 "}]}`, meeting.Presence{Invited: []meeting.Invited{{Name: "a b", UserUUID: "u", Phone: "+1"}}}},
	} {
		address, _ := serve(t, office(map[string]http.HandlerFunc{pathPresence: says(200, test.body)}))
		got, err := service(t, address, func(c *Config) { c.Now = func() time.Time { return now } }).Presence(t.Context(), byToken)
		test.want.At = now
		if test.want.Participants == nil {
			test.want.Participants = []meeting.Participation{}
		}
		if test.want.Invited == nil {
			test.want.Invited = []meeting.Invited{}
		}
		if diff := cmp.Diff(test.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v %s", name, err, diff)
		}
	}
	for _, body := range []string{"", "[]", `"x"`, "7"} {
		address, _ := serve(t, office(map[string]http.HandlerFunc{pathPresence: says(200, body)}))
		_, err := service(t, address, nil).Presence(t.Context(), byToken)
		want(t, body, err, fault.Faulty, CodeNoAnswer)
	}
}

// created is the vendor's sample of a meeting that was created.
const created = `{"conferenceID":"914673889","mediaTypes":"Data,Voice,HDVideo","subject":"例行会议","size":1,"timeZoneID":"56","startTime":"2022-08-30 12:00","endTime":"2022-08-30 13:00",
 "conferenceState":"Schedule","accessNumber":"+991117","passwordEntry":[{"conferenceRole":"chair","password":"123456"},{"conferenceRole":"general","password":"654321"}],
 "scheduserName":"金秘书","guestJoinUri":"https://c.meeting.huaweicloud.com/#/j/914673889/9505dc","vmrFlag":0,"onlineAttendeeAmount":"3","confUUID":null}`

var asCreated = meeting.Meeting{
	ID: "914673889", Subject: "例行会议", Start: time.Date(2022, 8, 30, 12, 0, 0, 0, time.UTC), End: time.Date(2022, 8, 30, 13, 0, 0, 0, time.UTC),
	Phase: meeting.Scheduled, Host: "金秘书", HostPassword: "123456", JoinURL: "https://c.meeting.huaweicloud.com/#/j/914673889/9505dc", Online: 3,
}

func TestACreatedMeetingIsReadFromAnArray(t *testing.T) {
	for _, body := range []string{"[" + created + "]", created, "[" + created + `,{"conferenceID":"2"}]`} {
		address, _ := serve(t, office(map[string]http.HandlerFunc{pathMeetings: says(200, body)}))
		got, err := service(t, address, nil).Create(t.Context(), meeting.Draft{})
		if diff := cmp.Diff(asCreated, got); err != nil || diff != "" {
			t.Errorf("%v %s", err, diff)
		}
	}
	for _, body := range []string{"", "[]", "{}", "null", "7", "[7]"} {
		address, calls := serve(t, office(map[string]http.HandlerFunc{pathMeetings: says(200, body)}))
		_, err := service(t, address, nil).Create(t.Context(), meeting.Draft{})
		want(t, body, err, fault.Faulty, CodeNoAnswer)
		if calls.count(pathMeetings) != 1 {
			t.Errorf("%q: created %d times", body, calls.count(pathMeetings))
		}
	}
}

func TestMeetingsAreReadPageByPage(t *testing.T) {
	for name, test := range map[string]struct {
		body   string
		offset int
		want   meeting.Meetings
	}{
		"a page":            {`{"offset":0,"limit":20,"count":41,"data":[` + created + `]}`, 0, meeting.Meetings{Meetings: []meeting.Meeting{asCreated}, Count: 41}},
		"a count of text":   {`{"count":"41","data":[` + created + `]}`, 20, meeting.Meetings{Meetings: []meeting.Meeting{asCreated}, Offset: 20, Count: 41}},
		"no count":          {`{"data":[` + created + `]}`, 20, meeting.Meetings{Meetings: []meeting.Meeting{asCreated}, Offset: 20, Count: 21}},
		"past the end":      {`{"count":1,"data":[` + created + `]}`, 20, meeting.Meetings{Meetings: []meeting.Meeting{}, Offset: 20, Count: 1}},
		"nothing":           {`{}`, 0, meeting.Meetings{Meetings: []meeting.Meeting{}}},
		"one without an ID": {`{"count":1,"data":[{"subject":"x"},null]}`, 0, meeting.Meetings{Meetings: []meeting.Meeting{}, Count: 2}},
	} {
		address, _ := serve(t, office(map[string]http.HandlerFunc{pathMeetings: says(200, test.body)}))
		got, err := service(t, address, nil).List(t.Context(), meeting.Query{Offset: test.offset})
		if name == "one without an ID" {
			test.want.Count = got.Count
		}
		if diff := cmp.Diff(test.want, got); err != nil || diff != "" {
			t.Errorf("%s: %v %s", name, err, diff)
		}
	}
}

func TestAMeetingThatWasNotScheduledIsFoundAmongThoseThatTakePlace(t *testing.T) {
	online := says(200, `{"conferenceData":`+created+`,"data":{"data":[]}}`)
	for name, test := range map[string]struct {
		first, second http.HandlerFunc
		code          string
		seconds       int
	}{
		"scheduled":   {online, refuses(400, "MMC.111070005", "x"), "", 0},
		"running":     {refuses(400, "MMC.111070005", "CONF_DATA_NOT_FOUND"), online, "", 1},
		"nowhere":     {refuses(400, "MMC.111070005", "CONF_DATA_NOT_FOUND"), refuses(400, "MMC.111072005", "x"), "MMC.111070005", 1},
		"not allowed": {refuses(403, "MMC.111070010", "x"), online, "MMC.111070010", 0},
	} {
		address, calls := serve(t, office(map[string]http.HandlerFunc{pathMeetings + "/confDetail": test.first, pathMeetings + "/online/confDetail": test.second}))
		got, err := service(t, address, nil).Detail(t.Context(), "914673889")
		if test.code != "" {
			want(t, name, err, fault.Refused, test.code)
		} else if diff := cmp.Diff(asCreated, got); err != nil || diff != "" {
			t.Errorf("%s: %v %s", name, err, diff)
		}
		if n := calls.count(pathMeetings + "/online/confDetail"); n != test.seconds {
			t.Errorf("%s: %d calls", name, n)
		}
	}
}

func TestTheDirectoryTellsHowToInvite(t *testing.T) {
	const body = `{"offset":0,"limit":10,"count":6,"data":[
{"id":"067f692ed2ce492182a44579f6bc82aa","statusCode":0,"account":"067f","name":"TE30","englishName":null,"email":null,"phone":null,"deptName":"wangyue","number":"+99111283523475338","isHardTerminal":true,"hidePhone":false,"type":"HARD_TERMINAL","deptCodes":["1"]},
{"id":"1","account":"a","name":"Barbara","email":"barbara@example.com","phone":"+8613800000000","number":"+991","hidePhone":false,"type":"NORMAL_USER"},
{"id":"2","account":"b","englishName":"Ludwig","phone":"+8613800000001","hidePhone":"true","type":"NORMAL_USER"},
{"id":3,"account":"c","type":"WHITE_BOARD"},{"id":"4","type":"HW_VISION_MEMBER"},{"id":"5","type":"IDEA_HUB_MEMBER"},{"id":"6","type":"NEW","isHardTerminal":"1"},{"id":"7"}]}`
	address, _ := serve(t, office(map[string]http.HandlerFunc{pathUsers: says(200, body)}))
	got, err := service(t, address, nil).Search(t.Context(), meeting.Query{})
	wanted := meeting.Directory{Count: 8, People: []meeting.Entry{
		{UserUUID: "067f692ed2ce492182a44579f6bc82aa", Account: "067f", Name: "TE30", DeptName: "wangyue", Number: "+99111283523475338", Type: meeting.Terminal},
		{UserUUID: "1", Account: "a", Name: "Barbara", Email: "barbara@example.com", Phone: "+8613800000000", Number: "+991", Type: meeting.Normal},
		{UserUUID: "2", Account: "b", Name: "Ludwig", Type: meeting.Normal},
		{UserUUID: "3", Account: "c", Name: "c", Type: meeting.Board},
		{UserUUID: "4", Type: meeting.HWVision}, {UserUUID: "5", Type: meeting.IdeaHub}, {UserUUID: "6", Type: meeting.Terminal}, {UserUUID: "7", Type: meeting.Normal},
	}}
	if diff := cmp.Diff(wanted, got); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
}

func TestMomentsAreReadInUTC(t *testing.T) {
	noon := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	for written, want := range map[text]time.Time{
		"2026-11-23 12:00": noon, " 2026-11-23 12:00 ": noon, "2026-11-23 12:00:00": noon, "2026-11-23T12:00": noon, "2026-11-23T20:00:00+08:00": noon,
		"1795435200": noon, "1795435200000": noon, "": {}, "soon": {}, "0001-01-01 00:00": {}, "12": {}, "2026-13-01 12:00": {}, "1e300": {},
	} {
		if got := momentOf(written); !got.Equal(want) || got.Location() != time.UTC {
			t.Errorf("%q: %v, want %v", written, got, want)
		}
	}
	for state, want := range map[text]meeting.Phase{"Schedule": meeting.Scheduled, "Creating": meeting.Starting, "created": meeting.Running, "Destroyed": meeting.Over, "": meeting.UnknownPhase, "New": meeting.UnknownPhase} {
		if got := phaseOf(state); got != want {
			t.Errorf("%q: %v", state, got)
		}
	}
}

func TestALinkThatIsNoneIsNotGivenOn(t *testing.T) {
	for link, want := range map[text]string{"https://c.meeting.huaweicloud.com/#/j/1": "https://c.meeting.huaweicloud.com/#/j/1", "javascript:alert(1)": "", "file:///etc/passwd": "", "": ""} {
		if got := (meetingEntry{GuestLink: link}).meeting().JoinURL; got != want {
			t.Errorf("%q: %q", link, got)
		}
	}
}

// FuzzAnswers reads any document as every answer. None panics, fails on an object, or lets a line break
// or a control character through.
func FuzzAnswers(f *testing.F) {
	for _, s := range []string{
		"{}", "[" + created + "]", `{"data":[` + created + `],"count":"1e9"}`, loginGrant, controlGrant, accepted, `{"error":{"code":[{}],"message":{"a":1}}}`,
		`{"participants":[{"pid":1e400,"state":{}}],"confInfo":{"coHosts":[[1],"\u0007"]}}`, `{"data":{"data":null},"conferenceData":{"passwordEntry":{"conferenceRole":"chair","password":7}}}`, "\xff", `{"a":"\ud800"}`,
	} {
		f.Add(s)
	}
	s := &Service{now: time.Now}
	f.Fuzz(func(t *testing.T, said string) {
		if !json.Valid([]byte(said)) {
			return
		}
		document := json.RawMessage(strings.TrimSpace(said))
		isObject := document[0] == '{'
		var presence presenceAnswer
		var meetings pageAnswer[meetingEntry]
		var people pageAnswer[directoryEntry]
		var logIn logInAnswer
		var control controlAnswer
		for _, into := range []any{&presence, &meetings, &people, &logIn, &control} {
			if err := json.Unmarshal(document, into); err != nil && isObject {
				t.Errorf("%T: %v", into, err)
			}
		}
		var made list[meetingEntry]
		_ = json.Unmarshal(document, &made)
		var shown []string
		p := presence.presence(s)
		for _, one := range p.Participants {
			shown = append(shown, one.PID, one.Name, one.Phone)
		}
		shown = append(shown, p.Hosts...)
		rows, _, count := meetings.rows(meeting.Query{Offset: 3})
		if count < 0 {
			t.Errorf("%d meetings", count)
		}
		for _, one := range append(rows, made...) {
			m := one.meeting()
			shown = append(shown, m.ID, m.Subject, m.Host, m.HostPassword, m.JoinURL)
		}
		for _, one := range people.Data {
			e := one.entry()
			shown = append(shown, e.UserUUID, e.Name, e.Number, e.Phone, e.Email)
		}
		for _, text := range shown {
			if strings.ContainsFunc(text, unicode.IsControl) {
				t.Errorf("%q", text)
			}
		}
		for _, failed := range []bool{true, false} {
			if c, found := complaintOf(document, failed); found && c == (complaint{}) {
				t.Error("a complaint of nothing")
			}
		}
	})
}
