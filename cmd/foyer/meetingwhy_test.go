package main

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"foyer/services/agent"
	"foyer/services/demo"
)

func TestAFailureOfTheMeetingServiceSaysWhatToDo(t *testing.T) {
	p, o, m := meetingPlace(t)
	later := ""
	for _, other := range o.Meetings() {
		if !other.Running {
			later = other.ID
		}
	}
	alone := newPlace(t)
	noSecret := newPlace(t)
	noSecret.env = append(noSecret.env, meetingAccountVariable+"=somebody@example.com")
	unknown := demo.Fault{Kind: demo.TooMany, Status: 400, Code: "MMC.199999999", Words: "SOMETHING_NEW"}
	for name, c := range map[string]struct {
		place place
		fault *demo.Fault
		stdin string
		args  []string
		code  int
		words []string
	}{
		"not started":         {p, nil, "", []string{"meeting", "people", later}, exitRefused, []string{"has not started", "foyer show meetings"}},
		"no account":          {alone, nil, "", []string{"meeting", "list"}, exitNotConfigured, []string{"No account", "huawei-meeting.account", meetingAccountVariable}},
		"no secret":           {noSecret, nil, "", []string{"meeting", "list"}, exitNotConfigured, []string{"foyer secret set huawei-meeting", meetingPasswordVariable}},
		"no host password":    {alone, nil, "", []string{"meeting", "people", m.ID}, exitNotConfigured, []string{"--password-stdin", "--token-stdin"}},
		"an unknown code":     {p, &unknown, "", []string{"meeting", "people", m.ID}, exitRefused, []string{"MMC.199999999, SOMETHING_NEW", "this call is "}},
		"another place":       {p, &demo.Fault{Kind: demo.Redirect}, "", []string{"meeting", "people", m.ID}, exitUnreachable, []string{"another address", "huawei-meeting.url"}},
		"something else":      {p, &demo.Fault{Kind: demo.NotJSON}, "", []string{"meeting", "people", m.ID}, exitUnreachable, []string{"not JSON", "huawei-meeting.url", "this call is "}},
		"a known code, asked": {p, nil, "", []string{"-v", "meeting", "show", "111222333"}, exitRefused, []string{"no such meeting", "this call is "}},
	} {
		t.Run(name, func(t *testing.T) {
			o.ClearFaults()
			if c.fault != nil {
				o.SetFault(demo.ShowRealTimeInfoOfMeeting, *c.fault, 0)
			}
			got := c.place.run(t, c.stdin, c.args...)
			if got.code != c.code || got.out != "" {
				t.Errorf("exit %d, want %d: %+v", got.code, c.code, got)
			}
			for _, words := range c.words {
				if !strings.Contains(got.messages, words) {
					t.Errorf("%q is not in %s", words, got.messages)
				}
			}
		})
	}
	for _, command := range []string{"doctor", "service list"} {
		got := alone.run(t, "", strings.Fields(command)...)
		for line := range strings.Lines(got.out) {
			if strings.HasPrefix(line, agent.HuaweiMeeting) && (!strings.Contains(line, "account") || strings.Contains(line, "token is missing")) {
				t.Errorf("%s: %s", command, line)
			}
		}
	}
}

