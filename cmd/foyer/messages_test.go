package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/agent"
	"foyer/services/demo"
	"foyer/services/message"
)

// canary is a token that must show nowhere.
const canary = "canary-7f3a9c"

// foreign opens a server that follows the contract, below a path, and lets the place know it through
// the environment.
func (p *place) foreign(t *testing.T) *demo.Office {
	t.Helper()
	o, err := demo.New(demo.Config{Token: canary, Prefix: "/cam"})
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
	p.env = append(p.env, urlVariable+"="+server.URL+"/cam/", tokenVariable+"="+canary)
	return o
}

// told is a message that the office accepted, as far as the sender decides.
type told struct {
	To, Mentions []string
	Room, Text   string
	Envelope     bool
}

func heard(o *demo.Office) []told {
	var all []told
	for _, s := range o.Sent() {
		all = append(all, told{To: s.To, Mentions: s.Mentions, Room: s.Room, Text: s.Text, Envelope: s.Envelope})
	}
	return all
}

// delivery is one command that sends a message, and what it must leave behind.
type delivery struct {
	name  string
	fault *demo.Fault
	args  []string
	stdin string
	code  int
	state string // in the outbox afterwards; "" for nothing there
	sent  []told
}

func TestAMessageIsDeliveredWithoutAnAgentAndTheExitCodeSaysHow(t *testing.T) {
	for _, c := range []delivery{
		{name: "to people", args: []string{"send", "--to", "Barbara Example <barbara@example.com>; maurice@example.fr", "Hello"}, state: "sent",
			sent: []told{{To: []string{"barbara@example.com", "maurice@example.fr"}, Text: "Hello"}}},
		{name: "from a pipe, as an envelope", args: []string{"send", "--to", "barbara@example.com", "--envelope", "-"}, stdin: "two\nlines\n", state: "sent",
			sent: []told{{To: []string{"barbara@example.com"}, Text: "two\nlines", Envelope: true}}},
		{name: "to a chat room", args: []string{"send", "--room", "Facilities", "--mention", "barbara@example.com", "Hello"}, state: "sent",
			sent: []told{{Room: "Facilities", Mentions: []string{"barbara@example.com"}, Text: "Hello"}}},
		{name: "to a room that is not there", args: []string{"send", "--room", "Marketting", "Hello"}, code: exitRefused, state: "failed"},
		{name: "refused token", fault: &demo.Fault{Kind: demo.Unauthorized}, args: []string{"send", "--to", "a@example.com", "x"}, code: exitRefused, state: "failed"},
		{name: "server fault", fault: &demo.Fault{Kind: demo.ServerError}, args: []string{"send", "--to", "a@example.com", "x"}, code: exitUnreachable, state: "unknown"},
		{name: "a web page", fault: &demo.Fault{Kind: demo.HTMLPage}, args: []string{"send", "--to", "a@example.com", "x"}, code: exitUnreachable, state: "unknown"},
		{name: "asked to wait", fault: &demo.Fault{Kind: demo.TooMany, RetryAfter: time.Hour}, args: []string{"send", "--to", "a@example.com", "x"}, code: exitUnreachable, state: "queued"},
		{name: "nobody", args: []string{"send", "Hello"}, code: exitWrong},
		{name: "no text", args: []string{"send", "--to", "a@example.com", " "}, code: exitWrong},
		{name: "no address", args: []string{"send", "--to", "barbara", "Hello"}, code: exitWrong},
		{name: "reserved room", args: []string{"send", "--room", "messenger", "Hello"}, code: exitWrong},
		{name: "people and room", args: []string{"send", "--room", "Facilities", "--to", "a@example.com", "Hello"}, code: exitWrong},
		{name: "batch and text", args: []string{"send", "--batch", "none.csv", "Hello"}, code: exitWrong},
		{name: "no batch", args: []string{"send", "--check", "--to", "a@example.com", "Hello"}, code: exitWrong},
		{name: "no file", args: []string{"send", "--batch", "none.csv"}, code: exitWrong},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPlace(t)
			o := p.foreign(t)
			if c.fault != nil {
				o.SetFault("sendMessage", *c.fault, 1)
			}
			got := p.run(t, c.stdin, append([]string{"--json"}, c.args...)...)
			if got.code != c.code {
				t.Errorf("exit %d, want %d: %s", got.code, c.code, got.messages)
			}
			if diff := cmp.Diff(c.sent, heard(o)); diff != "" {
				t.Errorf("the office got (-want +got):\n%s", diff)
			}
			c.left(t, p, got)
			p.withoutCanary(t, got)
		})
	}
}

