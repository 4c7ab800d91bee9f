package agent

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/meeting"
)

// fakeHost is a meeting service that notes its calls and answers what it is told to.
type fakeHost struct {
	mu      sync.Mutex
	calls   []meetingCall
	logouts int
	forgets int
	err     error
	block   chan struct{} // a call waits until it is closed, if there is one
	entered chan struct{} // hears of such a call
}

func (h *fakeHost) note(ctx context.Context, c meetingCall) error {
	h.mu.Lock()
	h.calls = append(h.calls, c)
	err, block := h.err, h.block
	h.mu.Unlock()
	if block != nil {
		h.entered <- struct{}{}
		select {
		case <-block:
		case <-ctx.Done():
			return &fault.Error{Op: "calling", Service: HuaweiMeeting, Kind: fault.Cancelled, Err: ctx.Err()}
		}
	}
	return err
}

func (h *fakeHost) answer(err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.err = err
}

func (h *fakeHost) made() []meetingCall {
	h.mu.Lock()
	defer h.mu.Unlock()
	return append([]meetingCall(nil), h.calls...)
}

var expires = time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC)

func (h *fakeHost) Open(ctx context.Context, a meeting.Access) (meeting.Control, error) {
	return meeting.Control{Expires: expires, Host: true}, h.note(ctx, meetingCall{Call: callOpen, Access: a})
}

func (h *fakeHost) Presence(ctx context.Context, a meeting.Access) (meeting.Presence, error) {
	return meeting.Presence{At: expires, Participants: []meeting.Participation{{PID: "p", Name: "Anna", State: meeting.Joining}}},
		h.note(ctx, meetingCall{Call: callPresence, Access: a})
}

func (h *fakeHost) Invite(ctx context.Context, a meeting.Access, people []meeting.Attendee) error {
	return h.note(ctx, meetingCall{Call: callInvite, Access: a, Attendees: people})
}

func (h *fakeHost) InviteNumber(ctx context.Context, a meeting.Access, number string) error {
	return h.note(ctx, meetingCall{Call: callInviteNumber, Access: a, Number: number})
}

func (h *fakeHost) HangUp(ctx context.Context, a meeting.Access, pids []string) error {
	return h.note(ctx, meetingCall{Call: callHangUp, Access: a, PIDs: pids})
}

func (h *fakeHost) Remove(ctx context.Context, a meeting.Access, people []meeting.Removal) error {
	return h.note(ctx, meetingCall{Call: callRemove, Access: a, People: people})
}

func (h *fakeHost) List(ctx context.Context, q meeting.Query) (meeting.Meetings, error) {
	return meeting.Meetings{Count: 7, Meetings: []meeting.Meeting{{ID: "1", Phase: meeting.Running}}}, h.note(ctx, meetingCall{Call: callList, Query: q})
}

func (h *fakeHost) Detail(ctx context.Context, id string) (meeting.Meeting, error) {
	return meeting.Meeting{ID: id, Subject: "Sync"}, h.note(ctx, meetingCall{Call: callDetail, ID: id})
}

func (h *fakeHost) Create(ctx context.Context, d meeting.Draft) (meeting.Meeting, error) {
	return meeting.Meeting{ID: "2", Subject: d.Subject}, h.note(ctx, meetingCall{Call: callCreate, Draft: d})
}

func (h *fakeHost) Start(ctx context.Context, a meeting.Access) error {
	return h.note(ctx, meetingCall{Call: callStart, Access: a})
}

func (h *fakeHost) End(ctx context.Context, a meeting.Access) error {
	return h.note(ctx, meetingCall{Call: callEnd, Access: a})
}

func (h *fakeHost) Cancel(ctx context.Context, id string) error {
	return h.note(ctx, meetingCall{Call: callCancel, ID: id})
}

func (h *fakeHost) Search(ctx context.Context, q meeting.Query) (meeting.Directory, error) {
	return meeting.Directory{Count: 1, People: []meeting.Entry{{Name: "Granite", Type: meeting.Terminal}}}, h.note(ctx, meetingCall{Call: callSearch, Query: q})
}

func (h *fakeHost) Preview(ctx context.Context, a meeting.Access, people []meeting.Attendee) (meeting.Request, error) {
	return meeting.Request{Method: "POST", Header: [][2]string{{"A", "b"}}}, h.note(ctx, meetingCall{Call: callPreview, Access: a, Attendees: people})
}

