package meetings_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"foyer/services/fault"
	"foyer/services/meeting"
)

// host is a meeting service in memory. Whatever fails is asked for by name.
type host struct {
	mu       sync.Mutex
	now      func() time.Time
	fails    map[string]error // by method
	blocks   map[string]chan struct{}
	calls    []string
	meetings []meeting.Meeting
	pids     int
	password string
	token    string
	people   []meeting.Participation
	hosts    []string
	invited  [][]meeting.Attendee
	started  []string
	hungUp   []string
	removed  []meeting.Removal
	numbers  []string
	entries  []meeting.Entry
	queries  []meeting.Query
	created  []meeting.Draft
	inviting func(n int) error // what the nth request answers
}

func newHost(now func() time.Time) *host {
	return &host{now: now, fails: map[string]error{}, blocks: map[string]chan struct{}{}, password: "246810", token: "tok-4f1c",
		meetings: []meeting.Meeting{{ID: "914083136", Subject: "Monday morning", Start: at(10, 30, 0), Phase: meeting.Running, JoinURL: "https://meeting.example.com/j/914083136"},
			{ID: "914673889", Subject: "Works council", Start: at(14, 0, 0), Phase: meeting.Scheduled, HostPassword: "135791"},
			{ID: "914000001", Subject: "Heating in Granite", Start: at(10, 0, 0), Phase: meeting.Running, HostPassword: "246810", JoinURL: "https://meeting.example.com/j/914000001"}}}
}

// refuse is a refusal of the service with a code of its table.
func refuse(code, words string) *fault.Error {
	return &fault.Error{Op: "asking", Service: "huawei-meeting", Kind: fault.Refused, Status: 400, Code: code, Words: words, RequestID: "7f3a"}
}

// begin notes a call, waits where the test said so, and fails where it did.
func (h *host) begin(ctx context.Context, name string) error {
	h.mu.Lock()
	h.calls = append(h.calls, name)
	block, err := h.blocks[name], h.fails[name]
	h.mu.Unlock()
	if block != nil {
		select {
		case <-block:
		case <-ctx.Done():
			return &fault.Error{Op: name, Kind: fault.Cancelled, Err: ctx.Err()}
		}
	}
	return err
}

// count returns how often a method was called.
func (h *host) count(name string) (n int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, c := range h.calls {
		if c == name {
			n++
		}
	}
	return n
}

func (h *host) open(a meeting.Access) error {
	i := slices.IndexFunc(h.meetings, func(m meeting.Meeting) bool { return m.ID == a.ID })
	switch {
	case a.Token != "" && a.Token == h.token:
		return nil
	case i < 0 || a.Token != "":
		return refuse("MMC.111072065", "CONF_NOT_FOUND_OR_AUTH_FAILED")
	case h.meetings[i].Phase == meeting.Scheduled:
		return refuse("MMC.111072005", "CONF_NOT_STARTED")
	case h.meetings[i].Phase == meeting.Over:
		return refuse("MMC.111072006", "CONF_IS_CLOSED")
	case a.Password != h.password && a.Password != h.meetings[i].HostPassword:
		return refuse("MMC.111072065", "CONF_NOT_FOUND_OR_AUTH_FAILED")
	}
	return nil
}

