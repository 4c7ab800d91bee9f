//go:build !windows

package demo_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"foyer/services/demo"
)

// curl runs a line of the vendor's page with the real curl, in a shell as people do.
func (c client) curl(line string) string {
	c.t.Helper()
	cmd := exec.CommandContext(c.t.Context(), "sh", "-c", line)
	cmd.Env = append(os.Environ(), "serverURL="+c.url, "TOKEN="+token, "no_proxy=*")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		c.t.Fatalf("%s: %v", line, err)
	}
	return string(out)
}

// what leaves out when and as the how many'th something was sent.
var what = cmpopts.IgnoreFields(demo.Sent{}, "Seq", "Request", "At")

func TestTheVendorsCurlLinesWork(t *testing.T) {
	const curl = `curl -sS -H "x-cam-apiToken:$TOKEN" `
	for _, test := range []struct {
		name, line, file string
		want             []demo.Sent
	}{
		{"a message to people", curl + `-d message="{\"panelName\":\"messenger\",\"message\":\"Hello\",\"isOpened\":false,\"generalPurposes\":{\"users\":\"user1@xxx.com,user2@xxx.com\"}}" ${serverURL}/sendMessage`, "",
			[]demo.Sent{{Function: "sendMessage", To: []string{"user1@xxx.com", "user2@xxx.com"}, Text: "Hello"}}},
		{"a message to a chat room with mentions, as an envelope", curl + `-d message="{\"panelName\":\"Facilities\",\"message\":\"Hello!\",\"isOpened\":true,\"generalPurposes\":{\"users\":\"user1@xxx.com,user2@xxx.com\"}}" ${serverURL}/sendMessage`, "",
			[]demo.Sent{{Function: "sendMessage", Room: "Facilities", Mentions: []string{"user1@xxx.com", "user2@xxx.com"}, Text: "Hello!", Envelope: true}}},
		{"signs that mean something in a form, unescaped", curl + `-d 'message={"panelName":"messenger","message":"50 % off; a=b & c+d %zz %41\n佐藤","isOpened":false,"generalPurposes":{"users":"hanako.sato@example.co.jp"}}' ${serverURL}/sendMessage`, "",
			[]demo.Sent{{Function: "sendMessage", To: []string{"hanako.sato@example.co.jp"}, Text: "50 % off; a=b & c+d %zz %41\n佐藤"}}},
		{"the same, escaped by curl", curl + `--data-urlencode 'message={"panelName":"messenger","message":"50 % off; a=b & c+d %zz %41\n佐藤","isOpened":false,"generalPurposes":{"users":"hanako.sato@example.co.jp"}}' ${serverURL}/sendMessage`, "",
			[]demo.Sent{{Function: "sendMessage", To: []string{"hanako.sato@example.co.jp"}, Text: "50 % off; a=b & c+d %zz %41\n佐藤"}}},
		{"a file of messages", curl + `-d @messages.json ${serverURL}/sendMessages`,
			"messages=[\n {\"message\": \"hello 1\", \"property\":{\"users\": \"user1@test.com,user2@test.com\"}},\n {\"message\": \"hello 2\", \"property\":{\"users\": \"user1@test.com,user2@test.com\"}}\n]\n",
			[]demo.Sent{
				{Function: "sendMessages", To: []string{"user1@test.com", "user2@test.com"}, Text: "hello 1"},
				{Function: "sendMessages", To: []string{"user1@test.com", "user2@test.com"}, Text: "hello 2"},
			}},
		{"a file for all in a chat room, with the damaged key", curl + `-d @messages.json ${serverURL}/sendMessages`,
			"\ufeffmessages=[\r\n {\"发送\": \"Facilities\", \"message\": \"test 1\"}\r\n]\r\n",
			[]demo.Sent{{Function: "sendMessages", Room: "Facilities", Text: "test 1"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			office, c := visit(t, demo.Config{})
			t.Chdir(t.TempDir())
			if err := os.WriteFile("messages.json", []byte(test.file), 0o600); err != nil {
				t.Fatal(err)
			}
			if got := c.curl(test.line); refused(t, got) != nil {
				t.Errorf("answered %s", got)
			}
			if d := cmp.Diff(test.want, office.Sent(), what); d != "" {
				t.Errorf("sent (-want +got):\n%s", d)
			}
		})
	}
}

func TestTheVendorsCurlLineReadsTheRooms(t *testing.T) {
	_, c := visit(t, demo.Config{})
	for _, function := range []string{"getConferenceRooms", "getConferenceMaster", "getConferenceRoomStatus"} {
		got := c.curl(`curl -sS -H "x-cam-apiToken:$TOKEN" ${serverURL}/` + function)
		rooms := read[struct{ ConferenceRooms []struct{ Name string } }](t, got).ConferenceRooms
		if len(rooms) != 12 || rooms[11].Name != "会議室 4" {
			t.Errorf("%s: %d rooms: %v", function, len(rooms), rooms)
		}
	}
}

func TestCurlWithAnotherTokenIsRefused(t *testing.T) {
	office, c := visit(t, demo.Config{})
	got := c.curl(`curl -sS -w '%{http_code}' -H "x-cam-apiToken:token$TOKEN" -d 'message={"panelName":"messenger","message":"Hello","isOpened":false,"generalPurposes":{"users":"user1@xxx.com"}}' ${serverURL}/sendMessage`)
	if want := `{"errors":["invalid apiToken"]}401`; got != want {
		t.Errorf("answered %s, want %s", got, want)
	}
	if got := office.Sent(); len(got) > 0 {
		t.Errorf("sent %v", got)
	}
}

func TestABigFileGoesThroughCurl(t *testing.T) {
	office, c := visit(t, demo.Config{})
	name := filepath.Join(t.TempDir(), "messages.json")
	row := `{"message":"` + strings.Repeat("x", 1000) + `","property":{"users":"barbara@example.com"}},`
	rows := strings.TrimSuffix(strings.Repeat(row, 2000), ",")
	if err := os.WriteFile(name, []byte("messages=["+rows+"]"), 0o600); err != nil {
		t.Fatal(err)
	}
	c.curl(`curl -sS -H "x-cam-apiToken:$TOKEN" -d @` + name + ` ${serverURL}/sendMessages`)
	if got := len(office.Sent()); got != 2000 {
		t.Errorf("sent %d", got)
	}
}