func (h *fakeHost) Check(context.Context) (Checked, error) {
	return Checked{Account: "anna@company"}, h.err
}

func (h *fakeHost) Forget() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.forgets++
}

func (h *fakeHost) LogOut(context.Context) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.logouts++
	return errors.New("it was gone already")
}

// meetingOffice is an office with a meeting service, for which another can be put.
func meetingOffice(t *testing.T) (*office, *fakeHost, *atomic.Pointer[fakeHost]) {
	t.Helper()
	var host atomic.Pointer[fakeHost]
	host.Store(&fakeHost{})
	o := openOffice(t, func(c *Config) {
		c.Meetings = func(context.Context, string) (MeetingService, error) { return host.Load(), nil }
		c.Services = func() []ServiceState {
			return []ServiceState{{Name: ChatMessenger}, {Name: HuaweiMeeting, Account: "anna@company"}}
		}
	})
	t.Cleanup(o.stop)
	return o, host.Load(), &host
}

func TestEveryCallReachesTheMeetingServiceWhole(t *testing.T) {
	o, h, _ := meetingOffice(t)
	host, ctx := MeetingHost{o.Client}, t.Context()
	access := meeting.Access{ID: "914083136", Password: canary, Token: "t"}
	people := []meeting.Attendee{{Name: "张三 & <李四>", Phone: "+86", Role: meeting.Participant, Type: meeting.Mobile}}
	query := meeting.Query{Words: "x", Offset: 1, Limit: 2, Running: true}
	draft := meeting.Draft{Subject: "s", Start: expires, Length: time.Hour, Attendees: people}
	control, err1 := host.Open(ctx, access)
	presence, err2 := host.Presence(ctx, access)
	list, err3 := host.List(ctx, query)
	detail, err4 := host.Detail(ctx, "9")
	created, err5 := host.Create(ctx, draft)
	found, err6 := host.Search(ctx, query)
	preview, err7 := host.Preview(ctx, access, people)
	err := errors.Join(err1, err2, err3, err4, err5, err6, err7, host.Invite(ctx, access, people), host.InviteNumber(ctx, access, "+99"),
		host.HangUp(ctx, access, []string{"p"}), host.Remove(ctx, access, []meeting.Removal{{Number: "+99", PID: "p"}}),
		host.Start(ctx, access), host.End(ctx, access), host.Cancel(ctx, "9"))
	if err != nil {
		t.Fatal(err)
	}
	want := []meetingCall{
		{Call: callOpen, Access: access}, {Call: callPresence, Access: access}, {Call: callList, Query: query}, {Call: callDetail, ID: "9"},
		{Call: callCreate, Draft: draft}, {Call: callSearch, Query: query}, {Call: callPreview, Access: access, Attendees: people},
		{Call: callInvite, Access: access, Attendees: people}, {Call: callInviteNumber, Access: access, Number: "+99"},
		{Call: callHangUp, Access: access, PIDs: []string{"p"}}, {Call: callRemove, Access: access, People: []meeting.Removal{{Number: "+99", PID: "p"}}},
		{Call: callStart, Access: access}, {Call: callEnd, Access: access}, {Call: callCancel, ID: "9"},
	}
	if d := cmp.Diff(want, h.made()); d != "" {
		t.Errorf("calls (-want +got):\n%s", d)
	}
	if !control.Host || presence.Participants[0].State != meeting.Joining || list.Count != 7 || detail.ID != "9" || created.Subject != "s" ||
		found.People[0].Type != meeting.Terminal || preview.Header[0][1] != "b" {
		t.Errorf("answers: %+v %+v %+v %+v %+v %+v %+v", control, presence, list, detail, created, found, preview)
	}
	o.stop()
	if strings.Contains(o.log.String(), canary) {
		t.Error("the log repeats the password")
	}
}

