package demo_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"foyer/services/demo"
)

// direct calls an office without a network.
func direct(o http.Handler, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	o.ServeHTTP(w, r)
	return w
}

// heap is how many bytes are in use.
func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// grown fails when more than so many MiB stay in use.
func grown(t *testing.T, before uint64, most uint64) {
	t.Helper()
	if after := heap(); after > before+most<<20 {
		t.Errorf("%d MiB more are in use, at most %d should be", (after-before)>>20, most)
	}
}

func TestLogInsDoNotGrowWithoutBound(t *testing.T) {
	office, err := demo.New(demo.Config{})
	if err != nil {
		t.Fatal(err)
	}
	before := heap()
	body := `{"account":"` + office.Account() + `","clientType":72}`
	for range 10_000 {
		if w := direct(office, "POST", accountPath, body, "Authorization", basic(office.Account(), office.AccountPassword())); w.Code != 200 {
			t.Fatal(w.Body)
		}
	}
	for i := range 2000 {
		user := fmt.Sprint("user", i)
		body := fmt.Sprintf(`{"appId":%q,"clientType":72,"expireTime":0,"nonce":%q,"userId":%q}`, office.AppID(), nonce, user)
		w := direct(office, "POST", appPath, body, "Authorization", "HMAC-SHA256 signature="+signed(office.AppKey(), office.AppID(), user, "0", nonce))
		if registered := w.Code == 200; registered != (i < 960) {
			t.Fatalf("user %d: %d %s", i, w.Code, w.Body)
		}
	}
	m := office.Meetings()[0]
	for range 2000 {
		if w := direct(office, "GET", controlPath+"/token?conferenceID="+m.ID, "", "X-Login-Type", "1", "X-Password", m.HostPassword); w.Code != 200 {
			t.Fatal(w.Body)
		}
	}
	grown(t, before, 16)
	runtime.KeepAlive(office)
}

func TestInvitationsDoNotGrowWithoutBound(t *testing.T) {
	office, err := demo.New(demo.Config{})
	if err != nil {
		t.Fatal(err)
	}
	m := office.Meetings()[0]
	var token struct{ Data struct{ Token string } }
	w := direct(office, "GET", controlPath+"/token?conferenceID="+m.ID, "", "X-Login-Type", "1", "X-Password", m.HostPassword)
	if err := json.Unmarshal(w.Body.Bytes(), &token); err != nil {
		t.Fatal(err)
	}
	before := heap()
	refused := 0
	for i := range 50 {
		var all []string
		for n := range 500 {
			all = append(all, fmt.Sprintf(`{"name":%q,"phone":"%d"}`, strings.Repeat("長", 96), 1_000_000*(i+1)+n))
		}
		w := direct(office, "POST", controlPath+"/participants?conferenceID="+m.ID, `{"attendees":[`+strings.Join(all, ",")+`]}`, "X-Conference-Authorization", token.Data.Token)
		if w.Code != 200 {
			refused++
			if !strings.Contains(w.Body.String(), "MMC.111072101") {
				t.Fatal(w.Body)
			}
		}
	}
	if n := office.Meetings()[0].Invited; n > 3000 || refused < 40 {
		t.Errorf("%d are invited, %d refused", n, refused)
	}
	grown(t, before, 24)
	runtime.KeepAlive(office)
}

func TestParallelCallersDoNotDisturbEachOther(t *testing.T) {
	h := ready(t)
	m := h.office.Meetings()[0]
	before := len(h.present(m.ID).Participants)
	var all sync.WaitGroup
	for i := range 16 {
		all.Go(func() {
			for n := range 10 {
				body := fmt.Sprintf(`{"attendees":[{"name":"Guest","phone":"55%02d%d0","type":"normal"}]}`, i, n)
				for _, got := range []said{
					h.ask("POST", controlPath+"/participants?conferenceID="+m.ID, body),
					h.ask("GET", controlPath+"/realTimeInfo?conferenceID="+m.ID, ""),
					h.ask("GET", managePath, ""),
					h.wantControl(m.ID, m.HostPassword),
					h.ask("POST", managePath, `{"mediaTypes":"Voice"}`),
				} {
					if got.status != 200 {
						t.Errorf("%d %s", got.status, got.body)
					}
				}
				h.clock.pass(time.Millisecond)
				h.office.Meetings()
				h.office.Received()
			}
		})
	}
	all.Wait()
	if n := len(h.present(m.ID).Participants) - before; n != 160 {
		t.Errorf("%d were called, want 160", n)
	}
	if n := h.office.Calls(demo.InviteParticipant); n != 160 {
		t.Errorf("%d calls", n)
	}
}

