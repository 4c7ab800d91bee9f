package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"foyer/services/agent"
	"foyer/services/demo"
)

// branch is one of several offices at once.
type branch struct {
	*demo.Office
	server *httptest.Server
}

// branch opens an office that knows another token than the others, and adds it as a service with that name.
func (p place) branch(t *testing.T, name, token, id string) branch {
	t.Helper()
	o, err := demo.New(demo.Config{Token: token})
	if err != nil {
		t.Fatal(err)
	}
	b := branch{o, httptest.NewServer(o)}
	t.Cleanup(func() {
		b.server.Close()
		if err := o.Close(); err != nil {
			t.Error(err)
		}
	})
	if got := p.run(t, "", "service", "add", "chat-messenger", name, "--url", b.server.URL); got.code != exitDone || got.out != id+"\n" {
		t.Fatalf("adding %s: %+v", name, got)
	}
	if got := p.run(t, token+"\n", "secret", "set", name, "--keep", "file"); got.code != exitDone {
		t.Fatalf("the token of %s: %+v", name, got)
	}
	return b
}

// texts are what an office was sent.
func (b branch) texts() string {
	var all []string
	for _, s := range b.Sent() {
		all = append(all, s.Text)
	}
	return strings.Join(all, " ")
}

func TestTwoServersTakeWhatIsMeantForThem(t *testing.T) {
	p := newPlace(t)
	berlin := p.branch(t, "Berlin", canary+"-b", "chat-messenger")
	tokyo := p.branch(t, "Tokyo", canary+"-t", "chat-messenger-2")
	for _, c := range []struct {
		args []string
		code int
	}{
		{[]string{"send", "--to", "a@example.com", "one"}, exitDone},
		{[]string{"send", "--service", "tokyo", "--to", "a@example.com", "two"}, exitDone},
		{[]string{"send", "--service", "chat-messenger-2", "--to", "a@example.com", "three"}, exitDone},
		{[]string{"send", "--service", "Rome", "--to", "a@example.com", "four"}, exitWrong},
		{[]string{"send", "--service", "huawei-meeting", "--to", "a@example.com", "four"}, exitWrong},
		{[]string{"rooms", "list", "--service", "Rome"}, exitWrong},
		{[]string{"meeting", "list", "--service", "Tokyo"}, exitWrong},
		{[]string{"service", "check", "Tokyo"}, exitDone},
		{[]string{"service", "check"}, exitDone},
		{[]string{"service", "add", "chat-messenger", "tokyo"}, exitWrong},
		{[]string{"service", "add", "chat-messenger", "Rome", "--url", "nowhere"}, exitWrong},
		{[]string{"secret", "state", "Rome"}, exitWrong},
		{[]string{"service", "use", "Tokyo", "--for", "meetings"}, exitWrong},
		{[]string{"service", "use", "Tokyo", "--for", "messages"}, exitDone},
		{[]string{"send", "--to", "a@example.com", "five"}, exitDone},
	} {
		if got := p.run(t, "", c.args...); got.code != c.code || c.code != exitDone && got.messages == "" {
			t.Errorf("%v: exit %d, %q", c.args, got.code, got.messages)
		}
	}
	if berlin.texts() != "one" || tokyo.texts() != "two three five" {
		t.Errorf("Berlin got %q, Tokyo %q", berlin.texts(), tokyo.texts())
	}
	list := p.run(t, "", "service", "list")
	if !strings.Contains(list.out, "Berlin") || !strings.Contains(list.out, "messages") {
		t.Errorf("the list is\n%s", list.out)
	}
	var states []agent.ServiceState
	if err := json.Unmarshal([]byte(p.run(t, "", "--json", "service", "list").out), &states); err != nil || len(states) != 3 ||
		states[0].Uses != (agent.Uses{Rooms: true}) || states[1].Uses != (agent.Uses{Messages: true}) || states[1].Title != "Tokyo" || states[2].Kind != agent.HuaweiMeeting {
		t.Errorf("%v: %+v", err, states)
	}
	p.withoutCanaryIn(t, list)
}

// withoutCanaryIn looks for tokens in what was said; those of these tests are in files.
func (p place) withoutCanaryIn(t *testing.T, said result) {
	t.Helper()
	if strings.Contains(said.out+said.messages, canary) {
		t.Errorf("the token was told: %+v", said)
	}
}