func (h *host) Open(ctx context.Context, a meeting.Access) (meeting.Control, error) {
	if err := h.begin(ctx, "open"); err != nil {
		return meeting.Control{}, err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if a.Token != "" { // is used as it is
		return meeting.Control{}, nil
	}
	return meeting.Control{Host: true}, h.open(a)
}

func (h *host) Presence(ctx context.Context, a meeting.Access) (meeting.Presence, error) {
	if err := h.begin(ctx, "presence"); err != nil {
		return meeting.Presence{}, err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.open(a); err != nil {
		return meeting.Presence{}, err
	}
	return meeting.Presence{At: h.now(), Participants: slices.Clone(h.people), Hosts: h.hosts}, nil
}

func (h *host) Invite(ctx context.Context, _ meeting.Access, people []meeting.Attendee) error {
	if err := h.begin(ctx, "invite"); err != nil {
		return err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.invited = append(h.invited, slices.Clone(people))
	if h.inviting != nil {
		if err := h.inviting(len(h.invited)); err != nil {
			return err
		}
	}
	for _, a := range people {
		h.pids++
		h.people = append(h.people, meeting.Participation{PID: fmt.Sprintf("pid-%d", h.pids), Name: a.Name, Phone: a.Phone, State: meeting.Calling})
	}
	return nil
}

func (h *host) InviteNumber(ctx context.Context, _ meeting.Access, number string) error {
	err := h.begin(ctx, "invite-number")
	if err == nil {
		h.numbers = append(h.numbers, number)
	}
	return err
}

func (h *host) HangUp(ctx context.Context, _ meeting.Access, pids []string) error {
	if err := h.begin(ctx, "hang-up"); err != nil {
		return err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.hungUp = append(h.hungUp, pids...)
	h.people = slices.DeleteFunc(h.people, func(p meeting.Participation) bool { return slices.Contains(pids, p.PID) })
	return nil
}

func (h *host) Remove(ctx context.Context, _ meeting.Access, people []meeting.Removal) error {
	err := h.begin(ctx, "remove")
	if err == nil {
		h.removed = append(h.removed, people...)
	}
	return err
}

func (h *host) List(ctx context.Context, q meeting.Query) (meeting.Meetings, error) {
	if err := h.begin(ctx, "list"); err != nil {
		return meeting.Meetings{}, err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.queries = append(h.queries, q)
	var found []meeting.Meeting
	for _, m := range h.meetings {
		if (!q.Running || m.Phase == meeting.Running) && strings.Contains(strings.ToLower(m.Subject), strings.ToLower(q.Words)) {
			found = append(found, m)
		}
	}
	all := len(found)
	found = found[min(q.Offset, all):min(q.Offset+q.Limit, all)]
	return meeting.Meetings{Meetings: found, Offset: q.Offset, Count: all}, nil
}

func (h *host) Detail(ctx context.Context, id string) (meeting.Meeting, error) {
	if err := h.begin(ctx, "detail"); err != nil {
		return meeting.Meeting{}, err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, m := range h.meetings {
		if m.ID == id {
			return m, nil
		}
	}
	return meeting.Meeting{}, refuse("MMC.111070005", "CONF_DATA_NOT_FOUND")
}

func (h *host) Create(ctx context.Context, d meeting.Draft) (meeting.Meeting, error) {
	if err := h.begin(ctx, "create"); err != nil {
		return meeting.Meeting{}, err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.created = append(h.created, d)
	m := meeting.Meeting{ID: "914777777", Subject: d.Subject, Start: h.now(), Phase: meeting.Running, HostPassword: "999111"}
	h.meetings = append(h.meetings, m)
	return m, nil
}

func (h *host) set(id string, change func(*meeting.Meeting)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for i := range h.meetings {
		if h.meetings[i].ID == id {
			change(&h.meetings[i])
		}
	}
}

func (h *host) Start(ctx context.Context, a meeting.Access) error {
	err := h.begin(ctx, "start")
	if err == nil {
		h.started = append(h.started, a.ID)
		h.set(a.ID, func(m *meeting.Meeting) { m.Phase, m.Start = meeting.Running, h.now() })
	}
	return err
}

func (h *host) End(ctx context.Context, a meeting.Access) error {
	err := h.begin(ctx, "end")
	if err == nil {
		h.set(a.ID, func(m *meeting.Meeting) { m.Phase = meeting.Over })
	}
	return err
}

func (h *host) Cancel(ctx context.Context, _ string) error { return h.begin(ctx, "cancel") }

func (h *host) Search(ctx context.Context, q meeting.Query) (meeting.Directory, error) {
	if err := h.begin(ctx, "search"); err != nil {
		return meeting.Directory{}, err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.queries = append(h.queries, q)
	var found []meeting.Entry
	for _, e := range h.entries {
		if strings.Contains(strings.ToLower(e.Name), strings.ToLower(q.Words)) {
			found = append(found, e)
		}
	}
	all := len(found)
	return meeting.Directory{People: found[min(q.Offset, all):min(q.Offset+q.Limit, all)], Offset: q.Offset, Count: all}, nil
}

func (h *host) Preview(ctx context.Context, a meeting.Access, people []meeting.Attendee) (meeting.Request, error) {
	if err := h.begin(ctx, "preview"); err != nil {
		return meeting.Request{}, err
	}
	body := "{\n  \"attendees\": ["
	for _, p := range people {
		body += fmt.Sprintf("\n    {\"name\": %q, \"phone\": %q}", p.Name, p.Phone)
	}
	return meeting.Request{Method: "POST", URL: "https://meeting.example.com/v1/mmc/control/conferences/participants?conferenceID=" + a.ID,
		Header: [][2]string{{"X-Conference-Authorization", "••••••"}, {"Content-Type", "application/json; charset=UTF-8"}}, Body: body + "\n  ]\n}", Curl: "curl -H \"X-Conference-Authorization: $TOKEN\" …"}, nil
}
