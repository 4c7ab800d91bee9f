package agent

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// served is a running agent with everything faked.
type served struct {
	Client
	agent  *Agent
	window *fakeWindow
	board  *fakeClipboard
	links  *fakeLinks
	stop   func()
}

func serve(t testing.TB) *served {
	t.Helper()
	s := &served{window: &fakeWindow{}, board: &fakeClipboard{}, links: &fakeLinks{}}
	s.agent = New(Config{Links: s.links, Clipboard: s.board, Window: s.window, Preferences: fixed{format: "url"}, Version: "1.2.3"})
	p := newPlace(t)
	s.Client = Client{Socket: p.socket}
	s.stop = running(t, s.agent, p.start(t))
	t.Cleanup(func() { s.agent.Quit() })
	return s
}

// peer connects without any manners.
func (s *served) peer(t testing.TB) net.Conn {
	t.Helper()
	conn, err := dial(t.Context(), s.Socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
		t.Fatal(err)
	}
	return conn
}

func TestTheAgentSaysWhoItIs(t *testing.T) {
	s := serve(t)
	defer s.stop()
	s.agent.InTray(true)
	got, err := s.Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := Status{Version: "1.2.3", Tray: true}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(Status{}, "PID", "Started")); diff != "" {
		t.Errorf("status (-want +got):\n%s", diff)
	}
	if got.PID == 0 || got.Started.IsZero() {
		t.Errorf("status without process or time: %+v", got)
	}
}