func TestTheRoomsOfTwoServersDoNotMix(t *testing.T) {
	p := newPlace(t)
	p.env = append(p.env, "TZ=UTC")
	berlin := p.branch(t, "Berlin", canary, "chat-messenger")
	tokyo := p.branch(t, "Tokyo", canary, "chat-messenger-2")
	booked(t, berlin.Office)
	if err := tokyo.SetData(demo.Data{Rooms: []demo.Room{{ID: "a", Name: "Ginza"}}}); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"Berlin": "Aurora", "Tokyo": "Ginza"}
	look := func(when string, code int) {
		t.Helper()
		for name, room := range want {
			got := p.run(t, "", "rooms", "show", theDay, "--service", name)
			if got.code != code || !strings.Contains(got.out, room) || strings.Contains(got.out, want[map[string]string{"Berlin": "Tokyo", "Tokyo": "Berlin"}[name]]) {
				t.Errorf("%s, %s: exit %d, %s\n%s", when, name, got.code, got.messages, got.out)
			}
		}
	}
	look("read", exitDone)
	berlin.server.Close()
	tokyo.server.Close()
	look("while both are down", exitUnreachable)
	if got := p.run(t, "", "service", "use", "Tokyo"); got.code != exitDone {
		t.Fatal(got)
	}
	if got := p.run(t, "", "rooms", "show", theDay); !strings.Contains(got.out, "Ginza") {
		t.Errorf("in use is %s", got.out)
	}
}

// removeTokyo removes a service for which two messages wait, once without an answer to what that asks.
func (p place) removeTokyo(t *testing.T) {
	t.Helper()
	refused := p.run(t, "", "service", "remove", "Tokyo")
	if refused.code != exitWrong || !strings.Contains(refused.messages, "2 messages wait") || p.run(t, "", "service", "check", "Tokyo").code == exitWrong {
		t.Errorf("removed without asking: %+v", refused)
	}
	removed := p.run(t, "", "service", "remove", "Tokyo", "--yes")
	if removed.code != exitDone || !strings.Contains(removed.messages, "2 messages stay") || p.run(t, "", "service", "check", "Tokyo").code != exitWrong {
		t.Errorf("%+v", removed)
	}
}

func TestARemovedServiceKeepsItsMessagesUntilSomebodyDecides(t *testing.T) {
	p := newPlace(t)
	berlin := p.branch(t, "Berlin", canary+"-b", "chat-messenger")
	tokyo := p.branch(t, "Tokyo", canary+"-t", "chat-messenger-2")
	tokyo.server.Close()
	for _, text := range []string{"one", "two"} {
		if got := p.run(t, "", "send", "--service", "Tokyo", "--to", "a@example.com", text); got.code != exitUnreachable {
			t.Fatalf("%+v", got)
		}
	}
	// The dead one does not keep the other from its turn.
	berlin.SetFault("sendMessage", demo.Fault{Kind: demo.TooMany, RetryAfter: time.Second}, 1)
	if got := p.run(t, "", "send", "--to", "a@example.com", "three"); got.code != exitDone && got.code != exitUnreachable {
		t.Errorf("%+v", got)
	}
	await(t, "the pause to be over", func() bool {
		p.run(t, "", "outbox", "deliver")
		return berlin.texts() == "three"
	})
	p.removeTokyo(t)
	if got := p.run(t, "", "outbox", "list", "--state", "queued"); strings.Count(got.out, "waits for a service that was removed") != 2 {
		t.Errorf("the outbox is\n%s", got.out)
	}
	if got := p.run(t, "", "outbox", "deliver"); got.code == exitDone {
		t.Errorf("%+v", got)
	}
	// Its number is not given to another one while there are messages of it.
	p.branch(t, "Rome", canary+"-r", "chat-messenger-3")
	if got := p.run(t, "", "secret", "state", "chat-messenger-2"); got.code != exitWrong {
		t.Errorf("its token: %+v", got)
	}
	if got := p.run(t, "", "outbox", "move", "Berlin", "all"); got.code != exitDone || !strings.Contains(got.messages, "2 messages leave") {
		t.Errorf("%+v", got)
	}
	if got := p.run(t, "", "outbox", "deliver"); got.code != exitDone || !strings.HasSuffix(berlin.texts(), "one two") {
		t.Errorf("%+v, Berlin got %q", got, berlin.texts())
	}
}

