package demo_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"foyer/services/demo"
)

// clock is a clock that tests move.
type clock struct {
	mutex sync.Mutex
	now   time.Time
}

func (c *clock) time() time.Time {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.now
}

func (c *clock) pass(d time.Duration) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.now = c.now.Add(d)
}

// huawei is a client of Huawei Cloud Meeting at a demo office with a clock of its own.
type huawei struct {
	t      testing.TB
	office *demo.Office
	clock  *clock
	server *httptest.Server
	// token and control go out as headers unless they are "".
	token, control string
}

func meetings(t testing.TB) *huawei {
	t.Helper()
	h := &huawei{t: t, clock: &clock{now: monday}}
	var err error
	if h.office, err = demo.New(demo.Config{Token: token, Zone: berlin, Now: h.clock.time, Prefix: "/huawei"}); err != nil {
		t.Fatal(err)
	}
	h.server = httptest.NewServer(h.office)
	t.Cleanup(h.server.Close)
	return h
}

// said is an answer.
type said struct {
	status int
	header http.Header
	body   string
}

// code returns the answer's status and error code, such as "401 USG.206010000".
func (s said) code() string {
	var e struct {
		Code  string `json:"error_code"`
		Words string `json:"error_msg"`
	}
	if s.status == http.StatusOK {
		return "200"
	}
	if err := json.Unmarshal([]byte(s.body), &e); err != nil || e.Code == "" || e.Words == "" {
		return fmt.Sprintf("%d with %q", s.status, s.body)
	}
	return fmt.Sprint(s.status, " ", e.Code)
}

// ask makes a call. Headers are pairs of name and value.
func (h *huawei) ask(method, path, body string, headers ...string) said {
	h.t.Helper()
	r, err := http.NewRequestWithContext(h.t.Context(), method, h.server.URL+"/huawei"+path, strings.NewReader(body))
	if err != nil {
		h.t.Fatal(err)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	if h.token != "" {
		r.Header.Set("X-Access-Token", h.token)
	}
	if h.control != "" {
		r.Header.Set("X-Conference-Authorization", h.control)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := h.server.Client().Do(r)
	if err != nil {
		h.t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		h.t.Fatal(err)
	}
	return said{response.StatusCode, response.Header, string(text)}
}

func basic(account, password string) string {
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(account+":"+password))
}

// tokens are what an answer to a log-in has in it.
type tokens struct {
	AccessToken, RefreshToken           string
	ValidPeriod, ExpireTime, CreateTime int64
	User                                map[string]any
	ClientType                          int
	RefreshExpireTime                   int64
}

// logIn logs in with the right password, and uses the token from now on.
func (h *huawei) logIn() tokens {
	h.t.Helper()
	got := h.ask("POST", "/v1/usg/acs/auth/account", `{"account":"`+h.office.Account()+`","clientType":72}`, "Authorization", basic(h.office.Account(), h.office.AccountPassword()))
	if got.status != http.StatusOK {
		h.t.Fatalf("log-in: %s", got.code())
	}
	all := decoded[tokens](h.t, got.body)
	h.token = all.AccessToken
	return all
}

// open gets a control token of a meeting, and uses it from now on.
func (h *huawei) open(m demo.Meeting) said {
	h.t.Helper()
	got := h.ask("GET", "/v1/mmc/control/conferences/token?conferenceID="+m.ID, "", "X-Login-Type", "1", "X-Password", m.HostPassword)
	if got.status == http.StatusOK {
		h.control = decoded[struct{ Data struct{ Token string } }](h.t, got.body).Data.Token
	}
	return got
}

func decoded[T any](t testing.TB, text string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v in %.200s", err, text)
	}
	return v
}

// participants are name and state of everybody in a meeting, or on the way.
func (h *huawei) participants(id string) map[string]int {
	h.t.Helper()
	got := h.ask("GET", "/v1/mmc/control/conferences/realTimeInfo?conferenceID="+id, "")
	if got.status != http.StatusOK {
		h.t.Fatalf("realTimeInfo: %s", got.code())
	}
	all := map[string]int{}
	for _, p := range decoded[struct {
		Participants []struct {
			Name  string
			State int
		}
	}](h.t, got.body).Participants {
		all[p.Name] = p.State
	}
	return all
}

// expect checks an answer's status and error code.
func (h *huawei) expect(what string, got said, want string) {
	h.t.Helper()
	if got.code() != want {
		h.t.Errorf("%s: %s, want %s", what, got.code(), want)
	}
}

// Paths of the API.
const (
	accountPath = "/v1/usg/acs/auth/account"
	appPath     = "/v2/usg/acs/auth/appauth"
	tokenPath   = "/v1/usg/acs/token"
	mePath      = "/v1/usg/dcs/member"
	controlPath = "/v1/mmc/control/conferences"
	managePath  = "/v1/mmc/management/conferences"
)