// fates runs an invitation of 250 people, of whose requests of 100 the first one meets a fault, and
// counts what became of them.
func fates(t *testing.T, f demo.Fault) (result, map[string]int) {
	t.Helper()
	p, o, m := meetingPlace(t)
	var list strings.Builder
	list.WriteString("name,phone\n")
	for i := range 250 {
		fmt.Fprintf(&list, "Attendee %d,+49 30 77%05d\n", i, i)
	}
	file := filepath.Join(p.profile, "people.csv")
	if err := os.WriteFile(file, []byte(list.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	o.SetFault(demo.InviteParticipant, f, 1)
	got := p.run(t, m.HostPassword+"\n", "--json", "meeting", "invite", m.ID, file, "--password-stdin", "--wait", "0s")
	count := map[string]int{}
	for line := range strings.Lines(got.out) {
		var r resultJSON
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		if r.Fate == "unclear" && r.State != "" {
			t.Errorf("the meeting says nothing of row %d, and it is %q", r.Row, r.State)
		}
		count[r.Fate]++
	}
	return got, count
}

func TestNobodyIsSaidToBeCalledWhoWasNot(t *testing.T) {
	for name, c := range map[string]struct {
		fault demo.Fault
		code  int
		count map[string]int
		words string
	}{
		"refused":     {demo.Fault{Kind: demo.TooMany, Status: 400, Code: "MMC.111072050"}, exitRefused, map[string]int{"refused": 100, "not-sent": 150}, "Ask the host to unlock it"},
		"turned away": {demo.Fault{Kind: demo.TooMany}, exitUnreachable, map[string]int{"not-sent": 250}, "asked too often"},
		"lost":        {demo.Fault{Kind: demo.DropBefore}, exitPartly, map[string]int{"unclear": 100, "not-sent": 150}, "shows none of the 100"},
		"not said":    {demo.Fault{Kind: demo.DropAfter}, exitPartly, map[string]int{"seen": 100, "not-sent": 150}, "Take them out of the list"},
	} {
		t.Run(name, func(t *testing.T) {
			got, count := fates(t, c.fault)
			if got.code != c.code || fmt.Sprint(count) != fmt.Sprint(c.count) || !strings.Contains(got.messages, c.words) {
				t.Errorf("exit %d, want %d, %v: %s", got.code, c.code, count, got.messages)
			}
			if strings.Contains(got.messages, "100 of 250 called\n") || strings.Contains(got.messages, "broke") && strings.Contains(got.messages, "Try again") && count["unclear"] > 0 {
				t.Errorf("this misleads: %s", got.messages)
			}
		})
	}
}

func TestAWrongPasswordIsTriedOnce(t *testing.T) {
	p, o, m := meetingPlace(t)
	file := filepath.Join(p.profile, "people.csv")
	if err := os.WriteFile(file, []byte("Anna,+49 30 5550101\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	got := p.run(t, "000000\n", "--json", "meeting", "invite", m.ID, file, "--password-stdin")
	if got.code != exitRefused || !strings.Contains(got.out, `"fate":"not-sent"`) || !strings.Contains(got.messages, "password is not the host's") {
		t.Errorf("%+v", got)
	}
	if n := o.Calls(demo.CreateConfToken); n != 1 {
		t.Errorf("the password was tried %d times", n)
	}
	// Who may not see who is in may call people all the same.
	o.SetFault(demo.ShowRealTimeInfoOfMeeting, demo.Fault{Kind: demo.TooMany, Status: 403, Code: "MMC.111070002"}, 0)
	got = p.run(t, m.HostPassword+"\n", "--json", "meeting", "invite", m.ID, file, "--password-stdin", "--wait", "0s")
	if got.code != exitDone || !strings.Contains(got.out, `"fate":"accepted"`) {
		t.Errorf("%+v", got)
	}
}

func TestASecretBeforeAListIsNoAttendee(t *testing.T) {
	p := newPlace(t)
	for _, args := range [][]string{{"--password-stdin"}, {"--token-stdin"}, {"--password-stdin", "--json"}} {
		got := p.run(t, "5550199887\nAnna,+49 30 5550101\nx,y\n", append([]string{"meeting", "invite", "914083136", "-", "--check"}, args...)...)
		if got.code != exitWrong || strings.Contains(got.out+got.messages, "5550199887") || !strings.Contains(got.out, "Anna") && !strings.Contains(got.out, "1 ready") {
			t.Errorf("%v: %+v", args, got)
		}
	}
}

func TestASettingThatIsWrongIsNamedOnce(t *testing.T) {
	p := newPlace(t)
	p.run(t, "", "config", "set", "meetings.chunk", "50")
	files, err := filepath.Glob(filepath.Join(p.profile, "*.toml"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v", files, err)
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(files[0], []byte(strings.Replace(string(text), "chunk = 50", `chunk = "many"`, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	got := p.run(t, "Anna,+49 30 5550101", "meeting", "invite", "914083136", "-", "--preview")
	if n := strings.Count(got.messages, "meetings.chunk takes a whole number from 1 to 500"); n != 1 {
		t.Errorf("said %d times: %+v", n, got)
	}
	if got := p.run(t, "", "config", "get", "no.such"); got.code != exitWrong || !strings.Contains(got.messages, "no.such") {
		t.Errorf("%+v", got)
	}
}

func TestAnAgentThatEndsIsSaid(t *testing.T) {
	p := newPlace(t)
	socket := p.client().Socket
	if err := os.MkdirAll(filepath.Dir(socket), 0o700); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			_ = c.Close()
		}
	}()
	got := p.run(t, "", "meeting", "list")
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	<-done
	if got.code != exitFailed || !strings.Contains(got.messages, "before it answered") {
		t.Errorf("%+v", got)
	}
}

func TestAListMovesNoCursor(t *testing.T) {
	p := newPlace(t)
	card := "BEGIN:VCARD\nVERSION:4.0\nFN:X\x1b[2J\nTEL:+49 30 5550 x9\nNOTE:" + strings.Repeat("y", 500) + "\nEND:VCARD\n"
	for _, list := range []string{card, "name,phone\nA\x1b[31mred,12\n"} {
		got := p.run(t, list, "meeting", "invite", "914083136", "-", "--check")
		lines := strings.Split(strings.TrimSpace(got.messages), "\n")
		if got.code != exitWrong || strings.Contains(got.messages, "\x1b") || len(lines) != 2 || len(lines[0]) > 250 {
			t.Errorf("%+v", got)
		}
	}
}