func TestTheAgentDeliversToEachOfThemAndFollowsTheSettings(t *testing.T) {
	p := newPlace(t)
	berlin := p.branch(t, "Berlin", canary+"-b", "chat-messenger")
	tokyo := p.branch(t, "Tokyo", canary+"-t", "chat-messenger-2")
	berlin.server.Close()
	p.start(t)
	for _, c := range []struct{ service, text string }{{"Berlin", "lost"}, {"Tokyo", "one"}} {
		if got := p.run(t, "", "send", "--service", c.service, "--to", "a@example.com", c.text); got.code != exitDone {
			t.Errorf("%+v", got)
		}
	}
	await(t, "Tokyo to get its message", func() bool { return tokyo.texts() == "one" })
	// --now gives up on the dead one, and not on the other.
	if got := p.run(t, "", "send", "--service", "Tokyo", "--now", "--to", "a@example.com", "two"); got.code != exitDone {
		t.Errorf("%+v", got)
	}
	if got := p.run(t, "", "send", "--service", "Berlin", "--now", "--to", "a@example.com", "lost too"); got.code != exitUnreachable {
		t.Errorf("%+v", got)
	}
	rome := p.branch(t, "Rome", canary+"-r", "chat-messenger-3")
	if got := p.run(t, "", "send", "--service", "Rome", "--now", "--to", "a@example.com", "three"); got.code != exitDone || rome.texts() != "three" {
		t.Errorf("%+v", got)
	}
	if got := p.run(t, "", "service", "check", "Rome"); got.code != exitDone {
		t.Errorf("%+v", got)
	}
	if got := p.run(t, "", "service", "remove", "Rome"); got.code != exitDone {
		t.Errorf("%+v", got)
	}
	status, err := p.client().Status(t.Context())
	if err != nil || !slices.ContainsFunc(status.Services, func(s agent.ServiceState) bool {
		return s.Name == "chat-messenger" && s.Health == agent.Unreachable
	}) || slices.ContainsFunc(status.Services, func(s agent.ServiceState) bool { return s.Name == "chat-messenger-3" }) {
		t.Errorf("%+v, %v", status.Services, err)
	}
}

func TestTheEnvironmentSpeaksForTheServiceInUseAlone(t *testing.T) {
	p := newPlace(t)
	berlin := p.branch(t, "Berlin", canary+"-b", "chat-messenger")
	tokyo := p.branch(t, "Tokyo", canary+"-t", "chat-messenger-2")
	o := p.foreign(t)
	for _, args := range [][]string{{"send", "--to", "a@example.com", "one"}, {"send", "--service", "Tokyo", "--to", "a@example.com", "two"},
		{"send", "--service", "Berlin", "--to", "a@example.com", "three"}} {
		if got := p.run(t, "", args...); got.code != exitDone {
			t.Errorf("%v: %+v", args, got)
		}
	}
	if elsewhere := heard(o); len(elsewhere) != 2 || berlin.texts() != "" || tokyo.texts() != "two" {
		t.Errorf("the environment's got %v, Berlin %q, Tokyo %q", elsewhere, berlin.texts(), tokyo.texts())
	}
}

func TestTwoAccountsLogInByThemselves(t *testing.T) {
	p := newPlace(t)
	var asked [2]atomic.Int32
	for i, name := range []string{"Berlin", "Tokyo"} {
		o, err := demo.New(demo.Config{Token: canary})
		if err != nil {
			t.Fatal(err)
		}
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			asked[i].Add(1)
			o.ServeHTTP(w, r)
		}))
		t.Cleanup(func() {
			server.Close()
			if err := o.Close(); err != nil {
				t.Error(err)
			}
		})
		id := []string{"huawei-meeting", "huawei-meeting-2"}[i]
		if got := p.run(t, "", "service", "add", "huawei-meeting", name, "--url", server.URL); got.out != id+"\n" {
			t.Fatal(got)
		}
		for _, step := range [][]string{{"config", "set", id + ".account", o.Account()}, {"secret", "set", name, "--keep", "file"}} {
			if got := p.run(t, o.AccountPassword()+"\n", step...); got.code != exitDone {
				t.Fatal(got)
			}
		}
	}
	if got := p.run(t, "", "--json", "meeting", "list", "--service", "Tokyo"); got.code != exitDone || asked[0].Load() != 0 || asked[1].Load() == 0 {
		t.Errorf("%+v", got)
	}
	if got := p.run(t, "", "service", "remove", "Tokyo"); got.code != exitDone {
		t.Errorf("%+v", got)
	}
	if got := p.run(t, "", "--json", "meeting", "list"); got.code != exitDone || !strings.Contains(got.out, "running") {
		t.Errorf("%+v", got)
	}
	if got := p.run(t, "", "config", "get", "huawei-meeting-2.account"); strings.TrimSpace(got.out) != "" {
		t.Errorf("left: %+v", got)
	}
}
