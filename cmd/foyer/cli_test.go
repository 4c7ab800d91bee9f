package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	marketing = "b69a0c50-3fa8-11f0-b7d6-5d17b726561b"
	other     = "ff135070-4f23-11f0-8dc1-cf25d4d2274c"
	spaceInfo = "Space name: Marketing\nSpace ID: " + marketing + "\nParticipant count: 12\n"
	spaceURL  = "webexteams://im?space=" + marketing
)

// step is one command line and what it must leave behind.
type step struct {
	stdin    string
	args     string // parted by blanks; %s is the profile's folder
	out      string // all of stdout
	messages string // something that stderr must hold
	code     int
}

func TestCommands(t *testing.T) {
	for _, c := range []struct {
		name  string
		steps []step
	}{
		{"version", []step{{args: "--version", out: "foyer 9.9.9\n"}}},
		{"unknown commands are usage errors", []step{
			{args: "dance", messages: "dance", code: exitWrong},
			{args: "send --hello", messages: "foyer --help", code: exitWrong},
			{args: "outbox list --state lost", messages: "--state", code: exitWrong},
			{args: "link", messages: "foyer", code: exitWrong},
			{args: "link person a@example.com --as pdf", messages: "--as", code: exitWrong},
		}},
		{"parse", []step{
			{stdin: spaceInfo, args: "link parse", out: "space\tMarketing\t" + spaceURL + "\n"},
			{stdin: spaceInfo, args: "link parse -", out: "space\tMarketing\t" + spaceURL + "\n"},
			{stdin: spaceInfo, args: "--json link parse", out: `[{"kind":"space","id":"` + marketing + `","name":"Marketing","url":"` + spaceURL + `","participants":12}]` + "\n"},
			{stdin: "webexteams://im?space=" + marketing + "&message=" + other, args: "link parse --json",
				out: `[{"kind":"space","id":"` + marketing + `","url":"` + spaceURL + "&message=" + other + `","message":"` + other + `"}]` + "\n"},
			{stdin: "nothing to see here", args: "link parse --json", out: "[]\n"},
			{stdin: "nothing to see here", args: "link parse", messages: "holds no Webex space"},
			{args: "link parse %s/no-such-file", messages: "no-such-file cannot be read", code: exitWrong},
			{stdin: marketing + " " + other, args: "link parse --json", messages: "several IDs",
				out: `[{"kind":"space","id":"` + marketing + `","url":"` + spaceURL + `","warnings":["ambiguous"]},{"kind":"space","id":"` + other +
					`","url":"webexteams://im?space=` + other + `","warnings":["ambiguous"]}]` + "\n"},
		}},
		{"write", []step{
			{args: "link person barbara@example.com", out: "webexteams://im?email=barbara@example.com\n"},
			{args: "link person barbara@example.com --as html", out: `<a href="webexteams://im?email=barbara@example.com">Contact me in a Webex space</a>` + "\n"},
			{args: "link meeting barbara@example.com --as markdown --text Call", out: "[Call](webexteams://meet?sip=barbara@example.com)\n"},
			{args: "link space 0000aa-a0a0 --as html", out: `<a href="webexteams://im?space=0000aa-a0a0">Join me in a Webex space</a>` + "\n", messages: "not a UUID"},
			{stdin: spaceInfo, args: "link space - --as html", out: `<a href="` + spaceURL + `">Join me in the Marketing Webex space</a>` + "\n"},
			{args: "link space " + marketing + " --as roomid", out: "Y2lzY29zcGFyazovL3VzL1JPT00vYjY5YTBjNTAtM2ZhOC0xMWYwLWI3ZDYtNWQxN2I3MjY1NjFi\n"},
			{args: "link person nobody", messages: "no address", code: exitWrong},
			{args: "link person a@example.com --as roomid", messages: "person as roomid", code: exitWrong},
			{stdin: marketing + "\n" + other, args: "link space -", messages: "which one is meant", code: exitWrong},
			{args: "--json link person a@example.com --as html", out: `{"target":{"kind":"person","email":"a@example.com","url":"webexteams://im?email=a@example.com"},` +
				`"format":"html","text":"<a href=\"webexteams://im?email=a@example.com\">Contact me in a Webex space</a>"}` + "\n"},
		}},
		{"bulk", []step{
			{stdin: "name,email\nBarbara,barbara@example.com\n", args: "link bulk --as csv",
				out: "Name,Message link,Meeting link\nBarbara,webexteams://im?email=barbara@example.com,webexteams://meet?sip=barbara@example.com\n"},
			{stdin: "email;name\nnope;X\nb@example.com;B\n", args: "link bulk - --as markdown", messages: "line 2: not an e-mail address (nope)", code: exitPartly,
				out: "| Name | Message link | Meeting link |\n| --- | --- | --- |\n| B | [Contact me in a Webex space](webexteams://im?email=b@example.com) | [Create a meeting with me in Webex](webexteams://meet?sip=b@example.com) |\n"},
			{stdin: "name,email\nX,nope\n", args: "link bulk", messages: "cannot be used", code: exitWrong},
			{stdin: "name,email\n", args: "link bulk", messages: "no people", code: exitWrong},
			{stdin: "name,email\nB,b@example.com\n", args: "--json link bulk",
				out: `[{"name":"B","email":"b@example.com","message":"webexteams://im?email=b@example.com","meeting":"webexteams://meet?sip=b@example.com"}]` + "\n"},
			{args: "link bulk %s/none.csv", messages: "none.csv cannot be read", code: exitWrong},
		}},
		{"save, list and remove", []step{
			{args: "--json link list", out: "[]\n"},
			{args: "link list"},
			{stdin: spaceInfo, args: "--json link save --pin -", out: `[{"kind":"space","id":"` + marketing + `","name":"Marketing","url":"` + spaceURL + `","participants":12,"ref":1,"pinned":true}]` + "\n"},
			{args: "link save barbara@example.com", out: "2     person  barbara@example.com  webexteams://im?email=barbara@example.com\n"},
			{args: "link list", out: "1  ★  space   Marketing            " + spaceURL + "\n2     person  barbara@example.com  webexteams://im?email=barbara@example.com\n"},
			{args: "link save nothing", messages: "holds no Webex space", code: exitWrong},
			{stdin: marketing + "\n" + other, args: "link save -", messages: "several IDs", code: exitWrong},
			{args: "link remove 99", messages: "no such saved link", code: exitWrong},
			{args: "link remove " + other, messages: "no such saved link", code: exitWrong},
			{args: "link remove " + strings.ToUpper(marketing), messages: "Marketing: removed"},
			{args: "link remove 2", messages: "barbara@example.com: removed"},
			{args: "--json link list", out: "[]\n"},
		}},
		{"open", []step{
			{args: "link open 7", messages: "no such saved link", code: exitWrong},
			{args: "link open https://evil.example.com/", messages: "leads nowhere in Webex", code: exitWrong},
			{args: "link open file:///etc/passwd", messages: "nothing else", code: exitWrong},
		}},
		{"settings", []step{
			{args: "config get links.format", out: "richtext\n"},
			{args: "config set links.format url"},
			{args: "config get links.format", out: "url\n"},
			{args: "--json config get links.format", out: `"url"` + "\n"},
			{args: "config set links.format pdf", messages: "takes one of these: url, html, markdown, richtext", code: exitWrong},
			{args: "config set meetings.chunk 0", messages: "meetings.chunk takes a whole number from 1 to 500", code: exitWrong},
			{args: "config set network.proxy http://barbara:hunter2@proxy:3128", messages: "keeps no user name and no password of a proxy", code: exitWrong},
			{args: "config set network.proxy ftp://proxy", messages: "no proxy that Foyer can use", code: exitWrong},
			{args: "config set no.such thing", messages: "no setting of this name", code: exitWrong},
			{args: "config get no.such", messages: "no setting of this name", code: exitWrong},
		}},
		{"without an agent", []step{
			{args: "quit", messages: "No agent is running."},
			{args: "show", messages: "No agent is running.", code: exitFailed},
			{args: "show kitchen", messages: "no page “kitchen”", code: exitWrong},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPlace(t)
			for _, s := range c.steps {
				check(t, p, s)
			}
		})
	}
}

