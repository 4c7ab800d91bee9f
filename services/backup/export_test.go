package backup

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/meeting"
	"foyer/services/message"
	"foyer/services/room"
)

// shelf is a Source in memory.
type shelf struct {
	items iter.Seq2[message.Item, error]
	fail  error // of everything but the messages
	gone  bool  // no message has a history any more
}

func (s shelf) Links(context.Context) ([]link.Saved, error) {
	twelve := 12
	return []link.Saved{
		{Target: link.Target{Kind: link.Person, Email: "b@example.com", URL: "webexteams://im?email=b@example.com&x=1"}, Ref: 2, Saved: made, Used: made},
		{Target: link.Target{Kind: link.Space, ID: "a", Name: "Marketing", Participants: &twelve}, Ref: 1, Saved: made, Pinned: true, Label: "Ours", Template: "T", Phone: "1", Source: "typed"},
	}, s.fail
}

func (s shelf) People(context.Context, string, int) ([]message.Correspondent, error) {
	return []message.Correspondent{{Address: "b@example.com", Used: made, Count: 3}}, s.fail
}

func (s shelf) Invited(context.Context, string, int) ([]meeting.Attendee, error) {
	return nil, s.fail
}

func (s shelf) Groups(context.Context) ([]meeting.Group, error) {
	return []meeting.Group{{Name: "Board", Saved: made, Attendees: []meeting.Attendee{{Name: "Barbara Example", Phone: "+493012345"}}}}, s.fail
}

func (s shelf) Batches(context.Context) ([]message.Batch, error) {
	return []message.Batch{{ID: 1, Name: "rows.csv", Started: made, Rows: 2, Paused: true}}, s.fail
}

func (s shelf) EachMessage(context.Context, message.Filter) iter.Seq2[message.Item, error] {
	return s.items
}

func (s shelf) History(_ context.Context, id int64) ([]message.Event, error) {
	if s.gone {
		return nil, &fault.Error{Op: "reading", Kind: fault.Invalid}
	}
	return []message.Event{{At: made, State: message.Queued}, {At: made, State: message.Unknown, Code: "x", Failure: &message.Failure{Kind: fault.UnknownOutcome}}}, s.fail
}

func items(n int, text string) iter.Seq2[message.Item, error] {
	return func(yield func(message.Item, error) bool) {
		for i := range n {
			m := message.Item{ID: int64(i + 1), State: message.Unknown, Queued: made, Tries: 1, Ended: made, Batch: 1, Row: i + 1,
				Service: "chat-messenger-2", Message: message.Message{To: []string{"b@example.com"}, Text: text}, Failure: &message.Failure{Kind: fault.UnknownOutcome, Status: 502, Code: "c", Words: "w"}}
			if !yield(m, nil) {
				return
			}
		}
	}
}

func about() About {
	return About{Foyer: "1.2.3", Exported: made.In(time.FixedZone("x", 3600)), Settings: []Setting{{"look.theme", "dark", "system"}}, Watched: []room.Watch{{RoomID: "aurora"}},
		Rooms:  []ChatRoom{{"chat-messenger", message.KnownRoom{Name: "Parking", Used: made}}},
		Drafts: []Draft{{"messages", made, []byte(`{"to": "x"}`)}, {"odd", made, []byte("{no JSON")}}}
}

