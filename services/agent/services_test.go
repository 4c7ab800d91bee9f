package agent

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"foyer/services/fault"
	"foyer/services/message"
)

// fakeSecrets keeps secrets in memory.
type fakeSecrets struct {
	mu   sync.Mutex
	kept map[string]string
	err  error
}

func (s *fakeSecrets) SecretState(_ context.Context, name string) (SecretState, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.kept[name]; !ok {
		return SecretState{Keyring: true}, s.err
	}
	return SecretState{Kept: KeptInSession, Keyring: true}, s.err
}

func (s *fakeSecrets) SetSecret(_ context.Context, name, value string, keep Keeping) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if keep == KeptInSession && s.err == nil {
		s.kept[name] = value
	}
	return s.err
}

func (s *fakeSecrets) RemoveSecret(_ context.Context, name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.kept, name)
	return s.err
}

func (s *fakeSecrets) token() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.kept[ChatMessenger]
}

// office is a running agent with an outbox, a service that wants a token, and a log.
type office struct {
	Client
	agent   *Agent
	outbox  *fakeOutbox
	service *fakeMessenger
	secrets *fakeSecrets
	log     bytes.Buffer
	demos   int
	stop    func()
}

const canary = "canary-7f3a"

func openOffice(t *testing.T, change ...func(c *Config)) *office {
	t.Helper()
	o := &office{outbox: newOutbox(), service: &fakeMessenger{}, secrets: &fakeSecrets{kept: make(map[string]string)}}
	c := Config{
		Outbox: o.outbox, DeliveryLock: filepath.Join(scratch(t), "delivery.lock"), Secrets: o.secrets,
		Messenger: func(context.Context, string) (Messenger, error) {
			if o.secrets.token() == "" {
				return nil, errUnset
			}
			return o.service, nil
		},
		Services: func() []ServiceState {
			return []ServiceState{{Name: ChatMessenger, Kind: ChatMessenger, Title: "Berlin office", URL: "https://cam.example.com"}}
		},
		Demo: func(context.Context) error { o.demos++; return nil },
		Log:  slog.New(slog.NewTextHandler(&o.log, &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
	for _, f := range change {
		f(&c)
	}
	o.agent = New(c)
	p := newPlace(t)
	o.Client = Client{Socket: p.socket}
	o.stop = running(t, o.agent, p.start(t))
	t.Cleanup(o.agent.Quit)
	return o
}

// until waits for an event after which ok holds.
func until(t *testing.T, events *Subscription, ok func() bool) {
	t.Helper()
	for !ok() {
		if _, more := events.Next(t.Context()); !more {
			t.Fatal("the events ended before it came true")
		}
	}
}

func (o *office) health() Health { return o.agent.Services()[0].Health }

func TestASecretLetsWhatWaitsGo(t *testing.T) {
	o := openOffice(t)
	events := o.agent.Watch()
	o.outbox.queue("barbara@example.com")
	until(t, events, func() bool { return o.health() == Unset })
	if err := o.SetSecret(t.Context(), ChatMessenger, canary, KeptInSession); err != nil {
		t.Fatal(err)
	}
	until(t, events, func() bool { return o.outbox.count(message.Sent) == 1 })
	status, err := o.Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []ServiceState{{Name: ChatMessenger, Kind: ChatMessenger, Title: "Berlin office", URL: "https://cam.example.com", Health: Connected}}
	if diff := cmp.Diff(want, status.Services, cmpopts.IgnoreFields(ServiceState{}, "Since")); diff != "" {
		t.Errorf("services (-want +got):\n%s", diff)
	}
	state, err := o.SecretState(t.Context(), ChatMessenger)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(SecretState{Kept: KeptInSession, Keyring: true}, state); diff != "" {
		t.Errorf("secret (-want +got):\n%s", diff)
	}
	if err := o.RemoveSecret(t.Context(), ChatMessenger); err != nil {
		t.Fatal(err)
	}
	until(t, events, func() bool { return o.health() == Unset })
	o.stop()
	if strings.Contains(o.log.String(), canary) {
		t.Errorf("the secret is in the log:\n%s", &o.log)
	}
}

func TestAServiceIsAskedThroughTheAgent(t *testing.T) {
	o := openOffice(t)
	defer o.stop()
	ctx := t.Context()
	if _, err := o.CheckService(ctx, ChatMessenger); fault.KindOf(err) != fault.NotConfigured {
		t.Errorf("check without a token: %v", err)
	}
	if err := o.SetSecret(ctx, ChatMessenger, canary, KeptInSession); err != nil {
		t.Fatal(err)
	}
	if checked, err := o.CheckService(ctx, ChatMessenger); err != nil || checked.Rooms != 12 {
		t.Errorf("check: %+v, %v", checked, err)
	}
	if _, err := o.CheckService(ctx, "telex"); codeOf(err) != "unknown-service" {
		t.Errorf("check of another service: %v", err)
	}
	o.service.answerQuestions(errToken)
	_, err := o.CheckService(ctx, ChatMessenger)
	if e, ok := errors.AsType[*fault.Error](err); !ok || e.Status != 401 || e.Words != "invalid apiToken" {
		t.Errorf("check with a refused token: %v", err)
	}
	if h := o.health(); h != Refused {
		t.Errorf("the service is %s, want refused", h)
	}
}

func TestQuickCallsChatRoomsAndTheDemoComeThroughTheAgent(t *testing.T) {
	o := openOffice(t)
	defer o.stop()
	ctx := t.Context()
	if err := o.SetSecret(ctx, ChatMessenger, canary, KeptInSession); err != nil {
		t.Fatal(err)
	}
	url, err := o.QuickCall(ctx, message.QuickCall{Expires: time.Date(2026, 11, 22, 18, 0, 0, 0, time.UTC), Password: canary})
	if err != nil || url != "https://call.example.com/2026-11-22" {
		t.Errorf("quick call: %q, %v", url, err)
	}
	room, err := o.SaveChatRoom(ctx, message.ChatRoom{Name: "Lobby", Creator: "u1", Admin: "u1", Members: []message.Member{{UID: "u1", Flag: true}}})
	if err != nil {
		t.Fatal(err)
	}
	want := message.ChatRoom{ID: "7", Name: "Lobby", Creator: "u1", Admin: "u1", Members: []message.Member{{UID: "u1", Flag: true}}}
	if diff := cmp.Diff(want, room, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("room (-want +got):\n%s", diff)
	}
	if err := o.StartDemo(ctx); err != nil || o.demos != 1 {
		t.Errorf("demo: %v, started %d times", err, o.demos)
	}
}

func TestTryNowReachesTheAgent(t *testing.T) {
	o := openOffice(t)
	defer o.stop()
	if err := o.SetSecret(t.Context(), ChatMessenger, canary, KeptInSession); err != nil {
		t.Fatal(err)
	}
	events := o.agent.Watch()
	id := o.outbox.add(message.Item{Next: time.Now().Add(time.Hour), Message: message.Message{Room: "Lobby"}})
	if err := o.Deliver(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	until(t, events, func() bool { return o.outbox.count(message.Sent) == 1 })
}

func TestAChangeOfTheOutboxWakesDelivery(t *testing.T) {
	o := openOffice(t)
	defer o.stop()
	if err := o.SetSecret(t.Context(), ChatMessenger, canary, KeptInSession); err != nil {
		t.Fatal(err)
	}
	events := o.agent.Watch()
	for range 3 {
		sent := o.outbox.count(message.Sent)
		o.outbox.queue("ludwig@example.com")
		if err := o.Changed(t.Context(), OutboxChanged); err != nil {
			t.Fatal(err)
		}
		until(t, events, func() bool { return o.outbox.count(message.Sent) == sent+1 })
	}
}

func TestAQuestionEndsWithTheOneWhoAsked(t *testing.T) {
	o := openOffice(t)
	defer o.stop()
	if err := o.SetSecret(t.Context(), ChatMessenger, canary, KeptInSession); err != nil {
		t.Fatal(err)
	}
	asked, ended := make(chan struct{}), make(chan struct{})
	o.service.mu.Lock()
	o.service.check = func(ctx context.Context) error {
		close(asked)
		<-ctx.Done()
		close(ended)
		return ctx.Err()
	}
	o.service.mu.Unlock()
	ctx, leave := context.WithCancel(t.Context())
	answer := make(chan error, 1)
	go func() {
		_, err := o.CheckService(ctx, ChatMessenger)
		answer <- err
	}()
	<-asked
	leave()
	<-ended
	if err := <-answer; fault.KindOf(err) != fault.Cancelled {
		t.Errorf("check: %v, want cancelled", err)
	}
}

func TestAnAgentWithoutServicesSaysSo(t *testing.T) {
	s := serve(t)
	defer s.stop()
	ctx := t.Context()
	for name, ask := range map[string]func() error{
		"no-outbox":  func() error { return s.Deliver(ctx) },
		"no-service": func() error { _, err := s.QuickCall(ctx, message.QuickCall{}); return err },
		"no-demo":    func() error { return s.StartDemo(ctx) },
		"no-secrets": func() error { return s.SetSecret(ctx, ChatMessenger, canary, KeptInFile) },
	} {
		if err := ask(); codeOf(err) != name || fault.KindOf(err) != fault.NotConfigured {
			t.Errorf("%v, want code %s", err, name)
		}
	}
}

func TestTheNextAgentStartsWhileTheLastCallIsOnItsWay(t *testing.T) {
	o := openOffice(t)
	if err := o.SetSecret(t.Context(), ChatMessenger, canary, KeptInSession); err != nil {
		t.Fatal(err)
	}
	begun, answer := make(chan struct{}), make(chan struct{})
	o.service.behave(func(context.Context, []message.Message) error {
		close(begun)
		<-answer
		return nil
	})
	o.outbox.queue("maurice@example.com")
	if err := o.Changed(t.Context(), OutboxChanged); err != nil {
		t.Fatal(err)
	}
	<-begun
	if err := o.Quit(t.Context()); err != nil {
		t.Fatal(err)
	}
	next, err := Claim(t.Context(), filepath.Join(filepath.Dir(o.Socket), "agent.lock"), o.Socket,
		func(context.Context, Client) error { return &fault.Error{Kind: fault.Unreachable, Err: ErrNotRunning} })
	if err != nil {
		t.Fatal(err)
	}
	close(answer)
	o.stop()
	if n := o.outbox.count(message.Sent); n != 1 {
		t.Errorf("states %v", o.outbox.states())
	}
	if err := next.Close(); err != nil {
		t.Error(err)
	}
}

func TestQuittingEndsDelivery(t *testing.T) {
	p := newPlace(t)
	a := New(Config{Outbox: newOutbox(), DeliveryLock: filepath.Join(scratch(t), "delivery.lock")})
	ended := make(chan error, 1)
	i := p.start(t)
	go func() { ended <- a.Run(t.Context(), i) }()
	if err := (Client{Socket: p.socket}).Quit(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestSettingsAreReadBeforeAnythingIsMadeOfThem(t *testing.T) {
	var told []string
	a := New(Config{
		Reload: func() { told = append(told, "read") },
		Messenger: func(context.Context, string) (Messenger, error) {
			told = append(told, "made")
			return &fakeMessenger{}, nil
		},
	})
	for range 2 {
		if err := a.Changed(SettingsChanged); err != nil {
			t.Fatal(err)
		}
		if _, err := a.CheckService(t.Context(), ChatMessenger); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{"read", "made", "read", "made"}, told); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}