func FuzzInvitations(f *testing.F) {
	for _, body := range []string{
		"", "{}", "[]", "null", `{"attendees":null}`, `{"attendees":[null]}`, `{"attendees":[{"name":"a","phone":"1","role":1.5}]}`,
		`{"attendees":[{"name":"张三 & <李四>","phone":"+8613800000000","type":"mobile"},{"name":"","phone":"","type":""}]}`,
		`{"attendees":[{"name":"a","phone":"sip:1@example.com:99999","email":"a@example.com","sms":"1","deptUUID":"x","deptName":"y"}]}`,
		`{"attendees":[{"name":"a","phone":"1","role":1e400}]}`, strings.Repeat("[", 20_000), "{\"attendees\":\"\xff\"}",
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		office, err := demo.New(demo.Config{Now: func() time.Time { return monday }})
		if err != nil {
			t.Fatal(err)
		}
		m := office.Meetings()[0]
		var token struct{ Data struct{ Token string } }
		w := direct(office, "GET", controlPath+"/token?conferenceID="+m.ID, "", "X-Login-Type", "1", "X-Password", m.HostPassword)
		if err := json.Unmarshal(w.Body.Bytes(), &token); err != nil {
			t.Fatal(err)
		}
		w = direct(office, "POST", controlPath+"/participants?conferenceID="+m.ID, body, "X-Conference-Authorization", token.Data.Token)
		after := office.Meetings()[0]
		switch w.Code {
		case http.StatusOK:
			if w.Body.Len() != 39 || after.Invited < m.Invited {
				t.Errorf("%s, %d invited", w.Body, after.Invited)
			}
		case http.StatusBadRequest, http.StatusRequestEntityTooLarge:
			if (said{w.Code, nil, w.Body.String()}).code()[:3] != fmt.Sprint(w.Code) || strings.Contains((said{w.Code, nil, w.Body.String()}).code(), "with") {
				t.Errorf("no code in %s", w.Body)
			}
			if after.Invited != m.Invited || len(after.Calls) != len(m.Calls) {
				t.Error("refused, and yet somebody was called")
			}
		default:
			t.Errorf("%d %s", w.Code, w.Body)
		}
	})
}

func FuzzAuthorization(f *testing.F) {
	office, err := demo.New(demo.Config{Now: func() time.Time { return monday }})
	if err != nil {
		f.Fatal(err)
	}
	id := office.AppID()
	signature := signed(office.AppKey(), id, "", "0", nonce)
	good := []string{
		basic(office.Account(), office.AccountPassword()), "HMAC-SHA256 signature=" + signature,
		"HMAC-SHA256 signature=" + signature + ",access=" + base64.StdEncoding.EncodeToString([]byte(id)),
	}
	for _, header := range append(good, "", "Basic", "Basic ", "Basic Og==", "HMAC-SHA256", "HMAC-SHA256 signature", "HMAC-SHA256 signature=,access=", "HMAC-SHA256 access=,,,=", "basic  x") {
		f.Add(header)
	}
	account := `{"account":"` + office.Account() + `","clientType":72}`
	app := `{"appId":"` + id + `","clientType":72,"expireTime":0,"nonce":"` + nonce + `"}`
	f.Fuzz(func(t *testing.T, header string) {
		office.Reset() // nothing stays locked
		for path, body := range map[string]string{accountPath: account, appPath: app} {
			w := direct(office, "POST", path, body, "Authorization", header, "X-Token-Type", "LongTicket")
			if w.Code != http.StatusOK && w.Code != http.StatusUnauthorized && w.Code != http.StatusBadRequest {
				t.Errorf("%s: %d %s", path, w.Code, w.Body)
			}
			if path == appPath && w.Code == http.StatusOK && !strings.Contains(strings.ToLower(header), signature) {
				t.Errorf("%q logs in", header)
			}
			if path == accountPath && w.Code == http.StatusOK && !strings.EqualFold(strings.Fields(header)[0], "Basic") {
				t.Errorf("%q logs in", header)
			}
		}
		m := office.Meetings()[0]
		if w := direct(office, "GET", controlPath+"/realTimeInfo?conferenceID="+m.ID, "", "X-Conference-Authorization", header); w.Code != http.StatusUnauthorized {
			t.Errorf("%q controls a meeting: %d", header, w.Code)
		}
	})
}