func TestNoPeerKeepsAnotherWaiting(t *testing.T) {
	for _, c := range []struct {
		name   string
		behave func(t *testing.T, conn net.Conn)
	}{
		{"silent", func(*testing.T, net.Conn) {}},
		{"half a line", func(t *testing.T, conn net.Conn) { send(t, conn, `{"do":"sta`) }},
		{"dead after its request", func(t *testing.T, conn net.Conn) { send(t, conn, `{"do":"status"}`+"\n"); conn.Close() }},
		{"subscribed and never reading", func(t *testing.T, conn net.Conn) { send(t, conn, `{"do":"subscribe","role":"window"}`+"\n") }},
		{"garbage", func(t *testing.T, conn net.Conn) { send(t, conn, "\x00\xfe\xff garbage\n") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := serve(t)
			defer s.stop()
			for range 20 {
				c.behave(t, s.peer(t))
			}
			for range 3 {
				if err := s.Changed(t.Context(), LinksChanged); err != nil {
					t.Fatal(err)
				}
				if _, err := s.Status(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func send(t testing.TB, conn net.Conn, s string) {
	t.Helper()
	if _, err := io.WriteString(conn, s); err != nil {
		t.Fatal(err)
	}
}

func TestBadRequestsAreAnsweredWithACode(t *testing.T) {
	s := serve(t)
	defer s.stop()
	for _, c := range []struct{ name, in, code string }{
		{"garbage", "garbage\n", "not-json"},
		{"nothing asked", "{}\n", "no-request"},
		{"unknown", `{"do":"dance"}` + "\n", "unknown-request"},
		{"copy without content", `{"do":"copy"}` + "\n", "nothing"},
		{"copy of nothing", `{"do":"copy","clip":{}}` + "\n", "nothing"},
		{"unknown event", `{"do":"changed","what":"weather"}` + "\n", "unknown-event"},
		{"events are not for show", `{"do":"changed","what":"quit"}` + "\n", "unknown-event"},
		{"undo of nothing", `{"do":"undo","undo":7}` + "\n", "undone"},
	} {
		t.Run(c.name, func(t *testing.T) {
			conn := s.peer(t)
			send(t, conn, c.in)
			var r reply
			if err := json.NewDecoder(conn).Decode(&r); err != nil {
				t.Fatal(err)
			}
			if r.Error == nil || r.Error.Code != c.code {
				t.Errorf("answer %+v, want code %s", r.Error, c.code)
			}
		})
	}
}

func TestATooLongLineIsRefusedWithoutReadingItAll(t *testing.T) {
	s := serve(t)
	defer s.stop()
	conn := s.peer(t)
	chunk := []byte(strings.Repeat("x", 1<<20))
	var err error
	for range 64 {
		if _, err = conn.Write(chunk); err != nil {
			break
		}
	}
	if err == nil {
		t.Error("64 MiB without a line end were taken")
	}
	if _, err := s.Status(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestTooManySilentPeersLoseTheOldest(t *testing.T) {
	s := serve(t)
	defer s.stop()
	oldest := s.peer(t)
	for range maxSilent + 5 {
		s.peer(t)
	}
	if _, err := oldest.Read(make([]byte, 1)); !errors.Is(err, io.EOF) && !strings.Contains(err.Error(), "reset") {
		t.Errorf("the oldest silent peer reads %v, want its end", err)
	}
	if _, err := s.Status(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestChangesReachEverySubscriber(t *testing.T) {
	s := serve(t)
	defer s.stop()
	here := s.agent.Watch()
	window, err := s.Subscribe(t.Context(), RoleWindow)
	if err != nil {
		t.Fatal(err)
	}
	watcher, err := s.Subscribe(t.Context(), RoleWatcher)
	if err != nil {
		t.Fatal(err)
	}
	for _, what := range []What{LinksChanged, SettingsChanged} {
		if err := s.Changed(t.Context(), what); err != nil {
			t.Fatal(err)
		}
		for name, events := range map[string]<-chan Event{"window": window, "watcher": watcher} {
			if e := <-events; e.What != what {
				t.Errorf("%s got %v, want %s", name, e, what)
			}
		}
		if e, _ := here.Next(t.Context()); e.What != what {
			t.Errorf("the agent itself got %v, want %s", e, what)
		}
	}
}

func TestQuitTellsSubscribersAndEndsRun(t *testing.T) {
	s := serve(t)
	events, err := s.Subscribe(t.Context(), RoleWindow)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Quit(t.Context()); err != nil {
		t.Fatal(err)
	}
	var got []Event
	for e := range events {
		got = append(got, e)
	}
	if diff := cmp.Diff([]Event{{What: Quitting}}, got); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
	<-s.agent.Done()
	s.stop()
	if _, err := s.Status(t.Context()); !errors.Is(err, ErrNotRunning) {
		t.Errorf("status after quit: %v, want ErrNotRunning", err)
	}
}

func TestAWindowThatLeavesIsForgotten(t *testing.T) {
	s := serve(t)
	defer s.stop()
	ctx, leave := context.WithCancel(t.Context())
	events, err := s.Subscribe(ctx, RoleWindow)
	if err != nil {
		t.Fatal(err)
	}
	if n := s.agent.Status().Windows; n != 1 {
		t.Errorf("%d windows, want 1", n)
	}
	leave()
	for range events { //nolint:revive // wait for the end
	}
	watch := s.agent.Watch()
	for s.agent.Status().Windows > 0 { // the agent notices at the next thing that happens, at the latest
		if err := s.Changed(t.Context(), LinksChanged); err != nil {
			t.Fatal(err)
		}
		watch.Next(t.Context())
	}
}

func TestASilentAgentCostsTheClientItsContextOnly(t *testing.T) {
	p := newPlace(t)
	i := p.start(t) // it listens and never answers
	defer i.Close()
	ctx, cancel := context.WithCancel(t.Context())
	asked := make(chan error, 1)
	go func() {
		_, err := Client{Socket: p.socket}.Status(ctx)
		asked <- err
	}()
	conn, err := i.listener.Accept()
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := bufio.NewReader(conn).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := <-asked; !errors.Is(err, context.Canceled) {
		t.Errorf("status: %v, want context.Canceled", err)
	}
}

func TestGarbageFromAnAgentIsAFault(t *testing.T) {
	for _, answer := range []string{"garbage\n", "{}", strings.Repeat("x", maxLine+1) + "\n"} {
		p := newPlace(t)
		i := p.start(t)
		go func() {
			conn, err := i.listener.Accept()
			if err != nil {
				return
			}
			defer conn.Close()
			_, _ = bufio.NewReader(conn).ReadString('\n')
			_, _ = io.WriteString(conn, answer)
		}()
		if _, err := (Client{Socket: p.socket}).Status(t.Context()); err == nil {
			t.Errorf("%.10q was taken for an answer", answer)
		}
		if err := i.Close(); err != nil {
			t.Error(err)
		}
	}
}
