package agent

import (
	"context"
	"sync"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

// fakeMessenger notes what it is given.
type fakeMessenger struct {
	mu      sync.Mutex
	send    func(ctx context.Context, messages []message.Message) error // nil takes everything
	check   func(ctx context.Context) error
	sent    []message.Message // that were accepted
	calls   []call
	running int
	most    int // calls at once
	checks  int
}

// call is one call of Send or SendBulk.
type call struct {
	at    time.Time
	bulk  bool
	texts []string
}

func (m *fakeMessenger) Send(ctx context.Context, one message.Message) error {
	return m.take(ctx, false, []message.Message{one})
}

func (m *fakeMessenger) SendBulk(ctx context.Context, many []message.Message) error {
	return m.take(ctx, true, many)
}

func (m *fakeMessenger) take(ctx context.Context, bulk bool, messages []message.Message) error {
	c := call{at: time.Now(), bulk: bulk}
	for _, one := range messages {
		c.texts = append(c.texts, one.Text)
	}
	m.mu.Lock()
	m.calls = append(m.calls, c)
	m.running++
	m.most = max(m.most, m.running)
	send := m.send
	m.mu.Unlock()
	var err error
	if send != nil {
		err = send(ctx, messages)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.running--
	if err == nil {
		m.sent = append(m.sent, messages...)
	}
	return err
}

// behave changes what happens to the calls from now on.
func (m *fakeMessenger) behave(send func(ctx context.Context, messages []message.Message) error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.send = send
}

// answer lets every call end with err at once.
func (m *fakeMessenger) answer(err error) {
	m.behave(func(context.Context, []message.Message) error { return err })
}

// answerQuestions lets every question end with err.
func (m *fakeMessenger) answerQuestions(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.check = func(context.Context) error { return err }
}

func (m *fakeMessenger) texts() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	var texts []string
	for _, s := range m.sent {
		texts = append(texts, s.Text)
	}
	return texts
}

func (m *fakeMessenger) made() []call {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]call(nil), m.calls...)
}

// crowd is how many calls there were at once at most.
func (m *fakeMessenger) crowd() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.most
}

func (m *fakeMessenger) asked() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.checks
}

func (m *fakeMessenger) Check(ctx context.Context) (Checked, error) {
	m.mu.Lock()
	m.checks++
	check := m.check
	m.mu.Unlock()
	if check != nil {
		if err := check(ctx); err != nil {
			return Checked{}, err
		}
	}
	return Checked{Rooms: 12}, nil
}

func (m *fakeMessenger) QuickCall(_ context.Context, q message.QuickCall) (string, error) {
	return "https://call.example.com/" + q.Expires.UTC().Format(time.DateOnly), nil
}

func (m *fakeMessenger) SaveChatRoom(_ context.Context, r message.ChatRoom) (message.ChatRoom, error) {
	r.ID = "7"
	return r, nil
}

var _ Messenger = (*fakeMessenger)(nil)

// What a service may answer.
var (
	errDead      = &fault.Error{Op: "sending", Kind: fault.Unreachable, Code: "no-connection"}
	errRefused   = &fault.Error{Op: "sending", Kind: fault.Refused, Status: 400, Words: "no such user"}
	errToken     = &fault.Error{Op: "sending", Kind: fault.Refused, Status: 401, Code: "token-refused", Words: "invalid apiToken"}
	errFault     = &fault.Error{Op: "sending", Kind: fault.Faulty, Status: 500, Code: "server-fault"}
	errSilent    = &fault.Error{Op: "sending", Kind: fault.UnknownOutcome, Code: "timeout"}
	errCancelled = &fault.Error{Op: "sending", Kind: fault.Cancelled}
	errUnset     = &fault.Error{Op: "connecting", Kind: fault.NotConfigured, Code: "no-token"}
)

func errBusy(d time.Duration) error {
	return &fault.Error{Op: "sending", Kind: fault.Faulty, Status: 429, Code: "rate-limited", RetryAfter: d}
}
