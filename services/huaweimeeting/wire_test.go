package huaweimeeting

import (
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/meeting"
)

// wanted is a request of the vendor's SDK, as it was seen on the wire. The headers are those that both
// send: the SDK's User-Agent has an ID of the installation, which is nobody's business; it sends the
// access token with control calls, which the vendor's pages do not ask for; and it sends no request ID.
type wanted struct {
	method, path, query, body string
	header                    map[string]string
}

var uuid = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

func (w wanted) check(t *testing.T, where string, got seen) {
	t.Helper()
	header := map[string]string{}
	for name := range got.Header {
		header[name] = got.Header.Get(name)
	}
	if id := header["X-Request-Id"]; !uuid.MatchString(id) {
		t.Errorf("%s: request ID %q", where, id)
	}
	for _, name := range []string{"X-Request-Id", "User-Agent", "Content-Length", "Accept-Encoding"} {
		delete(header, name)
	}
	if w.header["Accept-Language"] == "" {
		delete(header, "Accept-Language")
	}
	g := wanted{got.Method, strings.TrimPrefix(got.Path, prefix), got.Query, got.Body, header}
	if diff := cmp.Diff(w, g, cmp.AllowUnexported(wanted{})); diff != "" {
		t.Errorf("%s: %s", where, diff)
	}
}

const plainJSON = "application/json"