// left looks at what a command left in the outbox and what it said.
func (c delivery) left(t *testing.T, p place, got result) {
	t.Helper()
	var rows []row
	if list := p.run(t, "", "--json", "outbox", "list"); json.Unmarshal([]byte(list.out), &rows) != nil {
		t.Fatalf("outbox list: %q", list.out)
	}
	switch {
	case c.state == "" && len(rows) > 0:
		t.Errorf("it was queued all the same: %+v", rows)
	case c.state == "" && got.messages == "":
		t.Error("nothing says why")
	case c.state == "":
	case len(rows) != 1 || rows[0].State != c.state || rows[0].Tries != 1:
		t.Errorf("outbox %+v, want one %s message", rows, c.state)
	case c.state != "sent" && rows[0].Error == "":
		t.Error("the outbox gives no reason")
	}
}

// withoutCanary makes sure that the token is nowhere in what a command said nor in the profile.
func (p place) withoutCanary(t *testing.T, said ...result) {
	t.Helper()
	for _, s := range said {
		if strings.Contains(s.out+s.messages, canary) {
			t.Errorf("the token was told: %+v", s)
		}
	}
	err := filepath.WalkDir(p.profile, func(path string, d os.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		if strings.Contains(string(data), canary) {
			t.Errorf("the token is in %s", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestNothingIsQueuedWhereNothingIsConfigured(t *testing.T) {
	p := newPlace(t)
	for _, args := range [][]string{{"send", "--to", "a@example.com", "x"}, {"quickcall", "--expires", "in 1 hour"}, {"service", "check"}} {
		if got := p.run(t, "", args...); got.code != exitNotConfigured || got.messages == "" {
			t.Errorf("%v: exit %d, %q", args, got.code, got.messages)
		}
	}
	if got := p.run(t, "", "--json", "outbox", "list"); got.out != "[]\n" {
		t.Errorf("outbox: %s", got.out)
	}
}

func TestABatchIsCheckedWholeBeforeTheFirstRowIsQueued(t *testing.T) {
	p := newPlace(t)
	o := p.foreign(t)
	file := filepath.Join(p.profile, "batch.csv")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("users,room,message,envelope\na@example.com,,one,\nnobody,,two,\n")
	checked := p.run(t, "", "--json", "send", "--batch", file, "--check")
	if want := `{"row":1,"state":"ok"}` + "\n" + `{"row":2,"state":"invalid","error":"nobody is no e-mail address."}` + "\n"; checked.out != want || checked.code != exitWrong {
		t.Errorf("exit %d, stdout %s", checked.code, checked.out)
	}
	if got := p.run(t, "", "send", "--batch", file); got.code != exitWrong || len(o.Sent()) > 0 {
		t.Errorf("exit %d with a wrong row, %d sent", got.code, len(o.Sent()))
	}
	write("users;room;message;envelope\na@example.com;;one;\n;Facilities;two;yes\nc@example.com;;three;\n;Marketting;four;\n")
	got := p.run(t, "", "--json", "send", "--batch", file)
	var states []string
	for line := range strings.Lines(got.out) {
		var r checkedRow
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		states = append(states, fmt.Sprint(r.Row, " ", r.State))
	}
	if diff := cmp.Diff([]string{"1 sent", "2 sent", "3 sent", "4 failed"}, states); diff != "" || got.code != exitPartly {
		t.Errorf("exit %d, rows (-want +got):\n%s", got.code, diff)
	}
	if calls := o.Calls("sendMessage"); calls != 4 {
		t.Errorf("%d calls", calls)
	}
	write("users,message\na@example.com,one\nb@example.com,two\n")
	if got := p.run(t, "", "send", "--batch", file, "--bulk"); got.code != exitDone || o.Calls("sendMessages") != 1 {
		t.Errorf("in bulk: exit %d with %d calls: %s", got.code, o.Calls("sendMessages"), got.messages)
	}
	p.withoutCanary(t, checked, got)
}

func TestAnInterruptedBatchSaysWhereItStands(t *testing.T) {
	p := newPlace(t)
	o := p.foreign(t)
	o.SetFault("sendMessage", demo.Fault{Kind: demo.Delay, Wait: 100 * time.Millisecond}, 0)
	file := filepath.Join(p.profile, "batch.csv")
	if err := os.WriteFile(file, []byte("users,message\n"+strings.Repeat("a@example.com,hello\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := p.command(context.WithoutCancel(t.Context()), "--json", "send", "--batch", file)
	var out, messages bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &messages
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if err := o.WaitSent(t.Context(), 2); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	sent, queued := strings.Count(out.String(), `"sent"`), strings.Count(out.String(), `"queued"`)
	if code := cmd.ProcessState.ExitCode(); code != exitPartly || sent != len(o.Sent()) || sent+queued != 100 {
		t.Errorf("exit %d, %d sent of which %d arrived, %d queued: %s", code, sent, len(o.Sent()), queued, messages.String())
	}
	if !strings.Contains(messages.String(), "waits in the outbox") {
		t.Errorf("it says %q", messages.String())
	}
}

func TestWhatWaitsIsDeliveredOnDemandAndWhatFailedIsRetriedOrDiscarded(t *testing.T) {
	p := newPlace(t)
	o := p.foreign(t)
	o.SetFault("sendMessage", demo.Fault{Kind: demo.TooMany, RetryAfter: time.Second}, 1)
	p.run(t, "", "send", "--to", "a@example.com", "waits")
	await(t, "the pause that the server asked for", func() bool {
		got := p.run(t, "", "--json", "outbox", "deliver")
		return got.code == exitDone && len(o.Sent()) == 1
	})
	p.run(t, "", "send", "--room", "Marketting", "fails")
	for _, s := range []step{
		{args: "--json outbox retry 99", messages: "no such message", code: exitWrong},
		{args: "outbox retry one", messages: "no number of a message", code: exitWrong},
		{args: "outbox retry 1", messages: "0 messages are queued again", code: exitWrong},
		{args: "outbox retry all", messages: "1 message is queued again"},
		{args: "outbox arrived 2", messages: "0 messages", code: exitWrong},
		{args: "outbox discard all", messages: "1 message is off the list"},
		{args: "outbox list", out: "1  sent  a@example.com\n"},
	} {
		check(t, p, s)
	}
}

func TestQuickCallsAndChatRoomsPrintWhatTheServerMade(t *testing.T) {
	p := newPlace(t)
	p.foreign(t)
	call := p.run(t, "s3cret word\n", "quickcall", "--expires", "tomorrow 18:00", "--password-stdin")
	if call.code != exitDone || !strings.HasPrefix(call.out, "http://127.0.0.1:") {
		t.Errorf("exit %d, %q, %q", call.code, call.out, call.messages)
	}
	if got := p.run(t, "", "quickcall", "--expires", "yesterday"); got.code != exitWrong {
		t.Errorf("a time that is over: exit %d", got.code)
	}
	room := p.run(t, `{"name":"Secret meeting","createUserId":"u1","adminUserId":"u1","isMessageThread":true,"isPublic":false,"memberUids":{"u1":true,"u2":false},"colour":"red"}`, "chatroom", "save", "-")
	var saved map[string]any
	if err := json.Unmarshal([]byte(room.out), &saved); err != nil || saved["name"] != "Secret meeting" || saved["id"] == nil {
		t.Errorf("exit %d, %s, %v", room.code, room.out, err)
	}
	if got := p.run(t, "{}", "chatroom", "save"); got.code != exitWrong {
		t.Errorf("a room without a name: exit %d", got.code)
	}
	p.withoutCanary(t, call, room)
}

func TestTheAgentDeliversWhatACommandQueues(t *testing.T) {
	p := newPlace(t)
	o := p.foreign(t)
	p.start(t)
	queued := p.run(t, "", "--json", "send", "--to", "a@example.com", "first")
	now := p.run(t, "", "--json", "send", "--now", "--to", "a@example.com", "second")
	if queued.code != exitDone || now.code != exitDone || !strings.Contains(now.out, `"state":"sent"`) {
		t.Fatalf("queued %+v, now %+v", queued, now)
	}
	if diff := cmp.Diff([]told{{To: []string{"a@example.com"}, Text: "first"}, {To: []string{"a@example.com"}, Text: "second"}}, heard(o)); diff != "" {
		t.Errorf("the office got (-want +got):\n%s", diff)
	}
	status, err := p.client().Status(t.Context())
	if err != nil || len(status.Services) != 2 || status.Services[0].Health != agent.Connected || status.Services[1].Health != agent.Unset {
		t.Errorf("services %+v, %v", status.Services, err)
	}
	list := p.run(t, "", "service", "list")
	if list.code != exitDone || !strings.Contains(list.out, "connected") {
		t.Errorf("service list: %+v", list)
	}
	p.withoutCanary(t, queued, now, list)
}

func TestACommandForAnotherServerThanTheAgentsIsRefused(t *testing.T) {
	p := newPlace(t)
	p.foreign(t)
	p.start(t)
	p.env = append(p.env, urlVariable+"=http://127.0.0.1:9/")
	if got := p.run(t, "", "send", "--to", "a@example.com", "x"); got.code != exitNotConfigured {
		t.Errorf("exit %d: %s", got.code, got.messages)
	}
	if got := p.run(t, "", "--json", "outbox", "list"); got.out != "[]\n" {
		t.Errorf("it was queued all the same: %s", got.out)
	}
}

func TestTheDemoOfficeKeepsItsDataApartAndBetweenStarts(t *testing.T) {
	p := newPlace(t)
	for i := range 2 {
		if got := p.run(t, "", "--demo", "send", "--to", "barbara@example.com", fmt.Sprint("message ", i)); got.code != exitDone {
			t.Fatalf("exit %d: %s", got.code, got.messages)
		}
	}
	var rows []row
	if got := p.run(t, "", "--demo", "--json", "outbox", "list", "--state", string(message.Sent)); json.Unmarshal([]byte(got.out), &rows) != nil || len(rows) != 2 {
		t.Errorf("the demo's outbox: %s", got.out)
	}
	if got := p.run(t, "", "--json", "outbox", "list"); got.out != "[]\n" {
		t.Errorf("the real outbox: %s", got.out)
	}
	if got := p.run(t, "x", "--demo", "secret", "set", agent.ChatMessenger, "--keep", "file"); got.code != exitWrong {
		t.Errorf("the demo's token was changed: exit %d, %s", got.code, got.messages)
	}
}

func TestSecretsGoWhereTheUserSaysAndNowhereElse(t *testing.T) {
	p := newPlace(t)
	o := p.foreign(t)
	url := p.env[len(p.env)-2]
	p.env = p.env[:len(p.env)-2] // from here on by settings and secrets
	for _, s := range []step{
		{args: "config set chat-messenger.url " + strings.TrimPrefix(url, urlVariable+"=")},
		{args: "secret state chat-messenger", out: "It is kept nowhere.\n"},
		{stdin: canary + "\n", args: "secret set chat-messenger --keep session", messages: "No agent", code: exitWrong},
		{stdin: canary + "\n", args: "secret set chat-messenger --keep file"},
		{args: "secret state chat-messenger", out: "It is kept in a file that only you can read.\n"},
		{args: "send --to a@example.com hello", out: "1  sent  a@example.com\n"},
		{args: "secret remove chat-messenger"},
		{args: "secret state chat-messenger", out: "It is kept nowhere.\n"},
	} {
		check(t, p, s)
	}
	if got := p.run(t, canary, "secret", "set", agent.ChatMessenger); got.code != exitNotConfigured || !strings.Contains(got.messages, "--keep file") {
		t.Errorf("a secret for a keyring where there is none: exit %d, %q", got.code, got.messages)
	}
	if got := p.run(t, "", "send", "--to", "a@example.com", "x"); got.code != exitNotConfigured || !strings.Contains(got.messages, tokenVariable) {
		t.Errorf("without a token: exit %d, %q", got.code, got.messages)
	}
	if len(o.Sent()) != 1 {
		t.Errorf("%d messages arrived", len(o.Sent()))
	}
	p.withoutCanary(t)
}
