package main

import (
	"encoding/json"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/agent"
	"foyer/services/demo"
)

// meetingPlace lets a place know a meeting service through the environment.
func meetingPlace(t *testing.T) (place, *demo.Office, demo.Meeting) {
	t.Helper()
	p := newPlace(t)
	o, err := demo.New(demo.Config{Token: canary})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(o)
	t.Cleanup(func() {
		server.Close()
		if err := o.Close(); err != nil {
			t.Error(err)
		}
	})
	p.env = append(p.env, meetingURLVariable+"="+server.URL, meetingAccountVariable+"="+o.Account(), meetingPasswordVariable+"="+o.AccountPassword())
	for _, m := range o.Meetings() {
		if m.Running {
			return p, o, m
		}
	}
	t.Fatal("no meeting runs")
	return p, o, demo.Meeting{}
}

func TestAttendeesAreCheckedWithoutAnythingBeingSent(t *testing.T) {
	p := newPlace(t) // nothing is configured, and nothing is needed
	good := "name,phone,email\nBarbara Example,+49 30 5550 1742,barbara@example.com\nLudwig,,ludwig@example.com\n"
	if got := p.run(t, good, "meeting", "invite", "914083136", "-", "--check"); got.code != exitDone || !strings.Contains(got.out, "1 ready, 0 to correct, 1 without a phone") {
		t.Errorf("%+v", got)
	}
	bad := good + ",+34 91 555 0142,\n" + strings.Repeat("名", 97) + ",+86 755 5550 118,\n"
	got := p.run(t, bad, "--json", "meeting", "invite", "914083136", "-", "--check")
	var rows []attendeeJSON
	if err := json.Unmarshal([]byte(got.out), &rows); err != nil || got.code != exitWrong {
		t.Fatalf("exit %d, %v: %s", got.code, err, got.out)
	}
	type row struct {
		Row, Line     int
		State, Checks string
	}
	var said []row
	for _, r := range rows {
		var checks []string
		for _, problem := range r.Problems {
			checks = append(checks, problem.Column+" "+problem.Check)
		}
		said = append(said, row{r.Row, r.Line, r.State, strings.Join(checks, ", ")})
	}
	want := []row{{1, 2, "ready", ""}, {2, 3, "not-called", "phone not-called"}, {3, 4, "wrong", "name name-missing"}, {4, 5, "wrong", "name name-long"}}
	if d := cmp.Diff(want, said); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if got := p.run(t, bad, "meeting", "invite", "914083136", "-"); got.code != exitWrong || !strings.Contains(got.messages, "line 4") {
		t.Errorf("inviting them: %+v", got)
	}
}