func TestTheRequestsAreThoseOfTheVendorsSDK(t *testing.T) {
	address, calls := serve(t, office(nil))
	s := service(t, address, func(c *Config) { c.Auth.Password = fixed("Passw0rd!") })
	host := meeting.Access{ID: meetingNumber, Password: "123456"}
	attendees := append(people[:2:2], meeting.Attendee{})
	if err := s.Invite(t.Context(), host, attendees); err != nil {
		t.Fatal(err)
	}
	if _, err := s.List(t.Context(), meeting.Query{Limit: 20, Words: "周 会&a"}); err != nil {
		t.Fatal(err)
	}
	if err := s.InviteNumber(t.Context(), host, "+991"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Create(t.Context(), meeting.Draft{Subject: "demo"}); err != nil {
		t.Fatal(err)
	}
	all := calls.all()
	if len(all) != 6 {
		t.Fatalf("%d calls: %+v", len(all), all)
	}
	const control = "/v1/mmc/control/conferences/"
	for i, w := range []wanted{
		{"GET", control + "token", "conferenceID=914083136", "", map[string]string{
			"Content-Type": plainJSON, "X-Login-Type": "1", "X-Password": "123456",
		}},
		// The SDK writes an absent type as "". The vendor's pages have a default for it, so it is left out.
		{"POST", control + "participants", "conferenceID=914083136", `{"attendees":[{"userUUID":"067f692ed2ce492182a44579f6bc82aa","name":"user01","role":0,"phone":"+99111283523475338","type":"normal"},{"name":"张三 & <李四>","phone":"+8613800000000","type":"mobile"},{"name":"","phone":""}]}` + "\n", map[string]string{
			"Content-Type": plainJSON, "X-Conference-Authorization": controlValue,
		}},
		{"POST", pathLogin, "", `{"account":"zhangsan@huawei","clientType":72}` + "\n", map[string]string{
			"Content-Type": "application/json; charset=UTF-8", "Authorization": "Basic emhhbmdzYW5AaHVhd2VpOlBhc3N3MHJkIQ==",
		}},
		{"GET", pathMeetings, "limit=20&searchKey=%E5%91%A8%20%E4%BC%9A%26a", "", map[string]string{
			"Content-Type": plainJSON, "X-Access-Token": accessValue,
		}},
		{"POST", pathNumber, "conferenceID=914083136", `{"callNum":"+991","confID":"914083136","pwd":"123456"}` + "\n", map[string]string{
			"Content-Type": plainJSON,
		}},
		{"POST", pathMeetings, "", `{"subject":"demo","mediaTypes":"HDVideo"}` + "\n", map[string]string{
			"Content-Type": plainJSON, "X-Access-Token": accessValue,
		}},
	} {
		w.check(t, w.path, all[i])
	}
}

func TestEveryFieldOfAnAttendeeIsSentInOrder(t *testing.T) {
	address, calls := serve(t, office(nil))
	full := meeting.Attendee{
		UserUUID: "u", AccountID: "a", Name: "n", Role: meeting.Chair, Phone: "1", Phone2: "2", Phone3: "3", Email: "e@example.com",
		SMS: "4", Type: meeting.Telepresence, DeptUUID: "du", DeptName: "dn",
	}
	s := service(t, address, nil)
	if err := s.Invite(t.Context(), byToken, []meeting.Attendee{full, {Name: "x", Role: meeting.Reserved}}); err != nil {
		t.Fatal(err)
	}
	const body = `{"attendees":[{"userUUID":"u","accountId":"a","name":"n","role":1,"phone":"1","phone2":"2","phone3":"3","email":"e@example.com","sms":"4",` +
		`"type":"telepresence","deptUUID":"du","deptName":"dn"},{"name":"x","role":2,"phone":""}]}` + "\n"
	if got := calls.last().Body; got != body {
		t.Error(cmp.Diff(body, got))
	}
}

func TestTheOtherCallsAreThoseOfTheirPages(t *testing.T) {
	address, calls := serve(t, office(nil))
	s := service(t, address, func(c *Config) { c.Language = "zh_TW.UTF-8" })
	access := map[string]string{"Content-Type": plainJSON, "X-Access-Token": accessValue, "Accept-Language": "zh-CN"}
	control := map[string]string{"Content-Type": plainJSON, "X-Conference-Authorization": controlValue, "Accept-Language": "zh-CN"}
	const id = "conferenceID=914083136"
	for name, test := range map[string]struct {
		call func() error
		want wanted
	}{
		"presence": {func() error { _, err := s.Presence(t.Context(), byToken); return err }, wanted{"GET", pathPresence, id, "", control}},
		"hang up": {func() error { return s.HangUp(t.Context(), byToken, []string{"p1", "p2"}) },
			wanted{"POST", pathInvite + "/delete", id, `{"bulkHangUpParticipants":["p1","p2"]}` + "\n", control}},
		"remove": {func() error {
			return s.Remove(t.Context(), byToken, []meeting.Removal{{Number: "+991", PID: "p1"}, {Number: "+992"}})
		}, wanted{"POST", "/v1/mmc/control/conferences/attendees/delete", id, `{"bulkDelAttendInfo":[{"number":"+991","participantID":"p1"},{"number":"+992"}]}` + "\n", control}},
		"end": {func() error { return s.End(t.Context(), byToken) }, wanted{"PUT", pathStop, id, "", control}},
		"online": {func() error {
			_, err := s.List(t.Context(), meeting.Query{Running: true, Offset: 40, Limit: 9999})
			return err
		}, wanted{"GET", pathMeetings + "/online", "limit=500&offset=40", "", access}},
		"detail": {func() error { _, err := s.Detail(t.Context(), " 914-083 136"); return err }, wanted{"GET", pathMeetings + "/confDetail", id, "", access}},
		"start":  {func() error { return s.Start(t.Context(), meeting.Access{ID: meetingNumber, Password: "123456"}) }, wanted{"POST", pathMeetings + "/start", "", `{"conferenceID":"914083136","password":"123456"}` + "\n", access}},
		"cancel": {func() error { return s.Cancel(t.Context(), meetingNumber) }, wanted{"DELETE", pathMeetings, id, "", access}},
		"search": {func() error { _, err := s.Search(t.Context(), meeting.Query{Words: " TE 30 "}); return err }, wanted{"GET", pathUsers, "limit=100&searchKey=TE%2030&searchScope=ALL", "", access}},
	} {
		if err := test.call(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		test.want.check(t, name, calls.last())
	}
	if err := s.LogOut(t.Context()); err != nil {
		t.Error(err)
	}
	wanted{"DELETE", pathLogout, "", "", access}.check(t, "log out", calls.last())
}

func TestAMeetingIsCreatedInTheHoursOfUTC(t *testing.T) {
	address, calls := serve(t, office(nil))
	s := service(t, address, func(c *Config) {
		c.Auth = Auth{AppID: "app7", UserID: "u", AppKey: fixed(appKey)}
	})
	shanghai := time.FixedZone("", 8*3600)
	_, err := s.Create(t.Context(), meeting.Draft{
		Subject: "周会", Start: time.Date(2026, 11, 23, 9, 0, 0, 0, shanghai), Length: 44*time.Minute + 40*time.Second, Voice: true, GuestsOpen: true,
		Attendees: []meeting.Attendee{{AccountID: "third", Name: "n", Role: meeting.Chair}, {Name: "m", Phone: "+991", Type: meeting.Terminal}},
	})
	if err != nil {
		t.Fatal(err)
	}
	const body = `{"startTime":"2026-11-23 01:00","length":45,"subject":"周会","mediaTypes":"Voice","attendees":[{"accountId":"third","name":"n","role":1,"appId":"app7"},` +
		`{"name":"m","phone":"+991","type":"terminal"}],"confConfigInfo":{"allowGuestStartConf":true}}` + "\n"
	if got := calls.last().Body; got != body {
		t.Error(cmp.Diff(body, got))
	}
}

func TestTheSignatureIsThatOfTheContract(t *testing.T) {
	b := logInBody{
		AppID: "fdb8e4699586458bbd10c834872dcc62", UserID: "testuser@mycorp.com", Expires: 1627722929,
		Nonce: "EycLQsHwxhzK9OW8UEKWNfH2I3CGR2nINuU1EBpv162d42d92s",
	}
	if got, want := b.sign(appKey), "563151f2b05e284474c04984e766ba4c4ea7b33fd7b98b39a80e013e4d800354"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	b.CorpID = "corp"
	if b.sign(appKey) == (logInBody{AppID: b.AppID, UserID: b.UserID, Expires: b.Expires, Nonce: b.Nonce}).sign(appKey) {
		t.Error("the corporation is not signed")
	}
}

func TestAnAppIDLogsInInBothForms(t *testing.T) {
	for form, access := range map[Form]string{
		"": ",access=ZmRiOGU0Njk5NTg2NDU4YmJkMTBjODM0ODcyZGNjNjI=", NewForm: ",access=ZmRiOGU0Njk5NTg2NDU4YmJkMTBjODM0ODcyZGNjNjI=", OldForm: "",
	} {
		address, calls := serve(t, office(nil))
		now := time.Unix(1627719329, 0)
		s := service(t, address, func(c *Config) {
			c.Auth = Auth{AppID: "fdb8e4699586458bbd10c834872dcc62", UserID: "testuser@mycorp.com", AppKey: fixed(appKey), Form: form}
			c.Now = func() time.Time { return now }
		})
		if _, err := s.Check(t.Context()); err != nil {
			t.Fatal(err)
		}
		got := calls.last()
		var body logInBody
		if err := json.Unmarshal([]byte(got.Body), &body); err != nil || len(body.Nonce) < 32 || len(body.Nonce) > 64 || body.Expires != now.Add(signed).Unix() {
			t.Errorf("%+v, %v", body, err)
		}
		if want := "HMAC-SHA256 signature=" + body.sign(appKey) + access; got.Header.Get("Authorization") != want {
			t.Errorf("%q, want %q", got.Header.Get("Authorization"), want)
		}
		ticket := got.Header.Get("X-Token-Type")
		if (ticket == "LongTicket") != (form != OldForm) || got.Method != http.MethodPost || got.Path != prefix+pathAppID || strings.Contains(got.Body, "corpId") {
			t.Errorf("%s: %+v", form, got)
		}
	}
}

func TestALogInTellsWhoItIs(t *testing.T) {
	address, _ := serve(t, office(nil))
	now := time.Unix(1627712287, 0)
	s := service(t, address, func(c *Config) { c.Now = func() time.Time { return now } })
	got, err := s.Check(t.Context())
	if want := (Checked{Account: "Zhang San", Expires: time.Unix(1627768613, 0)}); err != nil || !cmp.Equal(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
}