func TestARefusedPasswordSaysNothingAgainstTheAccount(t *testing.T) {
	o, h, _ := meetingOffice(t)
	host := MeetingHost{o.Client}
	for _, c := range []struct {
		err  error
		want Health
	}{
		{nil, Connected},
		{&fault.Error{Kind: fault.Refused, Status: 400, Code: "MMC.111072065"}, Connected},
		{&fault.Error{Kind: fault.Refused, Status: 401, Code: "USG.206010000"}, Refused},
		{&fault.Error{Kind: fault.Cancelled}, Refused}, // nothing new
		{&fault.Error{Kind: fault.Unreachable}, Unreachable},
		{&fault.Error{Kind: fault.Faulty, Status: 500}, Faulty},
		{&fault.Error{Kind: fault.Refused, Status: 423}, Refused},
	} {
		h.answer(c.err)
		_, err := host.Presence(t.Context(), meeting.Access{ID: "1"})
		if fault.KindOf(err) != fault.KindOf(c.err) {
			t.Errorf("%v came as %v", c.err, err)
		}
		status, err := o.Status(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if s := status.Services[1]; s.Name != HuaweiMeeting || s.Health != c.want {
			t.Errorf("after %v the service is %s, want %s", c.err, s.Health, c.want)
		}
	}
}

func TestAnInvitationWhoseAnswerIsLostIsNotCalledUndone(t *testing.T) {
	o, h, _ := meetingOffice(t)
	h.block, h.entered = make(chan struct{}), make(chan struct{})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended := make(chan error, 1)
	go func() {
		ended <- MeetingHost{o.Client}.Invite(ctx, meeting.Access{ID: "1"}, []meeting.Attendee{{Name: "Anna"}})
	}()
	<-h.entered
	cancel()
	if err := <-ended; fault.KindOf(err) != fault.UnknownOutcome {
		t.Errorf("got %v, want an unknown outcome", err)
	}
	_, err := MeetingHost{Client{Socket: o.Socket + ".none"}}.Create(t.Context(), meeting.Draft{})
	if fault.KindOf(err) != fault.Unreachable || !errors.Is(err, ErrNotRunning) {
		t.Errorf("without an agent: %v, want that it is not running", err)
	}
}

func TestAnotherSecretIsUsedAtOnce(t *testing.T) {
	o, h, _ := meetingOffice(t)
	for i, name := range []string{HuaweiMeeting, HuaweiApp} {
		if err := o.SetSecret(t.Context(), name, canary, KeptInSession); err != nil {
			t.Fatal(err)
		}
		h.mu.Lock()
		if h.forgets != i+1 {
			t.Errorf("after %s, %d times forgotten", name, h.forgets)
		}
		h.mu.Unlock()
	}
	if err := o.SetSecret(t.Context(), ChatMessenger, canary, KeptInSession); err != nil || h.forgets != 2 {
		t.Errorf("another service's secret: %v, %d times forgotten", err, h.forgets)
	}
}

func TestRemovingTheSecretLogsOut(t *testing.T) {
	o, h, _ := meetingOffice(t)
	if err := o.RemoveSecret(t.Context(), HuaweiMeeting); err != nil {
		t.Fatal(err)
	}
	if err := o.RemoveSecret(t.Context(), ChatMessenger); err != nil {
		t.Fatal(err)
	}
	if h.logouts != 1 {
		t.Errorf("logged out %d times, want once", h.logouts)
	}
	checked, err := o.CheckService(t.Context(), HuaweiMeeting)
	if err != nil || checked.Account != "anna@company" {
		t.Errorf("checked %+v, error %v", checked, err)
	}
}

func TestAnotherServiceIsUntriedAndTheOldOneIsLeft(t *testing.T) {
	o, first, host := meetingOffice(t)
	if _, err := o.CheckService(t.Context(), HuaweiMeeting); err != nil {
		t.Fatal(err)
	}
	if s := o.agent.Services()[1]; s.Health != Connected {
		t.Fatalf("the service is %s", s.Health)
	}
	other := &fakeHost{block: make(chan struct{}), entered: make(chan struct{})}
	host.Store(other)
	var asking sync.WaitGroup
	asking.Go(func() { _, _ = MeetingHost{o.Client}.List(t.Context(), meeting.Query{}) })
	<-other.entered
	if s := o.agent.Services()[1]; s.Health != Untried {
		t.Errorf("while another is asked for the first time, it is %s", s.Health)
	}
	close(other.block)
	asking.Wait()
	o.stop()
	for name, h := range map[string]*fakeHost{"the old service": first, "the one at the end": other} {
		h.mu.Lock()
		if h.logouts != 1 {
			t.Errorf("%s was left %d times, want once", name, h.logouts)
		}
		h.mu.Unlock()
	}
}
