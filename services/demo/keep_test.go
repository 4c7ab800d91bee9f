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

// memory is what an office remembers.
type memory struct {
	Token string
	Sent  []demo.Sent
	Chats []json.RawMessage
	Rooms []demo.Room
}

func remembered(o *demo.Office) memory { return memory{o.Token(), o.Sent(), o.ChatRooms(), o.Rooms()} }

func TestTheOfficeRemembersAfterARestart(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "office")
	var before memory
	var call string
	reopen(t, dir, func(o *demo.Office, c client) {
		for function, form := range calls {
			if _, text := c.call(http.MethodPost, function, o.Token(), form); function == "createQuickCall" {
				call = read[struct{ URL string }](t, text).URL
			}
		}
		if err := o.SetData(demo.Data{Rooms: []demo.Room{{ID: "1", Name: "Attic"}}}); err != nil {
			t.Fatal(err)
		}
		before = remembered(o)
	})
	reopen(t, dir, func(o *demo.Office, c client) {
		if d := cmp.Diff(before, remembered(o)); d != "" || len(before.Sent) != 4 || len(before.Token) < 20 || o.SetAside() != "" {
			t.Errorf("%d sent, set aside %q (-before +after):\n%s", len(before.Sent), o.SetAside(), d)
		}
		if !o.Opens(call, "") {
			t.Error("the quick call does not open any more")
		}
		c.call(http.MethodPost, "sendMessage", o.Token(), calls["sendMessage"])
		if got := o.Sent(); got[4].Seq != 5 || got[4].Request != 5 {
			t.Errorf("the next is %+v", got[4])
		}
	})
}

func TestAResetIsRemembered(t *testing.T) {
	dir := t.TempDir()
	var first memory
	reopen(t, dir, func(o *demo.Office, c client) {
		first = remembered(o)
		c.call(http.MethodPost, "updateChatRoom", o.Token(), calls["updateChatRoom"])
		o.Reset()
	})
	reopen(t, dir, func(o *demo.Office, _ client) {
		if d := cmp.Diff(first, remembered(o), cmpopts.EquateEmpty()); d != "" {
			t.Errorf("after a reset (-first +now):\n%s", d)
		}
	})
}

func TestAClosedOfficeWritesNothingMore(t *testing.T) {
	dir := t.TempDir()
	o, err := demo.New(demo.Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	stop := open(t, o, "127.0.0.1:0")
	c := client{t, o.URL(), http.DefaultClient}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	c.call(http.MethodPost, "sendMessage", o.Token(), calls["sendMessage"])
	stop()
	reopen(t, dir, func(o *demo.Office, _ client) {
		if sent := o.Sent(); len(sent) > 0 {
			t.Errorf("sent %v", sent)
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
