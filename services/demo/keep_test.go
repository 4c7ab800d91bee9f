package demo_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"foyer/services/demo"
	"foyer/services/fault"
)

// reopen opens the office in dir, for one visit.
func reopen(t *testing.T, dir string, use func(*demo.Office, client)) {
	t.Helper()
	office, err := demo.New(demo.Config{Dir: dir, Zone: berlin, Now: func() time.Time { return monday }})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(office)
	use(office, client{t, server.URL, server.Client()})
	server.Close()
	if err := office.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestTheOfficeRemembersAfterARestart(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "office")
	var token, call string
	var sent []demo.Sent
	var rooms []json.RawMessage
	send := func(c client, function string) string {
		_, text := c.call(http.MethodPost, function, token, calls[function])
		return text
	}
	reopen(t, dir, func(o *demo.Office, c client) {
		token = o.Token()
		for function := range calls {
			if text := send(c, function); function == "createQuickCall" {
				call = read[struct{ URL string }](t, text).URL
			}
		}
		if err := o.SetData(demo.Data{Rooms: []demo.Room{{ID: "1", Name: "Attic"}}}); err != nil {
			t.Fatal(err)
		}
		sent, rooms = o.Sent(), o.ChatRooms()
	})
	reopen(t, dir, func(o *demo.Office, c client) {
		if o.Token() != token || len(token) < 20 || o.SetAside() != "" {
			t.Errorf("token %q, then %q; set aside %q", token, o.Token(), o.SetAside())
		}
		if d := cmp.Diff(sent, o.Sent(), cmpopts.EquateApproxTime(0)); d != "" || len(sent) != 4 {
			t.Errorf("sent (-before +after):\n%s", d)
		}
		if d := cmp.Diff(rooms, o.ChatRooms()); d != "" {
			t.Errorf("chat rooms (-before +after):\n%s", d)
		}
		if !o.Opens(call, "") || len(o.Rooms()) != 1 {
			t.Errorf("the call opens: %v; %d rooms", o.Opens(call, ""), len(o.Rooms()))
		}
		send(c, "sendMessage")
		if got := o.Sent(); got[4].Seq != 5 || got[4].Request != 5 {
			t.Errorf("the next is %+v", got[4])
		}
		o.Reset()
	})
	reopen(t, dir, func(o *demo.Office, _ client) {
		if o.Token() != token || len(o.Sent()) != 0 || len(o.ChatRooms()) != 3 {
			t.Errorf("after a reset: token %q, %d sent", o.Token(), len(o.Sent()))
		}
	})
}

func TestATornFileIsSetAside(t *testing.T) {
	for name, text := range map[string]string{"torn": `{"version":1,"sent":[{"se`, "empty": "", "newer": `{"version":2}`} {
		dir := t.TempDir()
		path := filepath.Join(dir, "demo.json")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path+".new-123", []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		reopen(t, dir, func(o *demo.Office, _ client) {
			kept, err := os.ReadFile(o.SetAside())
			if err != nil || string(kept) != text || !strings.HasPrefix(o.SetAside(), path+".broken-2026") {
				t.Errorf("%s: %s holds %q, %v", name, o.SetAside(), kept, err)
			}
			if len(o.ChatRooms()) != 3 {
				t.Errorf("%s: %d chat rooms", name, len(o.ChatRooms()))
			}
		})
		if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) != 3 {
			t.Errorf("%s: left %v, want the file, the old one and the lock", name, left)
		}
	}
}

func TestTheFileIsWrittenSoonAndForItsOwnerOnly(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "demo.json")
	synctest.Test(t, func(t *testing.T) {
		office, err := demo.New(demo.Config{Dir: dir, Token: token})
		if err != nil {
			t.Fatal(err)
		}
		for n := range 3 {
			r := httptest.NewRequest(http.MethodPost, "/sendMessage", strings.NewReader(calls["sendMessage"]))
			r.Header.Set(demo.TokenHeader, token)
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			office.ServeHTTP(httptest.NewRecorder(), r)
			if text, err := os.ReadFile(path); strings.Count(string(text), `"Hello"`) != n {
				t.Errorf("written at once, or never: %s, %v", text, err)
			}
			time.Sleep(time.Second)
			synctest.Wait()
			if text, err := os.ReadFile(path); strings.Count(string(text), `"Hello"`) != n+1 {
				t.Errorf("message %d: %s, %v", n, text, err)
			}
		}
		if err := office.Close(); err != nil {
			t.Error(err)
		}
	})
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestATokenThatWasGivenIsNotWritten(t *testing.T) {
	dir := t.TempDir()
	office, err := demo.New(demo.Config{Dir: dir, Token: "canary-token"})
	if err != nil {
		t.Fatal(err)
	}
	if office.Token() != "canary-token" {
		t.Errorf("token %q", office.Token())
	}
	office.Reset()
	if err := office.Close(); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(filepath.Join(dir, "demo.json")); err != nil || strings.Contains(string(text), "canary") {
		t.Errorf("%s, %v", text, err)
	}
}

func TestTwoOfficesDoNotShareAFolder(t *testing.T) {
	dir := t.TempDir()
	reopen(t, dir, func(*demo.Office, client) {
		_, err := demo.New(demo.Config{Dir: dir})
		if f, ok := errors.AsType[*fault.Error](err); !ok || f.Code != demo.CodeBusy {
			t.Errorf("error %v", err)
		}
	})
	reopen(t, dir, func(*demo.Office, client) {})
}

func TestAFolderThatCannotBeMadeIsAnError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := demo.New(demo.Config{Dir: filepath.Join(file, "office")}); fault.KindOf(err) != fault.Other || err == nil {
		t.Errorf("error %v", err)
	}
}

func TestAPrefixThatIsNoPathIsAnError(t *testing.T) {
	for _, prefix := range []string{"cam", "/a b", "/{x}", "/a//b"} {
		if _, err := demo.New(demo.Config{Prefix: prefix}); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: error %v", prefix, err)
		}
	}
}