func check(t *testing.T, p place, s step) {
	t.Helper()
	got := p.run(t, s.stdin, strings.Fields(strings.ReplaceAll(s.args, "%s", p.profile))...)
	if got.code != s.code {
		t.Errorf("foyer %s: exit %d, want %d", s.args, got.code, s.code)
	}
	if diff := cmp.Diff(s.out, strings.ReplaceAll(got.out, "\r\n", "\n")); diff != "" {
		t.Errorf("foyer %s: stdout (-want +got):\n%s", s.args, diff)
	}
	if !strings.Contains(got.messages, s.messages) {
		t.Errorf("foyer %s: stderr %q, want %q in it", s.args, got.messages, s.messages)
	}
	if s.messages == "" && got.messages != "" {
		t.Errorf("foyer %s: stderr %q, want nothing", s.args, got.messages)
	}
}

func TestFilesAreWrittenWholeAndByTheirEnding(t *testing.T) {
	p := newPlace(t)
	file := func(name string) string { return filepath.Join(p.profile, name) }
	for _, c := range []struct {
		args  []string
		file  string
		begin string
		code  int
	}{
		{[]string{"link", "person", "a@example.com", "--as", "qr", "-o", file("a.png")}, "a.png", "\x89PNG", exitDone},
		{[]string{"link", "person", "a@example.com", "--as", "qr", "-o", file("a.SVG")}, "a.SVG", "<", exitDone},
		{[]string{"link", "person", "a@example.com", "--as", "qr", "-o", file("a.gif")}, "a.gif", "", exitWrong},
		{[]string{"link", "person", "a@example.com", "--as", "richtext", "-o", file("a.html")}, "a.html", "<a href=", exitDone},
		{[]string{"link", "person", "a@example.com", "--as", "vcard", "-o", file("a.vcf")}, "a.vcf", "BEGIN:VCARD", exitDone},
		{[]string{"link", "person", "a@example.com", "-o", filepath.Join(p.profile, "none", "a.txt")}, "none/a.txt", "", exitFailed},
	} {
		if got := p.run(t, "", c.args...); got.code != c.code || got.out != "" {
			t.Errorf("%v: exit %d, want %d; stdout %q; stderr %q", c.args, got.code, c.code, got.out, got.messages)
		}
		data, err := os.ReadFile(file(c.file))
		if c.begin == "" {
			if err == nil {
				t.Errorf("%s was written", c.file)
			}
			continue
		}
		if err != nil || !strings.HasPrefix(string(data), c.begin) {
			t.Errorf("%s begins %.20q, %v; want %q", c.file, data, err, c.begin)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(p.profile, ".a.*")); left != nil {
		t.Errorf("left behind: %v", left)
	}
	if got := p.run(t, "", "link", "person", "a@example.com", "--as", "qr"); !strings.HasPrefix(got.out, "\x89PNG") {
		t.Errorf("a piped picture begins %.10q", got.out)
	}
}

func TestDoctorNamesEveryPartAndWhatToDo(t *testing.T) {
	p := newPlace(t)
	got := p.run(t, "", "doctor", "--json")
	if got.code != exitDone {
		t.Fatalf("exit %d: %s", got.code, got.messages)
	}
	var findings []finding
	if err := json.Unmarshal([]byte(got.out), &findings); err != nil {
		t.Fatal(err)
	}
	byName := map[string]finding{}
	for _, f := range findings {
		byName[f.Name] = f
		if f.State != "ok" && f.Advice == "" {
			t.Errorf("%s is %s, and nothing says what to do", f.Name, f.State)
		}
		if strings.HasPrefix(f.Advice, "advice.") {
			t.Errorf("%s has no sentence for its advice: %s", f.Name, f.Advice)
		}
	}
	for _, name := range []string{"version", "data", "settings", "agent", "tray", "clipboard", "webexteams", "notifications", "chat-messenger", "dialect.token-header"} {
		if _, ok := byName[name]; !ok {
			t.Errorf("no row for %s", name)
		}
	}
	if byName["data"].State != "ok" || byName["agent"].State != "missing" {
		t.Errorf("data %+v, agent %+v", byName["data"], byName["agent"])
	}
	p.start(t)
	if got := p.run(t, "", "doctor"); !strings.Contains(got.out, "version 9.9.9, process") {
		t.Errorf("the running agent is not in the report:\n%s", got.out)
	}
}

func TestABrokenDatabaseIsReportedNotFatal(t *testing.T) {
	p := newPlace(t)
	if err := os.WriteFile(filepath.Join(p.profile, "foyer.db"), []byte("this is no database, and long enough to be looked at closely"), 0o600); err != nil {
		t.Fatal(err)
	}
	got := p.run(t, "", "link", "list", "--json")
	if got.code != exitDone || got.out != "[]\n" || !strings.Contains(got.messages, "set aside") && !strings.Contains(got.messages, "was damaged") {
		t.Errorf("exit %d, stdout %q, stderr %q", got.code, got.out, got.messages)
	}
}

func TestHelpIsTranslatedEverywhere(t *testing.T) {
	p := newPlace(t)
	for _, args := range [][]string{{"--help"}, {"link", "--help"}, {"link", "space", "--help"}, {"link", "bulk", "--help"}, {"config", "set", "--help"}, {"show", "--help"}} {
		got := p.run(t, "", args...)
		if got.code != exitDone || strings.Contains(got.out, "cli.help") || !strings.Contains(got.out, "Usage: foyer") {
			t.Errorf("%v: exit %d\n%s%s", args, got.code, got.out, got.messages)
		}
	}
}

func TestNothingInTheLogTellsWhatLinksAreCalled(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // the same code; the file is not readable while the agent holds it on every version
	}
	p := newPlace(t)
	p.start(t)
	p.run(t, spaceInfo, "link", "save", "-")
	p.run(t, "", "show", "links")
	if err := p.client().Quit(t.Context()); err != nil {
		t.Fatal(err)
	}
	log, err := os.ReadFile(filepath.Join(p.profile, "foyer.log"))
	if err != nil || len(log) == 0 {
		t.Fatalf("log: %q, %v", log, err)
	}
	for _, secret := range []string{"Marketing", marketing} {
		if strings.Contains(string(log), secret) {
			t.Errorf("the log tells of %s", secret)
		}
	}
}