func TestTheExportIsWhatItsDescriptionSays(t *testing.T) {
	var b bytes.Buffer
	if err := Export(t.Context(), &b, about(), shelf{items: items(1, "Hello <all> & \"you\"\nall")}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "email=b@example.com&x=1") {
		t.Errorf("a link lost its ampersand:\n%s", &b)
	}
	var got, want any
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatalf("%v\n%s", err, &b)
	}
	const at = "2026-11-21T09:00:00Z"
	err := json.Unmarshal([]byte(strings.ReplaceAll(`{"format": "foyer-export", "version": 1, "foyer": "1.2.3", "exported": "AT",
		"settings": [{"name": "look.theme", "value": "dark", "default": "system"}],
		"links": [{"kind": "space", "id": "a", "name": "Marketing", "participants": 12, "ref": 1, "label": "Ours", "template": "T", "phone": "1", "pinned": true, "saved": "AT", "source": "typed"},
			{"kind": "person", "email": "b@example.com", "url": "webexteams://im?email=b@example.com&x=1", "ref": 2, "pinned": false, "saved": "AT", "used": "AT"}],
		"people": [{"address": "b@example.com", "used": "AT", "count": 3}], "invited": [],
		"groups": [{"name": "Board", "saved": "AT", "attendees": [{"name": "Barbara Example", "phone": "+493012345"}]}],
		"chatRooms": [{"service": "chat-messenger", "name": "Parking", "used": "AT"}], "watched": [{"room": "aurora"}],
		"batches": [{"id": 1, "name": "rows.csv", "started": "AT", "rows": 2, "bulk": false, "paused": true, "cancelled": false}],
		"drafts": [{"name": "messages", "saved": "AT", "content": {"to": "x"}}, {"name": "odd", "saved": "AT", "content": "{no JSON"}],
		"messages": [{"id": 1, "service": "chat-messenger-2", "state": "unknown", "to": ["b@example.com"], "text": "Hello <all> & \"you\"\nall", "envelope": false, "queued": "AT", "tries": 1, "ended": "AT",
			"error": {"kind": "unknown outcome", "status": 502, "code": "c", "words": "w"}, "batch": 1, "row": 1,
			"history": [{"at": "AT", "state": "queued"}, {"at": "AT", "state": "unknown", "why": "x", "error": {"kind": "unknown outcome"}}]}]}`, "AT", at)), &want)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestAnEmptyExportIsADocument(t *testing.T) {
	var b bytes.Buffer
	if err := Export(t.Context(), &b, About{}, shelf{items: items(0, "")}); err != nil || !json.Valid(b.Bytes()) || !strings.Contains(b.String(), `"watched": []`) {
		t.Errorf("%v\n%s", err, &b)
	}
}

// meter takes what is written and sees how much memory is in use meanwhile.
type meter struct {
	written int64
	most    uint64
}

func (m *meter) Write(b []byte) (int, error) {
	if m.written>>22 != (m.written+int64(len(b)))>>22 { // every 4 MiB
		runtime.GC()
		m.most = max(m.most, heap())
	}
	m.written += int64(len(b))
	return len(b), nil
}

func heap() uint64 {
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	return now.HeapAlloc
}

func TestHundredMegabytesAreExportedInLittleMemory(t *testing.T) {
	const size, text, allowed = 100 << 20, 10 << 10, 8 << 20
	runtime.GC()
	before, m := heap(), &meter{}
	if err := Export(t.Context(), m, about(), shelf{items: items(size/text, strings.Repeat("x", text))}); err != nil {
		t.Fatal(err)
	}
	if m.written < size || m.most > before+allowed {
		t.Errorf("%d bytes were written with %d bytes of memory, %d before", m.written, m.most, before)
	}
}

func TestAnExportThatFailsSaysSo(t *testing.T) {
	broken := errors.New("the database is broken")
	for rule, c := range map[string]struct {
		from shelf
		to   io.Writer
		want error
	}{
		"the lists":             {shelf{items: items(1, ""), fail: broken}, io.Discard, broken},
		"the messages":          {shelf{items: func(yield func(message.Item, error) bool) { yield(message.Item{}, broken) }}, io.Discard, broken},
		"a full disk":           {shelf{items: items(1, "")}, &full{10}, syscall.ENOSPC},
		"a disk that gets full": {shelf{items: items(1000, "text")}, &full{10000}, syscall.ENOSPC},
	} {
		if err := Export(t.Context(), c.to, about(), c.from); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", rule, err, c.want)
		}
	}
	if err := Export(t.Context(), io.Discard, about(), shelf{items: items(3, ""), gone: true}); err != nil {
		t.Errorf("messages that are pruned meanwhile: %v", err)
	}
}