func TestPeopleAreCalledAndEveryRowSaysWhatBecameOfIt(t *testing.T) {
	p, _, m := meetingPlace(t)
	list := filepath.Join(p.profile, "people.json")
	if err := os.WriteFile(list, []byte(`{"attendees":[{"name":"Room seven","phone":"+99111283523499001","type":"terminal"},{"name":"Nobody's phone","email":"n@example.com","phone":""}]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	got := p.run(t, m.HostPassword+"\n", "--json", "meeting", "invite", m.ID, list, "--password-stdin", "--wait", "1ms")
	if got.code != exitPartly {
		t.Fatalf("%+v", got)
	}
	var rows []resultJSON
	for line := range strings.Lines(got.out) {
		var r resultJSON
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		rows = append(rows, r)
	}
	if len(rows) != 2 || rows[0].Fate != "accepted" || rows[0].State == "" || rows[1].Fate != "not-called" || rows[1].State != "" {
		t.Errorf("results: %+v", rows)
	}
	people := p.run(t, m.HostPassword+"\n", "--json", "meeting", "people", m.ID, "--password-stdin")
	if people.code != exitDone || !strings.Contains(people.out, "Room seven") {
		t.Errorf("people: %+v", people)
	}
	p.withoutSecret(t, m.HostPassword, got, people)
}

// withoutSecret makes sure that a secret shows nowhere.
func (p place) withoutSecret(t *testing.T, secret string, said ...result) {
	t.Helper()
	for _, s := range said {
		if strings.Contains(s.out+s.messages, secret) {
			t.Errorf("the secret is in %+v", s)
		}
	}
	err := filepath.WalkDir(p.profile, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Type()&os.ModeSocket != 0 {
			return nil //nolint:nilerr // what cannot be read holds nothing
		}
		if b, err := os.ReadFile(path); err == nil && strings.Contains(string(b), secret) {
			t.Errorf("the secret is in %s", path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestThePreviewSendsNothingAndShowsNoSecret(t *testing.T) {
	p, _, m := meetingPlace(t)
	got := p.run(t, m.HostPassword+"\nBarbara & <Co>\t+49 30 5550 1742\n", "--json", "meeting", "invite", m.ID, "-", "--password-stdin", "--preview")
	var r requestJSON
	if err := json.Unmarshal([]byte(got.out), &r); err != nil || got.code != exitDone {
		t.Fatalf("%v: %+v", err, got)
	}
	if r.Method != "POST" || !strings.HasSuffix(r.URL, "/v1/mmc/control/conferences/participants?conferenceID="+m.ID) || r.Headers["X-Conference-Authorization"] == "" {
		t.Errorf("%+v", r)
	}
	if !strings.Contains(string(r.Body), `"attendees"`) || !strings.Contains(got.out, "+493055501742") {
		t.Errorf("the body is %s", r.Body)
	}
	p.withoutSecret(t, m.HostPassword, got)
	if people := p.run(t, "", "meeting", "people", m.ID); strings.Contains(people.out, "Barbara & <Co>") {
		t.Error("somebody was called")
	}
}

func TestTheExitCodeSaysWhyAMeetingDoesNotOpen(t *testing.T) {
	p, o, m := meetingPlace(t)
	later := ""
	for _, other := range o.Meetings() {
		if !other.Running {
			later = other.ID
		}
	}
	alone := newPlace(t)
	nowhere := newPlace(t)
	nowhere.env = append(nowhere.env, meetingURLVariable+"=http://127.0.0.1:1")
	for name, c := range map[string]struct {
		place place
		stdin string
		args  []string
		code  int
	}{
		"by the account":                {p, "", []string{"meeting", "people", m.ID}, exitDone},
		"by the password":               {p, m.HostPassword, []string{"meeting", "people", m.ID, "--password-stdin"}, exitDone},
		"a wrong password":              {p, "not it", []string{"meeting", "people", m.ID, "--password-stdin"}, exitRefused},
		"a wrong token":                 {p, "cnr0", []string{"meeting", "people", m.ID, "--token-stdin"}, exitRefused},
		"an empty password":             {p, "\n", []string{"meeting", "people", m.ID, "--password-stdin"}, exitWrong},
		"password and token":            {p, "x", []string{"meeting", "people", m.ID, "--token-stdin", "--password-stdin"}, exitWrong},
		"not started":                   {p, "", []string{"meeting", "people", later}, exitRefused},
		"not started, shown":            {p, "", []string{"meeting", "show", later}, exitDone},
		"no such meeting":               {p, "", []string{"meeting", "show", "111222333"}, exitRefused},
		"neither account nor password":  {alone, "", []string{"meeting", "people", m.ID}, exitNotConfigured},
		"no server":                     {nowhere, "x", []string{"meeting", "people", m.ID, "--password-stdin"}, exitUnreachable},
		"a list that is not there":      {p, "", []string{"meeting", "invite", m.ID, "/no/such/list"}, exitWrong},
		"an empty list":                 {p, "", []string{"meeting", "invite", m.ID, "-"}, exitWrong},
		"the account":                   {p, "", []string{"service", "check", agent.HuaweiMeeting}, exitDone},
		"an account that is not set up": {alone, "", []string{"service", "check", agent.HuaweiMeeting}, exitNotConfigured},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.place.run(t, c.stdin, c.args...); got.code != c.code || (got.code != exitDone) != (got.messages != "") {
				t.Errorf("exit %d, want %d: %+v", got.code, c.code, got)
			}
		})
	}
}

func TestTheAgentLogsInOnceForAllCommands(t *testing.T) {
	p, o, m := meetingPlace(t)
	p.start(t)
	// Without the environment, a command asks the agent, which has it.
	plain := p
	plain.env = nil
	for _, v := range p.env {
		if !strings.HasPrefix(v, "FOYER_MEETING_") {
			plain.env = append(plain.env, v)
		}
	}
	for range 3 {
		if got := plain.run(t, "", "meeting", "people", m.ID); got.code != exitDone {
			t.Fatalf("%+v", got)
		}
	}
	if n := o.Calls(demo.CreateToken); n != 1 {
		t.Errorf("%d log-ins, want 1", n)
	}
	status, err := p.client().Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if s := status.Services[1]; s.Name != agent.HuaweiMeeting || s.Health != agent.Connected || s.Account != o.Account() {
		t.Errorf("the agent knows %+v", s)
	}
}
